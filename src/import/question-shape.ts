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
 * Headings that ask something. Where a document has nothing else to judge, every heading without
 * sub-headings counts as one: there the text under it is the answer.
 */
export function mapQuestions(document: MarkdownDocument, isOnlyProse: boolean): Questions {
  const { sections } = document;
  const parents = new Set(sections.map(({ parent }) => parent));
  const asked = sections.filter((section) => {
    if (section.depth === 0 || section.key === "") return false;
    if (itemsIn(document, section).length + tablesIn(document, section).length > 0) return false;
    return /[?？]\s*$/u.test(section.heading) || (isOnlyProse && !parents.has(section.index));
  });
  const byKey = new Map<string, Section[]>();
  for (const section of sections) {
    byKey.set(section.key, [...(byKey.get(section.key) ?? []), section]);
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
    groups.set(parent, [...(groups.get(parent) ?? []), section]);
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
