import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { planImport } from "../../src/import/plan-import.ts";

function remarksOn(text: string) {
  const planned = planImport(text);
  if (planned.state === "refused") throw new Error(planned.refusal.problem);
  return planned.plan.remarks.map(({ at, problem }) => `${at.line}:${at.column} ${problem}`);
}

const sample = (name: string) =>
  readFileSync(new URL(`../cases/import/${name}`, import.meta.url), "utf8");

describe("what cannot be mapped is told with its place and why", () => {
  test.for([
    {
      name: "service-launch.md",
      says: [/^3:1 a box inside a text/, /^17:1 this bullet has no box/, /^24:4 `\[ \]` is no box/],
    },
    { name: "wiki-page.md", says: [/^28:1 a box inside a text/, /^30:1 `-\[ \]` is no box/] },
    {
      name: "tiered-table.md",
      says: [
        /^5:16 the tiers under `Tier 1`, `Tier 2` are not mapped/,
        /^7:66 `12\/03\/2026` is no ISO date/,
        /^24:1 the table is not mapped: a row of it has nothing under `Area`/,
        /^28:1 the table is not mapped: it says for which tiers/,
      ],
    },
    {
      name: "fields.md",
      says: [/^13:5 `12\/03\/2026` is no ISO date: the check fails/, /^14:5 the evidence `see the/],
    },
    { name: "same-headings.md", says: [/^19:1 the table is not mapped: its heading stands/] },
    { name: "mixed.md", says: [] },
    { name: "questions.md", says: [] },
  ])("$name", ({ name, says }) => {
    const remarks = remarksOn(sample(name));
    expect(remarks).toEqual(says.map((pattern) => expect.stringMatching(pattern)));
  });

  const item = "- [x] One is mapped\n\n";
  test.for([
    { text: "- [x] **API** is up\n- [x] **api** is watched\n", says: /^3:1 .* opens with `API`/ },
    { text: "- [x] <!-- later -->\n", says: /^3:1 this item has no text/ },
    {
      text: "## Q\n\n### Why?\n\nA.\n\n### Why?\n\nB.\n",
      says: /^5:1 the heading `Why\?` is not mapped: line 9/,
    },
    {
      text: "| A | Status |\n|---|---|\n| x | [ ] a<br>[x] b |\n",
      says: /^5:7 the table is not mapped: a cell of it holds several boxes/,
    },
    {
      text: "| A | Status |\n|---|---|\n| x | done |\n| X | done |\n",
      says: /^6:3 the table is not mapped: two of its rows are named `X`/,
    },
    {
      text: "| A | Status | Status |\n|---|---|---|\n| x | done | done |\n",
      says: /^3:16 the table is not mapped: two of its columns/,
    },
    {
      text: "| A | Status |\n|---|---|\n| x | done |\n\nand\n\n| A | Status |\n|---|---|\n| y | done |\n",
      says: /^3:1 the table is not mapped: its section holds another one/,
    },
  ])("$text", ({ text, says }) => {
    expect(remarksOn(item + text)[0]).toMatch(says);
  });
});
