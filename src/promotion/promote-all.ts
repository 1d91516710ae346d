import type { GitHubFailure } from "../github/failure.ts";
import { listPulls } from "../github/list-pulls.ts";
import type { ListedPull } from "../github/pull/open-pulls.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { loadAtTip } from "./load-at-tip.ts";
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
  for (const { number } of await listPromotions(promoting)) {
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
    const failure = whyUnjudged(error);
    await revoke(number, failure, promoting);
    return { number, promoted: null, failure };
  }
}

async function listPromotions(promoting: Promoting): Promise<readonly ListedPull[]> {
  const { policy: at, repository, pulls } = await listPulls(promoting);
  const loaded = loadAtTip(at, promoting.packs, repository);
  // A policy with problems does not say which branches are a stage's: all but the default branch may be.
  if (loaded.state === "invalid") return pulls.filter(({ baseRefName }) => baseRefName !== at.ref);
  return pulls.filter(({ baseRefName }) => stageOfBranch(loaded.policy, baseRefName) !== null);
}
