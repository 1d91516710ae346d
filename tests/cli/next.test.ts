import { expect, test } from "vitest";
import { GitRepository } from "../support/git-repository.ts";
import { runCli } from "./run-cli.ts";

const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: data
    heading: Data
    rules:
      - {id: items, type: checklist, items: [{id: data.parity}, {id: data.volume}]}
      - {id: reviews, type: checklist, max_age: 60d, items: [{id: data.fresh}]}
`;

const READINESS = `# Ready

## Data

- [ ] \`data.parity\` Same quality as the pilot · @ana
- [x] \`data.fresh\` Data of today · @raj · 2026-09-10
`;

test("what to paste, since when nothing was done, and what expires first with its owner", async () => {
  const repository = GitRepository.create()
    .write(".github/stage-gates.yml", POLICY)
    .write("READINESS.md", READINESS);
  repository.commit("Begin", "2026-07-01T08:00:00Z");
  const ran = await runCli(["next", "--at", "2026-10-01T12:00:00Z"], { cwd: repository.root });
  expect(ran).toMatchObject({ code: 1, stderr: "" });
  const lines = ran.stdout.split("\n");
  expect(lines).toContain("      - [ ] `data.volume` <what must be done>");
  // Once to each of the two people.
  expect(ran.stdout.match(/unchanged\s+since\s+2026-07-01/g)).toHaveLength(2);
  expect(ran.stdout.replaceAll(/\s+/g, " ")).toMatch(
    /First to expire, on 2026-\d\d-\d\d 00:00 UTC: `data\.fresh` .* \(READINESS\.md:6, @raj\)/,
  );
});
