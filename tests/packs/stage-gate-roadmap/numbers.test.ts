import { caseFiles } from "../../support/example-repository.ts";
import { on, rowsOf, stepAfter } from "../rows.ts";

const rows = rowsOf(caseFiles("stage-gate-roadmap/ready"));
const readiness = on("READINESS.md");

/** A phase, its day in the filled repository, the last day in range and the first out of it. */
const RANGES = [
  ["S4-46 · days 1 to 20", "assessment/twenty-days", "assessment_end", "06-27", "06-28", "06-29"],
  ["S4-47 · days 21 to 50", "pilot-execution/thirty-days", "pilot_end", "07-28", "07-29", "07-30"],
  [
    "S4-48 · days 51 to 70",
    "readiness-gate/gate-days",
    "hardening_start",
    "08-17",
    "08-17",
    "08-18",
  ],
  [
    "S4-49 · days 71 to 100",
    "production-hardening/hardening-days",
    "hardening_end",
    "09-15",
    "09-16",
    "09-17",
  ],
  [
    "S4-50 · days 101 to 120",
    "limited-rollout/stabilizing-days",
    "stable",
    "10-05",
    "10-05",
    "10-06",
  ],
  ["S4-52 · 16 weeks at most", "limited-rollout/whole", "stable", "10-05", "10-19", "10-20"],
] as const;

for (const [demand, rule, phase, day, fits, not] of RANGES) {
  const until = (to: string) => readiness(`  ${phase}: 2026-${day}`, `  ${phase}: 2026-${to}`);
  rows(demand, [
    { name: `until ${fits}`, rule, edits: until(fits), finds: [] },
    { name: `until ${not}`, rule, edits: until(not), finds: ["failed SCHEDULE-TOO-LONG"] },
  ]);
}

rows("S4-52 · 8 weeks at least", [
  {
    name: "56 days",
    rule: "limited-rollout/whole",
    edits: readiness("stable: 2026-10-05", "stable: 2026-08-24"),
    finds: [],
  },
  {
    name: "55 days",
    rule: "limited-rollout/whole",
    edits: readiness("stable: 2026-10-05", "stable: 2026-08-23"),
    finds: ["failed SCHEDULE-TOO-SHORT"],
  },
]);

rows("S4-03 · five areas, all of them ready", [
  ...[
    "Data quality",
    "Process clarity",
    "System access",
    "Stakeholder ownership",
    "Compliance",
  ].map((area) => ({
    name: `${area} is blocked`,
    rule: "assessment/areas",
    edits: readiness(`| ${area} | ready |`, `| ${area} | blocked |`),
    finds: ["failed TABLE-CELL-VALUE"],
  })),
]);

rows("S4-13 · five criteria of the gate", [
  ...[
    "KPI impact",
    "Model stability",
    "Data reliability",
    "Security controls",
    "Operational support",
  ].map((criterion) => ({
    name: `${criterion} fails`,
    rule: "readiness-gate/criteria",
    edits: readiness(`| ${criterion} | pass |`, `| ${criterion} | fail |`),
    finds: ["failed TABLE-CELL-VALUE"],
  })),
]);

rows("S4-14, S4-15 · scale, improve, validate again or stop", [
  ...[
    { outcome: "improve", finds: ["failed DECISION-AGAINST"] },
    { outcome: "revalidate", finds: ["failed DECISION-AGAINST"] },
    { outcome: "stop", finds: ["failed DECISION-AGAINST"] },
  ].map(({ outcome, finds }) => ({
    name: outcome,
    rule: "readiness-gate/path",
    edits: on("decisions/2026-08-07-readiness-gate.md")("outcome: scale", `outcome: ${outcome}`),
    finds,
  })),
]);

rows("S4-42 · four layers", [
  {
    name: "without governance",
    rule: "kpis/layers",
    edits: readiness("| Reviews held | governance |", "| Reviews held | business |"),
    finds: ["failed METRICS-LAYER-MISSING"],
  },
  {
    name: "without model quality",
    rule: "kpis/layers",
    edits: readiness("| Accuracy | model |", "| Accuracy | business |"),
    finds: ["failed METRICS-LAYER-MISSING"],
  },
]);

rows("S4-43 · seven numbers", [
  ...[
    "Accuracy",
    "Fallback rate",
    "Latency",
    "Cycle time",
    "Errors avoided",
    "Cost per transaction",
    "Adoption",
  ].map((name) => ({
    name: `without ${name}`,
    rule: "kpis/seven",
    edits: readiness(`| ${name} | `, `| Not ${name.toLowerCase()} | `),
    finds: ["failed METRICS-MISSING"],
  })),
]);

const WEEKLY =
  "- 2026-09-29: mails with attachments go to the desk until their kind is in the set\n- 2026-09-22";

rows("S4-32, S4-33 · weekly and monthly", [
  ...[
    { day: "2026-09-24", finds: [] },
    { day: "2026-09-23", finds: ["warned SCHEDULE-LATE"] },
    { day: "2026-09-20", finds: ["failed SCHEDULE-OVERDUE"] },
  ].map(({ day, finds }) => ({
    name: `last week's review on ${day}`,
    rule: "governance/weekly",
    edits: readiness(WEEKLY, `- ${day}`),
    finds,
  })),
  ...[
    { day: "2026-08-31", finds: [] },
    { day: "2026-08-30", finds: ["warned SCHEDULE-LATE"] },
    { day: "2026-08-23", finds: ["failed SCHEDULE-OVERDUE"] },
  ].map(({ day, finds }) => ({
    name: `last month's review on ${day}`,
    rule: "governance/monthly",
    edits: readiness("| 2026-09-15 | all at", `| ${day} | all at`),
    finds,
  })),
]);

/** A fifth of the users have had it since 1 October; now everybody is to. */
const widened = (now: string) =>
  stepAfter({
    rule: "limited-rollout/exposure",
    before: "stage: limited\npercent: 20\nsegment: two hotels in Malmö\n",
    landed: "2026-10-01T12:00:00Z",
    next: ["stage: limited\npercent: 20", "stage: everybody"],
    measured: ["95.1 %", "6.4 %", "9 min"].map((actual) => [actual, "2026-09-28"] as const),
    now,
  });

rows("S4-21, S4-24 · a segment first, until it has held for two weeks", [
  {
    name: "everybody after 13 days",
    ...widened("2026-10-14T12:00:00Z"),
    finds: ["pending ROLLOUT-SOAKING"],
  },
  { name: "everybody after 14 days", ...widened("2026-10-15T12:00:00Z"), finds: [] },
  {
    name: "half of all is no segment",
    rule: "limited-rollout/exposure",
    edits: on("rollout.yml")("percent: 20", "percent: 50"),
    finds: ["failed ROLLOUT-OUT-OF-RANGE"],
  },
]);

rows("S4-18 · a threshold of confidence", [
  ...[
    { threshold: "0", finds: [] },
    { threshold: "1", finds: [] },
    { threshold: "85", finds: ["failed VALUES-RANGE"] },
  ].map(({ threshold, finds }) => ({
    name: threshold,
    rule: "controls/confidence",
    edits: on("models/versions.yml")(
      "confidence_threshold: 0.85",
      `confidence_threshold: ${threshold}`,
    ),
    finds,
  })),
]);
