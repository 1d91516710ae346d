import type { FieldValue } from "./service.ts";

/** Fields with the value, or one of the values, that each must have. */
export type Condition = Readonly<Record<string, FieldValue | readonly FieldValue[]>>;

/** Holds when every field it names equals the value or one of the list; an unset field does not hold. */
export function holds(
  condition: Condition | null,
  fields: Readonly<Record<string, FieldValue>>,
): boolean {
  return Object.entries(condition ?? {}).every(([field, wanted]) => {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (value === undefined) return false;
    return Array.isArray(wanted) ? wanted.includes(value) : wanted === value;
  });
}
