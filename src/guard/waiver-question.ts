import type { Question } from "../facts/collect.ts";
import { recordingReader } from "../facts/fact-reader.ts";
import type { FactKind } from "../model/fact.ts";
import { sameLogin } from "../model/login.ts";
import type { Policy, Waiver } from "../model/policy.ts";
import type { FactReader } from "../model/ports.ts";
import { loadWaivers } from "../policy/load-waivers.ts";
import { holdersAmong } from "../rules/people/authority.ts";
import { Timeline } from "../time/timeline.ts";
import {
  type Approval,
  type CheckedWaiver,
  checkWaiver,
  sameWaiver,
  type WaiverTerms,
} from "../verdict/waivers.ts";

export interface WaiverAnswer {
  readonly kind: "waiver";
  readonly checked: CheckedWaiver;
  readonly next: number | null;
  /** The same facts, asked again as of another moment. */
  at(now: number): WaiverAnswer;
}

/** Asks whether an entry of the waivers file was approved as it stands and still runs. */
export function waiverQuestion(
  waiver: Waiver,
  policy: Policy,
  terms: WaiverTerms,
  now: number,
): Question<WaiverAnswer> {
  return {
    ask(facts) {
      const { reader, wanted, unreadable } = recordingReader(facts);
      const read = readApproval(waiver, policy, reader);
      const [missing] = unreadable.values();
      const approval: Approval =
        missing === undefined
          ? (read ?? { state: "unknown", why: "its approval was not read" })
          : {
              state: "unknown",
              why: `#${waiver.approved_in} could not be read: ${missing.detail}`,
            };
      const time = new Timeline(now);
      const checked = checkWaiver(waiver, approval, terms, time);
      const at = (moment: number) =>
        waiverQuestion(waiver, policy, terms, moment).ask(facts).answer;
      return { answer: { kind: "waiver", checked, next: time.next, at }, wanted };
    },
  };
}

function readApproval(
  waiver: Waiver,
  policy: Policy,
  facts: FactReader<FactKind>,
): Approval | null {
  const pull = facts.read("merged-pull", { number: waiver.approved_in });
  if (pull === null) return null;
  if (pull.state !== "merged") return { state: "known", pull, hasEntry: false, approvers: [] };
  const others = pull.approvedBy.filter((login) => !sameLogin(login, pull.author));
  const approvers = holdersAmong(facts, policy.waivers.approvers, policy.roles, others);
  if (approvers === null) return null;
  const then =
    pull.waivers === null ? [] : loadWaivers({ name: waiver.at.file, text: pull.waivers }).waivers;
  const hasEntry = then.some((entry) => sameWaiver(entry, waiver));
  return { state: "known", pull, hasEntry, approvers };
}
