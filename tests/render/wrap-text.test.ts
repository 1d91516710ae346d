import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { widthOf, wrapText } from "../../src/render/wrap-text.ts";

describe("a text", () => {
  test.each([
    { what: "that fits stays", text: "one two", width: 7, lines: ["one two"] },
    { what: "breaks between words", text: "one two six", width: 8, lines: ["one two", "six"] },
    {
      what: "keeps a long word whole",
      text: "a docs/run.md b",
      width: 6,
      lines: ["a", "docs/run.md", "b"],
    },
    {
      what: "leaves no short word alone",
      text: "aa bb cc dd",
      width: 9,
      lines: ["aa bb", "cc dd"],
    },
    {
      what: "of two short lines stays",
      text: "aaaa bbbb cc",
      width: 9,
      lines: ["aaaa bbbb", "cc"],
    },
    {
      what: "may end with a word that is long enough to be seen",
      text: "a b c twelve-wide--",
      width: 14,
      lines: ["a b c", "twelve-wide--"],
    },
    {
      what: "counts wide characters twice",
      text: "名前 名前 a",
      width: 9,
      lines: ["名前 名前", "a"],
    },
    { what: "that is empty is an empty line", text: "", width: 5, lines: [""] },
  ])("$what", ({ text, width, lines }) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  test("loses no word and is never wider than asked, but for words that are", () => {
    const words = fc.array(fc.stringMatching(/^[a-z名]{1,14}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 40 }), (list, width) => {
        const lines = wrapText(list.join(" "), width);
        expect(lines.join(" ").split(" ")).toEqual(list);
        const wide = lines.filter((line) => widthOf(line) > width);
        expect(wide.filter((line) => line.includes(" "))).toEqual([]);
      }),
    );
  });
});
