import { type Condition, holds } from "../../model/condition.ts";
import type { Gate } from "../../model/policy.ts";
import { keyOf } from "../../text/key.ts";
import type { RuleContext } from "../define-rule.ts";
import type { ChecklistOptions } from "./options.ts";

/** A checklist that asks for an item, where all of these conditions hold. */
interface Asking {
  readonly gate: string;
  readonly rule: string;
  readonly when: readonly (Condition | null)[];
}

/** By key of the item's id, for all checklists of a policy. */
export type AskedItems = ReadonlyMap<string, readonly Asking[]>;

/** Kept beside the gates: every rule and service asks for the same. */
const KEPT = new WeakMap<readonly Gate[], AskedItems>();

export function askedItems(gates: readonly Gate[]): AskedItems {
  const kept = KEPT.get(gates);
  if (kept !== undefined) return kept;
  const asked = new Map<string, Asking[]>();
  for (const gate of gates) {
    for (const rule of gate.rules) {
      if (rule.type !== "checklist") continue;
      for (const { id, when = null } of (rule.options as ChecklistOptions).items) {
        const asking = { gate: gate.id, rule: rule.id, when: [gate.when, rule.when, when] };
        const others = asked.get(keyOf(id));
        if (others === undefined) asked.set(keyOf(id), [asking]);
        else others.push(asking);
      }
    }
  }
  KEPT.set(gates, asked);
  return asked;
}

/** Gates of the other checklists that ask the service for an item of this id. */
export function askedElsewhere(id: string, context: RuleContext): readonly string[] {
  const { gate, rule, service } = context;
  return (context.asked?.get(keyOf(id)) ?? [])
    .filter((asking) => asking.gate !== gate.id || asking.rule !== rule.id)
    .filter(({ when }) => when.every((condition) => holds(condition, service.fields)))
    .map((asking) => asking.gate);
}
