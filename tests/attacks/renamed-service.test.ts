import { describe, expect, test } from "vitest";
import { codesOf, verdictOn } from "./judging.ts";

/** A folder's name decides what the policy says of a service, so a change may not shed it. */
const STRICT = `version: 1
stages: [{id: production, branches: [production]}]
fields: {tier: C}
services: {from: "services/*", override: {search: {fields: {tier: A}}}}
gates:
  - id: readiness
    rules: [{id: written, type: document, min_words: 1}]
  - id: strict
    when: {tier: A}
    rules: [{id: decided, type: decision, of: launch, path: "{path}/decisions/*.md"}]
`;

const READY = "# Ready\n\nIt is ready.\n";
const STOP = "---\nof: launch\noutcome: stop\ndecided: 2026-09-01\n---\n# Stop\n";
const base = {
  "services/search/READINESS.md": READY,
  "services/search/decisions/1.md": STOP,
  "services/other/READINESS.md": READY,
};

describe("a service that is on base", () => {
  test("is judged by what the policy says of it", async () => {
    const changes = ["services/search/READINESS.md"];
    const verdict = await verdictOn({ policy: STRICT, evidence: base, base, changes });
    expect(codesOf(verdict, "search")).toContain("strict/decided DECISION-AGAINST");
  });

  test.each([
    {
      how: "by a move",
      changes: [
        "services/find/READINESS.md <- services/search/READINESS.md",
        "services/search/decisions/1.md",
      ],
    },
    { how: "by a copy", changes: ["services/find/READINESS.md", "services/search/READINESS.md"] },
  ])("is still judged by that when it gets another name $how", async ({ changes }) => {
    const evidence = { "services/find/READINESS.md": READY, "services/other/READINESS.md": READY };
    const verdict = await verdictOn({ policy: STRICT, evidence, base, changes });
    expect(verdict.services).toContain("search");
    const codes = codesOf(verdict, "search");
    expect(codes).toContain("readiness/written READINESS-MISSING");
    expect(codes).toContain("strict/decided DECISION-AGAINST");
    expect(verdict.notes.map(({ code }) => code)).toContain("SERVICE-GONE");
    expect(verdict.decision).toBe("no-go");
  });

  test("may be deleted: that promotes nothing", async () => {
    const verdict = await verdictOn({
      policy: STRICT,
      evidence: { "services/other/READINESS.md": READY },
      base,
      changes: ["services/search/READINESS.md", "services/search/decisions/1.md"],
    });
    expect(verdict.services).toEqual(["other"]);
    expect(verdict.decision).toBe("go");
  });

  test("and was added there after the branch was cut is not missed", async () => {
    const verdict = await verdictOn({
      policy: STRICT,
      evidence: { "services/other/READINESS.md": READY },
      base,
      changes: ["services/other/READINESS.md", "shared.ts"],
    });
    expect(verdict.services).toEqual(["other"]);
    expect(verdict.decision).toBe("go");
  });
});
