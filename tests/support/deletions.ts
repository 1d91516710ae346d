import { parseDocument } from "../../src/evidence/parse-document.ts";

/** Something of a document that can be taken out, with the text that is left. */
export interface Deletion {
  readonly what: string;
  readonly left: string;
}

export interface Deletions {
  /** Each item with what belongs to it. */
  readonly items: readonly Deletion[];
  /** Each field on a line of its own. */
  readonly fields: readonly Deletion[];
  /** Each field that the items below a heading inherit. */
  readonly inherited: readonly Deletion[];
  /** Each row of a table, its head not counted. */
  readonly rows: readonly Deletion[];
  /** All rows of each table. */
  readonly tables: readonly Deletion[];
  readonly headings: readonly Deletion[];
  /** Each item with its box emptied. */
  readonly unticked: readonly Deletion[];
  /** The whole text with all boxes emptied. */
  readonly allUnticked: string;
}

export function deletionsOf(text: string): Deletions {
  const parsed = parseDocument({ text, blob: text });
  if (parsed.state === "error") throw new Error(parsed.error.problem);
  const { items, sections } = parsed.document;
  const lines = text.split("\n");
  const without = (what: string, first: number, last = first): Deletion => ({
    what,
    left: lines.filter((_, index) => index + 1 < first || index + 1 > last).join("\n"),
  });
  // Its nested bullets belong to an item.
  const lastLineOf = (first: number) => {
    const next = lines.findIndex((line, index) => index >= first && !/^\s+\S/.test(line));
    return next === -1 ? lines.length : next;
  };
  const bodies = tableBodies(lines);
  const boxes = new Set(items.map(({ at }) => at.line));
  return {
    items: items.map(({ id, at }) => without(id, at.line, lastLineOf(at.line))),
    fields: items.flatMap(({ id, at, fields }) =>
      fields
        .filter((field) => field.at.line > at.line)
        .map((field) => without(`${field.name} of ${id}`, field.at.line)),
    ),
    inherited: sections.flatMap(({ heading, fields }) =>
      fields.slice(0, 1).map(({ name, at }) => without(`${name} under ${heading}`, at.line)),
    ),
    rows: bodies.flatMap(([first, last]) =>
      range(first, last).map((line) => without((lines[line - 1] ?? "").slice(0, 40), line)),
    ),
    tables: bodies.map(([first, last]) => without(`${lines[first - 3]}`, first, last)),
    headings: sections
      .filter(({ depth }) => depth >= 2)
      .map(({ heading, at }) => without(heading, at.line)),
    allUnticked: lines
      .map((line, index) => (boxes.has(index + 1) ? line.replace("[x]", "[ ]") : line))
      .join("\n"),
    unticked: items.map(({ id, at }) => ({
      what: id,
      left: lines
        .map((line, index) => (index + 1 === at.line ? line.replace("[x]", "[ ]") : line))
        .join("\n"),
    })),
  };
}

/** First and last line of the rows below each `|---|`. */
function tableBodies(lines: readonly string[]): readonly (readonly [number, number])[] {
  return lines.flatMap((line, index) => {
    if (!/^\|[\s|:-]+$/.test(line)) return [];
    const end = lines.findIndex((other, at) => at > index && !other.startsWith("|"));
    const last = end === -1 ? lines.length : end;
    return last > index + 1 ? [[index + 2, last] as const] : [];
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
