import { describe, expect, test } from "vitest";
import { codesOf, verdictOn } from "./judging.ts";

/** What is mended on base and breaks again is no debt of the first day, whatever the file still has. */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: data
    heading: Data
    rules:
      - {id: done, type: checklist, items: [{id: audit}, {id: alarm}]}
      - {id: kpis, type: metrics, heading: KPIs, require: [Accuracy]}
`;

const document = (items: string, kpi = "| Accuracy | >= 90 % | 95 % |") =>
  `# Ready\n\n## Data\n\n${items}\n\n## KPIs\n\n| KPI | Minimum | Actual |\n|---|---|---|\n${kpi}\n`;
const line = (box: string, id: string) => `- [${box}] \`${id}\` It is done`;

const DONE = document(`${line("x", "audit")}\n${line("x", "alarm")}`);
const AUDIT_OPEN = document(`${line(" ", "audit")}\n${line("x", "alarm")}`);
const ALARM_OPEN = document(`${line("x", "audit")}\n${line(" ", "alarm")}`);
const BOTH_OPEN = document(`${line(" ", "audit")}\n${line(" ", "alarm")}`);
const ALARM_GONE = document(line("x", "audit"));
const LOW = document(
  `${line("x", "audit")}\n${line("x", "alarm")}`,
  "| Accuracy | >= 90 % | 80 % |",
);

const FIRST_DAY = [
  "data/done READINESS-MISSING READINESS.md",
  "data/done SECTION-MISSING Data",
  "data/done CHECKLIST-UNTICKED audit",
  "data/done CHECKLIST-UNTICKED alarm",
  "data/done CHECKLIST-DELETED alarm",
  "data/kpis READINESS-MISSING READINESS.md",
  "data/kpis METRICS-BELOW-MINIMUM Accuracy",
];

const decided = async (base: string | null, evidence: string | null) => {
  const { decision } = await verdictOn({
    policy: POLICY,
    evidence: evidence === null ? {} : { "READINESS.md": evidence },
    base: base === null ? {} : { "READINESS.md": base },
    baseline: { findings: FIRST_DAY },
  });
  return decision;
};

describe("what is as it was on base warns", () => {
  test.each([
    { what: "an item that is open there", base: AUDIT_OPEN, evidence: AUDIT_OPEN },
    { what: "an item that is not there", base: ALARM_GONE, evidence: ALARM_GONE },
    { what: "a KPI that is low there", base: LOW, evidence: LOW },
    { what: "no document there either", base: null, evidence: null },
    { what: "an open item where base has no document yet", base: null, evidence: BOTH_OPEN },
    { what: "an open item that base lacks", base: ALARM_GONE, evidence: ALARM_OPEN },
    { what: "one of two that were mended", base: BOTH_OPEN, evidence: AUDIT_OPEN },
  ])("$what", async ({ base, evidence }) => {
    expect(await decided(base, evidence)).toBe("go");
  });
});

describe("what base has mended blocks when it comes back", () => {
  test.each([
    { what: "an item is unticked", base: DONE, evidence: AUDIT_OPEN },
    { what: "another one is unticked", base: ALARM_OPEN, evidence: BOTH_OPEN },
    { what: "an item is taken out", base: DONE, evidence: ALARM_GONE },
    { what: "an open item is taken out", base: ALARM_OPEN, evidence: ALARM_GONE },
    { what: "a heading is taken out", base: DONE, evidence: DONE.replace("## Data\n", "") },
    { what: "the document is deleted", base: DONE, evidence: null },
    { what: "a document with open items is deleted", base: BOTH_OPEN, evidence: null },
    { what: "a KPI falls", base: DONE, evidence: LOW },
  ])("$what", async ({ base, evidence }) => {
    expect(await decided(base, evidence)).toBe("no-go");
  });
});

test("what the file has and base has mended is not counted as covered", async () => {
  const { notes } = await verdictOn({
    policy: POLICY,
    evidence: { "READINESS.md": BOTH_OPEN },
    base: { "READINESS.md": ALARM_OPEN },
    baseline: { findings: FIRST_DAY },
  });
  const said = notes.filter(({ code }) => code === "BASELINE").map(({ message }) => message);
  expect(said).toEqual([expect.stringMatching(/^1 finding warns/)]);
});

test("a base that could not be read softens nothing", async () => {
  const verdict = await verdictOn({
    policy: POLICY,
    evidence: { "READINESS.md": AUDIT_OPEN },
    facts: [
      [
        { kind: "file", path: "READINESS.md", revision: "base" },
        { state: "missing", reason: "timed-out", detail: "GitHub did not answer" } as never,
      ],
    ],
    baseline: { findings: FIRST_DAY },
  });
  expect(verdict.decision).toBe("no-go");
  expect(codesOf(verdict)).toContain("data/done CHECKLIST-UNTICKED");
  expect(verdict.gates[0]?.rules[0]?.outcome).toBe("failed");
});
