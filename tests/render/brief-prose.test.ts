import { describe, expect, test } from "vitest";
import { markdownOf } from "../../src/render/markdown-budget.ts";
import { paragraphOf } from "../../src/render/markdown-text.ts";
import { briefProse } from "../../src/render/visible-words.ts";

describe("text that is longer than there is room for", () => {
  test.each([
    { text: "it is missing", limit: 3, brief: "it is missing" },
    { text: "it is missing here", limit: 3, brief: "it is missing…" },
    { text: "it is missing from the section `Data`", limit: 5, brief: "it is missing…" },
    { text: "name somebody: `@<login>`", limit: 2, brief: "name somebody…" },
    { text: "the item `data` is of no use", limit: 3, brief: "the item `data`…" },
    { text: "it is a placeholder, `<live, raw or none>`", limit: 6, brief: "it is a placeholder…" },
    { text: "`one two three` four", limit: 2, brief: "`one two`…" },
    { text: "which of them, for the time", limit: 4, brief: "which of them…" },
    { text: "from the start", limit: 2, brief: "from…" },
    { text: "where it begins", limit: 0, brief: "…" },
  ])("$limit words of $text", ({ text, limit, brief }) => {
    expect(markdownOf([paragraphOf(...briefProse(text, limit))]).trim()).toBe(brief);
  });
});
