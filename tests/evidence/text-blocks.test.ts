import { expect, test } from "vitest";
import { parsed, spot } from "./parsing.ts";

test.each([
  { name: "a paragraph", lines: ["a *b* `c`", "d"], blocks: ["paragraph a b `c` d"] },
  { name: "a heading", lines: ["# a `b`"], blocks: ["heading a `b`"] },
  { name: "an item with its id", lines: ["- [x] `a` b"], blocks: ["item `a` b"] },
  { name: "a bullet", lines: ["- a", "", "  b"], blocks: ["item a", "item b"] },
  { name: "a quote", lines: ["> a", ">", "> # b"], blocks: ["paragraph a", "heading b"] },
  { name: "code", lines: ["```sh", "a", "b", "```"], blocks: ["code a\nb"] },
  { name: "cells", lines: ["| a |", "|---|", "| b |"], blocks: ["cell a", "cell b"] },
  {
    name: "struck-out text, which is still visible",
    lines: ["~~a~~ b"],
    blocks: ["paragraph a b"],
  },
  { name: "text within inline HTML", lines: ["<b>a</b><!-- c --> d"], blocks: ["paragraph a d"] },
  {
    name: "a placeholder that parses as HTML",
    lines: ["The owner is <name>."],
    blocks: ["paragraph The owner is <name>."],
  },
  {
    name: "a placeholder of a line",
    lines: ["<what the service does>"],
    blocks: ["paragraph <what the service does>"],
  },
  {
    name: "a placeholder like an element",
    lines: ["On <time and day>"],
    blocks: ["paragraph On <time and day>"],
  },
  {
    name: "no HTML",
    lines: ["<div>", "a", "</div>", "", '<img src="a.png">', "", "<details open>"],
    blocks: [],
  },
  { name: "no comment", lines: ["<!-- a -->", "", "<!--", "b", "-->"], blocks: [] },
  { name: "no footnote", lines: ["a[^1]", "", "[^1]: b"], blocks: ["paragraph a"] },
  { name: "no definition", lines: ["[a]: b.md"], blocks: [] },
  { name: "no front matter", lines: ["---", "a: b", "---"], blocks: [] },
  {
    name: "details",
    lines: ["<details><summary>s</summary>", "", "a", "", "</details>"],
    blocks: ["paragraph a"],
  },
  { name: "hidden characters", lines: ["a\u200b\u202eb"], blocks: ["paragraph a\u200b\u202eb"] },
  { name: "NUL as the replacement character", lines: ["a\0b"], blocks: ["paragraph a\ufffdb"] },
])("$name", ({ lines, blocks }) => {
  expect(parsed(...lines).blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual(blocks);
});

test.each([
  { name: "mermaid", lines: ["text", "", "```mermaid", "graph LR", "```"], at: ["3:1"] },
  { name: "mermaid in any case", lines: ["```Mermaid", "```"], at: ["1:1"] },
  { name: "an image", lines: ["see ![a](b.png)"], at: ["1:5"] },
  { name: "an image by reference", lines: ["![a][b]", "", "[b]: b.png"], at: ["1:1"] },
  {
    name: "an image in an item and a cell",
    lines: ["- [x] ![a](b)", "", "| ![a](b) |", "|---|"],
    at: ["1:7", "3:3"],
  },
  { name: "no other code", lines: ["```js", "mermaid", "```"], at: [] },
  { name: "nothing in comments", lines: ["<!-- ![a](b) -->"], at: [] },
  { name: "nothing in code", lines: ["`![a](b)`"], at: [] },
])("diagrams: $name", ({ lines, at }) => {
  expect(parsed(...lines).diagrams.map(spot)).toEqual(at);
});

test.each([
  { line: "[a](docs/a%20b.md#c)", links: ["a docs/a%20b.md#c 1:1"] },
  { line: "[*a* `b`](c)", links: ["a b c 1:1"] },
  { line: "<https://host.example>", links: ["https://host.example https://host.example 1:1"] },
  { line: "www.host.example", links: ["www.host.example http://www.host.example 1:1"] },
  { line: "[![a](b.png)](c)", links: ["a c 1:1", "a b.png 1:2"] },
  { line: "[a]()", links: [] },
  { line: "`[a](b)`", links: [] },
  { line: '<a href="b">c</a>', links: [] },
  { line: "<!-- [a](b) -->", links: [] },
  { line: "a[^1]\n\n[^1]: [b](c)", links: [] },
  { line: "[a](javascript:alert)", links: ["a javascript:alert 1:1"] },
])("links: $line", ({ line, links }) => {
  const found = parsed(line).links.map(({ text, target, at }) => `${text} ${target} ${spot(at)}`);
  expect(found).toEqual(links);
});
