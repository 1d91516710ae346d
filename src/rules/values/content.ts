import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import { isFilledIn } from "../reading/filled-in.ts";

/** Whether anything is filled in there: nulls, empty text, placeholders and what holds only those are nothing. */
export function hasContent({ value }: LocatedValue): boolean {
  if (value === null) return false;
  if (typeof value === "string") return isFilledIn(value);
  if (Array.isArray(value)) return (value as readonly LocatedValue[]).some(hasContent);
  if (value instanceof Map) {
    return [...(value as ReadonlyMap<string, LocatedEntry>).values()].some((entry) =>
      hasContent(entry.node),
    );
  }
  return true;
}
