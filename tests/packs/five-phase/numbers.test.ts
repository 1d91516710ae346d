import { caseFiles } from "../../support/example-repository.ts";
import { on, rowsOf, stepAfter } from "../rows.ts";

const rows = rowsOf(caseFiles("five-phase/ready"));
const readiness = on("READINESS.md");
const plan = on("plan.yml");

rows("S1-03 · a sponsor who is a vice president or above", [
  ...[
    { level: "VP", finds: [] },
    { level: "EVP", finds: [] },
    { level: "C-level", finds: [] },
    { level: "director", finds: ["failed VALUES-DIFFERENT"] },
  ].map(({ level, finds }) => ({
    name: level,
    rule: "problem/sponsor-level",
    edits: plan("sponsor_level: SVP", `sponsor_level: ${level}`),
    finds,
  })),
]);

rows("S1-05 to S1-08 · five criteria from 1 to 5, none below 3, four of them with 4", [
  ...[
    { score: "3", finds: [] },
    { score: "2", finds: ["failed SCORE-BELOW-FLOOR"] },
    { score: "0", finds: ["failed SCORE-OUT-OF-SCALE"] },
    { score: "6", finds: ["failed SCORE-OUT-OF-SCALE"] },
    { score: "5", finds: [] },
  ].map(({ score, finds }) => ({
    name: `production path ${score}`,
    rule: "problem/scores",
    edits: readiness("| Production path | 3 |", `| Production path | ${score} |`),
    finds,
  })),
  {
    name: "three of five with 4",
    rule: "problem/scores",
    edits: readiness("| Team readiness | 4 |", "| Team readiness | 3 |"),
    finds: ["warned SCORE-TOO-FEW"],
  },
  ...[
    "Business impact",
    "Data availability",
    "Technical feasibility",
    "Team readiness",
    "Production path",
  ].map((criterion) => ({
    name: `without ${criterion}`,
    rule: "problem/scores",
    edits: readiness(`| ${criterion} |`, "| Charm |"),
    // The path to production is the one that has no 4.
    finds: [
      "failed SCORE-MISSING",
      ...(criterion === "Production path" ? [] : ["warned SCORE-TOO-FEW"]),
    ],
  })),
]);

/** A phase with its day in the filled repository, a day still in range and one out of it. */
const RANGES: readonly {
  readonly demand: string;
  readonly rule: string;
  readonly phase: string;
  readonly day: string;
  readonly fits: string;
  readonly not: string;
  readonly code: "LONG" | "SHORT";
}[] = [
  {
    demand: "S1-12 · two weeks to choose",
    rule: "problem/selection-weeks",
    phase: "design_start",
    day: "2026-07-20",
    fits: "2026-07-20",
    not: "2026-07-21",
    code: "LONG",
  },
  {
    demand: "S1-21 · two weeks to design",
    rule: "pilot-plan/design-weeks",
    phase: "pilot_start",
    day: "2026-08-03",
    fits: "2026-08-03",
    not: "2026-08-04",
    code: "LONG",
  },
  {
    demand: "S1-17 · four weeks at least",
    rule: "pilot-plan/pilot-length",
    phase: "pilot_end",
    day: "2026-08-31",
    fits: "2026-08-31",
    not: "2026-08-30",
    code: "SHORT",
  },
  {
    demand: "S1-17 · eight weeks at most",
    rule: "pilot-plan/pilot-length",
    phase: "pilot_end",
    day: "2026-08-31",
    fits: "2026-09-28",
    not: "2026-09-29",
    code: "LONG",
  },
  {
    demand: "S1-57 · never more than twelve",
    rule: "pilot-plan/pilot-limit",
    phase: "pilot_end",
    day: "2026-08-31",
    fits: "2026-10-26",
    not: "2026-10-27",
    code: "LONG",
  },
  {
    demand: "S1-28 · a week to decide",
    rule: "results/go-week",
    phase: "decided",
    day: "2026-09-03",
    fits: "2026-09-07",
    not: "2026-09-08",
    code: "LONG",
  },
  {
    demand: "S1-36 · four weeks of hardening",
    rule: "hardening/hardening-weeks",
    phase: "hardening_end",
    day: "2026-10-01",
    fits: "2026-10-01",
    not: "2026-09-30",
    code: "SHORT",
  },
  {
    demand: "S1-36 · six weeks of hardening",
    rule: "hardening/hardening-weeks",
    phase: "hardening_end",
    day: "2026-10-01",
    fits: "2026-10-15",
    not: "2026-10-16",
    code: "LONG",
  },
  {
    demand: "S1-42 · three weeks to stabilize",
    rule: "deployment/stabilization-weeks",
    phase: "stable",
    day: "2026-10-25",
    fits: "2026-10-22",
    not: "2026-10-21",
    code: "SHORT",
  },
  {
    demand: "S1-42 · four weeks to stabilize",
    rule: "deployment/stabilization-weeks",
    phase: "stable",
    day: "2026-10-25",
    fits: "2026-10-29",
    not: "2026-10-30",
    code: "LONG",
  },
  {
    demand: "S1-56 · twelve weeks in all",
    rule: "deployment/whole",
    phase: "stable",
    day: "2026-10-25",
    fits: "2026-09-28",
    not: "2026-09-27",
    code: "SHORT",
  },
  {
    demand: "S1-56 · sixteen weeks in all",
    rule: "deployment/whole",
    phase: "stable",
    day: "2026-10-25",
    fits: "2026-10-26",
    not: "2026-10-27",
    code: "LONG",
  },
];

for (const { demand, rule, phase, day, fits, not, code } of RANGES) {
  rows(demand, [
    {
      name: `until ${fits}`,
      rule,
      edits: readiness(`  ${phase}: ${day}`, `  ${phase}: ${fits}`),
      finds: [],
    },
    {
      name: `until ${not}`,
      rule,
      edits: readiness(`  ${phase}: ${day}`, `  ${phase}: ${not}`),
      finds: [`failed SCHEDULE-TOO-${code}`],
    },
  ]);
}

rows("S1-22 · criteria before the pilot", [
  {
    name: "on its first day",
    rule: "pilot-plan/criteria-first",
    edits: readiness("criteria_set: 2026-07-24", "criteria_set: 2026-08-03"),
    finds: [],
  },
  {
    name: "a day after",
    rule: "pilot-plan/criteria-first",
    edits: readiness("criteria_set: 2026-07-24", "criteria_set: 2026-08-04"),
    finds: ["failed SCHEDULE-ORDER"],
  },
]);

rows("S1-27 · minimum, target and stretch", [
  ...[
    {
      name: "without target",
      to: "| >= 88 % | - | >= 95 % |",
      code: "failed METRICS-CELL-MISSING",
    },
    {
      name: "without stretch",
      to: "| >= 88 % | >= 91 % | - |",
      code: "failed METRICS-CELL-MISSING",
    },
  ].map(({ name, to, code }) => ({
    name,
    rule: "results/numbers",
    edits: readiness("| >= 88 % | >= 91 % | >= 95 % |", to),
    finds: [code],
  })),
]);

rows("S1-23 to S1-25 · seven numbers", [
  ...[
    "Accuracy",
    "Latency",
    "Throughput",
    "Time saved",
    "Error reduction",
    "Cost per transaction",
    "User satisfaction",
  ].map((name) => ({
    name: `without ${name}`,
    rule: "results/numbers",
    edits: readiness(`| ${name} |`, `| Not ${name.toLowerCase()} |`),
    finds: ["failed METRICS-MISSING"],
  })),
]);

rows("S1-37 · hardening has 40 to 60 % of the effort", [
  ...[
    { share: "0.39", finds: ["failed VALUES-RANGE"] },
    { share: "0.4", finds: [] },
    { share: "0.6", finds: [] },
    { share: "0.61", finds: ["failed VALUES-RANGE"] },
  ].map(({ share, finds }) => ({
    name: share,
    rule: "hardening/effort",
    edits: plan("hardening: 0.50", `hardening: ${share}`),
    finds,
  })),
]);

rows("S1-61 · twelve months of operations", [
  ...[
    { months: "11", finds: ["failed VALUES-RANGE"] },
    { months: "12", finds: [] },
    { months: "24", finds: [] },
  ].map(({ months, finds }) => ({
    name: `${months} months`,
    rule: "production-readiness/running-costs",
    edits: plan("months: 12", `months: ${months}`),
    finds,
  })),
]);

const LANDED = "2026-10-01T12:00:00Z";

const after = (before: string, next: string, now: string) =>
  stepAfter({
    rule: "deployment/exposure",
    before,
    landed: LANDED,
    next: ["stage: first-users\npercent: 20", next],
    measured: ["92.4 %", "34 s", "55 /h", "4.2"].map((actual) => [actual, "2026-09-28"] as const),
    now,
  });

rows("S1-38 to S1-40 · 10 to 20 %, then 50 %, then everybody", [
  ...[
    { percent: "9.9", finds: ["failed ROLLOUT-OUT-OF-RANGE"] },
    { percent: "10", finds: [] },
    { percent: "20", finds: [] },
    { percent: "20.1", finds: ["failed ROLLOUT-OUT-OF-RANGE"] },
  ].map(({ percent, finds }) => ({
    name: `first ${percent} %`,
    rule: "deployment/exposure",
    edits: on("rollout.yml")("percent: 20", `percent: ${percent}`),
    finds,
  })),
  {
    name: "half after six days",
    ...after(
      "stage: first-users\npercent: 20\n",
      "stage: half\npercent: 50",
      "2026-10-07T12:00:00Z",
    ),
    finds: ["pending ROLLOUT-SOAKING"],
  },
  {
    name: "half after a week",
    ...after(
      "stage: first-users\npercent: 20\n",
      "stage: half\npercent: 50",
      "2026-10-08T12:00:00Z",
    ),
    finds: [],
  },
  {
    name: "40 % are not half",
    ...after(
      "stage: first-users\npercent: 20\n",
      "stage: half\npercent: 40",
      "2026-10-08T12:00:00Z",
    ),
    finds: ["failed ROLLOUT-OUT-OF-RANGE"],
  },
  {
    name: "everybody without the half",
    ...after("stage: first-users\npercent: 20\n", "stage: everybody", "2026-10-08T12:00:00Z"),
    finds: ["failed ROLLOUT-SKIPPED"],
  },
]);

rows("S1-11 · one page", [
  {
    name: "700 words are a page, more are not",
    rule: "problem/one-page",
    edits: on("docs/pilot-brief.md")(
      "## Success criteria\n",
      `## Success criteria\n\n${"word ".repeat(700)}\n`,
    ),
    finds: ["failed DOCUMENT-LONG"],
  },
]);

rows("S1-41 · daily stand-ups, over a weekend after three days at most", [
  ...[
    { now: "2026-10-02T12:00:00Z", finds: [] },
    { now: "2026-10-04T12:00:00Z", finds: [] },
    { now: "2026-10-05T12:00:00Z", finds: ["failed SCHEDULE-OVERDUE"] },
  ].map(({ now, finds }) => ({ name: now, rule: "deployment/stand-ups", now, finds })),
]);
