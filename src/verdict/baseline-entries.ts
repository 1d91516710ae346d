import type { Baseline, BaselineEntry } from "../model/baseline.ts";
import type { Finding } from "../model/finding.ts";
import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";

/** What a finding is known by. */
export type Fingerprint = Pick<BaselineEntry, "gate" | "rule" | "service" | "code" | "item">;

export function fingerprintOf({ gate, rule, service, code, item }: Fingerprint): string {
  return JSON.stringify([gate, rule, service, code, item]);
}

/**
 * Rule types that judge the change itself, or what happens from day to day: one entry would cover
 * every red run and every open blocker that is still to come.
 */
const ABOUT_TODAY: ReadonlySet<string> = new Set(["rollout", "sign-off", "ci", "issues"]);

/**
 * What nobody leaves for later: what shows readers something else than it holds, two things for one
 * (neither of which is judged then), claims of a day to come, a record that says no, and a KPI that
 * the change takes away.
 */
const NO_DEBT =
  /^HIDDEN-CHARACTER$|-(?:AMBIGUOUS|DUPLICATE|FUTURE)$|^(?:DECISION-AGAINST|METRICS-DELETED)$/;

/**
 * A finding that may be baselined says that something is not there yet. What could not be judged
 * and what waits for a person or for time never is.
 */
export function canBeBaselined(
  { type }: { readonly type: string },
  { outcome, code }: Finding,
): boolean {
  return outcome === "failed" && !NO_DEBT.test(code) && !ABOUT_TODAY.has(type);
}

/**
 * Entries whose finding is gone. Only a rule that was judged can tell: what was left out, does not
 * apply, or could not be judged says nothing of what it would have found.
 */
export function staleEntries(
  { findings }: Baseline,
  gates: readonly GateVerdict[],
): readonly BaselineEntry[] {
  const found = new Set(gates.flatMap(entriesIn).map(fingerprintOf));
  const judged = new Set(
    gates.flatMap(({ id, service, rules }) =>
      rules.filter(isJudged).map((rule) => JSON.stringify([id, rule.id, service])),
    ),
  );
  return findings.filter(
    (entry) =>
      judged.has(JSON.stringify([entry.gate, entry.rule, entry.service])) &&
      !found.has(fingerprintOf(entry)),
  );
}

function isJudged({ judged, outcome, findings }: RuleVerdict): boolean {
  const counts = outcome !== "not-applicable" && outcome !== "scheduled";
  return judged && counts && !findings.some((finding) => finding.outcome === "errored");
}

/** What a baseline of today has to hold of a gate: all that blocks and may be baselined, each once. */
export function entriesIn({ id, service, rules }: GateVerdict): readonly Fingerprint[] {
  const entries = rules.flatMap((rule) =>
    rule.severity === "warn" || rule.outcome === "scheduled"
      ? []
      : rule.findings
          .filter((finding) => canBeBaselined(rule, finding) || finding.baselined === true)
          .map(({ code, item }) => ({ gate: id, rule: rule.id, service, code, item })),
  );
  return [...new Map(entries.map((entry) => [fingerprintOf(entry), entry])).values()];
}
