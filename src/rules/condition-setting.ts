import { z } from "zod";
import type { Condition } from "../model/policy.ts";
import type { FieldValue } from "../model/service.ts";

const value = z.union([z.string(), z.number(), z.boolean()]);

/** `when` of a part of a rule, with the meaning it has on gates and rules. */
export function conditionSetting(description: string) {
  return z.record(z.string(), z.union([value, z.array(value).min(1)])).describe(description);
}

/** Whether every field it names equals the value or one of the list; an unset field does not hold. */
export function holdsFor(
  condition: Condition | undefined,
  fields: Readonly<Record<string, FieldValue>>,
): boolean {
  return Object.entries(condition ?? {}).every(([field, wanted]) => {
    const set = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (set === undefined) return false;
    return Array.isArray(wanted) ? wanted.includes(set) : wanted === set;
  });
}
