import { expect, test } from "vitest";
import { countWords } from "../../src/text/words.ts";

test.each([
  { text: "", words: 0 },
  { text: " … — ··· !!! ", words: 0 },
  { text: "one two  three", words: 3 },
  { text: "don't stop", words: 2 },
  { text: "roll-back", words: 2 },
  { text: "94.1 %", words: 1 },
  { text: "`kubectl rollout undo`", words: 3 },
  { text: "x".repeat(10_000), words: 1 },
])("$words words in $text", ({ text, words }) => expect(countWords(text)).toBe(words));

test("scripts without spaces have words too", () => {
  expect(countWords("模型质量很好")).toBeGreaterThan(1);
});
