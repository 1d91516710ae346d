import { itemsIn, tablesIn } from "../evidence/sections.ts";
import type { MarkdownDocument, Section } from "../model/document.ts";
import type { Remark } from "./import-plan.ts";

/** Questions below one heading. */
export interface MappedQuestions {
  /** Index of the section around them. */
  readonly parent: number;
  readonly questions: readonly Section[];
}

export interface Questions {
  readonly groups: readonly MappedQuestions[];
  readonly remarks: readonly Remark[];
}

/**
 * Headings that ask something, with those beside them that could as well. Where a document has nothing else to judge, every heading without
 * sub-headings counts as one, if there are several: there the text under it is the answer.
 */
export function findQuestions(document: MarkdownDocument): readonly Section[] {
  const { sections, items, tables, nearMisses } = document;
  const parents = new Set(sections.map(({ parent }) => parent));
  const others = sections.filter((section) => {
    if (section.depth === 0 || section.key === "") return false;
    return itemsIn(document, section).length + tablesIn(document, section).length === 0;
  });
  const asked = others.filter(({ heading }) => /[?？]\s*$/u.test(heading));
  const leaves = others.filter(({ index }) => !parents.has(index));
  if (asked.length + items.length + tables.length + nearMisses.length > 0) {
    // Under a title that holds one question, the check wants text under the other headings too.
    const titles = new Set(asked.map(({ parent }) => parent).filter((parent) => parent !== 0));
    const beside = leaves.filter(({ parent }) => titles.has(parent));
    return [...new Set([...asked, ...beside])].sort((a, b) => a.index - b.index);
  }
  return leaves.length > 1 ? leaves : [];
}

/** By the heading around them, as far as each can be told from the others there. */
export function groupQuestions(
  { sections }: MarkdownDocument,
  asked: readonly Section[],
): Questions {
  const byKey = new Map<string, Section[]>();
  for (const section of sections) {
    const same = byKey.get(section.key);
    if (same === undefined) byKey.set(section.key, [section]);
    else same.push(section);
  }
  const groups = new Map<number, Section[]>();
  const remarks: Remark[] = [];
  for (const section of asked) {
    const parent = section.parent ?? 0;
    const twin = byKey
      .get(section.key)
      ?.find((other) => other !== section && isBelow(sections, other, parent));
    if (twin !== undefined) {
      remarks.push({
        at: section.at,
        problem: `the heading \`${section.heading}\` is not mapped: line ${twin.at.line} has the same one`,
        help: "say in each what it is about, and import again",
      });
      continue;
    }
    const group = groups.get(parent);
    if (group === undefined) groups.set(parent, [section]);
    else group.push(section);
  }
  return {
    groups: [...groups].map(([parent, questions]) => ({ parent, questions })),
    remarks,
  };
}

function isBelow(sections: readonly Section[], section: Section, parent: number): boolean {
  for (let at = section.parent; at !== null; at = sections[at]?.parent ?? null) {
    if (at === parent) return true;
  }
  return false;
}
