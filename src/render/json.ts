import type { Finding, Note, Problem } from "../model/finding.ts";
import type { Outcome } from "../model/outcome.ts";
import type { BrokenGlass, Expiry, GateVerdict, RuleVerdict, Verdict } from "../model/verdict.ts";
import { inertJson } from "./inert-text.ts";
import type { Report } from "./report-schema.ts";

/**
 * The report for machines: every key present, `null` where there is nothing, always in this order,
 * and the same bytes for the same verdict.
 */
export function renderJson(verdict: Verdict): string {
  return `${inertJson(JSON.stringify(reportOf(verdict), null, 2))}\n`;
}

function reportOf(verdict: Verdict): Report {
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
      paste,
    })),
    counts: countsOf(gates),
    expiry: verdict.expiry === null ? null : expiryOf(verdict.expiry),
    breakGlass: verdict.breakGlass === null ? null : brokenGlassOf(verdict.breakGlass),
  };
}

function expiryOf(expiry: Expiry): Report["expiry"] {
  const { when, problem, at, who, gate, rule, service } = expiry;
  return {
    when: instantOf(when),
    problem,
    at: placeOf(at),
    who,
    gate,
    rule,
    service,
  };
}

function brokenGlassOf({ commit, approvals, reviewDue }: BrokenGlass): Report["breakGlass"] {
  return {
    commit,
    approvals: approvals.map(({ by, reason, at }) => ({ by, reason, at: instantOf(at) })),
    reviewDue: instantOf(reviewDue),
  };
}

function instantOf(instant: number): string {
  return new Date(instant).toISOString();
}

function gateOf(gate: GateVerdict): Report["gates"][number] {
  const { id, title, service, outcome, rules, waitsFor, undetermined } = gate;
  return {
    id,
    title,
    service,
    outcome,
    rules: rules.map(ruleOf),
    waitsFor: [...waitsFor],
    undetermined,
  };
}

function ruleOf(rule: RuleVerdict): ReportRule {
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
    judged,
  };
}

type ReportRule = Report["gates"][number]["rules"][number];

function findingOf(finding: Finding): ReportRule["findings"][number] {
  const { code, problem, remedy, at, asks, outcome, item } = finding;
  return { code, problem, remedy, at: placeOf(at), asks, outcome, item };
}

function waiverOf(waiver: NonNullable<RuleVerdict["waiver"]>): ReportRule["waiver"] {
  const { reason, until, approvedBy, approvedIn, kind } = waiver;
  return { reason, until, approvedBy: [...approvedBy], approvedIn, kind };
}

function problemOf({ code, message, at, help }: Problem): Report["problems"][number] {
  return { code, message, at: placeOf(at), help };
}

function noteOf({ code, message, at }: Note): Report["notes"][number] {
  return { code, message, at: placeOf(at) };
}

function placeOf<At extends Problem["at"] | null>(at: At): At {
  // Sound: `null` stays `null`, and a place keeps its three parts, in order and without others.
  return (at === null ? null : { file: at.file, line: at.line, column: at.column }) as At;
}

function countsOf(gates: readonly GateVerdict[]): Report["counts"] {
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
      "not-applicable": count(outcomes, "not-applicable"),
    },
    findings: {
      warned: count(findings, "warned"),
      conditional: count(findings, "conditional"),
      pending: count(findings, "pending"),
      failed: count(findings, "failed"),
      errored: count(findings, "errored"),
    },
    rulesLeftOut: rules.filter((rule) => !rule.judged).length,
  };
}

function count(outcomes: readonly (Outcome | Finding["outcome"])[], wanted: string): number {
  return outcomes.filter((outcome) => outcome === wanted).length;
}
