import { describe, expect, test } from "vitest";
import { findHiddenCharacter } from "../../src/text/hidden-characters.ts";

describe("what a reader does not see is found", () => {
  test.each([
    { text: "a\u202eb", index: 1, name: "right-to-left override (U+202E)" },
    { text: "own\u200ber", index: 3, name: "zero-width space (U+200B)" },
    { text: "owner\ufeff", index: 5, name: "zero-width no-break space (U+FEFF)" },
    { text: "\u2066a\u2069", index: 0, name: "left-to-right isolate (U+2066)" },
    { text: "a\u200db", index: 1, name: "zero-width joiner (U+200D)" },
    { text: "a\u00adb", index: 1, name: "soft hyphen (U+00AD)" },
    { text: "a\u061c", index: 1, name: "Arabic letter mark (U+061C)" },
    { text: "\u3164", index: 0, name: "hidden character (U+3164)" },
    { text: "a\0b", index: 1, name: "hidden character (U+0000)" },
    { text: "a\u001b[2K", index: 1, name: "hidden character (U+001B)" },
    { text: "a\u{e0041}", index: 1, name: "hidden character (U+E0041)" },
    { text: "👩\u200d", index: 2, name: "zero-width joiner (U+200D)" },
    { text: "👩‍🔬\u200b", index: 5, name: "zero-width space (U+200B)" },
  ])("$name at $index", ({ text, index, name }) => {
    expect(findHiddenCharacter(text)).toEqual({ name, index });
  });
});

test.each([
  { text: "" },
  { text: "Modèle de qualité" },
  { text: "tab\tand\r\nline" },
  { text: "⚠️ warning" },
  { text: "👩‍🔬 scientist, 👨‍👩‍👧‍👦 family, 🏳️‍🌈" },
  { text: "👍🏽" },
  { text: "🏴󠁧󠁢󠁥󠁮󠁧󠁿 England" },
  { text: "模型质量" },
  { text: "a\u00a0b" },
])("nothing is hidden in $text", ({ text }) => expect(findHiddenCharacter(text)).toBeNull());
