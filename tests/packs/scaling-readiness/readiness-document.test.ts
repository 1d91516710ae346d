import { on } from "../rows.ts";
import { example, rows } from "./example.ts";

const READINESS = "READINESS.md";
const readiness = on(READINESS);

rows("S0-31 · adoption of 20 % is a failure", [
  ...[
    { actual: "20 %", finds: ["failed METRICS-BELOW-MINIMUM"] },
    { actual: "19 %", finds: ["failed METRICS-BELOW-MINIMUM"] },
    { actual: "20.1 %", finds: ["warned METRICS-BELOW-TARGET"] },
    { actual: "50 %", finds: [] },
    { actual: "0.58", finds: ["errored METRICS-UNITS"] },
    { actual: "-", finds: ["failed METRICS-NO-ACTUAL"] },
  ].map(({ actual, finds }) => ({
    name: `an actual of ${actual}`,
    rule: "adoption/usage",
    edits: readiness("58 % | 2026-09-25", `${actual} | 2026-09-25`),
    finds,
  })),
  {
    name: "a minimum the document lowers",
    rule: "adoption/usage",
    edits: [
      [READINESS, "| > 20 % |", "| > 5 % |"],
      [READINESS, "58 % | 2026-09-25", "15 % | 2026-09-25"],
    ],
    finds: ["failed METRICS-BELOW-MINIMUM"],
  },
]);

rows("S0-24 · latency of 10 s", [
  ...[
    { actual: "10 s", finds: ["warned METRICS-BELOW-TARGET"] },
    { actual: "10.1 s", finds: ["failed METRICS-BELOW-MINIMUM"] },
    { actual: "3 s", finds: [] },
  ].map(({ actual, finds }) => ({
    name: `an actual of ${actual}`,
    rule: "observability/infrastructure-metrics",
    edits: readiness("| 2.2 s |", `| ${actual} |`),
    finds,
  })),
]);

rows("S0-24, S0-25 · outage, latency and bad output have a tested fallback", [
  ...["| API outage |", "| Latency of 10 s |", "| Bad output |"].map((row) => ({
    name: `without the row ${row}`,
    rule: "degradation/fallbacks",
    edits: readiness(row, "| Something else |"),
    finds: ["failed TABLE-ROW-MISSING"],
  })),
  {
    name: "a broken screen is no fallback",
    rule: "degradation/fallbacks",
    edits: readiness("| clean error message |", "| broken screen |"),
    finds: ["failed TABLE-CELL-VALUE"],
  },
  ...[
    { now: "2026-12-15T23:59:59Z", finds: [] },
    { now: "2026-12-16T00:00:00Z", finds: Array(3).fill("failed TABLE-OUTDATED") },
  ].map(({ now, finds }) => ({
    name: `tested 90 days before, at ${now}`,
    rule: "degradation/fallbacks",
    now,
    finds,
  })),
]);

rows("S0-13 to S0-17 · five persons, none of them a centre of excellence", [
  ...[
    "Model quality and evaluation | @ana",
    "Infrastructure and cost | @mei",
    "User feedback triage | @joao",
    "Vendor and API relationship | @tomas",
    "User support | @sofia",
  ].flatMap((cells) => {
    const [area] = cells.split(" | ");
    const rule = "ownership/named-owners";
    return [
      {
        name: `${area} is missing`,
        rule,
        edits: readiness(`| ${cells} |`, "| Something else | @lena |"),
        finds: ["failed OWNERS-ROLE-MISSING"],
      },
      {
        name: `${area} has nobody`,
        rule,
        edits: readiness(`| ${cells} |`, `| ${area} | TBD |`),
        finds: ["failed OWNERS-EMPTY"],
      },
      {
        name: `${area} has a team`,
        rule,
        edits: readiness(`| ${cells} |`, `| ${area} | @harbor-mutual/claims |`),
        finds: ["failed OWNERS-KIND"],
      },
    ];
  }),
  {
    name: "the centre of excellence",
    rule: "ownership/named-owners",
    edits: readiness("| @ana | #claims-oncall", "| AI CoE | #claims-oncall"),
    finds: ["failed OWNERS-FORM"],
  },
  {
    name: "the centre of excellence as a login",
    rule: "ownership/named-owners",
    edits: readiness("| @ana | #claims-oncall", "| @ai-coe | #claims-oncall"),
    finds: ["failed OWNERS-DENIED", "errored NEEDS-GITHUB"],
  },
  {
    name: "no way to escalate at night",
    rule: "ownership/named-owners",
    edits: readiness("| adjuster hotline, 7 to 22 h |", "| - |"),
    finds: ["failed OWNERS-ESCALATION-MISSING"],
  },
]);

rows("S0-10 · three signals, each logged, shown and alerted on", [
  ...["Model quality", "Infrastructure health", "Business outcome"].flatMap((signal) => {
    const line = (example[READINESS] ?? "")
      .split("\n")
      .find((one) => one.startsWith(`| ${signal} |`));
    const cells = (line ?? "").split("|").slice(1, -1);
    return ["Logging", "Dashboard", "Alerting"].map((column, index) => ({
      name: `${signal} without ${column}`,
      rule: "observability/signals",
      edits: readiness(
        line ?? "",
        `|${cells.map((cell, at) => (at === index + 1 ? " - " : cell)).join("|")}|`,
      ),
      finds: ["failed TABLE-CELL-MISSING"],
    }));
  }),
]);

rows("S0-12 · six KPIs and a business outcome", [
  ...[
    { kpi: "First-day triage", rule: "business-case/business-metric" },
    { kpi: "Accuracy", rule: "quality-pipeline/quality-metrics" },
    { kpi: "Refusal rate", rule: "quality-pipeline/quality-metrics" },
    { kpi: "Hallucination rate", rule: "quality-pipeline/quality-metrics" },
    { kpi: "Latency", rule: "observability/infrastructure-metrics" },
    { kpi: "Cost per call", rule: "observability/infrastructure-metrics" },
    { kpi: "Data quality", rule: "data/input-quality" },
  ].map(({ kpi, rule }) => ({
    name: `without ${kpi}`,
    rule,
    edits: readiness(`| ${kpi} |`, "| Something else |"),
    finds: ["failed METRICS-MISSING"],
  })),
  {
    name: "without an alert",
    rule: "quality-pipeline/quality-metrics",
    edits: readiness("| < 90 % in a daily run |", "| - |"),
    finds: ["failed METRICS-CELL-MISSING"],
  },
]);

rows("S0-07 · a cleaned extract has not passed", [
  ...[
    { source: "cleaned-extract", finds: ["failed VALUES-DIFFERENT"] },
    { source: "static-export", finds: ["failed VALUES-DIFFERENT"] },
    { source: "", finds: ["failed VALUES-MISSING"] },
    { source: "raw-extract", finds: [] },
  ].map(({ source, finds }) => ({
    name: `pilot_data_source: ${source}`,
    rule: "data/pilot-source",
    edits: readiness("pilot_data_source: live", `pilot_data_source: ${source}`),
    finds,
  })),
]);

rows("S0-06 · the audit comes before the pilot is called a success", [
  {
    name: "on the same day",
    rule: "data/audit-first",
    edits: readiness("data_audit: 2026-06-19", "data_audit: 2026-07-06"),
    finds: [],
  },
  {
    name: "a day later",
    rule: "data/audit-first",
    edits: readiness("data_audit: 2026-06-19", "data_audit: 2026-07-07"),
    finds: ["failed SCHEDULE-ORDER"],
  },
]);
