import type { MergedPullFact } from "../model/fact.ts";
import type { Finding, Note } from "../model/finding.ts";
import type { Waived, Waiver } from "../model/policy.ts";
import type { Service } from "../model/service.ts";
import type { AppliedWaiver, GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { DAY, dayOf, startOf } from "../time/date.ts";
import type { Timeline } from "../time/timeline.ts";
import { isBlocking } from "./outcomes.ts";

/** What is known of the pull request that a waiver says approved it. */
export type Approval =
  | { readonly state: "unknown"; readonly why: string }
  | {
      readonly state: "known";
      readonly pull: MergedPullFact;
      /** Whether the file, as that pull request left it, has this very entry. */
      readonly hasEntry: boolean;
      /** Holders of an approver role who approved it and did not open it. */
      readonly approvers: readonly string[];
    };

/** A waiver that holds, wherever it was given. */
export interface Grant {
  readonly waiver: Waived;
  readonly approvedBy: readonly string[];
  /** Number of the merged pull request that approved it. */
  readonly approvedIn: number | null;
}

export type CheckedWaiver =
  | ({ readonly state: "valid" } & Grant)
  | { readonly state: "void"; readonly note: Note };

/** What the policy says that a waiver may be about, and for how long. */
export interface WaiverTerms {
  readonly maxDays: number;
  /** Ids of the services there are; `null` where the repository is its one service. */
  readonly services: ReadonlySet<string> | null;
  /** Ids of the rules of each gate. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A waiver that is not valid waives nothing, and is listed with the reason. */
export function checkWaiver(
  waiver: Waiver,
  approval: Approval,
  terms: WaiverTerms,
  time: Timeline,
): CheckedWaiver {
  const voided = (code: string, why: string): CheckedWaiver => {
    const message = `the waiver of \`${subjectOf(waiver)}\` waives nothing: ${why}`;
    return { state: "void", note: { code, message, at: waiver.at } };
  };
  const misnamed = misnames(waiver, terms);
  if (misnamed !== null) return voided("WAIVER-UNKNOWN", misnamed);
  if (time.isOver(waiver.until)) {
    return voided("WAIVER-EXPIRED", `it ended on ${waiver.until}`);
  }
  if (approval.state === "unknown") return voided("NEEDS-GITHUB", approval.why);
  const number = `#${waiver.approved_in}`;
  const { pull } = approval;
  if (pull.state !== "merged") {
    return voided(
      "WAIVER-NOT-APPROVED",
      `${number} is ${pull.state === "absent" ? "not there" : `${pull.state}, not merged`}`,
    );
  }
  if (!approval.hasEntry) {
    return voided("WAIVER-CHANGED", `it does not stand in the file as ${number} merged it`);
  }
  if (approval.approvers.length === 0) {
    return voided(
      "WAIVER-NOT-APPROVED",
      `nobody who may waive, other than its author, approved ${number}`,
    );
  }
  const last = dayOf(startOf(dayOf(pull.mergedAt)) + terms.maxDays * DAY);
  if (waiver.until > last) {
    return voided(
      "WAIVER-TOO-LONG",
      `it runs until ${waiver.until}; ${terms.maxDays} days after ${number} was merged is ${last}`,
    );
  }
  const { approvers: approvedBy } = approval;
  return { state: "valid", waiver, approvedBy, approvedIn: waiver.approved_in };
}

/** What is wrong with the names in it; `null` where they fit the policy. */
export function misnames({ gate, rule, service }: Waived, terms: WaiverTerms): string | null {
  const rules = terms.rules.get(gate);
  if (rules === undefined) return `the policy has no gate \`${gate}\``;
  if (rule !== null && !rules.has(rule)) return `the gate has no rule \`${rule}\``;
  if (terms.services === null) {
    return service === null ? null : "the repository has no `services`, so leave out `service`";
  }
  if (service === null) return "it has to name one `service`";
  return terms.services.has(service) ? null : `there is no service \`${service}\``;
}

export function subjectOf(waiver: Pick<Waived, "gate" | "rule">): string {
  return waiver.rule === null ? waiver.gate : `${waiver.gate}/${waiver.rule}`;
}

/** Whether two entries say the same, wherever they stand. */
export function sameWaiver(a: Waiver, b: Waiver): boolean {
  const said = ({ at: _, ...entry }: Waiver) =>
    JSON.stringify(Object.entries(entry).sort(([x], [y]) => (x < y ? -1 : 1)));
  return said(a) === said(b);
}

/** `failed` and `pending` can be waived, `errored` cannot; all that blocks must be covered. */
export function waive(
  rule: RuleVerdict,
  gate: string,
  service: Service,
  grants: readonly Grant[],
): RuleVerdict {
  if (!isBlocking(rule.outcome) || rule.outcome === "errored") return rule;
  const covering = grants.find(
    ({ waiver }) =>
      concerns(waiver, { gate, rule: rule.id, service: service.id }) &&
      uncovered(rule, waiver).length === 0,
  );
  if (covering === undefined) return rule;
  const { waiver, approvedBy, approvedIn } = covering;
  const { reason, until } = waiver;
  const applied: AppliedWaiver = { kind: "waiver", reason, until, approvedBy, approvedIn };
  return { ...rule, outcome: "waived", waiver: applied };
}

export function concerns(
  waiver: Waived,
  subject: { readonly gate: string; readonly rule: string; readonly service: string | null },
): boolean {
  if (waiver.gate !== subject.gate || waiver.service !== subject.service) return false;
  return waiver.rule === null || waiver.rule === subject.rule;
}

/** What blocks in a rule and is not of the codes that a waiver covers. */
export function uncovered({ findings }: RuleVerdict, { codes }: Waived): readonly Finding[] {
  return findings.filter(
    ({ code, outcome }) => isBlocking(outcome) && codes?.includes(code) === false,
  );
}

/** Whether a waiver names the whole gate: then it need not wait for others either. */
export function coversGate(
  gate: Pick<GateVerdict, "id" | "service">,
  grants: readonly Grant[],
): boolean {
  return grants.some(
    ({ waiver }) =>
      waiver.gate === gate.id && waiver.rule === null && waiver.service === gate.service,
  );
}
