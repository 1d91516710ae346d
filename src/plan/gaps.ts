import { fingerprintOf } from "../model/marker.ts";
import type { GateVerdict, RuleVerdict, Verdict } from "../model/verdict.ts";
import { counts } from "../verdict/outcomes.ts";

export type GapKind = "owner" | "runbook";

/** What issues are opened for: one for each service and kind, whatever the number of rules. */
export interface Gap {
  readonly kind: GapKind;
  readonly service: string | null;
  readonly fingerprint: string;
  /**
   * `open`: a rule fails, also where a waiver lets it pass. `closed`: all of them hold. `unknown`
   * where one could not be judged, is still waited for or was not asked: nothing is done then.
   */
  readonly state: "open" | "closed" | "unknown";
  /** What fails, with its gate. */
  readonly failing: readonly { readonly gate: GateVerdict; readonly rule: RuleVerdict }[];
}

/** Gaps of the services that were judged; of others the verdict says nothing. */
export function gapsOf({ gates }: Verdict): readonly Gap[] {
  const found = new Map<string, { readonly gate: GateVerdict; readonly rule: RuleVerdict }[]>();
  for (const gate of gates) {
    for (const rule of gate.rules) {
      const fingerprint = fingerprintOfRule(gate, rule);
      if (fingerprint === null) continue;
      const asked = found.get(fingerprint);
      if (asked === undefined) found.set(fingerprint, [{ gate, rule }]);
      else asked.push({ gate, rule });
    }
  }
  return [...found].flatMap(([fingerprint, asked]) => {
    const [first] = asked;
    if (first === undefined || first.rule.issue === "none") return [];
    const failing = asked.filter(({ rule }) => isFailing(rule));
    const counting = asked.filter(({ rule }) => counts(rule.outcome));
    const holds = counting.length > 0 && counting.every(({ rule }) => isHolding(rule));
    return [
      {
        kind: first.rule.issue,
        service: first.gate.service,
        fingerprint,
        state: failing.length > 0 ? "open" : holds ? "closed" : "unknown",
        failing,
      },
    ];
  });
}

export function fingerprintOfRule({ service }: GateVerdict, { issue }: RuleVerdict): string | null {
  return issue === "none" ? null : fingerprintOf(issue, service);
}

/** A rule that only warns blocks nobody, so nobody is called for it. */
function isFailing({ severity, outcome, judged }: RuleVerdict): boolean {
  return severity === "block" && judged && (outcome === "failed" || outcome === "waived");
}

/** What is only held off by the baseline is not mended. */
function isHolding({ outcome, judged, findings }: RuleVerdict): boolean {
  if (!judged || findings.some(({ baselined }) => baselined)) return false;
  return outcome === "passed" || outcome === "warned" || outcome === "conditional";
}
