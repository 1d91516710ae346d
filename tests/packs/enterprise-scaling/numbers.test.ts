import { caseFiles } from "../../support/example-repository.ts";
import { on, type Row, rowsOf } from "../rows.ts";

const rows = rowsOf(caseFiles("enterprise-scaling/ready"));
const readiness = on("READINESS.md");

/** What the newest version has in the registry. */
const REGISTRY: Readonly<Record<string, string>> = {
  training_data: "training_data: scans and deliveries from January 2025 to July 2026",
  metrics: "metrics: runs/2026-09-14",
  deployment: "deployment: serving.yml at tag v1.4.0",
  rollback: "rollback: v1.3.2",
};

rows("S3-02 · users tested it in realistic conditions", [
  ...["in a workshop", "demo"].map((conditions) => ({
    name: conditions,
    rule: "readiness/user-validation",
    edits: readiness(
      "| Drivers of the depot in Lund | realistic |",
      `| Drivers of the depot in Lund | ${conditions} |`,
    ),
    finds: ["failed TABLE-CELL-VALUE"],
  })),
]);

rows("S3-06 · the owner may be a team or a person", [
  ...[
    { owner: "@otto", finds: [] },
    { owner: "@meridian-parcel/routing", finds: [] },
    { owner: "the routing people", finds: ["failed OWNERS-FORM"] },
  ].map(({ owner, finds }) => ({
    name: owner,
    rule: "readiness/owners",
    edits: readiness(
      "| Production system | @meridian-parcel/routing |",
      `| Production system | ${owner} |`,
    ),
    finds,
  })),
]);

rows("S3-09 · 6 to 12 months for infrastructure", [
  ...[
    { months: "5", finds: ["failed VALUES-RANGE"] },
    { months: "6", finds: [] },
    { months: "12", finds: [] },
    { months: "13", finds: ["failed VALUES-RANGE"] },
  ].map(({ months, finds }) => ({
    name: `${months} months`,
    rule: "readiness/engineering-time",
    edits: on("budget.yml")("months: 7", `months: ${months}`),
    finds,
  })),
]);

rows("S3-16, S3-18 · it scales out and restarts", [
  {
    name: "one instance",
    rule: "infrastructure/serving",
    edits: on("serving.yml")("min: 3", "min: 1"),
    finds: ["failed VALUES-RANGE"],
  },
  {
    name: "two instances",
    rule: "infrastructure/serving",
    edits: on("serving.yml")("min: 3", "min: 2"),
    finds: [],
  },
  {
    name: "restarted by hand",
    rule: "infrastructure/serving",
    edits: on("serving.yml")("restart_on_failure: true", "restart_on_failure: false"),
    finds: ["failed VALUES-DIFFERENT"],
  },
]);

rows("S3-20 · five stages of a pipeline", [
  ...["Ingestion", "Validation", "Transformation", "Storage", "Delivery"].map((stage) => ({
    name: `without ${stage}`,
    rule: "pipelines/stages",
    edits: readiness(`| ${stage} |`, "| Something else |"),
    finds: ["failed TABLE-ROW-MISSING"],
  })),
]);

rows("S3-22 · what the registry has of a version", [
  ...["training_data", "metrics", "deployment", "rollback"].map((key) => ({
    name: `without ${key}`,
    rule: "models/registry",
    edits: on("models/registry.yml")(
      REGISTRY[key] ?? "",
      (REGISTRY[key] ?? "").replace(key, `no_${key}`),
    ),
    finds: ["failed VALUES-MISSING"],
  })),
]);

rows("S3-29 · what sets off retraining", [
  ...[
    { trigger: "degradation", finds: [] },
    { trigger: "schedule", finds: [] },
    { trigger: "somebody asks", finds: ["failed VALUES-DIFFERENT"] },
  ].map(({ trigger, finds }) => ({
    name: trigger,
    rule: "models/retraining",
    edits: on("models/training.yml")("trigger: drift", `trigger: ${trigger}`),
    finds,
  })),
]);

rows("S3-30 · a candidate is no worse than what is in production", [
  {
    name: "as good",
    rule: "models/candidate-metrics",
    edits: readiness("| 88.2 %", "| 86.0 %"),
    finds: [],
  },
  {
    name: "a tenth of a point worse",
    rule: "models/candidate-metrics",
    edits: readiness("| 88.2 %", "| 85.9 %"),
    finds: ["failed METRICS-REGRESSION"],
  },
]);

rows("S3-34 · back within 15 minutes", [
  ...[
    { time: "15 min", finds: [] },
    { time: "16 min", finds: ["failed METRICS-BELOW-MINIMUM"] },
  ].map(({ time, finds }) => ({
    name: time,
    rule: "models/rollback-time",
    edits: readiness("| <= 15 min | 4 min |", `| <= 15 min | ${time} |`),
    finds,
  })),
]);

const METRICS: Readonly<Record<string, readonly string[]>> = {
  technical: [
    "Availability",
    "Latency",
    "Throughput",
    "Error rate",
    "Accuracy",
    "Precision",
    "Recall",
  ],
  operational: [
    "Incidents",
    "Severe incidents",
    "Time to resolution",
    "Retrainings",
    "Retraining success",
    "Cost efficiency",
  ],
  adoption: ["Active users", "Usage frequency", "Features used", "Satisfaction", "Support tickets"],
  business: [
    "Target KPI",
    "Return on investment",
    "Time saved",
    "Cost reduced",
    "Revenue influenced",
  ],
};

for (const [rule, names] of Object.entries(METRICS)) {
  rows(`S3-45 to S3-48 · ${names.length} ${rule} metrics`, [
    ...names.map((name) => ({
      name: `without ${name}`,
      rule: `monitoring/${rule}`,
      edits: readiness(`| ${name} |`, `| Not ${name.toLowerCase()} |`),
      finds: ["failed METRICS-MISSING"],
    })),
  ]);
}

rows("S3-31 · a canary first", [
  ...[
    { step: "stage: canary\npercent: 11", finds: ["failed ROLLOUT-OUT-OF-RANGE"] },
    { step: "stage: canary\npercent: 1", finds: [] },
    { step: "stage: everybody", finds: ["failed ROLLOUT-SKIPPED"] },
  ].map(({ step, finds }) => ({
    name: step.replaceAll("\n", ", "),
    rule: "model-launch/exposure",
    edits: on("rollout.yml")("stage: canary\npercent: 10", step),
    finds,
  })),
]);

/** The service was launched on 1 August; a review was held on the day given. */
function reviewed(day: string): Row["edits"] {
  return [
    ["READINESS.md", "launch: 2026-10-05", "launch: 2026-08-01"],
    ["READINESS.md", "The first one is held on 4 November.", `- ${day}: numbers are kept`],
  ];
}

rows("S3-49 · a review every month, which has 31 days at most", [
  { name: "before launch, none is due", rule: "reviews/monthly", finds: [] },
  { name: "31 days ago", rule: "reviews/monthly", edits: reviewed("2026-08-31") ?? [], finds: [] },
  {
    name: "32 days ago, within the grace",
    rule: "reviews/monthly",
    edits: reviewed("2026-08-30") ?? [],
    finds: ["warned SCHEDULE-LATE"],
  },
  {
    name: "39 days ago",
    rule: "reviews/monthly",
    edits: reviewed("2026-08-23") ?? [],
    finds: ["failed SCHEDULE-OVERDUE"],
  },
  {
    name: "planned later than a month after launch",
    rule: "model-launch/first-review",
    edits: readiness("first_review: 2026-11-04", "first_review: 2026-11-06"),
    finds: ["failed SCHEDULE-TOO-LONG"],
  },
]);
