import type { MarkdownDocument, Section, Table } from "../model/document.ts";
import type { Point } from "../model/place.ts";

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

export function matchColumns(_table: Table, _wanted: WantedColumns): ColumnMatch {
  throw new Error("not built yet");
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
  _document: MarkdownDocument,
  _section: Section | null,
  _wanted: WantedColumns,
  _required: readonly string[],
): FoundTable {
  throw new Error("not built yet");
}
