import { isMissing } from "../../evidence/cell-value.ts";
import { findPlaceholder } from "../../evidence/placeholder.ts";
import type { LocatedEntry, LocatedValue } from "../../model/document.ts";

/** Whether anything is filled in there: nulls, empty text, placeholders and what holds only those are nothing. */
export function hasContent({ value }: LocatedValue): boolean {
  if (value === null) return false;
  if (typeof value === "string") return !isMissing(value) && findPlaceholder(value) === null;
  if (Array.isArray(value)) return (value as readonly LocatedValue[]).some(hasContent);
  if (value instanceof Map) {
    return [...(value as ReadonlyMap<string, LocatedEntry>).values()].some((entry) =>
      hasContent(entry.node),
    );
  }
  return true;
}
