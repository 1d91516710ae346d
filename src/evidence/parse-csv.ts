import { parse } from "csv-parse/sync";
import type { Cell, Table } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";
import type { Point } from "../model/place.ts";

export type ParsedCsv =
  | { readonly state: "parsed"; readonly table: Table }
  | { readonly state: "malformed"; readonly problem: string; readonly at: Point };

const TOP: Point = { line: 1, column: 1 };
const KEPT = new WeakMap<FileText, ParsedCsv>();

/** Comma-separated values as a table; the first line is the header. Kept beside the `FileText` object. Never throws. */
export function parseCsv(file: FileText): ParsedCsv {
  const kept = KEPT.get(file);
  if (kept !== undefined) return kept;
  const parsed = read(file.text);
  KEPT.set(file, parsed);
  return parsed;
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function read(text: string): ParsedCsv {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
    const [headers, ...rows] = records.map(cellsOf);
    if (headers === undefined) return { state: "malformed", problem: "it holds no rows", at: TOP };
    return { state: "parsed", table: { headers, rows, at: TOP, section: 0 } };
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    const problem = error instanceof Error ? error.message : String(error);
    return { state: "malformed", problem, at: { line: line || 1, column: 1 } };
  }
}

function cellsOf({ record, info }: CsvRecord): readonly Cell[] {
  return record.map((text) => ({ text, links: [], at: { line: info.lines, column: 1 } }));
}
