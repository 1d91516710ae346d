import type { OpenedPull } from "../github/open-pull.ts";
import type { PolicyRead } from "../github/policy-at-tip.ts";
import { judge, withoutVerdict } from "../guard.ts";
import type { Policy, Stage } from "../model/policy.ts";
import type { PackLibrary } from "../model/ports.ts";
import type { Verdict } from "../model/verdict.ts";
import { noteOf } from "../policy/load-policy-files.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { loadAtTip, originOf } from "./load-at-tip.ts";

export interface PromotionInput {
  readonly opened: Omit<OpenedPull, "policy"> & { readonly policy: PolicyRead };
  readonly packs: PackLibrary;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

export type JudgedPromotion =
  /** No stage owns the branch it would be merged into: there is nothing to say. */
  | { readonly state: "no-promotion"; readonly policy: Policy }
  | {
      readonly state: "judged";
      readonly policy: Policy;
      readonly stage: Stage;
      readonly verdict: Verdict;
      /** Where an organization's policy would be, if none was seen that may still be there. */
      readonly unseen: string | null;
    }
  /** The policy has problems, so nothing was judged, and that is no pass. */
  | { readonly state: "invalid"; readonly verdict: Verdict };

/**
 * Judges a pull request by the policy that it was opened with, whatever the pull request makes of it:
 * that at the live tip, but for previews.
 */
export async function judgePromotion(input: PromotionInput): Promise<JudgedPromotion> {
  const { opened, packs, now } = input;
  const { pull } = opened;
  const origin = originOf(opened.policy);
  const loaded = loadAtTip(opened.policy, packs, pull.repository);
  if (loaded.state === "invalid") {
    const { problems } = loaded;
    const said = { stage: pull.baseBranch, mode: "enforce", origin, commit: pull.head } as const;
    return { state: "invalid", verdict: withoutVerdict({ ...said, problems }) };
  }
  const { policy, waivers, baseline, notes, besideProblems } = loaded;
  const stage = stageOfBranch(policy, pull.baseBranch);
  if (stage === null) return { state: "no-promotion", policy };
  const verdict = await judge({
    policy,
    waivers,
    baseline,
    notes: [...notes, ...besideProblems].map(noteOf),
    origin,
    source: opened.source,
    now,
    stage: stage.id,
    services: null,
    local: false,
    commit: pull.head,
    repository: pull.repository,
  });
  const { name, isSeen } = opened.policy.organization;
  return { state: "judged", policy, stage, verdict, unseen: isSeen ? null : name };
}
