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
      says: [
        /^7:19 `3 March 2026` is no ISO date: no rule/,
        /^13:5 `12\/03\/2026` is no ISO date: the item does not pass/,
        /^14:5 the evidence `see the/,
        /^23:1 what HTML, code blocks and footnotes/,
        /^25:1 what HTML/,
        /^29:1 what HTML/,
      ],
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
      text: "| A | P1 | P2 | Status |\n|---|---|---|---|\n| x | yes | no | done |\n",
      says: /^3:7 the tiers under `P1`, `P2` are not mapped/,
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

describe("items where nothing is read are told, so that none is lost unseen", () => {
  test.for([
    { text: "<details>\n- [ ] Backups\n</details>\n", says: [/^3:1 what HTML, code blocks/] },
    { text: "<ul><li><input type=checkbox> Backups</li></ul>\n", says: [/^3:1 what HTML/] },
    { text: "<table><tr><td>Backups</td><td>Open</td></tr></table>\n", says: [/^3:1 what HTML/] },
    { text: "<!--\n- [ ] Backups\n-->\n", says: [/^3:1 what HTML/] },
    { text: "```\n- [ ] Backups\n```\n", says: [/^3:1 what HTML/] },
    { text: "> ~~~\n> 1. [ ] Backups\n> ~~~\n", says: [/^3:3 what HTML/] },
    { text: "Backups[^1]\n\n[^1]: Yes\n\n    - [ ] each month\n", says: [/^5:1 what HTML/] },
    { text: "<details>\n\n- [x] Backups\n\n</details>\n", says: [] },
    { text: "<br>\n\n```sh\nls [x]\n```\n\n<!-- later -->\n", says: [] },
  ])("$text", ({ text, says }) => {
    const remarks = remarksOn(`- [x] One is mapped\n\n${text}`);
    expect(remarks).toEqual(says.map((pattern) => expect.stringMatching(pattern)));
  });
});

describe("text that a person may take for judged is told where nothing asks for it", () => {
  const head = "# Review\n\n## Operations\n\n### Who is paged?\n\nAna.\n\n## Data\n\n";
  test.for([
    { text: "**Where is it kept?**\n\nHere.\n", says: [/^11:1 this question is no heading/] },
    { text: "Q: Is it kept? A: Yes.\n", says: [/^11:1 this question is no heading/] },
    { text: "> Where is it kept？\n", says: [/^11:3 this question is no heading/] },
    { text: "✅ Backups\n❌ Restore\n", says: [/^11:1 `✅` in a text is no box/] },
    { text: "- Backups\n- Restore\n  - each month\n", says: [/^11:1 no bullet of this list/] },
    { text: "1. Is it backed up? Yes\n", says: [/^11:1 no bullet of this list/] },
    { text: "Customer names.\n\n## Runbook\n\nFlip it.\n", says: [/^9:1 .*`Data`, `Runbook`$/] },
    {
      text: `${["A", "B", "C", "D", "E"].map((one) => `Text.\n\n## ${one}\n\n`).join("")}Text.\n`,
      says: [/^9:1 .*`Data`, `A`, `B`, `C`, `D` and 1 more$/],
    },
    { text: "Customer names.\n\n- [ ] Backups\n  - each month\n\n> Soon.\n", says: [] },
    { text: "```text\nWhere?\n```\n\n<!-- Where? -->\n", says: [] },
    { text: "", says: [] },
  ])("$text", ({ text, says }) => {
    expect(remarksOn(head + text)).toEqual(says.map((pattern) => expect.stringMatching(pattern)));
  });

  test("an answer may list and ask what it wants", () => {
    const text =
      "# Review\n\nWhy this?\n\n## Who is paged?\n\n- Ana\n- Why not?\n\n### How\n\nWhy?\n";
    expect(remarksOn(text)).toEqual([expect.stringMatching(/^3:1 this question/)]);
  });
});

describe("what the document lets off is told, as it is asked like all else", () => {
  const row = (demand: string) =>
    `| Check | Mandatory? | Done |\n|---|---|---|\n| Quotas | ${demand} | Y |\n`;
  test.for([
    { text: "- [ ] Bug bounty (optional)\n", says: [/^1:1 this item says that it is optional/] },
    { text: "- [x] Nice-to-have: tracing\n", says: [/^1:1 this item says that it is optional/] },
    { text: "- [ ] N/A - no queue\n", says: [/^1:1 this item says that it does not apply/] },
    { text: "- [x] ~~PCI scan~~ (n/a)\n", says: [/^1:1 this item says that it does not apply/] },
    { text: "- [x] PCI scan N/A, no cards here\n", says: [/^1:1 this item says that it does not/] },
    { text: "- [ ] PCI scan n/a\n  - N/A: we never see the number of a card\n", says: [] },
    { text: "- [ ] Optionally\n- [ ] The N/A column is gone\n- [ ] A n/ab test\n", says: [] },
    { text: row("No"), says: [/^3:12 this row says `No` under `Mandatory\?`/] },
    { text: row("optional"), says: [/^3:12 this row says `optional`/] },
    { text: row("Yes"), says: [] },
    { text: row(""), says: [] },
  ])("$text", ({ text, says }) => {
    expect(remarksOn(text)).toEqual(says.map((pattern) => expect.stringMatching(pattern)));
  });
});

describe("an answer that is the template's hint is told, as it counts as one", () => {
  test.for([
    { answer: "> Please describe", hint: true },
    { answer: "_Explain why this is needed._", hint: true },
    { answer: "[Who answers the page?]", hint: true },
    { answer: "- Add your answer here.", hint: true },
    { answer: "Please see the [runbook](runbook.md).", hint: false },
    { answer: "Explained in the runbook.", hint: false },
    { answer: "Describe why.\n\nBecause it is.", hint: false },
    { answer: "TODO", hint: false },
    { answer: "", hint: false },
  ])("$answer: $hint", ({ answer, hint }) => {
    const remarks = remarksOn(`## Review\n\n### Who is paged?\n\n${answer}\n\n### And then?\n`);
    expect(remarks).toEqual(hint ? [expect.stringMatching(/^5:\d this reads like a hint/)] : []);
  });
});
