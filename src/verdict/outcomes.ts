import type { Finding, FindingOutcome } from "../model/finding.ts";
import type { Decision, Outcome } from "../model/outcome.ts";
import type { Gate } from "../model/policy.ts";
import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";

/** Worst first. `conditional` and `waived` are one rank: both pass, and both are told. */
const RANKS: readonly (readonly Outcome[])[] = [
  ["errored"],
  ["failed"],
  ["pending"],
  ["conditional", "waived"],
  ["warned"],
  ["passed"],
];

const RANK = new Map(RANKS.flatMap((outcomes, rank) => outcomes.map((outcome) => [outcome, rank])));

/** 0 is the worst. Outcomes that do not count rank behind all others. */
function rank(outcome: Outcome): number {
  return RANK.get(outcome) ?? RANKS.length;
}

const BLOCKING: ReadonlySet<Outcome | FindingOutcome> = new Set(["errored", "failed", "pending"]);

export function isBlocking(outcome: Outcome | FindingOutcome): boolean {
  return BLOCKING.has(outcome);
}

/** `not-applicable` and `scheduled` do not count. */
export function counts(outcome: Outcome): boolean {
  return RANK.has(outcome);
}

function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce<Outcome>((a, b) => (rank(b) < rank(a) ? b : a), "passed");
}

export function outcomeOfFindings(findings: readonly Finding[]): Outcome {
  const outcomes = findings.map((finding) => finding.outcome);
  return worst(outcomes.filter((outcome) => outcome !== "noted"));
}

/** What a rule's outcome means to its gate: a rule with `severity: warn` never blocks. */
function outcomeForGate(rule: Pick<RuleVerdict, "severity" | "outcome">): Outcome {
  return rule.severity === "warn" && isBlocking(rule.outcome) ? "warned" : rule.outcome;
}

/**
 * `all` takes the worst of the counting rules, `any` the best, `{at_least: n}` the nth best; with
 * fewer than n counting rules, all of them.
 */
export function outcomeOfRules(
  rules: readonly Pick<RuleVerdict, "severity" | "outcome">[],
  require: Gate["require"],
): Outcome {
  const outcomes = rules.filter((rule) => counts(rule.outcome)).map(outcomeForGate);
  if (outcomes.length === 0) {
    return rules.some((rule) => rule.outcome === "scheduled") ? "scheduled" : "not-applicable";
  }
  const fromBest = outcomes.toSorted((a, b) => rank(b) - rank(a));
  const nth = require === "all" ? fromBest.length : require === "any" ? 1 : require.at_least;
  const outcome = fromBest[Math.min(nth, fromBest.length) - 1] ?? "errored";
  return outcome === "waived" ? "conditional" : outcome;
}

/**
 * Of the gates that count. Without any there is no verdict to stand on: `no-go`. A gate that
 * cannot be told without GitHub leaves the decision open, unless another one blocks for certain.
 */
export function decide(gates: readonly Pick<GateVerdict, "outcome" | "undetermined">[]): Decision {
  const counting = gates.filter((gate) => counts(gate.outcome) || gate.undetermined);
  if (counting.length === 0) return "no-go";
  if (counting.some((gate) => isBlocking(gate.outcome) && !gate.undetermined)) return "no-go";
  if (counting.some((gate) => gate.undetermined)) return "undetermined";
  return counting.some((gate) => gate.outcome === "conditional") ? "conditional-go" : "go";
}
