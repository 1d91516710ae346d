import { contextOf } from "../model/context.ts";
import type { StatusState } from "../model/effect.ts";
import type { Verdict } from "../model/verdict.ts";
import type { PlanInput } from "./plan-input.ts";

/** The verdict on a commit, in whatever voice it is said. */
export interface ToldVerdict {
  /** Under which name. */
  readonly name: string;
  readonly state: StatusState;
  readonly verdict: Verdict;
  /** Whether several pull requests ask to promote the commit. */
  readonly isShared: boolean;
  /** Number of the one that keeps it from passing, where there are several. */
  readonly other: number | null;
  /** Where more is said. */
  readonly url: string | null;
}

/**
 * Nothing but a verdict that lets it pass becomes `success`. Where several pull requests ask to
 * promote the same commit the worst verdict is told, so that none of them is merged on another's.
 *
 * @returns `null` where there is nothing to say of the commit.
 */
export function toldVerdict(input: PlanInput): ToldVerdict | null {
  const { verdict, surroundings, reportUrl } = input;
  // The default branch may be the head of a pull request, whose verdict this is not.
  if (surroundings.pull === null && input.landed) return null;
  const told = worstOf(input);
  const state = stateOf(told.verdict, input.policy);
  // Whichever of them is looked at, the words are the same: else each look would write.
  const isShared = (input.sharers ?? []).length > 0;
  return {
    name: contextOf(verdict.stage),
    state,
    verdict: told.verdict,
    isShared,
    other: isShared && state !== "success" ? told.pull : null,
    url: (isShared ? null : reportUrl) ?? pullUrl(input, told.pull),
  };
}

const WORST_FIRST: readonly StatusState[] = ["failure", "pending", "success"];

/**
 * Of the pull requests whose authors may write, else of all: a stranger who asks to promote a
 * commit cannot redden it for others.
 */
function worstOf({ verdict, surroundings, sharers = [], policy }: PlanInput): Told {
  const { pull } = surroundings;
  const own = { pull: pull?.number ?? null, verdict, authorCanWrite: pull?.authorCanWrite ?? true };
  const all: Told[] = [own, ...sharers].sort((a, b) => (a.pull ?? 0) - (b.pull ?? 0));
  const writers = all.filter(({ authorCanWrite }) => authorCanWrite);
  const rank = (one: Told) => WORST_FIRST.indexOf(stateOf(one.verdict, policy));
  return (writers.length === 0 ? all : writers).reduce((worst, one) =>
    rank(one) < rank(worst) ? one : worst,
  );
}

interface Told {
  /** `null` for a merge group. */
  readonly pull: number | null;
  readonly authorCanWrite: boolean;
  readonly verdict: Verdict;
}

/** What GitHub is told of a verdict: only `success` lets anything pass. */
export function stateOf(verdict: Verdict, policy: PlanInput["policy"]): StatusState {
  if (verdict.problems.length > 0 || policy === null) return "failure";
  switch (verdict.decision) {
    case "go":
    case "conditional-go":
      return "success";
    case "no-go":
      if (verdict.mode === "advisory") return "success";
      return policy.blocked_as === "pending" ? "pending" : "failure";
    case "undetermined":
      return "failure";
  }
}

function pullUrl({ surroundings: { repository } }: PlanInput, pull: number | null): string | null {
  return pull === null ? null : `${repository.url}/pull/${pull}`;
}
