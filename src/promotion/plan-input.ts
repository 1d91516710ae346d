import type { OpenedPull } from "../github/open-pull.ts";
import { surroundingsOf } from "../github/surroundings-of.ts";
import type { AccountFact, Fact } from "../model/fact.ts";
import type { PackTemplates } from "../model/ports.ts";
import type { PlanInput, Sharer } from "../plan/plan-input.ts";
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
    readonly now: number;
    readonly reportUrl: string | null;
    readonly sharers: readonly Sharer[];
  },
): Promise<PlanInput> {
  const { pull } = opened;
  const policy = said.state === "judged" ? said.policy : null;
  const authorCanWrite = await canWrite(opened);
  return {
    verdict: said.verdict,
    policy,
    surroundings: surroundingsOf(opened, { authorCanWrite, openPulls: null }),
    now: about.now,
    landed: pull.head === pull.defaultBranch.tip,
    templates: policy === null ? [] : templatesFor(policy, about.packs),
    sharers: about.sharers,
    reportUrl: about.reportUrl,
  };
}

/** Whether whoever opened it could have pushed it here; who cannot be looked up cannot. */
export async function canWrite({ source, pull }: OpenedPull): Promise<boolean> {
  const [fact] = await source.read([{ kind: "account", login: pull.author }]);
  // Sound: it is the answer to a request for an account.
  const account = fact as Fact<AccountFact> | undefined;
  if (account?.state !== "known" || account.value.state === "absent") return false;
  return ["write", "maintain", "admin"].includes(account.value.access);
}
