import { applyEffects } from "../github/apply-effects.ts";
import { failureOf, GitHubFailure } from "../github/failure.ts";
import { readOwnRuns } from "../github/pull/own-runs.ts";
import { type MergeGroup, readMergeGroup } from "../github/read-merge-group.ts";
import { ownStatuses } from "../github/surroundings-of.ts";
import { contextOf } from "../model/context.ts";
import type { Effect } from "../model/effect.ts";
import type { PlanInput } from "../plan/plan-input.ts";
import { planVerdict } from "../plan/plan-verdict.ts";
import { judgePromotion } from "./judge-promotion.ts";
import { openPromotion } from "./open-promotion.ts";
import { planInputOf } from "./plan-input-of.ts";
import { isSure, type Promoted, type Promoting } from "./promote.ts";
import type { Attempt } from "./promote-all.ts";
import { refuseUnjudged, whyUnjudged, withUnsaid } from "./refuse-unjudged.ts";

/** A commit a merge queue has made, and the branch it would become. */
export interface Group {
  readonly head: string;
  readonly base: string;
}

/**
 * Judges a merge group for real: each pull request in it, with the group's commit as what would
 * land. Its commit gets the worst of their verdicts, and a failure where any could not be judged.
 *
 * @param isLast whether nobody tries again: a failure has the queue throw out all of the group, so that
 *   what may be known in a moment is waited for. A group without a word waits, too.
 * @throws {GitHubFailure} where nobody knows what the group holds, or it is tried again.
 */
export async function promoteGroup(
  group: Group,
  promoting: Promoting,
  isLast = true,
): Promise<readonly Attempt[]> {
  const otherwise = contextOf(group.base);
  let found: MergeGroup;
  try {
    found = await readMergeGroup(group, promoting);
  } catch (error) {
    const failure = failureOf(error);
    if (!isLast) throw failure;
    const there = { statuses: [], checkRuns: await readOwnRuns(group.head, promoting) };
    const unjudged = { ...group, there, otherwise };
    throw withUnsaid(failure, await refuseUnjudged(unjudged, failure.message, promoting));
  }
  const there = { statuses: ownStatuses(found.statuses), checkRuns: found.checkRuns };
  const attempts: Attempt[] = [];
  const inputs: PlanInput[] = [];
  for (const { number, head } of found.pulls) {
    try {
      const { promoted, input } = await judgeIn(group, { number, head }, found, promoting);
      if (!isLast && !isSure(promoted.outcome)) {
        throw new GitHubFailure("unreadable", "GitHub did not show all that it rests on");
      }
      if (promoted.outcome.state === "invalid") {
        const [problem] = promoted.outcome.verdict.problems;
        const why = problem?.message ?? "the policy has problems";
        const applied = await refuseUnjudged({ ...group, there, otherwise }, why, promoting);
        return [...attempts, { number, promoted: { ...promoted, applied }, failure: null }];
      }
      attempts.push({ number, promoted, failure: null });
      if (input !== null) inputs.push(input);
    } catch (error) {
      const failure = whyUnjudged(error);
      if (!isLast) throw failure;
      const why = `#${number} could not be judged: ${failure.message}`;
      const applied = await refuseUnjudged({ ...group, there, otherwise }, why, promoting);
      return [...attempts, { number, promoted: null, failure: withUnsaid(failure, applied) }];
    }
  }
  return withVerdict(attempts, effectsOf(group, inputs), promoting);
}

async function judgeIn(
  group: Group,
  { number, head }: MergeGroup["pulls"][number],
  { statuses, checkRuns }: MergeGroup,
  promoting: Promoting,
): Promise<{ readonly promoted: Promoted; readonly input: PlanInput | null }> {
  const { client, organizationClient, name, policyBranch, packs } = promoting;
  const landing = group.head;
  const opened = await openPromotion(number, {
    ...{ client, organizationClient, name, policyBranch, packs, landing },
  });
  // What was said of another commit was not said of the one in the group.
  if (opened.pull.head !== head) throw new GitHubFailure("unreadable", "it has moved since");
  const outcome = await judgePromotion({ ...promoting, opened, now: promoting.now() });
  const promoted: Promoted = { pull: opened.pull, outcome, applied: [] };
  if (outcome.state === "no-promotion") return { promoted, input: null };
  const about = { ...promoting, sharers: [], now: promoting.now() };
  const input = await planInputOf(opened, outcome, about);
  const surroundings = { ...input.surroundings, statuses: ownStatuses(statuses), checkRuns };
  return { promoted, input: { ...input, surroundings, landed: false } };
}

/** The group's commit belongs to no pull request, and all of them have a say. */
function effectsOf({ head }: Group, inputs: readonly PlanInput[]): readonly Effect[] {
  const [first, ...others] = inputs;
  if (first === undefined) return [];
  const sharers = others.map(({ verdict, surroundings: { pull } }) => ({
    pull: pull?.number ?? 0,
    // Who may not write cannot queue.
    authorCanWrite: true,
    verdict,
  }));
  const surroundings = { ...first.surroundings, head, pull: null };
  return planVerdict({ ...first, surroundings, sharers });
}

async function withVerdict(
  attempts: readonly Attempt[],
  effects: readonly Effect[],
  promoting: Promoting,
): Promise<readonly Attempt[]> {
  const applied = promoting.wants.dryRun
    ? effects.map((effect) => ({ effect, failure: null }))
    : await applyEffects(effects, promoting);
  return attempts.map((one, index) =>
    index === 0 && one.promoted !== null ? { ...one, promoted: { ...one.promoted, applied } } : one,
  );
}
