import { isMissing } from "../../evidence/cell-value.ts";
import { findPlaceholder } from "../../evidence/placeholder.ts";

/** Somebody wrote something of their own there. */
export function isFilledIn(text: string | null): boolean {
  return text !== null && !isMissing(text) && findPlaceholder(text) === null;
}
