import { expect, test } from "vitest";
import { parseDocument } from "../../src/evidence/parse-document.ts";
import { findQuestions } from "../../src/import/question-shape.ts";

function questionsIn(text: string): readonly string[] {
  const parsed = parseDocument({ text, blob: "" });
  if (parsed.state === "error") throw new Error(parsed.error.problem);
  return findQuestions(parsed.document).map(({ heading }) => heading);
}

const ITEM = "- [ ] a\n\n";
const TABLE = "| A | Status |\n|---|---|\n| a | done |\n\n";

test.each([
  {
    of: "headings that ask, with those beside them",
    text: `${ITEM}## Risk\n\n### What is the worst\n\nx\n\n### Is there a switch?\n\nx\n\n## Notes\n\nx\n`,
    found: ["What is the worst", "Is there a switch?"],
  },
  {
    of: "nothing beside them that holds items, tables or headings",
    text: `## Risk\n\n### Why?\n\nx\n\n### List\n\n${ITEM}### Table\n\n${TABLE}### More\n\n#### Notes\n\nx\n`,
    found: ["Why?"],
  },
  {
    of: "nothing beside one that stands under no title",
    text: `${ITEM}## Why?\n\nx\n\n## Notes\n\nx\n`,
    found: ["Why?"],
  },
  {
    of: "no heading where none asks and there are items",
    text: `${ITEM}## Risk\n\n### What is the worst\n\nx\n`,
    found: [],
  },
  {
    of: "every last heading where there is nothing else",
    text: "# Review\n\n## Risk\n\n### The worst\n\nx\n\n## Notes\n\nx\n",
    found: ["The worst", "Notes"],
  },
])("finds $of", ({ text, found }) => {
  expect(questionsIn(text)).toEqual(found);
});
