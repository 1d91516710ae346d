import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  inertJson
} from "./chunk-UR5HFCGQ.js";

// src/render/json.ts
function renderJson(verdict) {
  return `${inertJson(JSON.stringify(reportOf(verdict), null, 2))}
`;
}
function reportOf(verdict) {
  const { decision, mode, stage, services, commit, policy, validUntil, gates } = verdict;
  return {
    schemaVersion: 1,
    decision,
    mode,
    stage,
    services: [...services],
    commit,
    policy: { ref: policy.ref, sha: policy.sha, files: [...policy.files] },
    validUntil: validUntil === null ? null : instantOf(validUntil),
    gates: gates.map(gateOf),
    problems: verdict.problems.map(problemOf),
    notes: verdict.notes.map(noteOf),
    next: verdict.next.map(({ step, who, gate, rule, service, problem, at, paste }) => ({
      step,
      who,
      gate,
      rule,
      service,
      problem,
      at: placeOf(at),
      paste
    })),
    counts: countsOf(gates),
    expiry: verdict.expiry === null ? null : expiryOf(verdict.expiry),
    breakGlass: verdict.breakGlass === null ? null : brokenGlassOf(verdict.breakGlass)
  };
}
function expiryOf(expiry) {
  const { when, problem, at, who, gate, rule, service } = expiry;
  return {
    when: instantOf(when),
    problem,
    at: placeOf(at),
    who,
    gate,
    rule,
    service
  };
}
function brokenGlassOf({ commit, approvals, reviewDue }) {
  return {
    commit,
    approvals: approvals.map(({ by, reason, at }) => ({ by, reason, at: instantOf(at) })),
    reviewDue: instantOf(reviewDue)
  };
}
function instantOf(instant) {
  return new Date(instant).toISOString();
}
function gateOf(gate) {
  const { id, title, service, outcome, rules, waitsFor, undetermined } = gate;
  return {
    id,
    title,
    service,
    outcome,
    rules: rules.map(ruleOf),
    waitsFor: [...waitsFor],
    undetermined
  };
}
function ruleOf(rule) {
  const { id, type, title, severity, outcome, from, findings, waiver, judged } = rule;
  return {
    id,
    type,
    title,
    severity,
    outcome,
    from,
    findings: findings.map(findingOf),
    waiver: waiver === null ? null : waiverOf(waiver),
    judged
  };
}
function findingOf(finding) {
  const { code, problem, remedy, at, asks, outcome, item } = finding;
  return { code, problem, remedy, at: placeOf(at), asks, outcome, item };
}
function waiverOf(waiver) {
  const { reason, until, approvedBy, approvedIn, kind } = waiver;
  return { reason, until, approvedBy: [...approvedBy], approvedIn, kind };
}
function problemOf({ code, message, at, help }) {
  return { code, message, at: placeOf(at), help };
}
function noteOf({ code, message, at }) {
  return { code, message, at: placeOf(at) };
}
function placeOf(at) {
  return at === null ? null : { file: at.file, line: at.line, column: at.column };
}
function countsOf(gates) {
  const rules = gates.flatMap((gate) => gate.rules);
  const outcomes = gates.map((gate) => gate.outcome);
  const findings = rules.flatMap((rule) => rule.findings.map((finding) => finding.outcome));
  return {
    gates: {
      passed: count(outcomes, "passed"),
      warned: count(outcomes, "warned"),
      conditional: count(outcomes, "conditional"),
      pending: count(outcomes, "pending"),
      failed: count(outcomes, "failed"),
      errored: count(outcomes, "errored"),
      scheduled: count(outcomes, "scheduled"),
      "not-applicable": count(outcomes, "not-applicable")
    },
    findings: {
      warned: count(findings, "warned"),
      conditional: count(findings, "conditional"),
      pending: count(findings, "pending"),
      failed: count(findings, "failed"),
      errored: count(findings, "errored")
    },
    rulesLeftOut: rules.filter((rule) => !rule.judged).length
  };
}
function count(outcomes, wanted) {
  return outcomes.filter((outcome) => outcome === wanted).length;
}

export {
  renderJson
};
