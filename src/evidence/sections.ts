import type {
  Link,
  MarkdownDocument,
  NearMiss,
  Section,
  Table,
  TaskItem,
  TextBlock,
} from "../model/document.ts";

/** What a gate is looked for by. */
export interface SectionQuery {
  /** The `heading` setting of the rule or gate, possibly `Parent > Child`. */
  readonly heading: string | null;
  /** Of the gate. */
  readonly id: string;
  readonly title: string;
}

export type FoundSection =
  | { readonly state: "found"; readonly section: Section }
  /** `seen`: the headings of the document, in order. */
  | { readonly state: "missing"; readonly seen: readonly string[] }
  | { readonly state: "ambiguous"; readonly sections: readonly Section[] };

/** The section a gate binds to; never the whole document. */
export function findSection(_document: MarkdownDocument, _query: SectionQuery): FoundSection {
  throw new Error("not built yet");
}

/** Sections inside `within` (not itself) whose heading is one of the names, in document order. */
export function sectionsNamed(
  _document: MarkdownDocument,
  _names: readonly string[],
  _within: Section,
): readonly Section[] {
  throw new Error("not built yet");
}

/** Whether a section is that section or lies in it. */
export function isWithin(
  _document: MarkdownDocument,
  _sectionIndex: number,
  _section: Section,
): boolean {
  throw new Error("not built yet");
}

export function itemsIn(_document: MarkdownDocument, _section: Section): readonly TaskItem[] {
  throw new Error("not built yet");
}

export function tablesIn(_document: MarkdownDocument, _section: Section): readonly Table[] {
  throw new Error("not built yet");
}

export function blocksIn(_document: MarkdownDocument, _section: Section): readonly TextBlock[] {
  throw new Error("not built yet");
}

export function linksIn(_document: MarkdownDocument, _section: Section): readonly Link[] {
  throw new Error("not built yet");
}

export function nearMissesIn(_document: MarkdownDocument, _section: Section): readonly NearMiss[] {
  throw new Error("not built yet");
}

/** Visible text without headings, for counting words. Placeholders in angle brackets are no text. */
export function textOf(_document: MarkdownDocument, _section: Section): string {
  throw new Error("not built yet");
}
