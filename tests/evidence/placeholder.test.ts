import { describe, expect, test } from "vitest";
import { findPlaceholder, isUnwritten } from "../../src/evidence/placeholder.ts";

describe("left as a template had it", () => {
  test.each([
    { text: "Owner: <login>", found: "<login>" },
    { text: "<@login>", found: "<@login>" },
    { text: "<…>", found: "<…>" },
    { text: "see <path of a file, #number or URL>", found: "<path of a file, #number or URL>" },
    { text: "since <YYYY-MM-DD>", found: "<YYYY-MM-DD>" },
    { text: "on YYYY-MM-DD", found: "YYYY-MM-DD" },
    { text: "TODO", found: "TODO" },
    { text: "this is TBD.", found: "TBD" },
    { text: "FIXME later", found: "FIXME" },
    { text: "Todo: write", found: "Todo:" },
    { text: "Lorem ipsum dolor", found: "Lorem ipsum" },
    { text: "Replace me", found: "Replace me" },
    { text: "`code` and <name>", found: "<name>" },
    { text: "<time and day>", found: "<time and day>" },
    { text: "<https> <name>", found: "<https>" },
    { text: "unclosed ` and <name>", found: "<name>" },
  ])("$text", ({ text, found }) => expect(findPlaceholder(text)).toBe(found));
});

describe("written by somebody", () => {
  test.each([
    "",
    "text",
    "< 5 and > 3",
    "<5 and >3",
    "a <= b >= c",
    "List<String>",
    "a -> b <- c",
    "<https://host.example>",
    "<ana@acme.example>",
    "<mailto:ana@acme.example>",
    "<br>",
    "<b>bold</b>",
    "<details open>",
    '<img src="a.png">',
    "<!-- note -->",
    "</name>",
    "the todo list",
    "TODOS",
    "autodetect",
    "`deploy <version>`",
    "``a ` <version>``",
    "<>",
    "< >",
    "<\n>",
    "<",
    ">",
    "YYYY",
    "lorem",
    `<${"a".repeat(200)} b>`,
  ])("%j", (text) => expect(findPlaceholder(text)).toBeNull());
});

test("a long row of signs takes no longer than it is", () => {
  for (const sign of ["<", ">", "<a", "`", "<!", "< a"]) {
    expect(findPlaceholder(sign.repeat(100_000))).toBeNull();
  }
});

describe("a whole text that is yet to be written", () => {
  test.each(["to do", " To-Do: ", "tbd", "t.b.d.", "To be decided.", "_", "____", "…", "??"])(
    "%j",
    (text) => {
      expect(isUnwritten(text)).toBe(true);
    },
  );

  test.each([
    "",
    "to do: call them",
    "nothing to do",
    "what is to be done",
    "snake_case",
    "n/a",
    "none",
    ".",
  ])("but not %j", (text) => expect(isUnwritten(text)).toBe(false));
});
