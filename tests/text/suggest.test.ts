import { expect, test } from "vitest";
import { suggest } from "../../src/text/suggest.ts";

test.each([
  { word: "requier", from: ["rules", "require"], meant: "require" },
  { word: "warning", from: ["block", "warn"], meant: "warn" },
  { word: "env", from: ["environment"], meant: "environment" },
  { word: "maxAge", from: ["max_age", "message"], meant: "max_age" },
  { word: "MAX-AGE", from: ["max_age"], meant: "max_age" },
  { word: "tilte", from: ["title"], meant: "title" },
  { word: "gates", from: ["gate", "rates"], meant: "gate" },
  { word: "abc", from: ["xyz", "uvw"], meant: null },
  { word: "id", from: ["at"], meant: null },
  { word: "", from: ["a", "ab"], meant: null },
  { word: "-", from: ["_", "a"], meant: null },
  { word: "title", from: ["title"], meant: null },
  { word: "a".repeat(10_000), from: ["a".repeat(9_999)], meant: null },
])("$word among $from means $meant", ({ word, from, meant }) => {
  expect(suggest(word, from)).toBe(meant);
});
