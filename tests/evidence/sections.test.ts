import { describe, expect, test } from "vitest";
import {
  blocksIn,
  findSection,
  isWithin,
  itemsIn,
  linksIn,
  nearMissesIn,
  type SectionQuery,
  sectionsNamed,
  tablesIn,
  textOf,
} from "../../src/evidence/sections.ts";
import type { MarkdownDocument, Section } from "../../src/model/document.ts";
import { parsed, spot } from "./parsing.ts";

function sectionOf(document: MarkdownDocument, heading: string): Section {
  const section = document.sections.find((candidate) => candidate.heading === heading);
  if (section === undefined) throw new Error(`there is no ${heading}`);
  return section;
}

describe("sections", () => {
  test("nest by depth and end before the next of their depth", () => {
    const document = parsed("a", "# A", "## B", "b", "### C", "## D", "# E", "e", "");
    expect(
      document.sections.map((s) => [s.index, s.depth, s.heading, spot(s.at), s.endLine, s.parent]),
    ).toEqual([
      [0, 0, "", "1:1", 10, null],
      [1, 1, "A", "2:1", 7, 0],
      [2, 2, "B", "3:1", 6, 1],
      [3, 3, "C", "5:1", 6, 2],
      [4, 2, "D", "6:1", 7, 1],
      [5, 1, "E", "7:1", 10, 0],
    ]);
  });

  test("a skipped level nests all the same", () => {
    const { sections } = parsed("### C", "# A", "#### D", "## B");
    expect(sections.map(({ parent }) => parent)).toEqual([null, 0, 0, 2, 2]);
  });

  test.each([
    { lines: ["A", "===", "b", "---"], headings: ["A", "b"] },
    { lines: ["# **A** `b` [c](d) ~~e~~ <!-- f --> ![g](h)"], headings: ["A b c e g"] },
    { lines: ["#"], headings: [""] },
    { lines: ["> # A"], headings: [] },
    { lines: ["- # A"], headings: [] },
    { lines: ["```", "# A", "```"], headings: [] },
    { lines: ["<!--", "# A", "-->"], headings: [] },
    { lines: ["<h1>A</h1>"], headings: [] },
    { lines: ["#A"], headings: [] },
    { lines: ["\\# A"], headings: [] },
    { lines: ["<details>", "", "# A", "", "</details>"], headings: ["A"] },
  ])("of $lines", ({ lines, headings }) => {
    expect(
      parsed(...lines)
        .sections.slice(1)
        .map(({ heading }) => heading),
    ).toEqual(headings);
  });

  test.each([
    { lines: ["# A <!-- gate: data -->"], gate: "data" },
    { lines: ["# A", "<!-- gate: data -->"], gate: "data" },
    { lines: ["# A", "", "<!-- gate: data -->", "", "b"], gate: "data" },
    { lines: ["# A", "<!-- note -->", "", "<!-- gate: data -->"], gate: "data" },
    { lines: ["# A", "b", "", "<!-- gate: data -->"], gate: null },
    { lines: ["# A", "`<!-- gate: data -->`"], gate: null },
    { lines: ["# A", "<!-- gate: a b -->"], gate: null },
    { lines: ["# A", "<!-- <!-- gate: data -->"], gate: null },
    { lines: ["# A", "<pre><!-- gate: data --></pre>"], gate: null },
    { lines: ["<!-- gate: data -->", "# A"], gate: null },
  ])("the gate of $lines", ({ lines, gate }) => {
    expect(parsed(...lines).sections[1]?.gate).toBe(gate);
  });
});

const QUERY: SectionQuery = { heading: null, id: "data", title: "Data quality" };

/** Lines of the sections found, or the headings seen. */
function found(lines: readonly string[], query: Partial<SectionQuery> = {}): unknown {
  const result = findSection(parsed(...lines), { ...QUERY, ...query });
  switch (result.state) {
    case "found":
      return result.section.at.line;
    case "missing":
      return result.seen;
    case "ambiguous":
      return result.sections.map(({ at }) => [at.line]);
  }
}

describe("the section of a gate", () => {
  test.each([
    { name: "by id", lines: ["# Top", "## Data"], found: 2 },
    { name: "by title", lines: ["# Top", "## Data Quality"], found: 2 },
    {
      name: "whatever its number, emoji and punctuation",
      lines: ["## 📊 Gate 2 · Data quality:"],
      found: 1,
    },
    { name: "by marker", lines: ["## Pipeline <!-- gate: data -->"], found: 1 },
    { name: "by heading", lines: ["## Data", "## Inputs"], query: { heading: "inputs" }, found: 2 },
    { name: "by heading alone", lines: ["## Data"], query: { heading: "Inputs" }, found: ["Data"] },
    {
      name: "by heading or marker",
      lines: ["## Eingaben <!-- gate: data -->"],
      query: { heading: "Inputs" },
      found: 1,
    },
    {
      name: "by its parent",
      lines: ["# A", "## Inputs", "# B", "## Inputs"],
      query: { heading: "B > Inputs" },
      found: 4,
    },
    {
      name: "by a heading that holds the sign",
      lines: ["# p95 > 300", "# p95"],
      query: { heading: "p95 > 300" },
      found: 1,
    },
    {
      name: "by number where asked for by number",
      lines: ["# Phase 1: Data", "# Phase 2: Data"],
      query: { heading: "Phase 2: Data" },
      found: 2,
    },
    {
      name: "by another number where there is one only",
      lines: ["# Gate 3: Data"],
      query: { heading: "Gate 2: Data" },
      found: 1,
    },
    { name: "never the whole document", lines: ["text"], query: { id: "", title: "" }, found: [] },
    {
      name: "not under a grandparent",
      lines: ["# A", "## B", "### Inputs"],
      query: { heading: "A > Inputs" },
      found: ["A", "B", "Inputs"],
    },
    { name: "not by a look-alike", lines: ["## Dаta"], found: ["Dаta"] },
    { name: "not by a hidden character", lines: ["## Da\u200bta"], found: ["Da\u200bta"] },
    { name: "not in code", lines: ["```", "## Data", "```"], found: [] },
  ])("$name", ({ lines, query = {}, found: expected }) => {
    expect(found(lines, query)).toEqual(expected);
  });

  test.each([
    { name: "two headings", lines: ["## Data", "## data!"], found: [[1], [2]] },
    { name: "the id and the title", lines: ["## Data", "## Data quality"], found: [[1], [2]] },
    {
      name: "two markers",
      lines: ["# A <!-- gate: data -->", "# B <!-- gate: data -->"],
      found: [[1], [2]],
    },
    {
      name: "a marker and a heading",
      lines: ["## Data", "## Other", "<!-- gate: data -->"],
      found: [[1], [2]],
    },
    {
      name: "a number and none",
      lines: ["# Phase 1: Data", "# Data"],
      query: { heading: "Phase 1: Data" },
      found: [[1], [2]],
    },
    {
      name: "no number where two have one",
      lines: ["# Phase 1: Data", "# Phase 2: Data"],
      found: [[1], [2]],
    },
    {
      name: "two parents",
      lines: ["# A", "## B", "# A", "## B"],
      query: { heading: "A > B" },
      found: [[2], [4]],
    },
  ])("is ambiguous with $name", ({ lines, query = {}, found: expected }) => {
    expect(found(lines, query)).toEqual(expected);
  });
});

describe("what stands in a section", () => {
  const document = parsed(
    "- [x] before · [l0](l0)",
    "# A",
    "- [x] a · [l1](l1)",
    "## B",
    "| b |",
    "|---|",
    "| [l2](l2) |",
    "",
    "-[ ] near",
    "# C",
    "- [x] c · [l3](l3)",
    "",
    "`code` and <name> end",
  );

  test.each([
    {
      heading: "",
      items: ["before", "a", "c"],
      tables: 1,
      links: ["l0", "l1", "l2", "l3"],
      near: 1,
    },
    { heading: "A", items: ["a"], tables: 1, links: ["l1", "l2"], near: 1 },
    { heading: "B", items: [], tables: 1, links: ["l2"], near: 1 },
    { heading: "C", items: ["c"], tables: 0, links: ["l3"], near: 0 },
  ])("$heading", ({ heading, items, tables, links, near }) => {
    const section = sectionOf(document, heading);
    expect(itemsIn(document, section).map(({ title }) => title)).toEqual(items);
    expect(tablesIn(document, section)).toHaveLength(tables);
    expect(linksIn(document, section).map(({ target }) => target)).toEqual(links);
    expect(nearMissesIn(document, section)).toHaveLength(near);
  });

  test("sub-sections lie within, others do not", () => {
    const within = sectionOf(document, "A");
    expect([0, 1, 2, 3].map((index) => isWithin(document, index, within))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("text is what a reader sees, without headings and placeholders", () => {
    expect(textOf(document, sectionOf(document, "C"))).toBe("c · l3\n`code` and   end");
    expect(
      blocksIn(document, sectionOf(document, "B")).map(({ kind, text }) => `${kind} ${text}`),
    ).toEqual(["heading B", "cell b", "cell l2", "paragraph -[ ] near"]);
  });

  test("sections by name, without the one they are looked for in", () => {
    const nested = parsed("# A", "## A", "### 1. Rollback", "## B", "# Rollback");
    const within = sectionOf(nested, "A");
    expect(sectionsNamed(nested, ["rollback", "a"], within).map(({ at }) => at.line)).toEqual([
      2, 3,
    ]);
  });
});
