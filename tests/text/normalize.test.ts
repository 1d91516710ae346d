import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/text/key.ts";
import { normalize } from "../../src/text/normalize.ts";

test.each([
  { text: "cafe\u0301", is: "caf\u00e9" },
  { text: `a${"\u0316\u0301".repeat(10)}`, is: `a${"\u0316\u0301".repeat(10)}`.normalize("NFC") },
  { text: "", is: "" },
])("$text is composed", ({ text, is }) => {
  expect(normalize(text, "NFC")).toBe(is);
});

describe("a pile of combining marks", () => {
  test.each([
    { name: "of two classes", pile: "\u0301\u0316" },
    { name: "that half-width marks become", pile: "\uff9e\u0301" },
  ])("$name takes no longer than its length", ({ pile }) => {
    const text = `a${pile.repeat(100_000)}`;
    const before = process.cpuUsage();
    expect(keyOf(text)).toBe(keyOf(text.toUpperCase()));
    const { user, system } = process.cpuUsage(before);
    // It took some 20 seconds.
    expect(user + system).toBeLessThan(2_000_000);
  });
});
