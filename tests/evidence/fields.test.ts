import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../src/evidence/item-fields.ts";
import type { ItemField } from "../../src/model/document.ts";
import { parsed, spot } from "./parsing.ts";

function told({ name, value, links }: ItemField): string {
  return [name, value, ...links.map(({ target }) => `(${target})`)].join(" ");
}

/** Fields of the first item. */
function fields(...lines: readonly string[]): string[] {
  return parsed(...lines).items[0]?.fields.map(told) ?? [];
}

describe("nested bullets", () => {
  test.each([
    { bullet: "Owner: @ana", field: "owner @ana" },
    { bullet: "OWNER: @ana", field: "owner @ana" },
    { bullet: "**Owner:** @ana", field: "owner @ana" },
    { bullet: "**Owner**: @ana", field: "owner @ana" },
    { bullet: "Owner : @ana", field: "owner @ana" },
    { bullet: "Owner:@ana", field: "owner @ana" },
    { bullet: "Owner：@ana", field: "owner @ana" },
    { bullet: "Responsible: @acme/data", field: "owner @acme/data" },
    { bullet: "Owner: `@ana`", field: "owner @ana" },
    {
      bullet: "Owner: ana@acme.example",
      field: "owner ana@acme.example (mailto:ana@acme.example)",
    },
    {
      bullet: "Done when: 14 days without a manual fix",
      field: "done_when 14 days without a manual fix",
    },
    { bullet: "done-when: p95 · p99 below 2 s", field: "done_when p95 · p99 below 2 s" },
    { bullet: "Reviewed: 2026-09-10", field: "reviewed 2026-09-10" },
    { bullet: "Last reviewed: 10.09.2026", field: "reviewed 10.09.2026" },
    { bullet: "Evidence: [audit](docs/a.md)", field: "evidence audit (docs/a.md)" },
    { bullet: "Evidence: docs/a.md", field: "evidence docs/a.md" },
    { bullet: "Evidence: #12", field: "evidence #12" },
    {
      bullet: "Proof: <https://host.example/a?b=1>",
      field: "evidence https://host.example/a?b=1 (https://host.example/a?b=1)",
    },
    { bullet: "Evidence: ![chart](a.png)", field: "evidence chart (a.png)" },
    {
      bullet: "https://host.example/run/1",
      field: "evidence https://host.example/run/1 (https://host.example/run/1)",
    },
    { bullet: "[audit](docs/a.md)", field: "evidence audit (docs/a.md)" },
    { bullet: "N/A: one model, no store needed yet", field: "na one model, no store needed yet" },
    { bullet: "Not applicable: one model", field: "na one model" },
    { bullet: "Risk level: high", field: "risk level high" },
    { bullet: "Owner:", field: "owner " },
    { bullet: "Owner: ~~@ana~~", field: "owner " },
    { bullet: "Owner: ~~@ana~~ @raj", field: "owner @raj" },
    { bullet: "Evidence: ~~[a](a.md)~~ [b](b.md)", field: "evidence b (b.md)" },
    { bullet: "Owner: <!-- @ana -->", field: "owner " },
    { bullet: "Owner: <login>", field: "owner <login>" },
    { bullet: "Owner: <@login>", field: "owner <@login>" },
    { bullet: "Owner: @ana[^1]\n\n[^1]: @raj", field: "owner @ana" },
    { bullet: "Own\u200ber: @ana", field: "own\u200ber @ana" },
    { bullet: "Owner: @a\u202ena", field: "owner @a\u202ena" },
    { bullet: "Evidence:\n    - [a](a.md)\n    - #12", field: "evidence a, #12 (a.md)" },
  ])("$bullet", ({ bullet, field }) => {
    expect(fields("- [x] `a` b", `  - ${bullet}`)).toEqual([field]);
  });
});

describe("bullets that are no fields", () => {
  test.each([
    { bullet: "see the audit" },
    { bullet: "at 12:30 on Monday" },
    { bullet: "[audit](docs/a.md) says so" },
    { bullet: "@ana" },
    { bullet: "2026-09-10" },
    { bullet: "`Owner: @ana`" },
    { bullet: "[Owner: @ana](docs/a.md) and more" },
    { bullet: "~~Owner: @ana~~" },
    { bullet: "<!-- Owner: @ana -->" },
    { bullet: "[x] Owner: @ana" },
    { bullet: "1: one" },
    { bullet: "a label of so many words that nobody would ever call it one: b" },
    { bullet: "ana@acme.example" },
  ])("$bullet", ({ bullet }) => expect(fields("- [x] `a` b", `  - ${bullet}`)).toEqual([]));
});

describe("behind a dot on the item's line", () => {
  test.each([
    { line: "b · @ana", all: ["owner @ana"], title: "b" },
    { line: "b · @ana, @acme/data", all: ["owner @ana, @acme/data"], title: "b" },
    {
      line: "b · [@ana](https://github.com/ana)",
      all: ["owner @ana (https://github.com/ana)"],
      title: "b",
    },
    { line: "b · [audit](docs/a.md)", all: ["evidence audit (docs/a.md)"], title: "b" },
    {
      line: "b · see the [audit](docs/a.md) for all",
      all: ["evidence see the audit for all (docs/a.md)"],
      title: "b",
    },
    { line: "b · 2026-09-10", all: ["reviewed 2026-09-10"], title: "b" },
    {
      line: "b · @ana · [audit](a.md) · 2026-09-10",
      all: ["owner @ana", "evidence audit (a.md)", "reviewed 2026-09-10"],
      title: "b",
    },
    {
      line: "b · @ana [audit](a.md)",
      all: ["owner @ana", "evidence @ana audit (a.md)"],
      title: "b",
    },
    {
      line: "b · Owner: @ana · Done when: it works",
      all: ["owner @ana", "done_when it works"],
      title: "b",
    },
    { line: "b · asked @ana", all: [], title: "b · asked @ana" },
    { line: "b · 10.09.2026", all: [], title: "b · 10.09.2026" },
    { line: "b · due 2026-09-10", all: [], title: "b · due 2026-09-10" },
    { line: "b · ana@acme.example", all: [], title: "b · ana@acme.example" },
    { line: "b · `@ana`", all: ["owner @ana"], title: "b" },
    { line: "b @ana [audit](a.md) 2026-09-10", all: [], title: "b @ana audit 2026-09-10" },
    { line: "b·@ana", all: [], title: "b·@ana" },
    { line: "`b · @ana`", all: [], title: "b · @ana" },
    { line: "[b · @ana](a.md)", all: [], title: "b · @ana" },
    { line: "b · ~~@ana~~", all: [], title: "b · @ana" },
    { line: "b ·\n  @ana", all: ["owner @ana"], title: "b" },
  ])("$line", ({ line, all, title }) => {
    const [item] = parsed(`- [x] \`a\` ${line}`).items;
    expect(item?.fields.map(told)).toEqual(all);
    expect(item?.title).toBe(title);
  });
});

describe("right under a heading", () => {
  const ITEM = "- [x] `a` b";
  test.each([
    {
      name: "one line",
      lines: ["# A", "Owner: @ana · Reviewed: 2026-09-10", "", ITEM],
      owner: ["@ana"],
    },
    {
      name: "a line each",
      lines: ["# A", "Owner: @ana", "Reviewed: 2026-09-10", "", ITEM],
      owner: ["@ana"],
    },
    {
      name: "behind the gate's marker",
      lines: ["# A", "<!-- gate: a -->", "Owner: @ana", "", ITEM],
      owner: ["@ana"],
    },
    { name: "in a paragraph", lines: ["# A", "", "Owner: @ana", "", ITEM], owner: ["@ana"] },
    {
      name: "from the section around",
      lines: ["# A", "Owner: @ana", "## B", ITEM],
      owner: ["@ana"],
    },
    {
      name: "the nearest",
      lines: ["# A", "Owner: @ana", "## B", "Owner: @raj", "", ITEM],
      owner: ["@raj"],
    },
    {
      name: "the item's own",
      lines: ["# A", "Owner: @ana", "", ITEM, "  - Owner: @raj"],
      owner: ["@raj"],
    },
    {
      name: "an own one that is empty",
      lines: ["# A", "Owner: @ana", "", ITEM, "  - Owner:"],
      owner: [""],
    },
    {
      name: "twice",
      lines: ["# A", "Owner: @ana · Owner: @raj", "", ITEM],
      owner: ["@ana", "@raj"],
    },
    {
      name: "with a value on two lines",
      lines: ["# A", "Owner: @ana", "and @raj", "", ITEM],
      owner: ["@ana and @raj"],
    },
    {
      name: "not in the second paragraph",
      lines: ["# A", "Text.", "", "Owner: @ana", "", ITEM],
      owner: [],
    },
    { name: "not in prose", lines: ["# A", "The owner is @ana", "", ITEM], owner: [] },
    { name: "not in code", lines: ["# A", "`Owner: @ana`", "", ITEM], owner: [] },
    { name: "not in a comment", lines: ["# A", "<!-- Owner: @ana -->", "", ITEM], owner: [] },
    { name: "not in a quote", lines: ["# A", "> Owner: @ana", "", ITEM], owner: [] },
    { name: "not from a section beside", lines: ["# A", "Owner: @ana", "# B", ITEM], owner: [] },
    { name: "not above all headings", lines: ["Owner: @ana", "# B", ITEM], owner: [] },
  ])("$name", ({ lines, owner }) => {
    const document = parsed(...lines);
    const [item] = document.items;
    if (item === undefined) throw new Error("there is no item");
    expect(fieldsOf(document, item, "owner").map(({ value }) => value)).toEqual(owner);
  });
});

test("fields know where they stand", () => {
  const [item] = parsed("- [x] `a` b · @ana ·", "  2026-09-10", "  - Evidence: #1").items;
  expect(item?.fields.map(({ at }) => spot(at))).toEqual(["1:15", "2:1", "3:5"]);
});

test("an item does not have the fields of the items nested in it", () => {
  const { items } = parsed("- [x] `a` b", "  - [x] `c` d", "    - Owner: @ana");
  expect(items.map((item) => item.fields.map(told))).toEqual([[], ["owner @ana"]]);
});
