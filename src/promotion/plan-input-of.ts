import type { OpenedPull } from "../github/open-pull.ts";
import { surroundingsOf } from "../github/surroundings-of.ts";
import type { PackTemplates } from "../model/ports.ts";
import type { Voice } from "../model/voice.ts";
import { issueTrouble } from "../plan/issue-index.ts";
import type { PlanInput, Sharer } from "../plan/plan-input.ts";
import { planIssues } from "../plan/plan-issues.ts";
import { canWrite } from "./can-write.ts";
import type { JudgedPromotion } from "./judge-promotion.ts";
import { promotionsIn } from "./promotions-in.ts";
import { templatesFor } from "./templates-for.ts";

/** A verdict there is: `no-promotion` has none. */
export type Said = Exclude<JudgedPromotion, { readonly state: "no-promotion" }>;

/** What is to be said of a pull request, beside what GitHub shows of ours already. */
export async function planInputOf(
  opened: OpenedPull,
  said: Said,
  about: {
    readonly packs: PackTemplates;
    readonly voice: Voice;
    readonly now: number;
    readonly reportUrl: string | null;
    readonly sharers: readonly Sharer[];
  },
): Promise<PlanInput> {
  const { pull } = opened;
  const policy = said.state === "judged" ? said.policy : null;
  const openPulls = promotionsIn(opened.openPulls, policy);
  const inputFor = (authorCanWrite: boolean): PlanInput => ({
    verdict: said.verdict,
    policy,
    voice: about.voice,
    surroundings: surroundingsOf(opened, { authorCanWrite, openPulls }),
    now: about.now,
    landed: pull.head === pull.defaultBranch.tip,
    templates: policy === null ? [] : templatesFor(policy, about.packs),
    sharers: about.sharers,
    reportUrl: about.reportUrl,
  });
  // Else it makes no difference, and takes a request to know.
  const matters = about.sharers.length > 0 || touchesIssues(inputFor(true));
  return inputFor(matters && (await canWrite(pull.author, opened)));
}

/** Issues are opened and changed for those alone who can write, and they alone are told of it. */
function touchesIssues(input: PlanInput): boolean {
  if (input.policy?.issues.open !== true) return false;
  return issueTrouble(input) !== null || planIssues(input).length > 0;
}
