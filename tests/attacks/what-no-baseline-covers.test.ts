import { describe, expect, test } from "vitest";
import type { ChecksFact, FactAnswer, FactRequest } from "../../src/model/fact.ts";
import { commit } from "../support/pull-request.ts";
import { verdictOn } from "./judging.ts";

/** An entry knows what a finding is about and not how bad it is, so it may not be about just anything. */
const policy = (rule: string) => `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: data
    rules: [${rule}]
`;

const red: ChecksFact = {
  repository: "acme/shop",
  runs: [
    {
      name: "tests",
      app: "github-actions",
      workflow: null,
      workflowIsDefault: null,
      event: "push",
      repository: "acme/shop",
      headRepository: "acme/shop",
      commit: commit("a"),
      url: null,
      startedAt: 1,
      completedAt: 2,
      conclusion: "failure",
    },
  ],
};

interface Row {
  readonly what: string;
  readonly rule: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly facts?: readonly (readonly [FactRequest, FactAnswer])[];
  readonly entry: string;
}

const KPI = "| KPI | Minimum | Actual | Measured |\n|---|---|---|---|\n";
const ITEMS = "{id: a, type: checklist, items: [{id: audit}]}";
const rows: readonly Row[] = [
  {
    what: "a red run",
    rule: "{id: a, type: ci, check: tests, app: other-app}",
    facts: [
      [
        { kind: "checks", on: "head" },
        { ...red, runs: red.runs.map((run) => ({ ...run, app: "other-app" })) },
      ],
    ],
    entry: "CI-FAILED tests",
  },
  {
    what: "open blockers",
    rule: "{id: a, type: issues, labels: [blocker]}",
    facts: [
      [
        { kind: "issues", labels: ["blocker"] },
        { open: [{ number: 7, title: "Leak", labels: ["blocker"] }], unknownLabels: [] },
      ],
    ],
    entry: "ISSUES-OPEN blocker",
  },
  {
    what: "a decision to stop",
    rule: "{id: a, type: decision, of: launch}",
    files: {
      "decisions/1.md":
        '---\nof: launch\noutcome: stop\ndecided: 2026-09-01\ndecider: "@ana"\nactions: [{what: Close it, owner: "@ana", due: 2026-11-01}]\n---\n# Stop\n\n## Rationale\n\nNobody uses it at all.\n',
    },
    entry: "DECISION-AGAINST decisions/1.md",
  },
  {
    what: "two sections for one",
    rule: "{id: a, type: checklist, heading: Data, items: [{id: audit}]}",
    files: { "READINESS.md": "# R\n\n## Data\n\n- [ ] `audit` One\n\n## Data\n\nText\n" },
    entry: "SECTION-AMBIGUOUS Data",
  },
  {
    what: "two items for one",
    rule: ITEMS,
    files: { "READINESS.md": "# R\n\n- [ ] `audit` One\n- [ ] `audit` Two\n" },
    entry: "CHECKLIST-DUPLICATE audit",
  },
  {
    what: "a measurement of tomorrow",
    rule: "{id: a, type: metrics, require: [Accuracy], max_age: 30d}",
    files: { "READINESS.md": `# R\n\n${KPI}| Accuracy | >= 90 % | 95 % | 2026-11-01 |\n` },
    entry: "METRICS-FUTURE Accuracy",
  },
];

test.each(rows)("$what blocks although it is in the file", async ({ rule, entry, ...row }) => {
  const evidence = row.files ?? {};
  const { gates, decision } = await verdictOn({
    policy: policy(rule),
    evidence,
    base: evidence,
    facts: row.facts ?? [],
    baseline: { findings: [`data/a ${entry}`] },
  });
  const findings = gates.flatMap(({ rules }) => rules.flatMap((one) => one.findings));
  const blocking = findings.filter(({ outcome }) => outcome === "failed");
  expect(blocking.map(({ code, item }) => `${code} ${item}`)).toEqual([entry]);
  expect(decision).toBe("no-go");
});

describe("its last day", () => {
  test.each([
    { until: "2026-10-01", decision: "go", notes: ["BASELINE", "BASELINE-ENDS"] },
    { until: "2027-10-01", decision: "go", notes: ["BASELINE"] },
    { until: "2027-10-02", decision: "no-go", notes: ["BASELINE-TOO-LONG"] },
    { until: "9999-12-31", decision: "no-go", notes: ["BASELINE-TOO-LONG"] },
    { until: "2026-09-30", decision: "no-go", notes: ["BASELINE-OVER"] },
  ])("$until: $decision", async ({ until, decision, notes }) => {
    const evidence = { "READINESS.md": "# R\n\n- [ ] `audit` One\n" };
    const verdict = await verdictOn({
      policy: policy(ITEMS),
      evidence,
      base: evidence,
      baseline: { findings: ["data/a CHECKLIST-UNTICKED audit"], until },
    });
    expect(verdict.decision).toBe(decision);
    expect(verdict.notes.map(({ code }) => code)).toEqual(notes);
  });
});
