import { describe, expect, test } from "vitest";
import { parsed, spot } from "./parsing.ts";

/** `found → meant (id)` */
function told(...lines: readonly string[]): string[] {
  return parsed(...lines).nearMisses.map(({ found, meant, id }) => `${found} → ${meant} (${id})`);
}

describe("a box that is none says what to write", () => {
  test.each([
    { line: "-[ ] `a` b", told: "-[ ] → - [ ] `a` b (a)" },
    { line: "-[x] `a` b", told: "-[x] → - [x] `a` b (a)" },
    { line: "*[x] `a` b", told: "*[x] → * [x] `a` b (a)" },
    { line: "+[X] `a` b", told: "+[X] → + [x] `a` b (a)" },
    { line: "1.[x] `a` b", told: "1.[x] → 1. [x] `a` b (a)" },
    { line: "• [x] `a` b", told: "•[x] → - [x] `a` b (a)" },
    { line: "– [ ] `a` b", told: "–[ ] → - [ ] `a` b (a)" },
    { line: "[x] `a` b", told: "[x] → - [x] `a` b (a)" },
    { line: "- [ x ] `a` b", told: "[ x ] → - [x] `a` b (a)" },
    { line: "- [x ] `a` b", told: "[x ] → - [x] `a` b (a)" },
    { line: "- [ x] `a` b", told: "[ x] → - [x] `a` b (a)" },
    { line: "- [  ] `a` b", told: "[  ] → - [ ] `a` b (a)" },
    { line: "- [] `a` b", told: "[] → - [ ] `a` b (a)" },
    { line: "- [✓] `a` b", told: "[✓] → - [x] `a` b (a)" },
    { line: "- [✔] `a` b", told: "[✔] → - [x] `a` b (a)" },
    { line: "- [v] `a` b", told: "[v] → - [x] `a` b (a)" },
    { line: "- [-] `a` b", told: "[-] → - [ ] `a` b (a)" },
    { line: "- [✗] `a` b", told: "[✗] → - [ ] `a` b (a)" },
    { line: "- [yes] `a` b", told: "[yes] → - [x] `a` b (a)" },
    { line: "- [x]`a` b", told: "[x] → - [x] `a` b (a)" },
    { line: "- [x]b", told: "[x] → - [x] b (b)" },
    { line: "- ［x］ `a` b", told: "［x］ → - [x] `a` b (a)" },
    { line: "- ［　］ `a` b", told: "［　］ → - [ ] `a` b (a)" },
    { line: "- 【ｘ】 `a` b", told: "【ｘ】 → - [x] `a` b (a)" },
    { line: "- ☑ `a` b", told: "☑ → - [x] `a` b (a)" },
    { line: "- ☑️ `a` b", told: "☑️ → - [x] `a` b (a)" },
    { line: "☐ `a` b", told: "☐ → - [ ] `a` b (a)" },
    { line: "- \\[x\\] `a` b", told: "\\[x\\] → - [x] `a` b (a)" },
    { line: "- \\[ ] `a` b", told: "\\[ ] → - [ ] `a` b (a)" },
    { line: "- [ x ] `a` b\n\n[x]: https://host.example", told: "[ x ] → - [x] `a` b (a)" },
    { line: "- > [x] `a` b", told: "[x] → - [x] `a` b (a)" },
    { line: "> -[x] `a` b", told: "-[x] → - [x] `a` b (a)" },
    { line: "- [x]", told: "[x] → - [x] <what has to be done> ()" },
    { line: "-[x] **a** b", told: "-[x] → - [x] **a** b (a)" },
    { line: "-[x] B c · [d](e)", told: "-[x] → - [x] B c · [d](e) (b-c)" },
    { line: "-[x] B <!-- id: a -->", told: "-[x] → - [x] B <!-- id: a --> (a)" },
  ])("$line", ({ line, told: expected }) => expect(told(line)).toEqual([expected]));

  test.each([
    {
      name: "behind an item",
      lines: ["- [x] `a` b", "-[ ] `c` d"],
      told: "-[ ] → - [ ] `c` d (c)",
      at: "2:1",
    },
    {
      name: "within a paragraph",
      lines: ["a *b*", "  -[ ] `c` d", "e"],
      told: "-[ ] → - [ ] `c` d (c)",
      at: "2:3",
    },
    {
      name: "behind a box without text",
      lines: ["- [x]", "-[ ] `c` d"],
      told: "-[ ] → - [ ] `c` d (c)",
      at: "2:1",
    },
    {
      name: "too far to the right",
      lines: ["a", "      - [ ] `c` d"],
      told: "-[ ] → - [ ] `c` d (c)",
      at: "2:7",
    },
    {
      name: "in a quote",
      lines: ["> a", "> 1.[ ] `c` d"],
      told: "1.[ ] → 1. [ ] `c` d (c)",
      at: "2:3",
    },
    {
      name: "behind a hard break",
      lines: ["a\\", "b", "-[ ] `c` d"],
      told: "-[ ] → - [ ] `c` d (c)",
      at: "3:1",
    },
    {
      name: "in a cell",
      lines: ["| Done | Item |", "|---|---|", "| [x] | `c` d |"],
      told: "[x] → - [x] `c` d (c)",
      at: "3:3",
    },
    {
      name: "with its text in a cell",
      lines: ["| Item |", "|---|", "| [ ] `c` d |"],
      told: "[ ] → - [ ] `c` d (c)",
      at: "3:3",
    },
    {
      name: "a ballot in a cell",
      lines: ["| Item |", "|---|", "| ☑ D |"],
      told: "☑ → - [x] D (d)",
      at: "3:3",
    },
  ])("$name", ({ lines, told: expected, at }) => {
    expect(told(...lines)).toEqual([expected]);
    expect(parsed(...lines).nearMisses.map((miss) => spot(miss.at))).toEqual([at]);
  });
});

describe("what is no near miss", () => {
  test.each([
    { line: "- [x] `a` b" },
    { line: "- [ ] b" },
    { line: "- [v](https://host.example) b" },
    { line: "- [o]ther" },
    { line: "- [a] b" },
    { line: "- [docs](a.md)" },
    { line: "[x](a.md) b" },
    { line: "[x][1] b\n\n[1]: a.md" },
    { line: "- b [ ] c" },
    { line: "`-[x] b`" },
    { line: "```\n-[x] b\n```" },
    { line: "<!-- -[x] b -->" },
    { line: "a `b\n-[x] c` d" },
    { line: "a <!--\n-[x] c --> d" },
    { line: "| a |\n|---|\n| b [x] |" },
    { line: "-x b" },
    { line: "# [x] b" },
    { line: "a[^1]\n\n[^1]: -[x] b" },
    { line: "a&#10;-[x] b" },
  ])("$line", ({ line }) => expect(told(line)).toEqual([]));
});
