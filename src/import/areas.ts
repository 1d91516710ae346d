import type { MarkdownDocument, Section } from "../model/document.ts";

/** The parts of a document that become gates. */
export interface Areas {
  /** What holds all that is imported: the document's title, or the whole document. */
  readonly top: number;
  /** The gate's section for what stands in a section: a child of `top`, or `top` itself. */
  areaOf(section: number): number;
}

/**
 * Headings that only hold one other heading are titles: the first level at which a document parts
 * is that of its gates.
 */
export function areasOf({ sections }: MarkdownDocument, filled: ReadonlySet<number>): Areas {
  const parentOf = (index: number) => sections[index]?.parent ?? null;
  const holds = new Set<number>();
  for (const section of filled) {
    for (let at: number | null = section; at !== null && !holds.has(at); at = parentOf(at)) {
      holds.add(at);
    }
  }
  const children = new Map<number, Section[]>();
  for (const section of sections) {
    if (section.parent === null || !holds.has(section.index)) continue;
    const siblings = children.get(section.parent);
    if (siblings === undefined) children.set(section.parent, [section]);
    else siblings.push(section);
  }
  let top = 0;
  while (!filled.has(top)) {
    const [only, ...others] = children.get(top) ?? [];
    if (only === undefined || others.length > 0) break;
    top = only.index;
  }
  return {
    top,
    areaOf(section) {
      let at = section;
      for (let parent = parentOf(at); at !== top && parent !== top; parent = parentOf(at)) {
        if (parent === null) break;
        at = parent;
      }
      return at;
    },
  };
}
