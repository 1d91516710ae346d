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
    const same = positions.get(key);
    if (same === undefined) positions.set(key, [position]);
    else same.push(position);
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

interface Candidate {
  readonly table: Table;
  readonly match: ColumnMatch;
  /** Required columns it lacks. */
  readonly lacks: readonly string[];
}

/**
 * The table with the required columns in a section; with `null`, the only such table of the
 * document. A table that has none of the columns is another table.
 */
export function findTable(
  document: MarkdownDocument,
  section: Section | null,
  wanted: WantedColumns,
  required: readonly string[],
): FoundTable {
  const tables = section === null ? document.tables : tablesIn(document, section);
  const named = Object.keys(wanted);
  const candidates = tables
    .map((table): Candidate => {
      const match = matchColumns(table, wanted);
      return { table, match, lacks: required.filter((name) => match.missing.includes(name)) };
    })
    .filter(({ match, lacks }) =>
      required.length > 0
        ? lacks.length < required.length
        : match.missing.length < named.length || named.length === 0,
    );
  const fitting = candidates.filter(({ lacks }) => lacks.length === 0);
  if (fitting.length > 1) {
    return { state: "ambiguous", tables: fitting.map(({ table }) => table) };
  }
  const [fit] = fitting;
  if (fit !== undefined && fit.match.ambiguous.length === 0) {
    return { state: "found", table: fit.table, index: fit.match.index };
  }
  const nearest = fit ?? candidates.toSorted((a, b) => a.lacks.length - b.lacks.length)[0];
  if (nearest === undefined) return { state: "missing" };
  return {
    state: "columns",
    table: nearest.table,
    missing: nearest.lacks,
    ambiguous: nearest.match.ambiguous,
    seen: nearest.table.headers.map(({ text }) => text),
  };
}
