import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "../../src/text/words.ts";

test.each([
  { text: "", words: 0 },
  { text: " … — ··· !!! ", words: 0 },
  { text: "one two  three", words: 3 },
  { text: "don't stop", words: 2 },
  { text: "roll-back", words: 2 },
  { text: "94.1 %", words: 1 },
  { text: "9,000.5 at example.com", words: 3 },
  { text: "`kubectl rollout undo`", words: 3 },
  { text: "max_age of café", words: 3 },
  { text: "_ : _", words: 0 },
  { text: "x".repeat(10_000), words: 1 },
])("$words words in $text", ({ text, words }) => expect(countWords(text)).toBe(words));

test("scripts without spaces have words too", () => {
  expect(countWords("模型质量很好")).toBeGreaterThan(1);
});

test("plain text has the words the segmenter finds", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "word" });
  const unit = fc.constantFrom(..."aZ09 .,;'\"-!?()\n\r\t/@#%&*+=<>[]{}|~`$^\\:_é\0");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const segments = [...segmenter.segment(text)];
      expect(countWords(text)).toBe(segments.filter(({ isWordLike }) => isWordLike).length);
    }),
    { numRuns: 2000 },
  );
});
