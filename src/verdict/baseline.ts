import type { Baseline } from "../model/baseline.ts";
import type { Finding } from "../model/finding.ts";
import type { Rule } from "../model/policy.ts";
import type { RuleVerdict } from "../model/verdict.ts";
import { DAY, startOf } from "../time/date.ts";
import type { Timeline } from "../time/timeline.ts";
import { canBeBaselined, fingerprintOf } from "./baseline-entries.ts";
import { isMended } from "./mended.ts";
import { isBlocking, outcomeOfFindings } from "./outcomes.ts";

/** A baseline whose last day is not over. */
export interface ActiveBaseline extends Pick<Baseline, "owner" | "until"> {
  /** Fingerprints of the findings it covers. */
  readonly findings: ReadonlySet<string>;
  /** Keys of the rules it has anything of. */
  readonly rules: ReadonlySet<string>;
}

/** A rule as it is put to a service. */
export interface RuleOfGate {
  readonly gate: string;
  readonly rule: string;
  /** `null` where the repository is its one service. */
  readonly service: string | null;
}

function keyOf({ gate, rule, service }: RuleOfGate): string {
  return JSON.stringify([gate, rule, service]);
}

/** Nobody plans further ahead; what takes longer gets a new baseline, and is looked at anew. */
export const MOST_DAYS = 365;

/** `null` where there is none, its last day is over, or is further ahead than one may be. */
export function activeBaseline(baseline: Baseline | null, time: Timeline): ActiveBaseline | null {
  if (baseline === null || time.isOver(baseline.until)) return null;
  if (isTooLong(baseline, time)) return null;
  const { owner, until, findings } = baseline;
  return {
    owner,
    until,
    findings: new Set(findings.map(fingerprintOf)),
    rules: new Set(findings.map(keyOf)),
  };
}

/** Whether its last day is further ahead than one may be. */
export function isTooLong({ until }: Baseline, time: Timeline): boolean {
  return !time.reached(startOf(until) - MOST_DAYS * DAY);
}

/** Whether the baseline has anything of a rule. */
export function isAbout(baseline: ActiveBaseline | null, rule: RuleOfGate): boolean {
  return baseline?.rules.has(keyOf(rule)) === true;
}

/**
 * The rule with its baselined findings as warnings, less those that base has mended. What the
 * organization locked stays as it is.
 */
export function soften(
  { verdict, onBase }: { verdict: RuleVerdict; onBase: readonly Finding[] | null },
  { rule, ...of }: { readonly rule: Rule } & Pick<RuleOfGate, "gate" | "service">,
  baseline: ActiveBaseline | null,
): RuleVerdict {
  if (baseline === null || rule.locked === true || verdict.outcome === "scheduled") return verdict;
  if (!isBlocking(verdict.outcome)) return verdict;
  let softened = false;
  const findings = verdict.findings.map((finding) => {
    const { code, item } = finding;
    const key = fingerprintOf({ ...of, rule: rule.id, code, item });
    if (!canBeBaselined(rule, finding) || !baseline.findings.has(key)) return finding;
    if (onBase === null || isMended(finding, onBase)) {
      return { ...finding, problem: `${finding.problem} (in the baseline, but not so on base)` };
    }
    softened = true;
    const problem = `${finding.problem} (in the baseline until ${baseline.until}, ${baseline.owner})`;
    return { ...finding, outcome: "warned" as const, problem, baselined: true as const };
  });
  return softened ? { ...verdict, findings, outcome: outcomeOfFindings(findings) } : verdict;
}
