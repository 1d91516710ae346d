import { loginOf } from "../github/answer-data.ts";
import { GitHubFailure } from "../github/failure.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import type { Sharer } from "../plan/plan-input.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { writeAccess } from "./can-write.ts";
import { type JudgedPromotion, judgePromotion } from "./judge-promotion.ts";
import { openPromotion } from "./open-promotion.ts";
import type { Promoting } from "./promote.ts";

/**
 * One commit has one status of a name, so every open pull request that asks to promote it to the
 * same stage has a say. Those of strangers only where nobody else asks for it: whoever can read can
 * open any number of them, and each would have to be judged.
 *
 * @throws {GitHubFailure} where one cannot be read, or nobody knows whether its author is a stranger.
 */
export async function judgeSharers(
  opened: OpenedPull,
  { policy, stage }: Extract<JudgedPromotion, { readonly state: "judged" }>,
  promoting: Promoting,
): Promise<readonly Sharer[]> {
  const { pull, openPulls } = opened;
  if (openPulls.state === "missing") throw new GitHubFailure(openPulls.reason, openPulls.detail);
  const others = openPulls.value.filter(
    ({ number, headRefOid, baseRefName }) =>
      headRefOid === pull.head &&
      number !== pull.number &&
      stageOfBranch(policy, baseRefName)?.id === stage.id,
  );
  if (others.length === 0) return [];
  const logins = new Set([pull.author, ...others.map(({ author }) => loginOf(author))]);
  const writers = new Set<string>();
  for (const login of logins) {
    const access = await writeAccess(login, opened);
    if (access.state === "missing") throw new GitHubFailure(access.reason, access.detail);
    if (access.value) writers.add(login);
  }
  const counting = others.filter(({ author }) => writers.has(loginOf(author)));
  const sharers: Sharer[] = [];
  for (const { number, author } of writers.size === 0 ? others : counting) {
    const other = await openPromotion(number, promoting);
    const outcome = await judgePromotion({ ...promoting, opened: other, now: promoting.now() });
    if (outcome.state === "no-promotion" || outcome.verdict.stage !== stage.id) continue;
    const authorCanWrite = writers.has(loginOf(author));
    sharers.push({ pull: number, verdict: outcome.verdict, authorCanWrite });
  }
  return sharers;
}
