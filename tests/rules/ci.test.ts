import { describe, expect, it } from "vitest";
import type { CheckRunFact } from "../../src/model/fact.ts";
import { ci } from "../../src/rules/ci.ts";
import { askRule, told } from "../support/ask-rule.ts";
import { MemorySource } from "../support/memory-source.ts";

const WORKFLOW = ".github/workflows/test.yml";

const ON_HEAD = { check: "tests", app: "github-actions", workflow: WORKFLOW };
const ON_BRANCH = { app: "github-actions", workflow: WORKFLOW, on: "branch" };
const OTHER_APP = { check: "scan", app: "sonar" };

function run(given: Partial<CheckRunFact> = {}): CheckRunFact {
  return {
    name: "tests",
    app: "github-actions",
    workflow: WORKFLOW,
    workflowIsDefault: true,
    event: "push",
    repository: "acme/shop",
    headRepository: "acme/shop",
    commit: "a".repeat(40),
    url: null,
    startedAt: Date.parse("2026-10-01T06:00:00Z"),
    completedAt: Date.parse("2026-10-01T06:10:00Z"),
    conclusion: "success",
    ...given,
  };
}

/** A check of an app that is no workflow. */
const scan = (given: Partial<CheckRunFact> = {}): CheckRunFact =>
  run({
    name: "scan",
    app: "sonar",
    workflow: null,
    workflowIsDefault: null,
    event: null,
    repository: null,
    headRepository: null,
    ...given,
  });

function ask(options: Record<string, unknown>, runs: readonly CheckRunFact[], maxAge?: string) {
  const on =
    options.on === "branch"
      ? {
          on: "branch" as const,
          workflow: WORKFLOW,
          check: (options.check as string | undefined) ?? null,
        }
      : { on: "head" as const };
  const source = new MemorySource({}).with<"checks">(
    { kind: "checks", ...on },
    { repository: "acme/shop", runs },
  );
  return askRule(ci, { options, source, ...(maxAge === undefined ? {} : { maxAge }) });
}

describe("a check on the head", () => {
  const rows: readonly {
    readonly name: string;
    readonly options?: Record<string, unknown>;
    readonly runs: readonly CheckRunFact[];
    readonly told: readonly string[];
  }[] = [
    { name: "green", runs: [run()], told: [] },
    { name: "green by another app's check", options: OTHER_APP, runs: [scan()], told: [] },
    {
      name: "an app in another case",
      options: { ...OTHER_APP, app: "Sonar" },
      runs: [scan()],
      told: [],
    },
    { name: "absent", runs: [], told: ["failed CI-MISSING tests"] },
    { name: "red", runs: [run({ conclusion: "failure" })], told: ["failed CI-FAILED tests"] },
    { name: "skipped", runs: [run({ conclusion: "skipped" })], told: ["failed CI-SKIPPED tests"] },
    {
      name: "skipped, where that is allowed",
      options: { ...ON_HEAD, allow_skipped: true },
      runs: [run({ conclusion: "skipped" })],
      told: [],
    },
    {
      name: "neutral, even where skipped is allowed",
      options: { ...ON_HEAD, allow_skipped: true },
      runs: [run({ conclusion: "neutral" })],
      told: ["failed CI-FAILED tests"],
    },
    {
      name: "cancelled",
      runs: [run({ conclusion: "cancelled" })],
      told: ["failed CI-FAILED tests"],
    },
    {
      name: "timed out",
      runs: [run({ conclusion: "timed-out" })],
      told: ["failed CI-FAILED tests"],
    },
    {
      name: "waiting for somebody's approval",
      runs: [run({ conclusion: "action-required" })],
      told: ["failed CI-FAILED tests"],
    },
    { name: "stale", runs: [run({ conclusion: "stale" })], told: ["failed CI-FAILED tests"] },
    {
      name: "running",
      runs: [run({ conclusion: null, completedAt: null })],
      told: ["pending CI-RUNNING tests"],
    },
    {
      name: "the worst of two wins",
      runs: [run(), run({ conclusion: "failure", event: "pull_request" })],
      told: ["failed CI-FAILED tests"],
    },
    {
      name: "red before running",
      runs: [run({ conclusion: null }), run({ conclusion: "failure" })],
      told: ["failed CI-FAILED tests"],
    },
    {
      name: "running beside green",
      runs: [run(), run({ conclusion: null })],
      told: ["pending CI-RUNNING tests"],
    },
    { name: "another name", runs: [run({ name: "Tests" })], told: ["failed CI-MISSING tests"] },
    {
      name: "a status set by a user",
      runs: [run({ app: null, workflow: null })],
      told: ["failed CI-MISSING tests"],
    },
    {
      name: "a user's red status beside the green run",
      runs: [run(), run({ app: null, conclusion: "failure" })],
      told: [],
    },
    {
      name: "a run of another app",
      runs: [run({ app: "evil" })],
      told: ["failed CI-MISSING tests"],
    },
    {
      name: "a workflow that took the name",
      runs: [run({ workflow: ".github/workflows/evil.yml" })],
      told: ["failed CI-MISSING tests"],
    },
    {
      name: "the workflow as the head changed it",
      runs: [run({ workflowIsDefault: false })],
      told: ["failed CI-WORKFLOW-CHANGED tests"],
    },
    {
      name: "a workflow nothing is known of",
      runs: [run({ workflowIsDefault: null })],
      told: ["failed CI-WORKFLOW-CHANGED tests"],
    },
    {
      name: "a status by the actions' token",
      runs: [run({ workflow: null, workflowIsDefault: null })],
      told: ["failed CI-MISSING tests"],
    },
    {
      name: "run in a fork",
      runs: [run({ repository: "mallory/shop" })],
      told: ["failed CI-MISSING tests"],
    },
    {
      name: "run on a fork's code",
      runs: [run({ headRepository: "mallory/shop" })],
      told: ["failed CI-MISSING tests"],
    },
    {
      name: "run nobody knows where",
      runs: [run({ repository: null })],
      told: ["failed CI-MISSING tests"],
    },
    { name: "the repository in another case", runs: [run({ repository: "Acme/Shop" })], told: [] },
    {
      name: "another app's check on a fork",
      options: OTHER_APP,
      runs: [scan({ headRepository: "mallory/shop" })],
      told: ["failed CI-MISSING scan"],
    },
  ];
  it.each(rows)("$name", async ({ options, runs, told: expected }) => {
    expect(told(await ask(options ?? ON_HEAD, runs))).toEqual(expected);
  });

  it("does not depend on the order of the runs", async () => {
    const runs = [
      run({ conclusion: "failure" }),
      run({ conclusion: "cancelled" }),
      run({ conclusion: null }),
    ];
    const one = await ask(ON_HEAD, runs);
    const other = await ask(ON_HEAD, runs.toReversed());
    expect(one.findings).toEqual(other.findings);
  });

  it("names the workflow file", async () => {
    const { findings } = await ask(ON_HEAD, []);
    expect(findings[0]?.at).toEqual({ file: WORKFLOW, line: 1, column: 1 });
  });

  it("is errored without GitHub", async () => {
    const answer = await askRule(ci, { options: ON_HEAD, source: new MemorySource({}) });
    expect(answer.findings.map(({ code }) => code)).toEqual(["NEEDS-GITHUB"]);
  });
});

describe("a workflow on the default branch", () => {
  const rows: readonly {
    readonly name: string;
    readonly runs: readonly CheckRunFact[];
    readonly told: readonly string[];
  }[] = [
    { name: "scheduled and green", runs: [run({ event: "schedule" })], told: [] },
    { name: "pushed and green", runs: [run({ event: "push" })], told: [] },
    {
      name: "started by hand",
      runs: [run({ event: "workflow_dispatch" })],
      told: [`failed CI-MISSING ${WORKFLOW}`],
    },
    {
      name: "for a pull request",
      runs: [run({ event: "pull_request" })],
      told: [`failed CI-MISSING ${WORKFLOW}`],
    },
    {
      name: "without an event",
      runs: [run({ event: null })],
      told: [`failed CI-MISSING ${WORKFLOW}`],
    },
    {
      name: "the newest counts, wherever it stands",
      runs: [run({ conclusion: "failure", startedAt: 1 }), run()],
      told: [],
    },
    {
      name: "the newest is red",
      runs: [run({ startedAt: 1 }), run({ conclusion: "failure" })],
      told: [`failed CI-FAILED ${WORKFLOW}`],
    },
    {
      name: "queued, so the newest",
      runs: [run(), run({ startedAt: null, conclusion: null })],
      told: [`pending CI-RUNNING ${WORKFLOW}`],
    },
    {
      name: "an older run by hand does not hide it",
      runs: [
        run({
          event: "workflow_dispatch",
          startedAt: Number.MAX_SAFE_INTEGER,
          conclusion: "failure",
        }),
        run(),
      ],
      told: [],
    },
    {
      name: "two of one moment: the worst",
      runs: [run(), run({ conclusion: "cancelled" })],
      told: [`failed CI-FAILED ${WORKFLOW}`],
    },
    {
      name: "the file has changed since",
      runs: [run({ workflowIsDefault: false })],
      told: [`failed CI-WORKFLOW-CHANGED ${WORKFLOW}`],
    },
    {
      name: "a fork's branch of that name",
      runs: [run({ headRepository: "mallory/shop" })],
      told: [`failed CI-MISSING ${WORKFLOW}`],
    },
  ];
  it.each(rows)("$name", async ({ runs, told: expected }) => {
    expect(told(await ask(ON_BRANCH, runs))).toEqual(expected);
  });
});

describe("its age", () => {
  const ended = (completedAt: string) => [run({ completedAt: Date.parse(completedAt) })];

  it("holds until the limit, and says so", async () => {
    const answer = await ask(ON_HEAD, ended("2026-10-01T06:00:00Z"), "2d");
    expect(told(answer)).toEqual([]);
    expect(answer.validUntil).toBe("2026-10-03T06:00:00.000Z");
  });

  it.each([
    { name: "a second before the limit", at: "2026-09-29T12:00:01Z", expected: [] },
    { name: "at the limit", at: "2026-09-29T12:00:00Z", expected: ["failed CI-STALE tests"] },
  ])("$name", async ({ at, expected }) => {
    expect(told(await ask(ON_HEAD, ended(at), "2d"))).toEqual(expected);
  });

  it("is no matter without a limit", async () => {
    const answer = await ask(ON_HEAD, ended("2020-01-01T00:00:00Z"));
    expect([told(answer), answer.validUntil]).toEqual([[], null]);
  });

  it("has to be known", async () => {
    expect(told(await ask(ON_HEAD, [run({ completedAt: null })], "2d"))).toEqual([
      "failed CI-UNDATED tests",
    ]);
  });
});

describe("its settings", () => {
  it.each([
    { name: "a check without an app", options: { check: "tests" } },
    { name: "an action without its workflow", options: { check: "tests", app: "github-actions" } },
    {
      name: "an action without its workflow, in capitals",
      options: { check: "tests", app: "GitHub-Actions" },
    },
    { name: "no check on the head", options: { app: "sonar" } },
    { name: "a branch without a workflow", options: { app: "sonar", on: "branch" } },
    { name: "a key it does not know", options: { ...ON_HEAD, required: true } },
  ])("refuse $name", ({ options }) => {
    expect(ci.options.safeParse(options).success).toBe(false);
  });
});
