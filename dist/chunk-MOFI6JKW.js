import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/verdict/outcomes.ts
var RANKS = [
  ["errored"],
  ["failed"],
  ["pending"],
  ["conditional", "waived"],
  ["warned"],
  ["passed"]
];
var RANK = new Map(RANKS.flatMap((outcomes, rank2) => outcomes.map((outcome) => [outcome, rank2])));
function rank(outcome) {
  return RANK.get(outcome) ?? RANKS.length;
}
var BLOCKING = /* @__PURE__ */ new Set(["errored", "failed", "pending"]);
function isBlocking(outcome) {
  return BLOCKING.has(outcome);
}
function counts(outcome) {
  return RANK.has(outcome);
}
function worst(outcomes) {
  return outcomes.reduce((a, b) => rank(b) < rank(a) ? b : a, "passed");
}
function outcomeOfFindings(findings) {
  const outcomes = findings.map((finding) => finding.outcome);
  return worst(outcomes.filter((outcome) => outcome !== "noted"));
}
function outcomeForGate(rule) {
  return rule.severity === "warn" && isBlocking(rule.outcome) ? "warned" : rule.outcome;
}
function outcomeOfRules(rules, require2) {
  const outcomes = rules.filter((rule) => counts(rule.outcome)).map(outcomeForGate);
  if (outcomes.length === 0) {
    return rules.some((rule) => rule.outcome === "scheduled") ? "scheduled" : "not-applicable";
  }
  const fromBest = outcomes.toSorted((a, b) => rank(b) - rank(a));
  const nth = require2 === "all" ? fromBest.length : require2 === "any" ? 1 : require2.at_least;
  const outcome = fromBest[Math.min(nth, fromBest.length) - 1] ?? "errored";
  return outcome === "waived" ? "conditional" : outcome;
}
function decide(gates) {
  const counting = gates.filter((gate) => counts(gate.outcome) || gate.undetermined);
  if (counting.length === 0) return "no-go";
  if (counting.some((gate) => isBlocking(gate.outcome) && !gate.undetermined)) return "no-go";
  if (counting.some((gate) => gate.undetermined)) return "undetermined";
  return counting.some((gate) => gate.outcome === "conditional") ? "conditional-go" : "go";
}

export {
  isBlocking,
  counts,
  outcomeOfFindings,
  outcomeOfRules,
  decide
};
