import type { Finding } from "../model/finding.ts";
import type { Outcome } from "../model/outcome.ts";
import type { GateVerdict, NextStep, RuleVerdict, Verdict } from "../model/verdict.ts";

/** How a gate or a finding is shown. One word each: colour and icons only repeat it. */
export type Standing =
  | "fail"
  | "error"
  | "wait"
  | "conditional"
  | "warn"
  | "open"
  | "pass"
  | "none";

/** In the order a reader needs them: what must be mended, what nobody could tell, what takes time. */
const ORDER: readonly Standing[] = [
  "fail",
  "error",
  "wait",
  "open",
  "conditional",
  "warn",
  "pass",
  "none",
];

const STANDINGS: Readonly<Record<Outcome, Standing>> = {
  failed: "fail",
  errored: "error",
  pending: "wait",
  conditional: "conditional",
  waived: "conditional",
  warned: "warn",
  passed: "pass",
  "not-applicable": "none",
  scheduled: "none",
};

/** A verdict arranged for reading. Formats differ in how they print it, not in what they tell. */
export interface Outline {
  /** Gates with something to tell, what blocks first, otherwise as in the policy. */
  readonly told: readonly ToldGate[];
  readonly passing: readonly GateVerdict[];
  /** Not applicable, or not enforced yet. */
  readonly idle: readonly GateVerdict[];
  readonly counts: Readonly<Record<Standing, number>>;
}

export interface ToldGate {
  readonly gate: GateVerdict;
  readonly standing: Standing;
  readonly findings: readonly ToldFinding[];
  /** Rules a waiver covers. */
  readonly waived: readonly RuleVerdict[];
  /** Rules that were left out on request. */
  readonly leftOut: readonly RuleVerdict[];
}

export interface ToldFinding {
  readonly finding: Finding;
  readonly standing: Standing;
  readonly rule: RuleVerdict;
}

export function outline(verdict: Verdict): Outline {
  const counts: Record<Standing, number> = {
    fail: 0,
    error: 0,
    wait: 0,
    conditional: 0,
    warn: 0,
    open: 0,
    pass: 0,
    none: 0,
  };
  for (const gate of verdict.gates) counts[standingOf(gate)] += 1;
  const told = verdict.gates.filter((gate) => !["pass", "none"].includes(standingOf(gate)));
  return {
    told: told.map(toldGate).sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing)),
    passing: verdict.gates.filter((gate) => standingOf(gate) === "pass"),
    idle: verdict.gates.filter((gate) => standingOf(gate) === "none"),
    counts,
  };
}

export function standingOf(gate: GateVerdict): Standing {
  return gate.undetermined ? "open" : STANDINGS[gate.outcome];
}

/** `scheduled from 2026-12-15`: the day on which the first of its rules counts. */
export function scheduledWords({ rules }: GateVerdict): string {
  const days = rules.flatMap(({ countsFrom }) => (countsFrom === undefined ? [] : [countsFrom]));
  const [first] = days.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return first === undefined ? "scheduled" : `scheduled from ${first}`;
}

function toldGate(gate: GateVerdict): ToldGate {
  const standing = standingOf(gate);
  const counting = gate.rules.filter((rule) => STANDINGS[rule.outcome] !== "none" && rule.judged);
  const findings = counting
    .filter((rule) => rule.waiver === null)
    .flatMap((rule) => rule.findings.map((finding) => told(finding, rule)))
    .filter((one) => one.finding.outcome !== "noted" && matters(one.standing, standing))
    .sort((a, b) => rankIn(standing, a) - rankIn(standing, b));
  return {
    gate,
    standing,
    findings: withoutRepeats(findings),
    waived: counting.filter((rule) => rule.waiver !== null),
    leftOut: gate.rules.filter((rule) => !rule.judged),
  };
}

/** What gives the gate its standing comes first. */
function rankIn(gate: Standing, { standing }: ToldFinding): number {
  return standing === gate ? -1 : ORDER.indexOf(standing);
}

/** Two rules may find the same; one reader is told once. */
function withoutRepeats(findings: readonly ToldFinding[]): readonly ToldFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ standing, finding: { problem, remedy, at, asks } }) => {
    const key = JSON.stringify([standing, problem, remedy, at, asks]);
    return !seen.has(key) && seen.add(key);
  });
}

function told(finding: Finding, rule: RuleVerdict): ToldFinding {
  const own = finding.outcome === "noted" ? "none" : STANDINGS[finding.outcome];
  const standing = rule.severity === "warn" && blocks(own) ? "warn" : own;
  return { finding, standing, rule };
}

export function blocks(standing: Standing): boolean {
  return standing === "fail" || standing === "error" || standing === "wait";
}

/** Where a gate needs only some of its rules, what the others lack does not hold it up. */
function matters(finding: Standing, gate: Standing): boolean {
  return blocks(gate) || !blocks(finding);
}

/** Findings that one and the same remedy mends, in the order of the first of each. */
export function byRemedy(findings: readonly ToldFinding[]): readonly (readonly ToldFinding[])[] {
  const groups = new Map<string, ToldFinding[]>();
  for (const one of findings) {
    const key = JSON.stringify([one.standing, one.finding.remedy, one.finding.asks]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** How many steps each has to do, most first; `null` is whoever opened the pull request. */
export function stepsByWhom(
  steps: readonly NextStep[],
): readonly (readonly [string | null, number])[] {
  const byWhom = new Map<string | null, number>();
  for (const { who } of steps) byWhom.set(who, (byWhom.get(who) ?? 0) + 1);
  return [...byWhom].sort(([, a], [, b]) => b - a);
}
