import fc from "fast-check";
import { expect, it } from "vitest";
import type { CheckRunFact, RunConclusion } from "../../../src/model/fact.ts";
import { ci } from "../../../src/rules/ci.ts";
import { askRule } from "../../support/ask-rule.ts";
import { MemorySource } from "../../support/memory-source.ts";

const WORKFLOW = ".github/workflows/test.yml";

const conclusion = fc.constantFrom<RunConclusion | null>(
  "success",
  "success",
  "failure",
  "cancelled",
  "timed-out",
  "skipped",
  "neutral",
  "action-required",
  "stale",
  null,
);
const where = fc.constantFrom("acme/shop", "acme/shop", "mallory/shop", null);
const run: fc.Arbitrary<CheckRunFact> = fc.record({
  name: fc.constantFrom("tests", "tests", "Tests"),
  app: fc.constantFrom("github-actions", "github-actions", "other", null),
  workflow: fc.constantFrom(WORKFLOW, WORKFLOW, "evil.yml", null),
  workflowIsDefault: fc.constantFrom(true, true, false, null),
  event: fc.constantFrom("push", "schedule", "pull_request", null),
  repository: where,
  headRepository: where,
  commit: fc.constant("a".repeat(40)),
  url: fc.constant(null),
  startedAt: fc.option(fc.integer({ min: 0, max: 9 })),
  completedAt: fc.option(fc.integer({ min: 0, max: 9 })),
  conclusion,
});

function ask(runs: readonly CheckRunFact[], on: "head" | "branch") {
  const request = on === "head" ? { on } : { on, workflow: WORKFLOW, check: "tests" };
  const source = new MemorySource({}).with<"checks">(
    { kind: "checks", ...request },
    { repository: "acme/shop", runs },
  );
  return askRule(ci, {
    options: { check: "tests", app: "github-actions", workflow: WORKFLOW, on },
    source,
  });
}

/** Green, of the right app, workflow and repository: what a pass has to rest on. */
const isGood = (one: CheckRunFact) =>
  one.name === "tests" &&
  one.app === "github-actions" &&
  one.workflow === WORKFLOW &&
  one.workflowIsDefault === true &&
  one.repository === "acme/shop" &&
  one.headRepository === "acme/shop" &&
  one.conclusion === "success";

it.each(["head", "branch"] as const)(
  "on the %s a pass rests on a run that counts, in whatever order they come",
  async (on) => {
    await fc.assert(
      fc.asyncProperty(fc.array(run, { maxLength: 6 }), async (runs) => {
        const { findings } = await ask(runs, on);
        if (findings.length === 0) expect(runs.some(isGood)).toBe(true);
        expect((await ask(runs.toReversed(), on)).findings).toEqual(findings);
      }),
      { numRuns: 1000 },
    );
  },
);

it("on the head another run never turns a no into a yes unless nothing counted before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(run, { maxLength: 4 }), run, async (runs, added) => {
      const before = await ask(runs, "head");
      const after = await ask([...runs, added], "head");
      const isMissing = before.findings.every(
        ({ code }) => code === "CI-MISSING" || code === "CI-WORKFLOW-CHANGED",
      );
      if (after.findings.length === 0 && before.findings.length > 0) expect(isMissing).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
