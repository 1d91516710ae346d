import type { Outcome } from "../model/outcome.ts";
import type { Gate } from "../model/policy.ts";
import type { Service } from "../model/service.ts";
import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { counts, isBlocking, outcomeOfRules } from "./outcomes.ts";

/**
 * A gate from its rules. Rules that were left out are taken as passed and as errored: where the
 * one passes and the other blocks, the gate is undetermined.
 */
export function judgeGate(
  gate: Gate,
  service: Service,
  rules: readonly RuleVerdict[],
): GateVerdict {
  const assume = (outcome: Outcome) =>
    outcomeOfRules(
      rules.map((rule) => (rule.judged ? rule : { severity: rule.severity, outcome })),
      gate.require,
    );
  const best = assume("passed");
  return {
    id: gate.id,
    title: gate.title,
    service: service.id,
    outcome: best,
    undetermined: !isBlocking(best) && isBlocking(assume("errored")),
    waitsFor: [],
    rules,
  };
}

/** A gate that would pass is `pending` while one that it depends on does not pass. */
export function holdBack(
  verdicts: readonly GateVerdict[],
  gates: readonly Gate[],
  lifted: ReadonlySet<GateVerdict>,
): readonly GateVerdict[] {
  const dependencies = new Map(gates.map((gate) => [gate.id, gate.depends_on]));
  const byKey = new Map(verdicts.map((verdict) => [keyOf(verdict.service, verdict.id), verdict]));
  const held = new Map<GateVerdict, GateVerdict>();
  const settle = (verdict: GateVerdict): GateVerdict => {
    const known = held.get(verdict);
    if (known !== undefined) return known;
    // Guards against a cycle, which a valid policy does not have.
    held.set(verdict, verdict);
    const others = (dependencies.get(verdict.id) ?? []).flatMap((id) => {
      const other = byKey.get(keyOf(verdict.service, id));
      return other === undefined ? [] : [settle(other)];
    });
    const settled = lifted.has(verdict) ? verdict : waitFor(verdict, others);
    held.set(verdict, settled);
    return settled;
  };
  return verdicts.map(settle);
}

function waitFor(verdict: GateVerdict, others: readonly GateVerdict[]): GateVerdict {
  if (!counts(verdict.outcome)) return verdict;
  const blocking = others.filter((other) => isBlocking(other.outcome));
  const waitsFor = blocking.map(({ id }) => id);
  if (blocking.length > 0) {
    const outcome = isBlocking(verdict.outcome) ? verdict.outcome : "pending";
    return { ...verdict, outcome, undetermined: false, waitsFor };
  }
  const open = others.some((other) => other.undetermined) && !isBlocking(verdict.outcome);
  return open ? { ...verdict, undetermined: true } : verdict;
}

function keyOf(service: string | null, gate: string): string {
  return JSON.stringify([service, gate]);
}
