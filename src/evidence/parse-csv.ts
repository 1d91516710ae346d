import type { Cell, Table } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";
import type { Point } from "../model/place.ts";
import { collapseSpaces } from "../text/key.ts";
import { CsvError, type CsvField, CsvReader } from "./csv-records.ts";

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

function read(text: string): ParsedCsv {
  try {
    const [header, ...records] = new CsvReader(text).records();
    if (header === undefined) return { state: "malformed", problem: "it holds no rows", at: TOP };
    for (const record of records) {
      // A comma too much or too little puts every cell behind it under another header.
      if (record.length === header.length) continue;
      const problem = `a row has ${record.length} cells where the header has ${header.length}`;
      return { state: "malformed", problem, at: record[0]?.at ?? TOP };
    }
    const table = { headers: header.map(cellOf), rows: records.map((row) => row.map(cellOf)) };
    return { state: "parsed", table: { ...table, at: TOP, section: 0 } };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { state: "malformed", problem: error.message, at: error.at };
  }
}

function cellOf({ text, at }: CsvField): Cell {
  return { text: collapseSpaces(text), links: [], at };
}
