import { describe, expect, test } from "vitest";
import { codeFrame } from "../../src/text/code-frame.ts";

const frame = (text: string, line: number, column: number, length: number) =>
  codeFrame(text, { line, column }, length).split("\n");

test("shows the line and underlines what is meant", () => {
  expect(frame("a\nb\n    requier: all\r\nc", 3, 5, 7)).toEqual([
    "   |",
    " 3 |     requier: all",
    "   |     ^^^^^^^",
  ]);
});

test.each([
  { ends: "\\n", text: "a\nb\nc" },
  { ends: "\\r\\n", text: "a\r\nb\r\nc" },
  { ends: "\\r", text: "a\rb\rc" },
  { ends: "all three", text: "a\r\nb\rc\n" },
])("finds the line between ends of $ends", ({ text }) => {
  expect(frame(text, 2, 1, 1)).toEqual(["   |", " 2 | b", "   | ^"]);
});

test("makes room for longer line numbers", () => {
  expect(frame(`${"\n".repeat(122)}x: 1`, 123, 1, 1)).toEqual(["    |", "123 | x: 1", "    | ^"]);
});

describe("stays whole", () => {
  test.each([
    { what: "past the end of the line", text: "ab", at: [1, 40, 3], last: "   |   ^" },
    { what: "past the end of the file", text: "ab", at: [9, 1, 3], last: "   | ^" },
    { what: "an empty file", text: "", at: [1, 1, 1], last: "   | ^" },
    { what: "longer than the line", text: "abc", at: [1, 2, 99], last: "   |  ^^" },
    { what: "a byte order mark", text: "\uFEFFabc", at: [1, 1, 3], last: "   | ^^^" },
    { what: "tabs", text: "\tabc", at: [1, 2, 3], last: "   |  ^^^" },
  ] as const)("$what", ({ text, at: [line, column, length], last }) => {
    expect(frame(text, line, column, length).at(-1)).toBe(last);
  });

  test("a long line is cut around the spot", () => {
    const [, line = "", carets = ""] = frame(`${"x".repeat(500)}HERE${"y".repeat(500)}`, 1, 501, 4);
    expect(line.length).toBeLessThan(140);
    expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("HERE");
  });

  test("what could repaint a terminal or turn a line around is shown as a mark", () => {
    const [, line] = frame("a\u001b[2J\u202Eb", 1, 1, 1);
    expect(line).toBe(" 1 | a\uFFFD[2J\uFFFDb");
  });
});
