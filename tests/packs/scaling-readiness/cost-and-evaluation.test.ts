import { on } from "../rows.ts";
import { rows } from "./example.ts";

const budget = on("budget.yml");
const evaluation = on("eval.yml");
const validation = on("evidence/log-validation.yml");

rows("S0-22 · cost alerts at 70 and 90 % of the monthly budget", [
  { name: "both", rule: "cost/alerts", finds: [] },
  ...[
    { alerts: "[90]", finds: ["failed VALUES-LACKS"] },
    { alerts: "[70]", finds: ["failed VALUES-LACKS"] },
    { alerts: "[69, 90]", finds: ["failed VALUES-LACKS"] },
    { alerts: "[0.7, 0.9]", finds: ["failed VALUES-LACKS"] },
    { alerts: '["70", "90"]', finds: ["failed VALUES-LACKS"] },
    { alerts: "90", finds: ["failed VALUES-TYPE"] },
    { alerts: "[90, 70, 100]", finds: [] },
  ].map(({ alerts, finds }) => ({
    name: `alerts: ${alerts}`,
    rule: "cost/alerts",
    edits: budget("[70, 90]", alerts),
    finds,
  })),
  {
    name: "rung nowhere",
    rule: "cost/alerts",
    edits: budget('alert_channel: "#claims-oncall"\n', ""),
    finds: ["failed VALUES-MISSING"],
  },
]);

rows("S0-21 · hard caps per user, per feature and per day", [
  ...["per_user: 1.50", "per_feature: 180", "per_day: 260"].flatMap((cap) => [
    {
      name: `${cap} is gone`,
      rule: "cost/caps",
      edits: budget(`  ${cap}`, "  other: 1"),
      finds: ["failed VALUES-MISSING"],
    },
    {
      name: `${cap} is nothing`,
      rule: "cost/caps",
      edits: budget(cap, `${cap.split(":")[0]}: 0`),
      finds: ["failed VALUES-RANGE"],
    },
  ]),
]);

rows("S0-18, S0-19 · a daily evaluation of 1 to 5 % of the calls", [
  ...[
    { rate: "0.01", finds: [] },
    { rate: "0.05", finds: [] },
    { rate: "0.009", finds: ["failed VALUES-RANGE"] },
    { rate: "0.051", finds: ["failed VALUES-RANGE"] },
    { rate: "3", finds: ["failed VALUES-RANGE"] },
    { rate: "3 %", finds: ["failed VALUES-TYPE"] },
  ].map(({ rate, finds }) => ({
    name: `sample_rate: ${rate}`,
    rule: "quality-pipeline/daily-evaluation",
    edits: evaluation("sample_rate: 0.03", `sample_rate: ${rate}`),
    finds,
  })),
  {
    name: "weekly",
    rule: "quality-pipeline/daily-evaluation",
    edits: evaluation("schedule: daily", "schedule: weekly"),
    finds: ["failed VALUES-DIFFERENT"],
  },
  ...[
    { now: "2026-10-03T03:33:59Z", finds: [] },
    { now: "2026-10-03T03:34:00Z", finds: ["failed CI-STALE"] },
  ].map(({ now, finds }) => ({
    name: `the newest run at ${now}`,
    rule: "quality-pipeline/daily-run",
    now,
    finds,
  })),
]);

rows("S0-20, S0-37 · thresholds, results, and the pilot as baseline", [
  ...["results: ops/dashboards/model-quality.json", "alert: ops/alerts.yml"].map((line) => ({
    name: `without ${line}`,
    rule: "quality-pipeline/daily-evaluation",
    edits: evaluation(`${line}\n`, ""),
    finds: ["failed VALUES-MISSING"],
  })),
  {
    name: "a baseline of something else",
    rule: "quality-pipeline/pilot-baseline",
    edits: evaluation("source: pilot-outputs", "source: test-set"),
    finds: ["failed VALUES-DIFFERENT"],
  },
]);

rows("S0-41 · every call is logged with tokens, latency and output", [
  {
    name: "one in a thousand is not",
    rule: "observability/log-validation",
    edits: validation("share_logged: 100", "share_logged: 99.9"),
    finds: ["failed VALUES-RANGE"],
  },
  ...["tokens: 1312, ", "latency_ms: 1840, "].map((field) => ({
    name: `without ${field}`,
    rule: "observability/log-validation",
    edits: validation(field, ""),
    finds: ["failed VALUES-MISSING"],
  })),
]);
