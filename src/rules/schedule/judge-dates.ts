import { DAY, daysBetween, endOf, formatInstant, startOf } from "../../time/date.ts";
import { formatDuration } from "../../time/duration.ts";
import { failed, pending } from "../findings.ts";
import { lengthOf } from "../settings/duration-setting.ts";
import { type FoundDate, findDate } from "./find-date.ts";
import type { DateSetting, ScheduleOptions } from "./options.ts";
import { refusals, type ScheduleFinding, type Scope } from "./scope.ts";

export function judgeDeadline(scope: Scope, setting: DateSetting): readonly ScheduleFinding[] {
  const deadline = findDate(scope, setting);
  if (deadline === null) return [];
  if ("findings" in deadline) return deadline.findings;
  if (!scope.context.time.isOver(deadline.day)) return [];
  return [
    failed({
      code: "SCHEDULE-OVER",
      problem: `the deadline ${named(deadline)} has passed`,
      remedy: "agree on a new date with those who set it, or stop",
      at: deadline.at,
      item: deadline.item,
    }),
  ];
}

export function judgeSequence(
  scope: Scope,
  settings: readonly DateSetting[],
): readonly ScheduleFinding[] {
  const found = settings.map((setting) => findDate(scope, setting));
  const findings: ScheduleFinding[] = [...(refusals(found) ?? [])];
  let before: FoundDate | null = null;
  for (const date of found) {
    if (date === null || "findings" in date) continue;
    if (before !== null && date.day < before.day) {
      findings.push(outOfOrder(before, date));
    }
    before = date;
  }
  return findings;
}

export function judgeDuration(
  scope: Scope,
  { start, end, ...range }: NonNullable<ScheduleOptions["duration"]>,
): readonly ScheduleFinding[] {
  const min = range.min === undefined ? undefined : lengthOf(range.min);
  const max = range.max === undefined ? undefined : lengthOf(range.max);
  const from = findDate(scope, start);
  const to = end === undefined ? undefined : findDate(scope, end);
  const refused = refusals(to === undefined ? [from] : [from, to]);
  if (refused === null || from === null || to === null) return refused ?? [];
  if ("findings" in from || (to !== undefined && "findings" in to)) return refused;
  if (to === undefined) return judgeRunning(scope, from, min, max);
  if (to.day < from.day) return [outOfOrder(from, to)];
  const days = daysBetween(from.day, to.day);
  const took = `from ${named(from)} to ${named(to)} it is ${formatDuration(days * DAY)}`;
  const place = { at: to.at ?? from.at, item: `${from.item} ${to.item}` };
  if (min !== undefined && days * DAY < min) {
    const problem = `${took}; ${formatDuration(min)} are the least`;
    const remedy = "give it the time it needs, or say why it needs less and ask for a waiver";
    return [failed({ code: "SCHEDULE-TOO-SHORT", problem, remedy, ...place })];
  }
  if (max !== undefined && days * DAY > max) {
    const problem = `${took}; ${formatDuration(max)} are the most`;
    const remedy = "cut the scope until it fits, or ask for a waiver";
    return [failed({ code: "SCHEDULE-TOO-LONG", problem, remedy, ...place })];
  }
  return [];
}

/** Without an end the time runs until today, so the day itself decides. */
function judgeRunning(
  { context: { time } }: Scope,
  start: FoundDate,
  min: number | undefined,
  max: number | undefined,
): ScheduleFinding[] {
  const place = { at: start.at, item: start.item };
  const least = startOf(start.day) + (min ?? 0);
  if (!time.reached(least)) {
    return [
      pending({
        code: "SCHEDULE-RUNNING",
        problem: `since ${named(start)} less than ${formatDuration(min ?? 0)} have passed; they are over on ${formatInstant(least)}`,
        remedy: `wait until ${formatInstant(least)}; it is judged again then`,
        ...place,
      }),
    ];
  }
  if (max === undefined || !time.reached(endOf(start.day) + max)) return [];
  return [
    failed({
      code: "SCHEDULE-TOO-LONG",
      problem: `since ${named(start)} more than ${formatDuration(max)} have passed`,
      remedy: "bring it to an end and write the last day, or decide to stop",
      ...place,
    }),
  ];
}

function outOfOrder(before: FoundDate, date: FoundDate): ScheduleFinding {
  return failed({
    code: "SCHEDULE-ORDER",
    problem: `${named(date)} comes before ${named(before)}, which it has to follow`,
    remedy: "mend the date that is wrong, or do things in order",
    at: date.at ?? before.at,
    item: date.item,
  });
}

/** `` `phases.launch` in `READINESS.md` (2026-08-17) `` */
export function named({ name, day, at }: FoundDate): string {
  return at === null ? name : `${name} (${day})`;
}
