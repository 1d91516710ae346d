import type { MarkdownDocument, Section, TaskItem } from "../src/model/document.ts";

/**
 * The model of a document with so many items, built in code: what is measured with it is what
 * comes after parsing.
 */
export function documentModel(items: number, itemsPerSection: number): MarkdownDocument {
  const count = Math.ceil(items / itemsPerSection);
  const end = 1 + count + items;
  const root: Section = {
    index: 0,
    depth: 0,
    heading: "",
    key: "",
    gate: null,
    at: { line: 1, column: 1 },
    endLine: end,
    parent: null,
    fields: [],
  };
  const sections = Array.from({ length: count }, (_, index): Section => {
    const line = 1 + index * (itemsPerSection + 1);
    return {
      index: index + 1,
      depth: 2,
      heading: `Part ${index}`,
      key: `part ${index}`,
      gate: `gate-${index}`,
      at: { line, column: 1 },
      endLine: Math.min(line + itemsPerSection + 1, end),
      parent: 0,
      fields: [],
    };
  });
  return {
    frontMatter: { state: "absent" },
    sections: [root, ...sections],
    items: Array.from({ length: items }, (_, index) => itemModel(index, itemsPerSection)),
    tables: [],
    nearMisses: [],
    links: [],
    diagrams: [],
    blocks: [],
  };
}

function itemModel(index: number, itemsPerSection: number): TaskItem {
  const section = Math.floor(index / itemsPerSection);
  const line = 2 + section * (itemsPerSection + 1) + (index % itemsPerSection);
  const at = { line, column: 3 };
  return {
    id: `item-${index}`,
    idFrom: "code",
    title: "Production pipeline reproduces the quality of the pilot",
    ticked: true,
    at,
    parent: null,
    section: section + 1,
    fields: [
      { name: "owner", label: "Owner", value: "@ana", links: [], at },
      { name: "done_when", label: "Done when", value: "14 days have passed", links: [], at },
      { name: "reviewed", label: "Reviewed", value: "2026-09-10", links: [], at },
    ],
  };
}
