import type { MarkdownDocument, Section, Table } from "../model/document.ts";
import type { Point } from "../model/place.ts";
import { keyOf } from "../text/key.ts";
import { tablesIn } from "./sections.ts";

/** Column name → the names it may have in a header, itself included. */
export type WantedColumns = Readonly<Record<string, readonly string[]>>;

export interface AmbiguousColumn {
  readonly name: string;
  readonly at: readonly Point[];
}

export interface ColumnMatch {
  /** Index of each column found once. */
  readonly index: Readonly<Record<string, number>>;
  readonly missing: readonly string[];
  /** Columns that two headers fit. */
  readonly ambiguous: readonly AmbiguousColumn[];
}

export function matchColumns(table: Table, wanted: WantedColumns): ColumnMatch {
  const positions = new Map<string, number[]>();
  for (const [position, header] of table.headers.entries()) {
    const key = keyOf(header.text);
    positions.set(key, [...(positions.get(key) ?? []), position]);
  }
  const index = Object.create(null) as Record<string, number>;
  const missing: string[] = [];
  const ambiguous: AmbiguousColumn[] = [];
  for (const [name, names] of Object.entries(wanted)) {
    const fits = [...new Set(names.map(keyOf))].flatMap((key) => positions.get(key) ?? []);
    const [first] = fits;
    if (first === undefined) missing.push(name);
    else if (fits.length > 1) ambiguous.push({ name, at: fits.map((fit) => headerAt(table, fit)) });
    else index[name] = first;
  }
  return { index, missing, ambiguous };
}

function headerAt(table: Table, position: number): Point {
  return table.headers[position]?.at ?? table.at;
}

export type FoundTable =
  | {
      readonly state: "found";
      readonly table: Table;
      readonly index: Readonly<Record<string, number>>;
    }
  | { readonly state: "missing" }
  | { readonly state: "ambiguous"; readonly tables: readonly Table[] }
  /** The table that comes nearest, and what is wrong with its columns. */
  | {
      readonly state: "columns";
      readonly table: Table;
      /** Required columns it lacks. */
      readonly missing: readonly string[];
      readonly ambiguous: readonly AmbiguousColumn[];
      /** Its headers. */
      readonly seen: readonly string[];
    };

/** The table with the required columns in a section; with `null`, the only such table of the document. */
export function findTable(
  document: MarkdownDocument,
  section: Section | null,
  wanted: WantedColumns,
  required: readonly string[],
): FoundTable {
  const tables = section === null ? document.tables : tablesIn(document, section);
  const matches = tables.map((table) => ({ table, match: matchColumns(table, wanted) }));
  const lacks = ({ match }: (typeof matches)[number]) =>
    required.filter((name) => match.missing.includes(name));
  const fitting = matches.filter((candidate) => lacks(candidate).length === 0);
  if (fitting.length > 1) {
    return { state: "ambiguous", tables: fitting.map(({ table }) => table) };
  }
  const [fit] = fitting;
  if (fit !== undefined && fit.match.ambiguous.length === 0) {
    return { state: "found", table: fit.table, index: fit.match.index };
  }
  const nearest = fit ?? matches.toSorted((a, b) => lacks(a).length - lacks(b).length)[0];
  // A table with none of the columns is another table.
  if (nearest === undefined || (required.length > 0 && lacks(nearest).length === required.length)) {
    return { state: "missing" };
  }
  return {
    state: "columns",
    table: nearest.table,
    missing: lacks(nearest),
    ambiguous: nearest.match.ambiguous,
    seen: nearest.table.headers.map(({ text }) => text),
  };
}
