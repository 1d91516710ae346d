import { describe, expect, test } from "vitest";
import { parsed, spot } from "./parsing.ts";

/** `[x] code:data.parity "Title" 3:1`, with the parent behind where there is one. */
function told(...lines: readonly string[]): string[] {
  return parsed(...lines).items.map((item) => {
    const box = item.ticked ? "[x]" : "[ ]";
    const parent = item.parent === null ? "" : ` in ${item.parent}`;
    return `${box} ${item.idFrom}:${item.id} "${item.title}" ${spot(item.at)}${parent}`;
  });
}

describe("what counts as an item", () => {
  test.each([
    { lines: ["- [x] a"], items: ['[x] title:a "a" 1:1'] },
    { lines: ["* [X] a"], items: ['[x] title:a "a" 1:1'] },
    { lines: ["+ [ ] a"], items: ['[ ] title:a "a" 1:1'] },
    { lines: ["1. [x] a"], items: ['[x] title:a "a" 1:1'] },
    { lines: ["2) [ ] a"], items: ['[ ] title:a "a" 1:1'] },
    { lines: ["> - [x] a"], items: ['[x] title:a "a" 1:3'] },
    { lines: ["> > 1. [x] a"], items: ['[x] title:a "a" 1:5'] },
    { lines: ["- - [x] a"], items: ['[x] title:a "a" 1:3'] },
    { lines: ["- [x]\ta"], items: ['[x] title:a "a" 1:1'] },
    { lines: ["- [x]", "  a"], items: ['[x] title:a "a" 1:1'] },
    { lines: ["- [x] a", "- [ ] b"], items: ['[x] title:a "a" 1:1', '[ ] title:b "b" 2:1'] },
    { lines: ["- [x] a", "  - [ ] b"], items: ['[x] title:a "a" 1:1', '[ ] title:b "b" 2:3 in 0'] },
    {
      lines: ["- [x] a", "  - b", "    - [ ] c"],
      items: ['[x] title:a "a" 1:1', '[ ] title:c "c" 3:5 in 0'],
    },
    {
      lines: ["- [x] a", "  > - [ ] b"],
      items: ['[x] title:a "a" 1:1', '[ ] title:b "b" 2:5 in 0'],
    },
    {
      lines: ["<details>", "<summary>More</summary>", "", "- [x] a", "", "</details>"],
      items: ['[x] title:a "a" 4:1'],
    },
    { lines: ["- [x] a", "", "[x]: https://host.example"], items: ['[x] title:a "a" 1:1'] },
    { lines: ["- [x] ~~a~~"], items: ['[x] title:a "a" 1:1'] },
    { lines: ["\ufeff- [x] a"], items: ['[x] title:a "a" 1:2'] },
  ])("$lines", ({ lines, items }) => expect(told(...lines)).toEqual(items));
});

describe("what holds no items", () => {
  test.each([
    { name: "a fence", lines: ["```", "- [x] a", "```"] },
    { name: "a fence of tildes", lines: ["~~~", "- [x] a", "~~~"] },
    { name: "a fence that is never closed", lines: ["- b", "", "```", "- [x] a"] },
    { name: "indented code", lines: ["    - [x] a"] },
    { name: "a comment", lines: ["<!--", "- [x] a", "-->"] },
    { name: "a comment that is never closed", lines: ["<!--", "", "- [x] a"] },
    { name: "HTML", lines: ["<pre>", "- [x] a", "</pre>"] },
    { name: "HTML around", lines: ["<div>", "- [x] a", "</div>"] },
    { name: "a footnote", lines: ["b[^1]", "", "[^1]: - [x] a"] },
    { name: "a script", lines: ["<script>", "", "- [x] a", "", "</script>"] },
    { name: "a declaration", lines: ["<![CDATA[", "", "- [x] a", "", "]]>"] },
    { name: "front matter", lines: ["---", "a: |", "  - [x] a", "---"] },
    { name: "inline code", lines: ["`- [x] a`"] },
    { name: "a heading in a list", lines: ["- # [x] a"] },
    { name: "a paragraph behind an empty item", lines: ["-", "[x] a"] },
    { name: "a definition", lines: ["[x]: a"] },
    { name: "UTF-16 read as UTF-8", lines: [[..."- [x] a"].join("\0")] },
  ])("$name", ({ lines }) => expect(told(...lines)).toEqual([]));
});

describe("the id", () => {
  test.each([
    { line: "- [x] `data.parity` Same", item: 'code:data.parity "Same"' },
    { line: "- [x] ``data.parity`` Same", item: 'code:data.parity "Same"' },
    { line: "- [x] `data.parity`", item: 'code:data.parity ""' },
    { line: "- [x] `data.parity`: Same", item: 'code:data.parity "Same"' },
    { line: "- [x] `data.parity` — Same", item: 'code:data.parity "Same"' },
    { line: "- [x]    `data.parity` Same", item: 'code:data.parity "Same"' },
    { line: "- [x] **data.parity** Same", item: 'bold:data.parity "Same"' },
    { line: "- [x] __data.parity:__ Same", item: 'bold:data.parity "Same"' },
    { line: "- [x] **`data.parity`** Same", item: 'code:data.parity "Same"' },
    { line: "- [x] **`data.parity` Same**", item: 'code:data.parity "Same"' },
    { line: "- [x] **a *b* c** d", item: 'bold:a b c "d"' },
    { line: "- [x] ~~`data.parity` Same~~", item: 'code:data.parity "Same"' },
    { line: "- [x] [`data.parity`](docs/a.md) Same", item: 'code:data.parity "Same"' },
    { line: "- [x] Same <!-- id: data.parity -->", item: 'comment:data.parity "Same"' },
    { line: "- [x] <!-- id: data.parity --> Same", item: 'comment:data.parity "Same"' },
    { line: "- [x] <!--id:data.parity--> Same", item: 'comment:data.parity "Same"' },
    { line: "- [x] `a` Same <!-- id: data.parity -->", item: 'code:a "Same"' },
    { line: "- [x] <!-- data.parity --> Same", item: 'title:same "Same"' },
    { line: "- [x] <!-- id: a b --> Same", item: 'title:same "Same"' },
    { line: "- [x] <!-- id: a --x --> Same", item: 'title:same "Same"' },
    {
      line: "- [x] Production pipeline, as *it* was!",
      item: 'title:production-pipeline-as-it-was "Production pipeline, as it was!"',
    },
    { line: "- [x] Same `data.parity`", item: 'title:same-dataparity "Same data.parity"' },
    { line: "- [x] \u200b`a` Same", item: 'title:a-same "\u200ba Same"' },
    { line: "- [x] `d\u200bp` Same", item: 'code:d\u200bp "Same"' },
    { line: "- [x] a[^1]\n\n[^1]: b", item: 'title:a "a"' },
    { line: "- [x] <b>a</b> <i>b</i>", item: 'title:a-b "a b"' },
    { line: "- [x] &amp; &lt;a&gt; \\*", item: 'title:-a- "& <a> *"' },
    { line: "- [x] a\n  b", item: 'title:a-b "a b"' },
    { line: "- [x] a\\\n  b", item: 'title:a-b "a b"' },
    { line: "- [x] ![chart](a.png)", item: 'title:chart "chart"' },
    { line: "- [x] <!-- nothing -->", item: 'title: ""' },
  ])("of $line", ({ line, item }) => {
    expect(told(line).map((told) => told.slice(4).replace(/ \d+:\d+$/, ""))).toEqual([item]);
  });

  test("a comment on a line of its own", () => {
    expect(told("- [x] Same", "  <!-- id: data.parity -->")).toEqual([
      '[x] comment:data.parity "Same" 1:1',
    ]);
  });

  test("two items may have one: both are there to be seen", () => {
    expect(parsed("- [x] `a` b", "", "- [ ] `a` c").items.map(({ id }) => id)).toEqual(["a", "a"]);
  });

  test("composed and decomposed letters stay as written", () => {
    expect(parsed("- [x] `e\u0301` a").items[0]?.id).toBe("e\u0301");
  });
});

test("every item knows the innermost section it stands in", () => {
  const { items } = parsed("- [x] a", "# A", "- [x] b", "## B", "- [x] c", "# C", "- [x] d");
  expect(items.map(({ section }) => section)).toEqual([0, 1, 2, 3]);
});
