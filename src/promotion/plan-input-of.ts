import type { OpenedPull } from "../github/open-pull.ts";
import { surroundingsOf } from "../github/surroundings-of.ts";
import type { Policy } from "../model/policy.ts";
import type { PackTemplates } from "../model/ports.ts";
import type { Voice } from "../model/voice.ts";
import type { PlanInput, Sharer } from "../plan/plan-input.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { canWrite } from "./can-write.ts";
import type { JudgedPromotion } from "./judge-promotion.ts";
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
  // Else it makes no difference, and takes a request to know.
  const matters = policy?.issues.open === true || about.sharers.length > 0;
  const authorCanWrite = matters && (await canWrite(pull.author, opened));
  return {
    verdict: said.verdict,
    policy,
    voice: about.voice,
    surroundings: surroundingsOf(opened, {
      authorCanWrite,
      openPulls: promotionsIn(opened, policy),
    }),
    now: about.now,
    landed: pull.head === pull.defaultBranch.tip,
    templates: policy === null ? [] : templatesFor(policy, about.packs),
    sharers: about.sharers,
    reportUrl: about.reportUrl,
  };
}

/** Numbers of what asks to be promoted; `null` where that is not known. */
function promotionsIn({ openPulls }: OpenedPull, policy: Policy | null): readonly number[] | null {
  if (openPulls.state === "missing" || policy === null) return null;
  return openPulls.value
    .filter(({ baseRefName }) => stageOfBranch(policy, baseRefName) !== null)
    .map(({ number }) => number);
}
