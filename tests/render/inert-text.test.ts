import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  inertCommandData,
  inertCommandProperty,
  inertJson,
  inertLine,
  inertLines,
  inertSource,
} from "../../src/render/inert-text.ts";

const ESC = "\u001b";

describe("one line", () => {
  test.each([
    { name: "plain text", text: "Rollback plan (v2)", shown: "Rollback plan (v2)" },
    { name: "colours and cursor moves", text: `${ESC}[31mred${ESC}[2J`, shown: "[31mred[2J" },
    { name: "a title change", text: `${ESC}]0;owned\u0007x`, shown: "]0;ownedx" },
    { name: "C1 controls", text: "a\u009b31mb\u0085c", shown: "a31mb c" },
    { name: "line breaks", text: "a\r\nPASS  b\u2028c", shown: "a PASS b c" },
    { name: "bidirectional controls", text: "a\u202eb\u2066c\u200f", shown: "abc" },
    { name: "zero-width characters", text: "d\u200ba\u200dt\ufeffa", shown: "data" },
    { name: "tag characters", text: "a\u{e0041}\u{e007f}b", shown: "ab" },
    { name: "letters that show as nothing", text: "a\u3164\u115fb", shown: "ab" },
    { name: "half a surrogate pair", text: "a\ud83db", shown: "a\ufffdb" },
    { name: "a workflow command", text: "::add-mask::x", shown: ": :add-mask::x" },
    { name: "one behind a space", text: "see ::error::x", shown: "see : :error::x" },
    { name: "one of the old form", text: "x ##[set-output]y", shown: "x # #[set-output]y" },
    { name: "words of other scripts", text: "Ελ 名前 הנה é", shown: "Ελ 名前 הנה é" },
    { name: "nothing", text: " \n\t ", shown: "" },
  ])("$name", ({ text, shown }) => {
    expect(inertLine(text)).toBe(shown);
  });

  test("is cut where it gets long, never through a character", () => {
    expect(inertLine("x".repeat(5000))).toHaveLength(600);
    for (const limit of [3, 4, 5, 6]) {
      expect(inertLine("🙂".repeat(50), limit)).not.toMatch(/\p{Cs}/u);
    }
  });

  test("holds nothing that is not seen, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const line = inertLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(line).not.toMatch(/(^|\s)::|##\[/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a line of a file", () => {
  test.each([
    { name: "spaces and tabs", text: "\t- a:  b ", shown: "\t- a:  b " },
    { name: "what would move a cursor", text: `a${ESC}[2J\u202eb\r`, shown: "a[2Jb" },
    { name: "a separator of lines", text: "a\u2028b", shown: "a b" },
    { name: "a command behind white space", text: " \t::error::x", shown: " \t: :error::x" },
    { name: "a command of the old form", text: "+ ##[error]x", shown: "+ # #[error]x" },
    { name: "colons within a line", text: "+use std::fmt ::x", shown: "+use std::fmt ::x" },
    { name: "half a surrogate pair", text: "a\ud83db", shown: "a\ufffdb" },
  ])("$name", ({ text, shown }) => {
    expect(inertSource(text)).toBe(shown);
  });

  test("commands no runner and moves no cursor, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const line = inertSource(text);
        expect(line.replaceAll("\t", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(line).not.toMatch(/^\s*::|##\[/);
      }),
      { numRuns: 500 },
    );
  });
});

test("text that is to be pasted keeps its lines and their indentation", () => {
  expect(inertLines(`- what: x\r\n  owner: @a${ESC}\n\n::d`)).toEqual([
    "- what: x",
    "  owner: @a",
    "",
    ": :d",
  ]);
});

describe("workflow commands", () => {
  test.each([
    { text: "100 %", data: "100 %25", property: "100 %25" },
    { text: "a\r\nb", data: "a%0Ab", property: "a b" },
    { text: "a,b:c", data: "a,b:c", property: "a%2Cb%3Ac" },
    { text: "%0A::error::x", data: "%250A::error::x", property: "%250A%3A%3Aerror%3A%3Ax" },
    { text: "::error::x", data: ": :error::x", property: "%3A %3Aerror%3A%3Ax" },
  ])("$text", ({ text, data, property }) => {
    expect(inertCommandData(text)).toBe(data);
    expect(inertCommandProperty(text)).toBe(property);
  });
});

test("JSON stays what it says", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const json = inertJson(JSON.stringify({ text }, null, 2));
      expect(JSON.parse(json)).toEqual({ text });
      expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }),
    { numRuns: 300 },
  );
});
