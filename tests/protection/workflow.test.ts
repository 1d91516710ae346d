import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readWorkflow } from "../../src/protection/workflow.ts";
import type { WorkflowDuty } from "../../src/protection/workflow-duty.ts";
import { workflowFindings } from "../../src/protection/workflow-findings.ts";

const TEMPLATE = readFileSync(new URL("../../templates/workflow.yml", import.meta.url), "utf8");
const FILE = ".github/workflows/stage-gates.yml";
const SHA = "0123456789abcdef0123456789abcdef01234567";
const FILLED_IN = TEMPLATE.replace("<owner>/stage-gates@<commit>", `acme/stage-gates@${SHA}`);

const DUTY: WorkflowDuty = {
  branches: ["production"],
  hasMergeQueue: false,
  contexts: ["stage-gates / production"],
};

function judged(text: string, duty: Partial<WorkflowDuty> = {}) {
  const read = readWorkflow(FILE, text);
  if (read.state === "malformed") throw new Error(read.problem);
  return workflowFindings(read.workflow, { ...DUTY, ...duty });
}

function codes(text: string, duty: Partial<WorkflowDuty> = {}) {
  return judged(text, duty).map(({ level, code }) => `${level} ${code}`);
}

/** The line that a text stands on, from 1. */
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

describe("the workflow that people copy", () => {
  test("is sound once the commit is filled in", () => {
    expect(codes(FILLED_IN)).toEqual(["ok workflow"]);
    expect(codes(FILLED_IN, { hasMergeQueue: true })).toEqual(["ok workflow"]);
  });

  test("is told apart from one that runs as long as it is not", () => {
    expect(judged(TEMPLATE)).toMatchObject([
      {
        level: "fail",
        code: "workflow-placeholder",
        at: { file: FILE, line: lineOf(TEMPLATE, "- uses:") },
      },
    ]);
  });

  test("keeps to its contract", () => {
    const read = readWorkflow(FILE, TEMPLATE);
    if (read.state === "malformed") throw new Error(read.problem);
    const { events, permissions, concurrency, jobs } = read.workflow;
    expect([...events.keys()]).toEqual([
      "pull_request_target",
      "pull_request_review",
      "issue_comment",
      "merge_group",
      "push",
      "schedule",
      "workflow_dispatch",
    ]);
    expect([...events.values()].filter(({ filter }) => filter !== null)).toEqual([]);
    expect(permissions).toMatchObject({ all: null, listed: new Map() });
    expect(concurrency?.cancels?.text).toBe("false");
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.permissions?.listed).toEqual(
      new Map([
        ["contents", "read"],
        ["pull-requests", "write"],
        ["issues", "write"],
        ["statuses", "write"],
        ["checks", "read"],
        ["actions", "read"],
      ]),
    );
    expect(jobs[0]?.uses).toHaveLength(1);
    expect(TEMPLATE).not.toMatch(/^\s*(- )?run:/m);
  });
});

describe("a workflow that was changed", () => {
  const rows: readonly {
    what: string;
    from: string;
    to: string;
    finds: readonly string[];
    /** Text on the line that is named. */
    on?: string;
    duty?: Partial<WorkflowDuty>;
  }[] = [
    {
      what: "leaves out paths",
      from: "    branches: [production]\n    types: [opened",
      to: "    branches: [production]\n    paths: [src/**]\n    types: [opened",
      finds: ["fail workflow-filter"],
      on: "paths: [src",
    },
    {
      what: "leaves out other paths",
      from: "    types: [opened",
      to: "    paths-ignore: [docs/**]\n    types: [opened",
      finds: ["fail workflow-filter"],
      on: "paths-ignore:",
    },
    {
      what: "leaves out branches",
      from: "    branches: [production]\n    types: [opened",
      to: "    branches-ignore: [production]\n    types: [opened",
      finds: ["fail workflow-filter"],
      on: "branches-ignore:",
    },
    {
      what: "runs for another branch",
      from: "branches: [production]",
      to: "branches: [prod]",
      finds: ["fail workflow-branches"],
    },
    {
      what: "takes a branch away again",
      from: "branches: [production]",
      to: 'branches: ["**", "!production"]',
      finds: ["fail workflow-branches"],
    },
    {
      what: "runs for every branch",
      from: "    branches: [production]\n    types: [opened",
      to: "    types: [opened",
      finds: ["ok workflow"],
    },
    {
      what: "runs for a branch of a glob",
      from: "branches: [production]",
      to: 'branches: ["prod*"]',
      finds: ["ok workflow"],
    },
    {
      what: "runs for one of two branches",
      from: "branches: [production]",
      to: "branches: [production]",
      finds: ["fail workflow-branches"],
      duty: { branches: ["production", "release/*"] },
    },
    {
      what: "does not see pushes",
      from: "[opened, reopened, synchronize, edited, ",
      to: "[opened, reopened, edited, ",
      finds: ["fail workflow-types"],
    },
    {
      what: "does not see labels",
      from: ", labeled, unlabeled]",
      to: "]",
      finds: ["warn workflow-types"],
    },
    {
      what: "takes the types GitHub takes",
      from: TEMPLATE.match(/ {4}types: \[opened.*\n/)?.[0] ?? "",
      to: "",
      finds: ["fail workflow-types"],
    },
    {
      what: "runs with less for forks",
      from: "pull_request_target:",
      to: "pull_request:",
      finds: ["warn workflow-trigger"],
      on: "pull_request:",
    },
    {
      what: "runs for no pull request",
      from: TEMPLATE.slice(
        TEMPLATE.indexOf("  pull_request_target:"),
        TEMPLATE.indexOf("  pull_request_review:"),
      ),
      to: "",
      finds: ["fail workflow-trigger"],
    },
    {
      what: "is never run by the clock",
      from: TEMPLATE.slice(
        TEMPLATE.indexOf("  schedule:"),
        TEMPLATE.indexOf("  workflow_dispatch:"),
      ),
      to: "",
      finds: ["fail workflow-schedule"],
    },
    {
      what: "does not see a merge queue that may come",
      from: "  merge_group:\n    types: [checks_requested]\n",
      to: "",
      finds: ["warn workflow-merge-group"],
    },
    {
      what: "does not see the merge queue that is there",
      from: "  merge_group:\n    types: [checks_requested]\n",
      to: "",
      finds: ["fail workflow-merge-group"],
      duty: { hasMergeQueue: true },
    },
    {
      what: "does not see comments",
      from: "  issue_comment:\n    types: [created, edited, deleted]\n",
      to: "",
      finds: ["warn workflow-trigger"],
    },
    {
      what: "cancels runs",
      from: "cancel-in-progress: false",
      to: "cancel-in-progress: true",
      finds: ["fail workflow-concurrency"],
      on: "cancel-in-progress: true",
    },
    {
      what: "may cancel runs",
      from: "cancel-in-progress: false",
      to: `cancel-in-progress: ${"$"}{{ github.event_name == 'push' }}`,
      finds: ["fail workflow-concurrency"],
      on: "cancel-in-progress:",
    },
    {
      what: "has one line for all",
      from: TEMPLATE.match(/group: .*/)?.[0] ?? "",
      to: "group: stage-gates",
      finds: ["fail workflow-concurrency"],
    },
    {
      what: "has no line at all",
      from: TEMPLATE.slice(TEMPLATE.indexOf("concurrency:"), TEMPLATE.indexOf("jobs:")),
      to: "",
      finds: ["warn workflow-concurrency"],
    },
    {
      what: "skips its job",
      from: TEMPLATE.match(/if: .*/)?.[0] ?? "",
      to: "if: github.actor != 'renovate[bot]'",
      finds: ["fail workflow-skipped"],
      on: "if: github.actor",
    },
    {
      what: "has a condition that skips nothing, written otherwise",
      from: TEMPLATE.match(/if: .*/)?.[0] ?? "",
      to: `if: ${"$"}{{ github.event_name != 'issue_comment'  ||  github.event.issue.pull_request }}`,
      finds: ["ok workflow"],
    },
    {
      what: "waits for another job",
      from: "    runs-on:",
      to: "    needs: build\n    runs-on:",
      finds: ["fail workflow-skipped"],
      on: "needs:",
    },
    {
      what: "skips its step",
      from: `@${SHA}`,
      to: `@${SHA}\n        if: github.ref == 'refs/heads/main'`,
      finds: ["fail workflow-skipped"],
      on: "if: github.ref",
    },
    {
      what: "has a job of the status's name",
      from: "    runs-on:",
      to: "    name: stage-gates / production\n    runs-on:",
      finds: ["fail workflow-job-name"],
    },
    {
      what: "takes a tag",
      from: `@${SHA}`,
      to: "@v1",
      finds: ["fail workflow-pinned"],
      on: "@v1",
    },
    {
      what: "takes a short commit",
      from: `@${SHA}`,
      to: `@${SHA.slice(0, 12)}`,
      finds: ["fail workflow-pinned"],
    },
    {
      what: "checks out code",
      from: `      - uses: acme/stage-gates@${SHA}`,
      to: `      - uses: actions/checkout@${SHA}\n      - uses: acme/stage-gates@${SHA}`,
      finds: ["fail workflow-checkout"],
      on: "actions/checkout",
    },
    {
      what: "may not write the verdict",
      from: "      statuses: write # the verdict\n",
      to: "",
      finds: ["fail workflow-permissions"],
    },
    {
      what: "may not write the comment",
      from: "pull-requests: write",
      to: "pull-requests: read",
      finds: ["warn workflow-permissions"],
    },
    {
      what: "may push",
      from: "contents: read",
      to: "contents: write",
      finds: ["warn workflow-permissions"],
    },
    {
      what: "may everything",
      from: FILLED_IN.slice(
        FILLED_IN.indexOf("    permissions:\n"),
        FILLED_IN.indexOf("    steps:"),
      ),
      to: "    permissions: write-all\n",
      finds: ["warn workflow-permissions"],
    },
    {
      what: "may nothing at its job",
      from: FILLED_IN.slice(
        FILLED_IN.indexOf("    permissions:\n"),
        FILLED_IN.indexOf("    steps:"),
      ),
      to: "",
      finds: [
        "fail workflow-permissions",
        "fail workflow-permissions",
        "warn workflow-permissions",
        "warn workflow-permissions",
        "warn workflow-permissions",
        "warn workflow-permissions",
      ],
    },
    {
      what: "uses something else",
      from: `acme/stage-gates@${SHA}`,
      to: `acme/other@${SHA}`,
      finds: ["fail workflow-missing"],
    },
  ];

  test.for(rows)("and now $what", ({ from, to, finds, on, duty }) => {
    expect(from).not.toBe("");
    const text = FILLED_IN.replace(from, () => to);
    if (from !== to) expect(text).not.toBe(FILLED_IN);
    expect(codes(text, duty)).toEqual(finds);
    if (on !== undefined) {
      expect(judged(text, duty)[0]?.at).toMatchObject({ file: FILE, line: lineOf(text, on) });
    }
  });

  test("and now says nothing of permissions is not taken for least permissions", () => {
    const text = FILLED_IN.replace("permissions: {}\n", "").replace(
      /^ {4}permissions:\n( {6}.*\n)+/m,
      "",
    );
    expect(codes(text)).toEqual(["fail workflow-permissions"]);
  });

  test.each([
    { text: "on: pull_request_target\n", events: ["pull_request_target"] },
    { text: "on: [push, schedule]\n", events: ["push", "schedule"] },
    { text: "on: {push: {tags: [v1]}}\n", events: ["push"] },
    { text: "on: {}\n", events: [] },
    { text: "", events: [] },
    { text: "[]\n", events: [] },
    { text: "on: {__proto__: {paths: [a]}}\n", events: ["__proto__"] },
  ])("its events are read however they are written: $text", ({ text, events }) => {
    const read = readWorkflow(FILE, text);
    expect(read.state === "read" && [...read.workflow.events.keys()]).toEqual(events);
  });

  test("what is no YAML is told with its place", () => {
    expect(readWorkflow(FILE, "on: push\non: push\n")).toMatchObject({
      state: "malformed",
      at: { line: 2 },
    });
  });
});
