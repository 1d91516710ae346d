import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { judge } from "../../src/guard.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";
import { loadWaivers } from "../../src/policy/load-waivers.ts";
import { renderJson } from "../../src/render/json.ts";
import { parseFactsFile } from "../../src/worktree/facts/facts-file.ts";
import { recordedFacts } from "../../src/worktree/recorded-facts.ts";
import { MemorySource } from "../support/memory-source.ts";

vi.setConfig({ testTimeout: 600_000 });

/**
 * Ten thousand cases in all. What breaks parsers is put in on purpose: every text is one that
 * almost works, with pieces cut, doubled, moved or replaced by hostile ones.
 */
const CASES = { documents: 4000, policies: 3500, facts: 2500 };

const LONGEST = 16 * 1024;

const HOSTILE = [
  "\u0000",
  "\u202e",
  "\u200b",
  "\ufeff",
  "\ud800",
  "\r",
  "\r\n",
  "\t",
  "```",
  "~~~",
  "<!--",
  "-->",
  "<details>",
  "[^1]:",
  "> > > ",
  "- - - ",
  "[[[[",
  "![](",
  "|||",
  "| --- |",
  "---",
  "***",
  "&amp;",
  "\\",
  "&a ",
  "*a ",
  "!!js/function",
  "<<: ",
  "? ",
  "__proto__",
  "constructor",
  "99999999999999999999",
  "0x1F",
  "1e999",
  "-0",
  "NaN",
  "2026-02-30",
  "{{",
  "}}",
  "'",
  '"',
  "@",
  "#",
];

function mangled(text: string): fc.Arbitrary<string> {
  const position = fc.nat({ max: text.length });
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ maxLength: 20, unit: "binary" }),
    fc
      .tuple(fc.constantFrom(...HOSTILE), fc.integer({ min: 2, max: 60 }))
      .map(([part, count]) => part.repeat(count)),
  );
  const edit = fc.oneof(
    fc.record({ at: position, length: fc.nat({ max: 80 }), put: fc.constant("") }),
    fc.record({ at: position, length: fc.nat({ max: 8 }), put: piece }),
    fc.record({
      at: position,
      length: fc.constant(0),
      put: position.map((from) => text.slice(from, from + 60)),
    }),
  );
  return fc
    .array(edit, { minLength: 1, maxLength: 5 })
    .map((edits) =>
      edits
        .reduce(
          (left, { at, length, put }) => left.slice(0, at) + put + left.slice(at + length),
          text,
        )
        .slice(0, LONGEST),
    );
}

const POLICY = `version: 1
mode: enforce
enforce_from: 2026-12-01
stages:
  - {id: production, branches: [production, "release/*"], paths: ["**"]}
fields: {tier: A, risk: high}
gates:
  - id: data
    title: Data
    heading: Data
    require: {at_least: 1}
    rules:
      - {id: parity, type: checklist, max_age: 90d, items: [{id: data.parity, require: [owner, evidence, reviewed]}]}
      - {id: kpis, type: metrics, heading: KPIs, require: [Accuracy], levels: [minimum, target]}
      - {id: phases, type: schedule, sequence: [phases.start, phases.end], when: {tier: [A, B]}}
  - id: people
    depends_on: [data]
    heading: Owners
    rules:
      - {id: named, type: owners, roles: [Quality, {role: Cost, aliases: [Budget], deny: [ai-coe]}], individual: true}
      - {id: approved, type: sign-off, roles: [managers], asks: managers}
      - {id: record, type: decision, of: launch, severity: warn, remedy: "ask the managers"}
roles:
  managers: {users: [ana], teams: [acme/managers], permission: admin}
waivers: {approvers: [managers], max_days: 30}
freeze: [{from: 2026-12-20, to: 2027-01-03, reason: year end}]
`;

const READINESS = `---
service: claims
phases: {start: 2026-05-04, end: 2026-06-22}
last_reviewed: 2026-09-18
---
# Ready

## Data
Owner: @ana · Reviewed: 2026-09-10

- [x] \`data.parity\` Same quality as the pilot · [audit](docs/audit.md)
  - Done when: 14 days without a fix
  - [ ] nested
- [ ] <!-- id: data.other --> Other · #12
  - N/A: this does not apply to us yet

## KPIs
| KPI | Layer | Baseline | Minimum | Target | Actual | Measured | n |
|---|---|---|---|---|---|---|---|
| Accuracy | model | 81 % | >= 90 % | >= 93 % | 94.1 % | 2026-09-12 | 1200 |

## Owners
| Role | Owner | Backup |
|---|---|---|
| Quality | @ana | @raj |
| Cost | @acme/finance | - |
`;

const FACTS = JSON.stringify({
  schemaVersion: 1,
  recorded_at: "2026-10-01T11:00:00Z",
  repository: "acme/claims",
  accounts: { ana: { state: "user", access: "admin" }, raj: { state: "user", access: "write" } },
  teams: { "acme/finance": { state: "team", members: ["raj"], access: "write" } },
  pull_request: {
    number: 7,
    head: "a".repeat(40),
    opened_at: "2026-09-30T08:00:00Z",
    authors: ["raj"],
    reviews: [
      {
        author: "ana",
        state: "approved",
        commit: "a".repeat(40),
        submitted_at: "2026-10-01T09:00:00Z",
      },
    ],
  },
});

const RECORD =
  '---\nof: launch\noutcome: go\ndecider: "@ana"\ndecided: 2026-09-30\n---\n## Rationale\nIt works.\n';

function load(text: string) {
  const repository = { name: "policy.yml", text };
  const packs = { ids: [], read: () => null };
  return loadPolicy({ repository, organization: null, packs, repositoryName: "acme/claims" });
}

const wellFormed = parseFactsFile("facts.json", FACTS);

function judged(
  policy: Policy,
  readiness: string,
  facts: string,
  base = READINESS,
): Promise<Verdict> {
  const parsed = facts === FACTS ? wellFormed : parseFactsFile("facts.json", facts);
  const files = new MemorySource({
    evidence: { "READINESS.md": readiness, "docs/audit.md": "# Audit\n", "decisions/a.md": RECORD },
    base: { "READINESS.md": base },
  });
  const github = parsed.state === "valid" ? recordedFacts(parsed.facts) : null;
  const isFile = (kind: string) =>
    ["file", "files", "folders", "history", "changes"].includes(kind);
  return judge({
    policy,
    waivers: [],
    notes: [],
    origin: { ref: "test", sha: null, files: ["policy.yml"] },
    source: {
      read: async (requests) =>
        (
          await Promise.all(
            requests.map((request) =>
              (github === null || isFile(request.kind) ? files : github).read([request]),
            ),
          )
        ).flat(),
    },
    now: Date.parse("2026-10-01T12:00:00Z"),
    stage: policy.stages[0]?.id ?? "",
    services: null,
    local: false,
    commit: null,
  });
}

/** A verdict was reached, it can be written down, and no rule type broke on the way. */
function expectSound(verdict: Verdict): void {
  const codes = verdict.gates.flatMap(({ rules }) =>
    rules.flatMap(({ findings }) => findings.map(({ code }) => code)),
  );
  expect(codes).not.toContain("RULE-DEFECT");
  expect(JSON.parse(renderJson(verdict)).decision).toBe(verdict.decision);
}

const loaded = load(POLICY);
if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems, null, 2));
const { policy } = loaded;

test("what is mangled below is sound to begin with", async () => {
  const verdict = await judged(policy, READINESS, FACTS);
  expectSound(verdict);
  expect(verdict.gates.map(({ outcome }) => outcome)).not.toContain("errored");
});

test(`${CASES.documents} mangled documents give findings`, async () => {
  await fc.assert(
    fc.asyncProperty(mangled(READINESS), async (readiness) => {
      expectSound(await judged(policy, readiness, FACTS));
    }),
    { numRuns: CASES.documents },
  );
});

test(`${CASES.policies} mangled policies give problems or a verdict`, async () => {
  await fc.assert(
    fc.asyncProperty(mangled(POLICY), async (text) => {
      const result = load(text);
      if (result.state === "valid") expectSound(await judged(result.policy, READINESS, FACTS));
      else expect(result.problems.length).toBeGreaterThan(0);
      const lines = text.split(/\r\n|\r|\n/);
      for (const { at, code } of result.state === "invalid" ? result.problems : []) {
        expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(at.line).toBeGreaterThanOrEqual(1);
        expect(at.line).toBeLessThanOrEqual(lines.length);
        expect(at.column).toBeGreaterThanOrEqual(1);
      }
      loadWaivers({ name: "waivers.yml", text });
    }),
    { numRuns: CASES.policies },
  );
});

test(`${CASES.facts} mangled facts files give problems or a verdict`, async () => {
  await fc.assert(
    fc.asyncProperty(mangled(FACTS), async (facts) => {
      expectSound(await judged(policy, READINESS, facts));
    }),
    { numRuns: CASES.facts },
  );
});
