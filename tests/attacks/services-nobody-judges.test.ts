import { describe, expect, test } from "vitest";
import { codesOf, verdictOn } from "./judging.ts";

const READY = "# Ready\n\nIt is ready.\n";
const notesOf = ({ notes }: Awaited<ReturnType<typeof verdictOn>>) => notes.map(({ code }) => code);

describe("a service that no gate judges", () => {
  const policy = `version: 1
stages: [{id: production, branches: [production]}]
services: {from: "services/*", override: {search: {fields: {tier: A}}}}
gates:
  - id: readiness
    when: {tier: A}
    rules: [{id: written, type: document, min_words: 1}]
`;
  const evidence = { "services/search/READINESS.md": READY, "services/shadow/main.ts": "1\n" };

  test.each([
    { what: "alone", changes: ["services/shadow/main.ts"], decision: "no-go" },
    {
      what: "beside one that passes",
      changes: ["services/shadow/main.ts", "services/search/READINESS.md"],
      decision: "no-go",
    },
    { what: "through what is shared", changes: ["libs/shared.ts"], decision: "no-go" },
    { what: "not at all", changes: ["services/search/READINESS.md"], decision: "go" },
  ])("changes $what: $decision", async ({ changes, decision }) => {
    const verdict = await verdictOn({ policy, evidence, base: evidence, changes });
    expect(verdict.decision).toBe(decision);
    expect(notesOf(verdict)).toEqual(decision === "go" ? [] : ["NOTHING-COUNTS"]);
  });
});

describe("a service of base that is no folder of a service any more", () => {
  const policy = `version: 1
stages: [{id: production, branches: [production]}]
fields: {tier: C}
services: {from: "services/*", override: {search: {fields: {tier: A}}}, ungoverned: ["docs/**"]}
gates:
  - id: readiness
    rules: [{id: written, type: document, min_words: 1}]
  - id: strict
    when: {tier: A}
    rules: [{id: agreed, type: checklist, items: [{id: agreed}]}]
`;
  const other = { "services/other/READINESS.md": READY };
  const base = {
    ...other,
    "services/search/READINESS.md": READY,
    "services/search/main.ts": "1\n",
  };

  test.each([
    {
      what: "moved to where no service is",
      here: { "platform/search/main.ts": "1\n" },
      changes: [
        "platform/search/main.ts <- services/search/main.ts",
        "services/search/READINESS.md",
      ],
    },
    {
      what: "moved to where nothing is governed",
      here: { "docs/search/main.ts": "1\n" },
      changes: ["docs/search/main.ts <- services/search/main.ts", "services/search/READINESS.md"],
    },
    {
      what: "moved to a file beside the services",
      here: { "services/search-main.ts": "1\n" },
      changes: [
        "services/search-main.ts <- services/search/main.ts",
        "services/search/READINESS.md",
      ],
    },
    {
      what: "among more paths than can be read",
      here: { "platform/search/main.ts": "1\n" },
      changes: undefined,
    },
    {
      what: "replaced by a link",
      here: { "services/search": "link" as const, "platform/main.ts": "1\n" },
      changes: ["services/search", "services/search/main.ts", "platform/main.ts"],
    },
    {
      what: "replaced by a submodule",
      here: { "services/search": "submodule" as const },
      changes: ["services/search", "services/search/main.ts", "services/search/READINESS.md"],
    },
  ])("is judged as what it was: $what", async ({ here, changes }) => {
    const verdict = await verdictOn({
      policy,
      evidence: { ...other, ...here },
      base,
      ...(changes === undefined ? {} : { changes }),
    });
    expect(verdict.services).toContain("search");
    expect(codesOf(verdict, "search")).toContain("strict/agreed READINESS-MISSING");
    expect(notesOf(verdict)).toContain("SERVICE-GONE");
    expect(verdict.decision).toBe("no-go");
  });

  test.each([
    { what: "with its entry in a shared file", more: ["package.json"] },
    {
      what: "with a file that another service goes on with",
      more: ["services/other/rank.ts <- services/search/rank.ts"],
    },
  ])("may be deleted $what", async ({ more }) => {
    const verdict = await verdictOn({
      policy,
      evidence: other,
      base,
      changes: ["services/search/READINESS.md", "services/search/main.ts", ...more],
    });
    expect(verdict.services).toEqual(["other"]);
    expect(verdict.decision).toBe("go");
  });
});
