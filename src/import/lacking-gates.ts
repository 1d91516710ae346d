import { FreshIds } from "./ids.ts";
import type { GateDraft, RuleDraft } from "./policy-draft.ts";
import type { Demand, StatedGate } from "./stated-policy.ts";

/**
 * What no gate of the policy asks for yet: under the id of the gate that asks for the rest, or as
 * a gate of its own under an id that is free.
 */
export function lackingGates(
  gates: readonly GateDraft[],
  stated: readonly StatedGate[],
): readonly GateDraft[] {
  const own = new Set(gates.map(({ id }) => id));
  const fresh = new FreshIds(stated.map(({ id }) => id));
  return gates.flatMap((gate) => {
    const wanted = gate.rules.flatMap(demandsOf);
    // Rows and headings of another part of the document may have the same names.
    const isAnothers = ({ id }: StatedGate) =>
      id !== gate.id && own.has(id) && !wanted.every((one) => one.startsWith("item "));
    const begun = stated.filter(
      (one) => !isAnothers(one) && wanted.some((demand) => one.demands.has(demand)),
    );
    if (begun.some(({ demands }) => wanted.every((demand) => demands.has(demand)))) return [];
    const [first] = begun;
    if (first === undefined) return [{ ...gate, id: fresh.take(gate.id) }];
    const rules = gate.rules.flatMap((rule) => lackingOf(rule, first.demands));
    return [{ ...gate, id: first.id, rules }];
  });
}

function demandsOf(rule: RuleDraft): readonly Demand[] {
  if (rule.type === "checklist") return rule.items.map(({ id }): Demand => `item ${id}`);
  if (rule.type === "table") return rule.rows.map((row): Demand => `row ${row}`);
  return rule.sections.map((section): Demand => `section ${section}`);
}

function lackingOf(rule: RuleDraft, there: ReadonlySet<Demand>): readonly RuleDraft[] {
  if (demandsOf(rule).every((demand) => there.has(demand))) return [];
  if (rule.type === "checklist") {
    return [{ ...rule, items: rule.items.filter(({ id }) => !there.has(`item ${id}`)) }];
  }
  if (rule.type === "table") {
    return [{ ...rule, rows: rule.rows.filter((row) => !there.has(`row ${row}`)) }];
  }
  return [{ ...rule, sections: rule.sections.filter((one) => !there.has(`section ${one}`)) }];
}
