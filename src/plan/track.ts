import type { Tracked } from "../render/issue-block.ts";
import { dayOf } from "../time/date.ts";
import type { Gap } from "./gaps.ts";
import type { PlanInput } from "./plan-input.ts";

/** Pull requests kept of a gap, the latest: an issue's body has an end. */
const MOST = 30;

/** A gap that was not known. */
export function firstSight({ fingerprint }: Gap, { surroundings, now }: PlanInput): Tracked {
  const { pull, head } = surroundings;
  return {
    fingerprint,
    missingIn: pull === null ? [] : [pull.number],
    fixedIn: [],
    seen: { day: dayOf(now), commit: head },
  };
}

/**
 * A known gap after one more look. A pull request mends it only if it lacked it before:
 * others may just not have it.
 */
export function afterSight(
  tracked: Tracked,
  state: Gap["state"] | null,
  { surroundings, landed }: PlanInput,
): Tracked {
  const { pull, openPulls } = surroundings;
  const number = pull?.number ?? null;
  const isOpen = (other: number) =>
    openPulls === null || other === number || openPulls.includes(other);
  const before = {
    missingIn: tracked.missingIn.filter(isOpen),
    fixedIn: tracked.fixedIn.filter(isOpen),
  };
  if (number === null || state === null || state === "unknown") return { ...tracked, ...before };
  const wasKnown = before.missingIn.includes(number) || before.fixedIn.includes(number);
  const mends = state === "closed" && wasKnown && !landed;
  return {
    ...tracked,
    missingIn: withOrWithout(before.missingIn, number, state === "open"),
    fixedIn: withOrWithout(before.fixedIn, number, mends),
  };
}

/** Whether it is mended for good: on the default branch, and in the way of nobody. */
export function isMended(
  tracked: Tracked,
  state: Gap["state"] | null,
  { landed }: PlanInput,
): boolean {
  return landed && state === "closed" && tracked.missingIn.length === 0;
}

function withOrWithout(numbers: readonly number[], number: number, isIn: boolean): number[] {
  const others = numbers.filter((other) => other !== number);
  const all = isIn ? [...others, number].sort((a, b) => a - b) : others;
  return all.slice(-MOST);
}
