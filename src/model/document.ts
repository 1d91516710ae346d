import type { Point } from "./place.ts";

/**
 * A markdown document as rules see it: what a reader of the rendered page sees, with positions.
 * Code, HTML, comments and footnotes hold no items, tables, headings, fields or links; the only
 * comments that count are `<!-- id: x -->` and `<!-- gate: x -->`.
 */
export interface MarkdownDocument {
  readonly frontMatter: FrontMatter;
  /** In document order. The first is the whole document: depth 0, no heading. */
  readonly sections: readonly Section[];
  /** Task items, in document order. */
  readonly items: readonly TaskItem[];
  readonly tables: readonly Table[];
  /** Boxes that are not task items but were surely meant as such. */
  readonly nearMisses: readonly NearMiss[];
  readonly links: readonly Link[];
  /** Mermaid fences and images. */
  readonly diagrams: readonly Point[];
  /** Visible text by block, in document order, for counting words and finding placeholders. */
  readonly blocks: readonly TextBlock[];
}

export type FrontMatter =
  | { readonly state: "absent" }
  /** Errored, not absent: an opening fence without an end, or YAML that does not parse. */
  | { readonly state: "malformed"; readonly problem: string; readonly at: Point }
  | { readonly state: "present"; readonly root: LocatedValue; readonly at: Point };

/** Data with the place of each value, from YAML, JSON or front matter. */
export interface LocatedValue {
  readonly at: Point;
  readonly value: LocatedScalar | readonly LocatedValue[] | ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedEntry {
  readonly keyAt: Point;
  readonly node: LocatedValue;
}

/** `bigint` and `Date` never occur: dates stay the text they were written as. */
export type LocatedScalar = string | number | boolean | null;

export interface Section {
  readonly index: number;
  /** 1 to 6; 0 for the whole document. */
  readonly depth: number;
  /** The heading's visible text, `""` for the whole document. */
  readonly heading: string;
  /** The heading without case, punctuation, emoji and prefixes such as "Gate 2 ·" or "2.". */
  readonly key: string;
  /** `x` of a `<!-- gate: x -->` in or right under the heading. */
  readonly gate: string | null;
  readonly at: Point;
  /** The first line after the section, sub-sections included. */
  readonly endLine: number;
  /** Index of the section around it; `null` for the whole document. */
  readonly parent: number | null;
  /** Fields of the paragraph right under the heading (`Owner: @ana · Reviewed: 2026-09-10`). */
  readonly fields: readonly ItemField[];
}

export interface TaskItem {
  readonly id: string;
  /** Where the id came from; only the first three are explicit. */
  readonly idFrom: "code" | "bold" | "comment" | "title";
  /** Visible text without the id and without inline fields. */
  readonly title: string;
  readonly ticked: boolean;
  readonly at: Point;
  /** Index among `items` of the item it is nested in. */
  readonly parent: number | null;
  /** Index of the innermost section. */
  readonly section: number;
  /** Own fields; inherited ones are on the sections around it. */
  readonly fields: readonly ItemField[];
}

/** Canonical names of the fields the product knows; any other label is kept as its key. */
export type FieldName = "owner" | "evidence" | "done_when" | "reviewed" | "na" | (string & {});

export interface ItemField {
  readonly name: FieldName;
  /** As written, `""` for an inline mention, link or date. */
  readonly label: string;
  readonly value: string;
  readonly links: readonly Link[];
  readonly at: Point;
}

export interface Link {
  /** As written, percent-encoding and all; `""` never. */
  readonly target: string;
  readonly text: string;
  readonly at: Point;
  readonly section: number;
}

export interface Cell {
  /** Visible text, trimmed, without emphasis and code marks. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly at: Point;
}

export interface Table {
  readonly headers: readonly Cell[];
  /** Rows may be shorter than the headers. */
  readonly rows: readonly (readonly Cell[])[];
  readonly at: Point;
  readonly section: number;
}

export interface NearMiss {
  /** What stands there, such as `-[ ]` or `[ x ]`. */
  readonly found: string;
  /** The line as it should be. */
  readonly meant: string;
  /** The id the item would have. */
  readonly id: string;
  readonly at: Point;
  readonly section: number;
}

export interface TextBlock {
  /** `item`: of any list, with a box or without. */
  readonly kind: "paragraph" | "item" | "cell" | "code" | "heading";
  /** Inline code keeps its backticks: a command's arguments are no placeholders. */
  readonly text: string;
  readonly at: Point;
  readonly section: number;
}

/** Why a document could not be read; it makes every rule that reads it errored. */
export interface DocumentError {
  readonly code: "READINESS-TOO-LARGE" | "READINESS-TOO-DEEP" | "READINESS-UNREADABLE";
  readonly problem: string;
  readonly remedy: string;
  readonly at: Point;
}
