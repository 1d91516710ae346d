import { describe, expect, test } from "vitest";
import type { Baseline } from "../../src/model/baseline.ts";
import type { IsoDate } from "../../src/model/iso-date.ts";
import { loadWaivers } from "../../src/policy/load-waivers.ts";
import { judgeFiles } from "../support/example-repository.ts";

const AT = { file: "policy.yml", line: 1, column: 1 };
const facts = (more: object) => ({
  schemaVersion: 1,
  recorded_at: "2026-10-01T11:58:00Z",
  repository: "acme/shop",
  ...more,
});
const FACTS = JSON.stringify(facts({}));

/** A policy of one gate with these rules, each in a line. */
function policyOf(...rules: readonly string[]): string {
  const lines = rules.map((rule) => `      - ${rule}`).join("\n");
  return `version: 1
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [mira]}}
waivers: {approvers: [leads], max_days: 60}
gates:
  - id: data
    heading: Data
    rules:
${lines}
`;
}

const REVIEWED =
  "{id: parity, type: checklist, max_age: 40d, items: [{id: data.parity, require: [reviewed]}]}";
const METRICS = "{id: numbers, type: metrics, heading: KPIs, require: [Accuracy], max_age: 30d}";

const DOCUMENT = `# Ready

## Data
Owner: @ana

- [x] \`data.parity\` Same quality as the pilot
  - Reviewed: 2026-09-21

## KPIs

Owner: @raj

| KPI | Minimum | Actual | Measured |
|---|---|---|---|
| Accuracy | >= 90 % | 94 % | 2026-09-25 |
`;

async function expiryOf(
  rules: readonly string[],
  text = DOCUMENT,
  input: Parameters<typeof judgeFiles>[0]["input"] = {},
) {
  const { expiry } = await judgeFiles({
    evidence: { "READINESS.md": text, "facts.json": FACTS },
    policy: policyOf(...rules),
    input,
  });
  if (expiry === null) return null;
  const { when, at, who, rule, problem } = expiry;
  return { when: new Date(when).toISOString(), line: at?.line, who, rule, problem };
}

describe("what is the first to expire", () => {
  test("is told with the moment it is found, its place and its owner", async () => {
    expect(await expiryOf([METRICS])).toEqual({
      when: "2026-10-26T00:00:00.000Z",
      line: 15,
      who: "@raj",
      rule: "numbers",
      problem: "`Accuracy` was measured 31 days ago, on 2026-09-25; the limit is 30 days",
    });
  });

  test("is the earliest of all rules", async () => {
    expect(await expiryOf([REVIEWED, METRICS])).toMatchObject({ rule: "numbers" });
    const young = DOCUMENT.replace("2026-09-25", "2026-09-30").replace("2026-09-21", "2026-09-01");
    expect(await expiryOf([METRICS, REVIEWED], young)).toMatchObject({
      rule: "parity",
      who: "@ana",
    });
  });

  test("is not what only begins to warn", async () => {
    // 40 days warn, a quarter more fail.
    expect(await expiryOf([REVIEWED])).toMatchObject({ when: "2026-11-11T00:00:00.000Z" });
  });

  test.each([
    { name: "a rule that only warns", rules: [METRICS.replace("}", ", severity: warn}")] },
    { name: "what knows no age", rules: [METRICS.replace(", max_age: 30d", "")] },
    {
      name: "what does not hold today",
      rules: [METRICS],
      text: DOCUMENT.replace("94 %", "12 %"),
    },
    {
      name: "what was too old already",
      rules: [METRICS],
      text: DOCUMENT.replace("2026-09-25", "2026-01-25"),
    },
    {
      name: "what is not enforced yet",
      rules: [METRICS.replace("}", ", enforce_from: 2027-01-01}")],
    },
  ])("is not $name", async ({ rules, text }) => {
    expect(await expiryOf(rules, text)).toBeNull();
  });

  test("names the owner of the item before the role the policy asks, and that before the section's", async () => {
    const asked = METRICS.replace("}", ", asks: leads}");
    expect(await expiryOf([asked])).toMatchObject({ who: "leads" });
    const own = DOCUMENT.replace("  - Reviewed", "  - Owner: @kim\n  - Reviewed");
    expect(
      await expiryOf([REVIEWED.replace(", items", ", asks: leads, items")], own),
    ).toMatchObject({ who: "@kim" });
  });
});

describe("what passes on leave", () => {
  const failing = DOCUMENT.replace("[x]", "[ ]");
  const checklist = "{id: parity, type: checklist, waivable: true, items: [{id: data.parity}]}";

  test("expires with its waiver", async () => {
    const text =
      "- {gate: data, rule: parity, reason: CRM cache, until: 2026-10-26, approved_in: 441}\n";
    const { waivers } = loadWaivers({ name: "waivers.yml", text });
    const merged = {
      state: "merged",
      author: "ana",
      merged_at: "2026-09-28T08:00:00Z",
      approved_by: ["mira"],
      waivers: text,
    };
    const accounts = { mira: { state: "user", access: "write" } };
    const recorded = facts({ accounts, merged_pulls: { 441: merged } });
    const { expiry, decision } = await judgeFiles({
      evidence: { "READINESS.md": failing, "facts.json": JSON.stringify(recorded) },
      policy: policyOf(checklist),
      input: { waivers },
    });
    expect(decision).toBe("conditional-go");
    expect(expiry).toMatchObject({
      when: Date.parse("2026-10-27T00:00:00Z"),
      who: "@ana",
      rule: "parity",
    });
    expect(expiry?.problem).toMatch(/^the waiver ends on 2026-10-26: `data\.parity` is not ticked/);
  });

  test("expires with the baseline, and is for whoever sees to that", async () => {
    const entry = { gate: "data", rule: "parity", service: null, item: "data.parity", at: AT };
    const findings = [{ ...entry, code: "CHECKLIST-UNTICKED" }];
    const baseline: Baseline = { owner: "@lena", until: "2026-12-31" as IsoDate, findings, at: AT };
    expect(await expiryOf([checklist], failing, { baseline })).toMatchObject({
      when: "2027-01-01T00:00:00.000Z",
      who: "@lena",
      problem: expect.stringMatching(/^the baseline ends on 2026-12-31: `data\.parity` is not/),
    });
  });
});
