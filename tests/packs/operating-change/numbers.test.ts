import { caseFiles } from "../../support/example-repository.ts";
import { on, type Row, rowsOf, stepAfter } from "../rows.ts";

const ready = caseFiles("operating-change/ready");
const rows = rowsOf(ready);
const readiness = on("READINESS.md");
const plan = on("plan.yml");

rows("S2-01 · the pilot ran on live data", [
  {
    name: "on an export",
    rule: "pilot-proof/live-data",
    edits: readiness("pilot_data_source: live", "pilot_data_source: static-export"),
    finds: ["failed VALUES-DIFFERENT"],
  },
]);

rows("S2-08 · data has 40 to 60 % of the effort", [
  ...[
    { share: "0.39", finds: ["failed VALUES-RANGE"] },
    { share: "0.4", finds: [] },
    { share: "0.6", finds: [] },
    { share: "0.61", finds: ["failed VALUES-RANGE"] },
  ].map(({ share, finds }) => ({
    name: share,
    rule: "live-data/effort",
    edits: plan("data: 0.48", `data: ${share}`),
    finds,
  })),
]);

rows("S2-09 · one person owns it", [
  ...[
    { owner: "@emil", finds: [] },
    { owner: "@noor @emil", finds: ["failed OWNERS-SEVERAL"] },
    { owner: "@cedar-foods/finance", finds: ["failed OWNERS-KIND"] },
    { owner: "committee", finds: ["failed OWNERS-FORM"] },
  ].map(({ owner, finds }) => ({
    name: owner,
    rule: "ongoing-ownership/one-owner",
    edits: readiness("| System health | @noor |", `| System health | ${owner} |`),
    finds,
  })),
]);

const REVIEWS = "The first one is due a quarter after the first users.";

/** The service has had its first users on 5 May; the health was reviewed on the day given. */
function reviewed(day: string): Row["edits"] {
  return [
    ["READINESS.md", "limited_start: 2026-10-05", "limited_start: 2026-05-05"],
    ["READINESS.md", REVIEWS, `- ${day}: thresholds are kept`],
  ];
}

rows("S2-32 · a review each quarter, which has 92 days at most", [
  {
    name: "before the first users, none is due",
    rule: "ongoing-ownership/quarterly-review",
    finds: [],
  },
  {
    name: "92 days ago",
    rule: "ongoing-ownership/quarterly-review",
    edits: reviewed("2026-07-01") ?? [],
    finds: [],
  },
  {
    name: "93 days ago, within the grace",
    rule: "ongoing-ownership/quarterly-review",
    edits: reviewed("2026-06-30") ?? [],
    finds: ["warned SCHEDULE-LATE"],
  },
  {
    name: "107 days ago",
    rule: "ongoing-ownership/quarterly-review",
    edits: reviewed("2026-06-16") ?? [],
    finds: ["failed SCHEDULE-OVERDUE"],
  },
]);

rows("S2-24 · what users say is gathered each month, which has 31 days at most", [
  ...[
    { now: "2026-10-24T12:00:00Z", finds: [] },
    { now: "2026-10-25T12:00:00Z", finds: ["warned SCHEDULE-LATE"] },
    { now: "2026-11-01T12:00:00Z", finds: ["failed SCHEDULE-OVERDUE"] },
  ].map(({ now, finds }) => ({ name: now, rule: "affected-people/feedback", now, finds })),
]);

rows("S2-17 · the first slice", [
  ...[
    { share: "0.2", finds: [] },
    { share: "0.21", finds: ["failed VALUES-RANGE"] },
    { share: "1", finds: ["failed VALUES-RANGE"] },
  ].map(({ share, finds }) => ({
    name: `${share} of the use cases`,
    rule: "rollout/small-slice",
    edits: plan("share_of_use_cases: 0.18", `share_of_use_cases: ${share}`),
    finds,
  })),
  {
    name: "of little value",
    rule: "rollout/slice",
    edits: plan("value: high", "value: low"),
    finds: ["failed VALUES-DIFFERENT"],
  },
  {
    name: "of high risk",
    rule: "rollout/slice",
    edits: plan("risk: low", "risk: high"),
    finds: ["failed VALUES-DIFFERENT"],
  },
]);

const after = (before: string, landed: string, next: string, now: string) =>
  stepAfter({
    rule: "rollout/exposure",
    before,
    landed,
    next: ["stage: shadow\npercent: 0", next],
    measured: [
      ["71 %", "2026-09-25"],
      ["1.2 %", "2026-09-28"],
    ],
    now,
  });

const LANDED = "2026-10-01T12:00:00Z";

rows("S2-29, S2-30 · shadow mode, then a few users for four weeks", [
  {
    name: "a few users at once",
    rule: "rollout/exposure",
    edits: [["rollout.yml", "stage: shadow\npercent: 0", "stage: limited\npercent: 5"]],
    finds: ["failed ROLLOUT-SKIPPED"],
  },
  {
    name: "after 6 days in the shadow",
    ...after("stage: shadow\n", LANDED, "stage: limited\npercent: 20", "2026-10-07T12:00:00Z"),
    finds: ["pending ROLLOUT-SOAKING"],
  },
  {
    name: "after 7 days in the shadow",
    ...after("stage: shadow\n", LANDED, "stage: limited\npercent: 20", "2026-10-08T12:00:00Z"),
    finds: [],
  },
  {
    name: "21 % are no longer a few",
    ...after("stage: shadow\n", LANDED, "stage: limited\npercent: 21", "2026-10-08T12:00:00Z"),
    finds: ["failed ROLLOUT-OUT-OF-RANGE"],
  },
  {
    name: "more after 27 days",
    ...after(
      "stage: limited\npercent: 20\n",
      LANDED,
      "stage: broader\npercent: 50",
      "2026-10-28T12:00:00Z",
    ),
    finds: ["pending ROLLOUT-SOAKING"],
  },
  {
    name: "more after 28 days",
    ...after(
      "stage: limited\npercent: 20\n",
      LANDED,
      "stage: broader\npercent: 50",
      "2026-10-29T12:00:00Z",
    ),
    finds: [],
  },
]);

const phase = (name: string, from: string, to: string): Row["edits"] =>
  readiness(`${name}: ${from}`, `${name}: ${to}`);

rows("S2-27, S2-28, S2-30, S2-35 · the weeks and months of the plan", [
  ...[
    { rule: "data-weeks", name: "data_audit_end", from: "2026-09-06", to: "2026-09-07", code: "" },
    {
      rule: "data-weeks",
      name: "data_audit_end",
      from: "2026-09-06",
      to: "2026-09-08",
      code: "LONG",
    },
    {
      rule: "integration-weeks",
      name: "limited_start",
      from: "2026-10-05",
      to: "2026-10-05",
      code: "",
    },
    {
      rule: "integration-weeks",
      name: "limited_start",
      from: "2026-10-05",
      to: "2026-10-06",
      code: "LONG",
    },
    {
      rule: "limited-weeks",
      name: "broader_start",
      from: "2026-11-02",
      to: "2026-11-02",
      code: "",
    },
    {
      rule: "limited-weeks",
      name: "broader_start",
      from: "2026-11-02",
      to: "2026-11-01",
      code: "SHORT",
    },
    { rule: "whole", name: "stable", from: "2026-12-18", to: "2026-09-28", code: "" },
    { rule: "whole", name: "stable", from: "2026-12-18", to: "2026-09-27", code: "SHORT" },
    { rule: "whole", name: "stable", from: "2026-12-18", to: "2026-12-30", code: "" },
    { rule: "whole", name: "stable", from: "2026-12-18", to: "2026-12-31", code: "LONG" },
  ].map(({ rule, name, from, to, code }) => ({
    name: `${rule}: ${name} on ${to}`,
    rule: `rollout/${rule}`,
    edits: phase(name, from, to) ?? [],
    finds: code === "" ? [] : [`failed SCHEDULE-TOO-${code}`],
  })),
]);

rows("S2-12, S2-16, S2-21 · settled before launch", [
  ...[
    { rule: "workflow/failures-first", name: "failure_paths_designed", from: "2026-09-21" },
    { rule: "validation/thresholds-first", name: "thresholds_set", from: "2026-09-18" },
    { rule: "affected-people/cadence-first", name: "communication_planned", from: "2026-09-24" },
  ].map(({ rule, name, from }) => ({
    name,
    rule,
    edits: [
      ["READINESS.md", `${name}: ${from}`, `${name}: 2026-09-30`],
      ["READINESS.md", "limited_start: 2026-10-05", "limited_start: 2026-09-29"],
    ] as const,
    finds: ["failed SCHEDULE-ORDER"],
  })),
]);
