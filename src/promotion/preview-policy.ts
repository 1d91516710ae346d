import { failureOf } from "../github/failure.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import type { PolicyAtTip } from "../github/policy-at-tip.ts";
import type { Policy } from "../model/policy.ts";
import type { PolicyPreview, PreviewedPromotion } from "../render/policy-check.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { type JudgedPromotion, judgePromotion } from "./judge-promotion.ts";
import { openPromotion } from "./open-promotion.ts";
import type { Promoting } from "./promote.ts";

/** More are not looked at: each takes as many requests as to judge it. */
const MOST = 20;

/** Which open promotions pass by one of two policies alone. Facts are read once for both. */
export async function previewPolicy(
  { openPulls }: Pick<OpenedPull, "openPulls">,
  proposed: PolicyAtTip,
  policies: readonly Policy[],
  promoting: Promoting,
): Promise<PolicyPreview> {
  const pulls = openPulls.state === "known" ? openPulls.value : [];
  const all = pulls.filter(({ baseRefName }) =>
    policies.some((policy) => stageOfBranch(policy, baseRefName) !== null),
  );
  const flips: PreviewedPromotion[] = [];
  let unjudged = 0;
  for (const { number } of all.slice(0, MOST)) {
    try {
      const opened = await openPromotion(number, promoting);
      const about = { packs: promoting.packs, now: promoting.now() };
      const now = standingOf(await judgePromotion({ ...about, opened }));
      const after = standingOf(
        await judgePromotion({ ...about, opened: { ...opened, policy: proposed } }),
      );
      if (now !== after) flips.push({ number, now, after });
    } catch (error) {
      failureOf(error);
      unjudged += 1;
    }
  }
  const isListed = openPulls.state === "known";
  return { isListed, judged: Math.min(all.length, MOST) - unjudged, of: all.length, flips };
}

function standingOf(judged: JudgedPromotion): PreviewedPromotion["now"] {
  if (judged.state === "no-promotion") return "not-judged";
  if (judged.state === "invalid") return "blocked";
  const { decision, mode } = judged.verdict;
  return decision === "go" || decision === "conditional-go" || mode === "advisory"
    ? "passes"
    : "blocked";
}
