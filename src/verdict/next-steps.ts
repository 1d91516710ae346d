import type { Finding } from "../model/finding.ts";
import type { Gate } from "../model/policy.ts";
import type { GateVerdict, NextStep, RuleVerdict } from "../model/verdict.ts";
import { counts, isBlocking } from "./outcomes.ts";

/**
 * The shortest path to green: what is left, in order, and who acts. Gates that others wait for
 * come first; of a gate that needs only some of its rules, those with the fewest steps left.
 */
export function nextSteps(
  gates: readonly GateVerdict[],
  policyGates: readonly Gate[],
): readonly NextStep[] {
  const required = new Map(policyGates.map((gate) => [gate.id, gate.require]));
  const steps = new Map<string, NextStep>();
  for (const gate of inOrderOfDependency(gates)) {
    if (!isBlocking(gate.outcome)) continue;
    for (const rule of rulesToMend(gate, required.get(gate.id) ?? "all")) {
      for (const finding of rule.findings) {
        if (!isBlocking(finding.outcome)) continue;
        const step = stepOf(finding, gate, rule);
        const key = JSON.stringify([step.service, step.who, step.step, subjectOf(finding)]);
        if (!steps.has(key)) steps.set(key, step);
      }
    }
  }
  return [...steps.values()];
}

function stepOf(
  { remedy, paste, problem, at, asks }: Finding,
  { id, service }: GateVerdict,
  rule: RuleVerdict,
): NextStep {
  return {
    step: remedy,
    paste: paste ?? null,
    problem,
    at,
    who: asks,
    service,
    gate: id,
    rule: rule.id,
  };
}

/**
 * What the remedy is to be done to: ticking two boxes is two steps, bringing facts along for two
 * rules that could not be judged is one.
 */
function subjectOf({ at, problem, outcome }: Finding): string | null {
  if (at !== null) return `${at.file}:${at.line}:${at.column}`;
  return outcome === "errored" ? null : problem;
}

function rulesToMend(gate: GateVerdict, require: Gate["require"]): readonly RuleVerdict[] {
  const blocks = (rule: RuleVerdict) => rule.severity === "block" && isBlocking(rule.outcome);
  const blocking = gate.rules.filter(blocks);
  if (require === "all") return blocking;
  const counting = gate.rules.filter(({ outcome }) => counts(outcome));
  const wanted = Math.min(require === "any" ? 1 : require.at_least, counting.length);
  const missing = wanted - (counting.length - blocking.length);
  const cheapest = new Set(
    blocking.toSorted((a, b) => blockingIn(a) - blockingIn(b)).slice(0, missing),
  );
  return blocking.filter((rule) => cheapest.has(rule));
}

function blockingIn({ findings }: RuleVerdict): number {
  return findings.filter(({ outcome }) => isBlocking(outcome)).length;
}

/** A gate after those it waits for; otherwise as they stand. */
function inOrderOfDependency(gates: readonly GateVerdict[]): readonly GateVerdict[] {
  const byKey = new Map(gates.map((gate) => [JSON.stringify([gate.service, gate.id]), gate]));
  const begun = new Set<GateVerdict>();
  const ordered: GateVerdict[] = [];
  const visit = (gate: GateVerdict): void => {
    if (begun.has(gate)) return;
    begun.add(gate);
    for (const id of gate.waitsFor) {
      const other = byKey.get(JSON.stringify([gate.service, id]));
      if (other !== undefined) visit(other);
    }
    ordered.push(gate);
  };
  for (const gate of gates) visit(gate);
  return ordered;
}
