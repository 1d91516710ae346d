import { describe, expect, test } from "vitest";
import type { FileVersion } from "../../../src/model/fact.ts";
import { judgeRule } from "../judge-rule.ts";
import { on, type Row } from "../rows.ts";
import { example, rows } from "./example.ts";

const rollout = on("rollout.yml");
const READINESS = "READINESS.md";
const readiness = on(READINESS);

rows("S0-43 · launch to 5 to 10 % of the users", [
  ...[
    { percent: "5", finds: [] },
    { percent: "10", finds: [] },
    { percent: "4.9", finds: ["failed ROLLOUT-OUT-OF-RANGE"] },
    { percent: "10.1", finds: ["failed ROLLOUT-OUT-OF-RANGE"] },
    { percent: "25", finds: ["failed ROLLOUT-OUT-OF-RANGE"] },
  ].map(({ percent, finds }) => ({
    name: `${percent} %`,
    rule: "launch/exposure",
    edits: rollout("percent: 10", `percent: ${percent}`),
    finds,
  })),
  {
    name: "everybody at once",
    rule: "launch/exposure",
    edits: rollout("stage: first-users\npercent: 10", "stage: everybody\npercent: 100"),
    finds: ["failed ROLLOUT-SKIPPED"],
  },
]);

rows("S0-01 · no open issue stops the launch", [
  { name: "none", rule: "launch/blockers", finds: [] },
  {
    name: "one",
    rule: "launch/blockers",
    edits: on("facts.json")(
      '"labels": ["launch-blocker"], "open": []',
      '"labels": ["launch-blocker"], "open": [{"number": 7, "title": "x", "labels": ["launch-blocker"]}]',
    ),
    finds: ["failed ISSUES-OPEN"],
  },
]);

/** The launch has landed; the pull request goes on to half of the users. */
function widened(
  landed: string,
  now: string,
): Pick<Row, "rule" | "edits" | "history" | "base" | "now"> {
  const text = example["rollout.yml"] ?? "";
  const version: FileVersion = {
    commit: "a".repeat(40),
    at: Date.parse(landed),
    content: { state: "file", file: { text, blob: "rollout" } },
  };
  const measured = now.slice(0, 10);
  return {
    rule: "launch/exposure",
    base: { "rollout.yml": text, [READINESS]: example[READINESS] ?? "" },
    history: { path: "rollout.yml", versions: [version] },
    edits: [
      ["rollout.yml", "stage: first-users\npercent: 10", "stage: wider\npercent: 50"],
      [READINESS, "94.1 % | 2026-09-28", `94.1 % | ${measured}`],
      [READINESS, "58 % | 2026-09-25", `58 % | ${measured}`],
    ],
    now,
  };
}

rows("S0-44 · 48 to 72 hours between the steps, quality and adoption watched", [
  {
    name: "47:59 hours",
    ...widened("2026-10-01T14:00:00Z", "2026-10-03T13:59:00Z"),
    finds: ["pending ROLLOUT-SOAKING"],
  },
  { name: "48 hours", ...widened("2026-10-01T14:00:00Z", "2026-10-03T14:00:00Z"), finds: [] },
  { name: "72 hours", ...widened("2026-10-01T14:00:00Z", "2026-10-04T14:00:00Z"), finds: [] },
  {
    name: "nothing was measured since",
    ...widened("2026-10-01T14:00:00Z", "2026-10-04T14:00:00Z"),
    edits: rollout("stage: first-users\npercent: 10", "stage: wider\npercent: 50"),
    finds: ["failed ROLLOUT-METRIC", "failed ROLLOUT-METRIC"],
  },
]);

rows("S0-34 · the five gates are assessed, and pass", [
  ...["Business case", "Data", "Integration", "Observability", "Ownership"].map((gate) => ({
    name: `${gate} fails`,
    rule: "launch/assessment",
    edits: readiness(`| ${gate} | pass |`, `| ${gate} | fail |`),
    finds: ["failed TABLE-CELL-VALUE"],
  })),
  {
    name: "an assessment of a day to come",
    rule: "launch/assessment",
    edits: readiness("| Data | pass | 2026-09-14 |", "| Data | pass | 2027-09-14 |"),
    finds: ["failed TABLE-FUTURE"],
  },
]);

rows("S0-33 · the checklist takes 30 days at most, which is about effort and only warns", [
  {
    name: "30 days",
    rule: "launch/thirty-days",
    edits: readiness("checklist_start: 2026-09-07", "checklist_start: 2026-09-01"),
    finds: [],
  },
  {
    name: "31 days",
    rule: "launch/thirty-days",
    edits: readiness("checklist_start: 2026-09-07", "checklist_start: 2026-08-31"),
    finds: ["failed SCHEDULE-TOO-LONG"],
  },
]);

rows("S0-46 · the business metric is reviewed two weeks after launch", [
  { name: "planned for day 14", rule: "launch/review-planned", finds: [] },
  {
    name: "planned for day 15",
    rule: "launch/review-planned",
    edits: readiness("| Week two | 2026-10-15 |", "| Week two | 2026-10-16 |"),
    finds: ["failed SCHEDULE-TOO-LONG"],
  },
  { name: "open on day 14", rule: "review/week-two", now: "2026-10-15T23:59:59Z", finds: [] },
  {
    name: "open on day 15",
    rule: "review/week-two",
    now: "2026-10-16T00:00:00Z",
    finds: ["failed SCHEDULE-OVERDUE"],
  },
  {
    name: "held on day 14",
    rule: "review/week-two",
    edits: readiness("| Week two | 2026-10-15 | - |", "| Week two | 2026-10-15 | 2026-10-15 |"),
    now: "2026-11-20T00:00:00Z",
    finds: [],
  },
]);

test("a number of duration warns and lets the launch go", async () => {
  const edits = readiness("checklist_start: 2026-09-07", "checklist_start: 2026-08-01");
  expect((await judgeRule(example, { rule: "launch/thirty-days", edits })).decision).toBe("go");
});

describe("an ordinary promotion is no launch", () => {
  const cases = [
    { changes: ["rollout.yml"], gate: "failed" },
    { changes: ["src/triage.py", "READINESS.md"], gate: "not-applicable" },
  ];
  test.each(cases)("a change of $changes", async ({ changes, gate }) => {
    const edits = readiness("- [x] `launch.alerts`", "- [ ] `launch.alerts`");
    expect((await judgeRule(example, { rule: "launch/week-3", edits, changes })).gate).toBe(gate);
  });
});
