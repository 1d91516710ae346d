import type {
  Link,
  MarkdownDocument,
  NearMiss,
  Section,
  Table,
  TaskItem,
  TextBlock,
} from "../model/document.ts";
import { headingKey, headingNumber, keyOf } from "../text/key.ts";

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

/**
 * The section a gate binds to; never the whole document. A marker and a heading that lead to
 * different sections are two sections for one gate: readers see the heading and not the marker.
 */
export function findSection(document: MarkdownDocument, query: SectionQuery): FoundSection {
  const found = candidates(document, query);
  const [section] = found;
  if (section === undefined) {
    return { state: "missing", seen: document.sections.slice(1).map(({ heading }) => heading) };
  }
  return found.length > 1 ? { state: "ambiguous", sections: found } : { state: "found", section };
}

function candidates(
  document: MarkdownDocument,
  { heading, id, title }: SectionQuery,
): readonly Section[] {
  const gate = keyOf(id);
  const marked = gate === "" ? [] : (indexOf(document).byGate.get(gate) ?? []);
  const names = (heading === null ? [id, title] : [heading]).filter((name) => name !== "");
  const found = new Set([...marked, ...names.flatMap((name) => named(document, name))]);
  return [...found].sort((a, b) => a.index - b.index);
}

interface SectionIndex {
  /** By the key of the marker `<!-- gate: id -->`. */
  readonly byGate: ReadonlyMap<string, readonly Section[]>;
  /** By the key of the heading. */
  readonly byHeading: ReadonlyMap<string, readonly Section[]>;
}

const INDEXES = new WeakMap<MarkdownDocument, SectionIndex>();

/** Every gate asks every document for its section: each is gone through once. Without the root. */
function indexOf(document: MarkdownDocument): SectionIndex {
  const known = INDEXES.get(document);
  if (known !== undefined) return known;
  const byGate = new Map<string, Section[]>();
  const byHeading = new Map<string, Section[]>();
  for (const section of document.sections.slice(1)) {
    if (section.gate !== null) push(byGate, keyOf(section.gate), section);
    push(byHeading, section.key, section);
  }
  const index = { byGate, byHeading };
  INDEXES.set(document, index);
  return index;
}

function push(map: Map<string, Section[]>, key: string, section: Section): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [section]);
  else there.push(section);
}

/** By its heading as a whole, else as `Parent > Heading`. */
function named(document: MarkdownDocument, name: string): readonly Section[] {
  const { byHeading } = indexOf(document);
  const whole = sameNumber(byHeading.get(headingKey(name)) ?? [], name);
  if (whole.length > 0 || !name.includes(">")) return whole;
  const path = name.split(">").map(headingKey).toReversed();
  const fitting = (byHeading.get(path[0] ?? "") ?? []).filter((section) => {
    let current: Section | undefined = section;
    for (const step of path) {
      if (current === undefined || current.key !== step) return false;
      current = current.parent === null ? undefined : document.sections[current.parent];
    }
    return true;
  });
  return sameNumber(fitting, name.split(">").at(-1) ?? "");
}

/**
 * "Phase 1: Rollout" and "Phase 2: Rollout" differ for someone who asks for one by its number;
 * a heading without a number may still be either.
 */
function sameNumber(sections: readonly Section[], name: string): readonly Section[] {
  const number = sections.length > 1 ? headingNumber(name) : null;
  if (number === null) return sections;
  const numbers = sections.map(({ heading }) => headingNumber(heading));
  if (!numbers.includes(number)) return sections;
  return sections.filter((_, index) => numbers[index] === number || numbers[index] === null);
}

/** Sections inside `within` (not itself) whose heading is one of the names, in document order. */
export function sectionsNamed(
  document: MarkdownDocument,
  names: readonly string[],
  within: Section,
): readonly Section[] {
  const keys = new Set(names.map(headingKey));
  return document.sections
    .slice(within.index + 1, endIndex(document, within))
    .filter((section) => keys.has(section.key));
}

/** Whether a section is that section or lies in it. */
export function isWithin(
  document: MarkdownDocument,
  sectionIndex: number,
  section: Section,
): boolean {
  return sectionIndex >= section.index && sectionIndex < endIndex(document, section);
}

/** The innermost section a line lies in. */
export function sectionAt(document: MarkdownDocument, line: number): Section | undefined {
  return document.sections[firstFrom(document, line + 1, 1) - 1];
}

/** Sections are numbered in document order, so those in a section are a range. */
function endIndex(document: MarkdownDocument, section: Section): number {
  return firstFrom(document, section.endLine, section.index + 1);
}

/** Index of the first section, from `low` on, that begins at that line or after it. */
function firstFrom(document: MarkdownDocument, line: number, low: number): number {
  let [from, to] = [low, document.sections.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((document.sections[middle]?.at.line ?? 0) < line) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The range of things in a section: they stand in document order. */
function rangeIn<T extends { readonly section: number }>(
  document: MarkdownDocument,
  things: readonly T[],
  section: Section,
): readonly T[] {
  const firstAtOrAfter = (index: number): number => {
    let low = 0;
    let high = things.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((things[middle]?.section ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return things.slice(firstAtOrAfter(section.index), firstAtOrAfter(endIndex(document, section)));
}

export function itemsIn(document: MarkdownDocument, section: Section): readonly TaskItem[] {
  return rangeIn(document, document.items, section);
}

export function tablesIn(document: MarkdownDocument, section: Section): readonly Table[] {
  return rangeIn(document, document.tables, section);
}

export function blocksIn(document: MarkdownDocument, section: Section): readonly TextBlock[] {
  return rangeIn(document, document.blocks, section);
}

export function linksIn(document: MarkdownDocument, section: Section): readonly Link[] {
  return rangeIn(document, document.links, section);
}

export function nearMissesIn(document: MarkdownDocument, section: Section): readonly NearMiss[] {
  return rangeIn(document, document.nearMisses, section);
}

const PLACEHOLDERS = /<[^<>\n]{1,120}>/g;

/** Visible text without headings, for counting words. Placeholders in angle brackets are no text. */
export function textOf(document: MarkdownDocument, section: Section): string {
  return blocksIn(document, section)
    .filter(({ kind }) => kind !== "heading")
    .map(({ text }) => text.replace(PLACEHOLDERS, " "))
    .join("\n");
}
