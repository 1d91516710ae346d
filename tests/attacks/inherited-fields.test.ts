import { expect, test } from "vitest";
import { codesOf, verdictOn } from "./judging.ts";

const ITEMS = "- [x] `open` One\n- [x] `owned` Two\n";

test.each([
  { owner: "Owner: nobody in particular", is: ["data/done CHECKLIST-OWNER-FORM"] },
  { owner: "Owner: @ana", is: [] },
])(
  "$owner is judged for the item that needs an owner, whichever item comes before it",
  async ({ owner, is }) => {
    const verdict = await verdictOn({
      policy: `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: data
    heading: Data
    rules:
      - {id: done, type: checklist, items: [{id: open}, {id: owned, require: [owner]}]}
`,
      evidence: { "READINESS.md": `# Ready\n\n## Data\n\n${owner}\n\n${ITEMS}` },
    });
    expect(codesOf(verdict)).toEqual(is);
  },
);
