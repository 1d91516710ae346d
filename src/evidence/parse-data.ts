import type { LocatedValue } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";
import type { Point } from "../model/place.ts";

export type DataFormat = "yaml" | "json";

export type ParsedData =
  | { readonly state: "parsed"; readonly root: LocatedValue }
  | { readonly state: "malformed"; readonly problem: string; readonly at: Point };

/** What a file holds, by the end of its name; `null` where the name does not say. */
export function formatOf(path: string): DataFormat | "csv" | "markdown" | null {
  const end = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (end === "yml" || end === "yaml") return "yaml";
  if (end === "md" || end === "markdown") return "markdown";
  return end === "json" || end === "csv" ? end : null;
}

/**
 * Parses a data file once: the answer is kept beside the `FileText` object. A file without any
 * data is malformed, as is JSON with duplicate keys, comments or trailing commas. Never throws.
 */
export function parseData(_file: FileText, _format: DataFormat): ParsedData {
  throw new Error("not built yet");
}
