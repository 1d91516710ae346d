import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  formatCount
} from "./chunk-OBXZQG3I.js";

// src/render/outline.ts
var ORDER = [
  "fail",
  "error",
  "wait",
  "open",
  "conditional",
  "warn",
  "pass",
  "none"
];
var STANDINGS = {
  failed: "fail",
  errored: "error",
  pending: "wait",
  conditional: "conditional",
  waived: "conditional",
  warned: "warn",
  passed: "pass",
  "not-applicable": "none",
  scheduled: "none"
};
function outline(verdict) {
  const counts = {
    fail: 0,
    error: 0,
    wait: 0,
    conditional: 0,
    warn: 0,
    open: 0,
    pass: 0,
    none: 0
  };
  for (const gate of verdict.gates) counts[standingOf(gate)] += 1;
  const told2 = verdict.gates.filter((gate) => !["pass", "none"].includes(standingOf(gate)));
  return {
    told: told2.map(toldGate).sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing)),
    passing: verdict.gates.filter((gate) => standingOf(gate) === "pass"),
    idle: verdict.gates.filter((gate) => standingOf(gate) === "none"),
    counts
  };
}
function standingOf(gate) {
  return gate.undetermined ? "open" : STANDINGS[gate.outcome];
}
function scheduledWords({ rules }) {
  const days = rules.flatMap(({ countsFrom }) => countsFrom === void 0 ? [] : [countsFrom]);
  const [first] = days.toSorted((a, b) => a < b ? -1 : a > b ? 1 : 0);
  return first === void 0 ? "scheduled" : `scheduled from ${first}`;
}
function toldGate(gate) {
  const standing = standingOf(gate);
  const counting = gate.rules.filter((rule) => STANDINGS[rule.outcome] !== "none" && rule.judged);
  const findings = counting.filter((rule) => rule.waiver === null).flatMap((rule) => rule.findings.map((finding) => told(finding, rule))).filter((one) => one.finding.outcome !== "noted" && matters(one.standing, standing)).sort((a, b) => rankIn(standing, a) - rankIn(standing, b));
  return {
    gate,
    standing,
    findings: withoutRepeats(findings),
    waived: counting.filter((rule) => rule.waiver !== null),
    leftOut: gate.rules.filter((rule) => !rule.judged)
  };
}
function rankIn(gate, { standing }) {
  return standing === gate ? -1 : ORDER.indexOf(standing);
}
function withoutRepeats(findings) {
  const seen = /* @__PURE__ */ new Set();
  return findings.filter(({ standing, finding: { problem, remedy, at, asks } }) => {
    const key = JSON.stringify([standing, problem, remedy, at, asks]);
    return !seen.has(key) && seen.add(key);
  });
}
function told(finding, rule) {
  const own = finding.outcome === "noted" ? "none" : STANDINGS[finding.outcome];
  const standing = rule.severity === "warn" && blocks(own) ? "warn" : own;
  return { finding, standing, rule };
}
function blocks(standing) {
  return standing === "fail" || standing === "error" || standing === "wait";
}
function matters(finding, gate) {
  return blocks(gate) || !blocks(finding);
}
function byRemedy(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of findings) {
    const key = JSON.stringify([one.standing, one.finding.remedy, one.finding.asks]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
function stepsByWhom(steps) {
  const byWhom = /* @__PURE__ */ new Map();
  for (const { who } of steps) byWhom.set(who, (byWhom.get(who) ?? 0) + 1);
  return [...byWhom].sort(([, a], [, b]) => b - a);
}

// src/render/summary.ts
function summaryOf(verdict, { counts }) {
  if (verdict.problems.length > 0)
    return "No verdict: the policy has problems, nothing was evaluated";
  const parts = VERBS.filter(([standing]) => counts[standing] > 0).map(
    ([standing, one, many]) => `${formatCount(counts[standing])} ${counts[standing] === 1 ? one : many}`
  );
  const said = parts.length === 0 ? [nothing(verdict)] : [...unjudged(verdict), ...parts];
  return `${headline(verdict)}: ${said.join(", ")}`;
}
function unjudged({ decision, services, gates }) {
  if (decision !== "no-go") return [];
  const judged = new Set(
    gates.filter((gate) => standingOf(gate) !== "none").map(({ service }) => service)
  );
  const count = services.filter((id) => !judged.has(id)).length;
  if (count === 0) return [];
  return [`${formatCount(count)} ${count === 1 ? "service is" : "services are"} judged by no gate`];
}
var VERBS = [
  ["fail", "fails", "fail"],
  ["error", "cannot be judged", "cannot be judged"],
  ["wait", "waits", "wait"],
  ["open", "needs GitHub", "need GitHub"],
  ["conditional", "passes on conditions", "pass on conditions"],
  ["warn", "warns", "warn"],
  ["pass", "passes", "pass"]
];
function headline(verdict) {
  switch (verdict.decision) {
    case "go":
      return "Ready";
    case "conditional-go":
      return `Ready on ${conditionOf(verdict)}`;
    case "undetermined":
      return "Undetermined";
    case "no-go":
      return verdict.mode === "advisory" ? "Would block (advisory)" : "Blocked";
  }
}
function conditionOf({ breakGlass, gates }) {
  if (breakGlass !== null) return "broken glass";
  const isWaived = gates.some(({ rules }) => rules.some(({ waiver }) => waiver?.kind === "waiver"));
  return isWaived ? "a waiver" : "conditions";
}
function nothing(verdict) {
  if (verdict.decision === "no-go") return "no gate counts, and nothing passes on nothing";
  return "no gates apply";
}

export {
  outline,
  standingOf,
  scheduledWords,
  blocks,
  byRemedy,
  stepsByWhom,
  summaryOf,
  conditionOf
};
