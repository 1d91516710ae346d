import { describe, expect, test } from "vitest";
import { findTable, matchColumns, type WantedColumns } from "../../src/evidence/columns.ts";
import { parsed, spot } from "./parsing.ts";

const WANTED: WantedColumns = {
  role: ["Role", "Area"],
  owner: ["Owner", "Responsible"],
  backup: ["Backup"],
};

function table(header: string) {
  const [found] = parsed(header, header.replaceAll(/[^|]+/g, "-")).tables;
  if (found === undefined) throw new Error("there is no table");
  return found;
}

describe("columns", () => {
  test.each([
    { header: "| Role | Owner | Backup |", index: { role: 0, owner: 1, backup: 2 }, missing: [] },
    { header: "| owner | **ROLE** |", index: { role: 1, owner: 0 }, missing: ["backup"] },
    { header: "| Area | `Responsible` |", index: { role: 0, owner: 1 }, missing: ["backup"] },
    { header: "| Οwner | Ro\u200ble |", index: {}, missing: ["role", "owner", "backup"] },
    { header: "| constructor | __proto__ |", index: {}, missing: ["role", "owner", "backup"] },
  ])("$header", ({ header, index, missing }) => {
    const match = matchColumns(table(header), WANTED);
    expect({ ...match.index }).toEqual(index);
    expect(match.missing).toEqual(missing);
    expect(match.ambiguous).toEqual([]);
  });

  test.each([
    { header: "| Role | Owner | Owner |", at: ["1:10", "1:18"] },
    { header: "| Role | Owner | Responsible |", at: ["1:10", "1:18"] },
  ])("two for one: $header", ({ header, at }) => {
    const match = matchColumns(table(header), WANTED);
    expect(match.ambiguous.map(({ name, at }) => [name, ...at.map(spot)])).toEqual([
      ["owner", ...at],
    ]);
    expect(Object.keys(match.index)).toEqual(["role"]);
  });

  test("many headers of one name take no more than their time", () => {
    const many = table(`|${"a|".repeat(5_000)}`);
    expect(matchColumns(many, { a: ["a"] }).ambiguous[0]?.at).toHaveLength(5_000);
  });
});

const OWNERS = ["| Role | Owner |", "|---|---|", "| a | @b |", ""];

/** State and lines of the tables. */
function find(
  lines: readonly string[],
  heading: string | null,
  required = ["role", "owner"],
): unknown {
  const document = parsed(...lines);
  const section =
    heading === null ? null : (document.sections.find((s) => s.heading === heading) ?? null);
  const found = findTable(document, section, WANTED, required);
  switch (found.state) {
    case "found":
      return found.table.at.line;
    case "missing":
      return "missing";
    case "ambiguous":
      return found.tables.map(({ at }) => at.line);
    case "columns":
      return { missing: found.missing, ambiguous: found.ambiguous.length, seen: found.seen };
  }
}

describe("the table", () => {
  test.each([
    { name: "of the section", lines: ["# A", ...OWNERS, "# B", ...OWNERS], heading: "B", found: 7 },
    { name: "of a sub-section", lines: ["# A", "## B", ...OWNERS], heading: "A", found: 3 },
    { name: "of the document", lines: ["# A", ...OWNERS], heading: null, found: 2 },
    { name: "beside others", lines: ["| x |", "|---|", "", ...OWNERS], heading: null, found: 4 },
    {
      name: "with more columns",
      lines: ["| Role | x | Owner |", "|---|---|---|"],
      heading: null,
      found: 1,
    },
    { name: "is not there", lines: ["# A", "text"], heading: "A", found: "missing" },
    { name: "is not in the section", lines: [...OWNERS, "# A"], heading: "A", found: "missing" },
    { name: "is not another one", lines: ["| x |", "|---|"], heading: null, found: "missing" },
    { name: "is not in code", lines: ["```", ...OWNERS, "```"], heading: null, found: "missing" },
    {
      name: "is not in a comment",
      lines: ["<!--", ...OWNERS, "-->"],
      heading: null,
      found: "missing",
    },
    { name: "twice", lines: [...OWNERS, ...OWNERS], heading: null, found: [1, 5] },
    {
      name: "twice in the section",
      lines: ["# A", ...OWNERS, ...OWNERS],
      heading: "A",
      found: [2, 6],
    },
    {
      name: "lacks a column",
      lines: ["| Role | Who |", "|---|---|"],
      heading: null,
      found: { missing: ["owner"], ambiguous: 0, seen: ["Role", "Who"] },
    },
    {
      name: "has a column twice",
      lines: ["| Role | Owner | Owner |", "|---|---|---|"],
      heading: null,
      found: { missing: [], ambiguous: 1, seen: ["Role", "Owner", "Owner"] },
    },
    {
      name: "has an optional column twice",
      lines: ["| Role | Owner | Backup | Backup |", "|---|---|---|---|"],
      heading: null,
      found: { missing: [], ambiguous: 1, seen: ["Role", "Owner", "Backup", "Backup"] },
    },
  ])("$name", ({ lines, heading, found }) => expect(find(lines, heading)).toEqual(found));

  test("with no column required it is one that has any", () => {
    expect(find(["| x |", "|---|", "", ...OWNERS], null, [])).toBe(4);
  });
});

describe("cells", () => {
  test.each([
    { cell: "a", text: "a" },
    { cell: "**a** `b` *c*", text: "a b c" },
    { cell: "[a](b.md)", text: "a", links: ["b.md"] },
    { cell: "a \\| b", text: "a | b" },
    { cell: "`a \\| b`", text: "a | b" },
    { cell: "~~81 %~~ 94 %", text: "94 %" },
    { cell: "~~@ana~~", text: "" },
    { cell: "<!-- 94 % -->", text: "" },
    { cell: "a<br>b", text: "a b" },
    { cell: "<login>", text: "<login>" },
    { cell: "<b>a</b>", text: "a" },
    { cell: "94&nbsp;%", text: "94 %" },
    { cell: "a\u200b", text: "a\u200b" },
    { cell: "a[^1]", text: "a[^1]" },
    { cell: "", text: "" },
  ])("$cell", ({ cell, text, links = [] }) => {
    const [found] = parsed("| x |", "|---|", `| ${cell} |`).tables;
    const [first] = found?.rows[0] ?? [];
    expect(first?.text).toBe(text);
    expect(first?.links.map(({ target }) => target)).toEqual(links);
  });

  test("a row has no more cells than the header, and may have fewer", () => {
    const document = parsed("| a | b |", "|---|---|", "| 1 | 2 | 3 |", "| 1 |");
    expect(document.tables[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["1", "2"],
      ["1"],
    ]);
    expect(document.blocks.map(({ text }) => text)).not.toContain("3");
  });

  test("they know where they stand", () => {
    const [found] = parsed("text", "", "> | a | b |", "> |---|---|", "> | 1 |  2 |").tables;
    expect(
      [found?.at, ...(found?.rows[0] ?? []).map(({ at }) => at)].map((at) => at && spot(at)),
    ).toEqual(["3:3", "5:5", "5:10"]);
  });
});
