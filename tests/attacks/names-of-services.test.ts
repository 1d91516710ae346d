import { describe, expect, test } from "vitest";
import { codesOf, verdictOn } from "./judging.ts";

/** Whoever opens a pull request names its folders. */
const READY = "# Ready\n\nIt is ready.\n";

describe("a gate for changed paths", () => {
  const policy = `version: 1
stages: [{id: production, branches: [production]}]
services: {from: "services/*"}
gates:
  - id: readiness
    rules: [{id: written, type: document, min_words: 1}]
  - id: launch
    changed: ["{path}/deploy/**"]
    rules: [{id: agreed, type: checklist, items: [{id: agreed}]}]
`;

  test.each([
    "plain",
    "[x]",
    "{a,b}",
    "a(b",
    "+(a)",
    "a|b",
    "a\\b",
    "a\\\\b",
    "*",
    "!a",
    "$&",
    "$'",
    "{path}",
  ])("applies to a service called %j", async (name) => {
    const folder = `services/${name}`;
    const verdict = await verdictOn({
      policy,
      evidence: { [`${folder}/READINESS.md`]: READY, [`${folder}/deploy/full.yml`]: "x: 1\n" },
      changes: [`${folder}/deploy/full.yml`],
    });
    expect(verdict.services).toEqual([name]);
    expect(codesOf(verdict)).toEqual(["launch/agreed CHECKLIST-EMPTY"]);
    expect(verdict.decision).toBe("no-go");
  });
});

describe("the document of a service", () => {
  test.each(["$`", "$'", "$&", "$$", "{service}", "{path}"])(
    "called %j is its own, and no other one",
    async (name) => {
      const verdict = await verdictOn({
        policy: `version: 1
stages: [{id: production, branches: [production]}]
services: {from: "services/*", readiness: "{path}/READINESS.md"}
gates:
  - id: readiness
    rules: [{id: written, type: document, min_words: 1}]
`,
        evidence: { [`services/${name}/main.ts`]: "1\n", "services/READINESS.md": READY },
        changes: [`services/${name}/main.ts`],
      });
      expect(codesOf(verdict)).toEqual(["readiness/written READINESS-MISSING"]);
      expect(verdict.gates[0]?.rules[0]?.findings[0]?.item).toBe(`services/${name}/READINESS.md`);
    },
  );
});

describe("what the policy says of a service", () => {
  const policy = `version: 1
stages: [{id: production, branches: [production]}]
fields: {tier: C}
services:
  from: "{services,jobs}/*"
  override: {search: {fields: {tier: A}}}
gates:
  - id: readiness
    rules: [{id: written, type: document, min_words: 1}]
  - id: strict
    when: {tier: A}
    rules: [{id: agreed, type: checklist, items: [{id: agreed}]}]
`;
  const evidence = { "services/search/READINESS.md": READY, "services/search/main.ts": "1\n" };

  test("counts", async () => {
    const verdict = await verdictOn({ policy, evidence, changes: ["services/search/main.ts"] });
    expect(codesOf(verdict, "search")).toEqual(["strict/agreed CHECKLIST-EMPTY"]);
  });

  test("still counts when a folder of the same name is added elsewhere", async () => {
    const verdict = await verdictOn({
      policy,
      evidence: { ...evidence, "jobs/search/READINESS.md": READY },
      changes: ["services/search/main.ts", "jobs/search/READINESS.md"],
    });
    expect(codesOf(verdict, "services/search")).toEqual(["strict/agreed CHECKLIST-EMPTY"]);
    expect(verdict.decision).toBe("no-go");
  });
});
