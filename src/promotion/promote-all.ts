import { GitHubFailure } from "../github/failure.ts";
import { listPulls } from "../github/list-pulls.ts";
import type { ListedPull } from "../github/pull/open-pulls.ts";
import { type Fact, known } from "../model/fact.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { branchesIn, loadAtTip } from "./load-at-tip.ts";
import { type Occasion, type Promoted, type Promoting, promote } from "./promote.ts";
import { revoke, whyUnjudged } from "./refuse-unjudged.ts";

export type Attempt =
  | { readonly number: number; readonly promoted: Promoted; readonly failure: null }
  | { readonly number: number; readonly promoted: null; readonly failure: GitHubFailure };

/**
 * Judges every open pull request into a branch of a stage, one after the other. One that cannot be
 * judged keeps no other back.
 *
 * @throws {GitHubFailure} where the pull requests cannot be listed.
 */
export async function promoteAll(promoting: Promoting): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  const { promotions } = await listPromotions(promoting);
  if (promotions.state === "missing") {
    throw new GitHubFailure(promotions.reason, promotions.detail);
  }
  for (const { number } of promotions.value) {
    attempts.push(await attempt(number, promoting));
  }
  return attempts;
}

/** Judges one, and keeps what went wrong instead of throwing it. Then no pass of ours stands any more. */
export async function attempt(
  number: number,
  promoting: Promoting,
  occasion: Occasion = {},
): Promise<Attempt> {
  try {
    return { number, promoted: await promote(number, promoting, occasion), failure: null };
  } catch (error) {
    const failure = await revoke(number, whyUnjudged(error), promoting);
    return { number, promoted: null, failure };
  }
}

/** @throws {GitHubFailure} */
export async function listPromotions(
  asked: Pick<Promoting, "client" | "name" | "packs" | "policyBranch">,
): Promise<{
  /** Branch that the policy is read from. */
  readonly policyBranch: string;
  /** Open pull requests into branches of stages, by number. */
  readonly promotions: Fact<readonly ListedPull[]>;
  /** Those into the policy's branch, as far as the list has them: they may change the policy. */
  readonly beside: readonly ListedPull[];
}> {
  const branchesOf = branchesIn(asked.packs);
  const { policy: at, repository, pulls } = await listPulls({ ...asked, branchesOf });
  const loaded = loadAtTip(at, asked.packs, repository);
  // A policy with problems does not say which branches are a stage's: all but its own branch may be.
  const isPromotion = ({ baseRefName }: ListedPull) =>
    loaded.state === "invalid"
      ? baseRefName !== at.ref
      : stageOfBranch(loaded.policy, baseRefName) !== null;
  const promotions = pulls.state === "missing" ? pulls : known(pulls.value.filter(isPromotion));
  const beside =
    pulls.state === "known" ? pulls.value.filter(({ baseRefName }) => baseRefName === at.ref) : [];
  return { policyBranch: at.ref, promotions, beside };
}
