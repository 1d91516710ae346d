import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/evidence/parse-document.ts";
import { blockers, exampleFiles, type Files, judgeFiles } from "../support/example-repository.ts";

const files = exampleFiles("claims-triage");
const READINESS = "READINESS.md";
const lines = (files[READINESS] ?? "").split("\n");

function without(first: number, last = first): Files {
  const left = lines.filter((_, index) => index + 1 < first || index + 1 > last);
  return { ...files, [READINESS]: left.join("\n") };
}

const parsed = parseDocument({ text: files[READINESS] ?? "", blob: "example" });
if (parsed.state === "error") throw new Error(parsed.error.problem);
const { document } = parsed;

/** The last line of an item: its nested bullets belong to it. */
function lastLineOf(first: number): number {
  const next = lines.findIndex((line, index) => index >= first && !/^\s+\S/.test(line));
  return next === -1 ? lines.length : next;
}

const items = document.items.map(({ id, at }) => ({
  id,
  first: at.line,
  last: lastLineOf(at.line),
}));
const fieldLines = document.items.flatMap(({ id, at, fields }) =>
  fields
    .filter((field) => field.at.line > at.line)
    .map((field) => ({ id, field: field.name, line: field.at.line })),
);
const inherited = document.sections.flatMap(({ heading, fields }) =>
  fields.slice(0, 1).map(({ name, at }) => ({ heading, field: name, line: at.line })),
);
const rows = lines.flatMap((text, index) =>
  /^\|/.test(text) &&
  !/^\|[\s|:-]+$/.test(text) &&
  /^\|[\s|:-]+$/.test(lines[index + 1] ?? "") === false
    ? [{ row: text.slice(0, 40), line: index + 1 }]
    : [],
);
const headings = document.sections
  .filter(({ depth }) => depth >= 2)
  .map(({ heading, at }) => ({ heading, line: at.line }));

test("the example as it stands may go", async () => {
  const verdict = await judgeFiles({ evidence: files });
  expect(blockers(verdict)).toEqual([]);
  expect(verdict.decision).toBe("go");
});

test("there is something to delete", () => {
  expect(items.length).toBeGreaterThan(20);
  expect(fieldLines.length).toBeGreaterThan(20);
  expect(rows.length).toBeGreaterThan(30);
  expect(headings.length).toBeGreaterThan(15);
});

async function blocks(evidence: Files): Promise<void> {
  const verdict = await judgeFiles({ evidence });
  expect(verdict.decision).toBe("no-go");
  expect(blockers(verdict)).not.toEqual([]);
}

describe("the example no longer passes without", () => {
  test.each(items)("the item $id", ({ first, last }) => blocks(without(first, last)));
  test.each(fieldLines)("the field $field of $id", ({ line }) => blocks(without(line)));
  test.each(inherited)("the field $field under $heading", ({ line }) => blocks(without(line)));
  test.each(rows)("the row $row", ({ line }) => blocks(without(line)));
  test.each(headings)("the heading $heading", ({ line }) => blocks(without(line)));
});

describe("nor with", () => {
  test.each(items)("$id unticked", ({ first }) => {
    const text = lines.map((line, index) =>
      index + 1 === first ? line.replace("[x]", "[ ]") : line,
    );
    return blocks({ ...files, [READINESS]: text.join("\n") });
  });
});
