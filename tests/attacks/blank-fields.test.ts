import { expect, test } from "vitest";
import { codesOf, verdictOn } from "./judging.ts";

test.each([
  { name: "a blank of Braille", text: "\u2800" },
  { name: "a filler of Hangul", text: "\u3164" },
  { name: "a zero-width space", text: "&#8203;" },
])("a field that holds only $name is not filled in", async ({ text }) => {
  const verdict = await verdictOn({
    policy: `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: data
    heading: Data
    rules:
      - {id: done, type: checklist, items: [{id: audit, require: [done_when]}]}
`,
    evidence: {
      "READINESS.md": `# Ready\n\n## Data\n\n- [x] \`audit\` One\n  - Done when: ${text}\n`,
    },
  });
  expect(codesOf(verdict)).toEqual(["data/done HIDDEN-CHARACTER"]);
});
