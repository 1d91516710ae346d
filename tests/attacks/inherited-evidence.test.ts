import { expect, test } from "vitest";
import { commit, pullRequest, review } from "../support/pull-request.ts";
import { codesOf, verdictOn } from "./judging.ts";

const readiness = (line: string) => `# Ready\n\n${line}\n\n## Data\n\n- [x] \`audit\` One\n`;
const signed = {
  "READINESS.md": readiness("Owner: @ana · Evidence: [audit](audit.md)"),
  "audit.md": "as it was signed",
  "other.md": "something else",
};

test.each([
  { what: "nothing", files: {}, is: [] },
  { what: "what it says", files: { "audit.md": "new" }, is: ["data/signed SIGN-OFF-CHANGED"] },
  {
    what: "where it leads",
    files: { "READINESS.md": readiness("Owner: @ana · Evidence: [audit](other.md)") },
    is: ["data/signed SIGN-OFF-CHANGED"],
  },
  {
    what: "the owner beside it",
    files: { "READINESS.md": readiness("Owner: @bob · Evidence: [audit](audit.md)") },
    is: ["data/signed SIGN-OFF-CHANGED"],
  },
])("evidence from the section above is signed, too: $what changed", async ({ files, is }) => {
  const verdict = await verdictOn({
    policy: `version: 1
stages: [{id: production, branches: [production]}]
roles: {security: {users: [sue]}}
gates:
  - id: data
    heading: Data
    rules:
      - {id: signed, type: sign-off, roles: [security], covers: ["other.md"]}
      - {id: done, type: checklist, items: [{id: audit, require: [owner, evidence]}]}
`,
    evidence: { ...signed, ...files },
    commits: { [commit("b")]: signed },
    facts: [
      [{ kind: "pull-request" }, pullRequest({ reviews: [review("approved sue b")] })],
      [
        { kind: "account", login: "sue" },
        { state: "user", access: "write" },
      ],
    ],
  });
  expect(codesOf(verdict)).toEqual(is);
});
