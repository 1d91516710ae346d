import type { LocatedValue } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";
import type { Point } from "../model/place.ts";
import { parseLocatedJson } from "../text/located-json.ts";
import { parseYaml } from "../text/yaml-tree.ts";

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

const TOP: Point = { line: 1, column: 1 };
const KEPT = {
  yaml: new WeakMap<FileText, ParsedData>(),
  json: new WeakMap<FileText, ParsedData>(),
};

/**
 * Parses a data file once: the answer is kept beside the `FileText` object. A file without any
 * data is malformed, as is JSON with duplicate keys, comments or trailing commas. Never throws.
 */
export function parseData(file: FileText, format: DataFormat): ParsedData {
  const kept = KEPT[format].get(file);
  if (kept !== undefined) return kept;
  const parsed = parse(file.text, format);
  KEPT[format].set(file, parsed);
  return parsed;
}

function parse(text: string, format: DataFormat): ParsedData {
  // JSON is YAML: one reader for both, so that numbers and dates mean the same in each.
  return (format === "json" ? jsonProblem(text) : null) ?? parseAsYaml(text);
}

function jsonProblem(text: string): ParsedData | null {
  const json = parseLocatedJson(text);
  if (json.state === "parsed") return null;
  const [first] = json.problems;
  return {
    state: "malformed",
    problem: first?.message ?? "it is not JSON",
    at: first?.at ?? TOP,
  };
}

function parseAsYaml(text: string): ParsedData {
  const result = parseYaml(text);
  if (result.state === "parsed") {
    return result.root === null
      ? { state: "malformed", problem: "it holds no data", at: TOP }
      : { state: "parsed", root: result.root };
  }
  const [first] = result.problems;
  return {
    state: "malformed",
    problem: first?.message ?? "it does not parse",
    at: first?.at ?? TOP,
  };
}
