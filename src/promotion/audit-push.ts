import { applyEffects } from "../github/apply-effects.ts";
import { GitHubFailure } from "../github/failure.ts";
import { openRepository } from "../github/open-repository.ts";
import { readOwnIssues } from "../github/read-again.ts";
import { type MergedPull, readMerged } from "../github/read-merged.ts";
import { readPush } from "../github/read-push.ts";
import { readVerdictAt } from "../github/read-verdict-at.ts";
import { readRequiredContexts } from "../github/required-contexts.ts";
import { contextOf, isStageContext } from "../model/context.ts";
import type { Policy } from "../model/policy.ts";
import { type Incident, planIncident } from "../plan/plan-incident.ts";
import type { Intruder } from "../render/incident-issue.ts";
import { gatesOfStage } from "../verdict/select-gates.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { loadAtTip } from "./load-at-tip.ts";
import type { Promoting } from "./promote.ts";

/** A branch was moved. */
export interface Push {
  readonly branch: string;
  /** `null` where there was no such branch. */
  readonly before: string | null;
  readonly after: string;
  /** Login. */
  readonly by: string;
}

export type Audited =
  | { readonly state: "clean" }
  /** GitHub may not know yet which pull request brought a commit. */
  | { readonly state: "unsure" }
  | {
      readonly state: "incident";
      readonly stage: string;
      readonly intruders: readonly Intruder[];
    };

/** Steps of a push that are looked at: what a merge brought is one. */
const MOST_STEPS = 30;

/**
 * Sees whether what came into a stage's branch had passed, and opens an issue about what had not:
 * pull requests without a passing verdict of ours when they were merged, and whatever no pull request
 * brought. What emergencies let through had passed by that, and has an issue of its own.
 *
 * @param isSure whether to believe GitHub that no pull request brought a commit
 * @throws {GitHubFailure}
 */
export async function auditPush(
  push: Push,
  promoting: Promoting,
  isSure: boolean,
): Promise<Audited> {
  const opened = await openRepository(promoting);
  const guarded = await guardOf(push, opened, promoting);
  if (guarded === null) return { state: "clean" };
  const { stage, policy } = guarded;
  const { intruders, isWhole } = await intrudersIn(push, stage, promoting);
  if (intruders.length === 0) return { state: "clean" };
  if (!isSure && intruders.some(({ is }) => is === "commit")) return { state: "unsure" };
  const { url, hasIssues } = opened;
  if (hasIssues) {
    const gates = guarded.gates;
    const incident = { ...push, ...{ stage, policy, gates, intruders, isWhole, repository: url } };
    await open(incident, promoting);
  }
  return { state: "incident", stage, intruders };
}

/** Which stage's gates stand before a branch; `null` where none do. */
async function guardOf(
  { branch, before }: Push,
  { policy: at, repository }: Awaited<ReturnType<typeof openRepository>>,
  promoting: Promoting,
): Promise<{ stage: string; policy: Policy | null; gates: readonly string[] } | null> {
  const loaded = loadAtTip(at, promoting.packs, repository);
  if (loaded.state === "invalid") {
    // The policy does not say: what the branch requires does.
    const [name] = (await readRequiredContexts(branch, promoting)).filter(isStageContext);
    if (name === undefined) return null;
    return { stage: name.slice(contextOf("").length), policy: null, gates: [] };
  }
  const { policy } = loaded;
  const stage = stageOfBranch(policy, branch);
  if (stage === null) return null;
  // A new `release/7` is nothing special; a branch that has a name and is made anew is.
  if (before === null && !stage.branches.includes(branch)) return null;
  return { stage: stage.id, policy, gates: gatesOfStage(policy, stage).map(({ id }) => id) };
}

async function intrudersIn(
  { branch, before, after }: Push,
  stage: string,
  promoting: Promoting,
): Promise<{ readonly intruders: readonly Intruder[]; readonly isWhole: boolean }> {
  if (before === null) return { intruders: [{ is: "created" }], isWhole: true };
  const { isForced, steps, isWhole } = await readPush(
    { before, after, most: MOST_STEPS },
    promoting,
  );
  const merged = await readMerged(steps, promoting);
  const pulls = new Map<number, MergedPull>();
  const intruders: Intruder[] = isForced ? [{ is: "forced", before }] : [];
  for (const commit of steps) {
    const brought = (merged.get(commit) ?? []).filter(({ baseBranch }) => baseBranch === branch);
    if (brought.length === 0) intruders.push({ is: "commit", commit });
    for (const pull of brought) pulls.set(pull.number, pull);
  }
  for (const { number, head, mergeCommit, mergedAt, mergedBy } of pulls.values()) {
    const commits = [...new Set([head, mergeCommit])];
    const asked = { commits, context: contextOf(stage), at: mergedAt };
    const verdict = await readVerdictAt(asked, promoting);
    if (verdict?.passes === true) continue;
    intruders.push({ is: "pull", number, mergedAt, mergedBy, said: verdict?.said ?? null });
  }
  return { intruders, isWhole };
}

async function open(incident: Incident, promoting: Promoting): Promise<void> {
  const { alone = (work) => work(), wants } = promoting;
  await alone(async () => {
    const issues = await readOwnIssues(promoting);
    if (issues.state === "missing") throw new GitHubFailure(issues.reason, issues.detail);
    const effects = planIncident(incident, issues.value);
    if (wants.dryRun) return;
    for (const { failure } of await applyEffects(effects, promoting)) {
      if (failure !== null) throw failure;
    }
  });
}
