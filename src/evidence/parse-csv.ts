import type { Table } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";
import type { Point } from "../model/place.ts";

export type ParsedCsv =
  | { readonly state: "parsed"; readonly table: Table }
  | { readonly state: "malformed"; readonly problem: string; readonly at: Point };

/** Comma-separated values as a table; the first line is the header. Kept beside the `FileText` object. Never throws. */
export function parseCsv(_file: FileText): ParsedCsv {
  throw new Error("not built yet");
}
