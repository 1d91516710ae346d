import type { Link } from "../../model/document.ts";
import type { Place } from "../../model/place.ts";

export interface GridCell {
  readonly text: string;
  readonly links: readonly Link[];
  readonly at: Place;
}

export interface GridRow {
  readonly at: Place;
  /** By the column's name in the policy; cells the row does not have are left out. */
  readonly cells: ReadonlyMap<string, GridCell>;
}

/** A table, whatever it was written in. */
export interface Grid {
  readonly path: string;
  /** Where a missing row belongs. */
  readonly home: Place;
  readonly rows: readonly GridRow[];
  /** A row to paste, with `key` in the key column and placeholders in the others. */
  readonly line: (key: string) => string;
}
