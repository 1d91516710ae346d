import { describe, expect, test } from "vitest";
import { type JudgeInput, judge, withoutVerdict } from "../src/guard.ts";
import { type FactRequest, missing } from "../src/model/fact.ts";
import type { Verdict } from "../src/model/verdict.ts";
import { loadPolicy } from "../src/policy/load-policy.ts";
import { MemorySource } from "./support/memory-source.ts";

const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: data
    heading: Data
    rules: [{id: parity, type: checklist, items: [{id: data.parity}]}]
  - id: people
    heading: Owners
    rules: [{id: named, type: owners, roles: [Quality], individual: true}]
`;

const READY = `# Ready

## Data
- [x] \`data.parity\` Same quality as the pilot

## Owners
| Role | Owner |
|---|---|
| Quality | @ana |
`;

const OPEN = READY.replace("[x]", "[ ]");

const ANA: FactRequest<"account"> = { kind: "account", login: "ana" };

interface Given {
  readonly policy?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** `new <- old` for a path that moved; all paths count as changed unless given. */
  readonly changed?: readonly string[];
  readonly connected?: boolean;
  readonly input?: Partial<JudgeInput>;
}

async function verdictOf(given: Given): Promise<Verdict> {
  const source = new MemorySource({
    evidence: given.files ?? { "READINESS.md": READY },
    base: {},
  });
  if (given.connected !== false) source.with(ANA, { state: "user", access: "write" });
  if (given.changed !== undefined) {
    const changes = given.changed.map((text) => {
      const [path = "", previous = null] = text.split(" <- ");
      return { path, previous };
    });
    source.with({ kind: "changes" }, changes);
  }
  const repository = { name: "policy.yml", text: given.policy ?? POLICY };
  const packs = { ids: [], read: () => null };
  const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
  if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems, null, 2));
  return judge({
    policy: loaded.policy,
    waivers: [],
    notes: [],
    origin: { ref: "test", sha: null, files: ["policy.yml"] },
    source,
    now: Date.parse("2026-10-01T12:00:00Z"),
    stage: "production",
    services: null,
    local: false,
    commit: null,
    ...given.input,
  });
}

const gatesOf = (verdict: Verdict) =>
  verdict.gates.map(
    ({ id, service, outcome }) => `${service === null ? "" : `${service}/`}${id} ${outcome}`,
  );

const codesOf = (verdict: Verdict) => verdict.notes.map(({ code }) => code);

describe("a repository that is one service", () => {
  test("may go when its gates pass", async () => {
    const verdict = await verdictOf({});
    expect(verdict.decision).toBe("go");
    expect(gatesOf(verdict)).toEqual(["data passed", "people passed"]);
    expect(verdict.next).toEqual([]);
  });

  test("may not when one fails, and is told the step that is left", async () => {
    const verdict = await verdictOf({ files: { "READINESS.md": OPEN } });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.next).toMatchObject([{ gate: "data", rule: "parity", who: null }]);
  });

  test("may not without a readiness document", async () => {
    const verdict = await verdictOf({ files: {} });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.gates[0]?.rules[0]?.findings).toMatchObject([
      { code: "READINESS-MISSING", at: { file: "READINESS.md", line: 1 } },
    ]);
  });

  test("is judged by nothing where nothing changed", async () => {
    const verdict = await verdictOf({ changed: [], files: {} });
    expect(verdict.decision).toBe("go");
    expect(gatesOf(verdict)).toEqual([]);
    expect(codesOf(verdict)).toEqual(["NO-GATES-APPLY"]);
  });

  test("has no such stage", async () => {
    await expect(verdictOf({ input: { stage: "prod" } })).rejects.toThrow(RangeError);
  });
});

describe("without a connection to GitHub", () => {
  test("what needs it is errored", async () => {
    const verdict = await verdictOf({ connected: false });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.gates[1]?.rules[0]?.findings).toMatchObject([
      { code: "NEEDS-GITHUB", outcome: "errored" },
    ]);
  });

  test("and with `local`, it is left out and the decision stays open", async () => {
    const verdict = await verdictOf({ connected: false, input: { local: true } });
    expect(verdict.decision).toBe("undetermined");
    expect(verdict.gates[1]).toMatchObject({ undetermined: true, rules: [{ judged: false }] });
  });

  test("and with `local`, what can be known still fails", async () => {
    const files = { "READINESS.md": READY.replace("@ana", "TBD") };
    const verdict = await verdictOf({ connected: false, files, input: { local: true } });
    expect(verdict.decision).toBe("no-go");
  });

  test("a fact that is forbidden is no matter of being offline", async () => {
    const source = new MemorySource({ evidence: { "READINESS.md": READY }, base: {} });
    source.with(ANA, missing("forbidden", "the token lacks `members: read`"));
    const verdict = await verdictOf({ input: { source, local: true } });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.gates[1]?.rules[0]?.findings).toMatchObject([{ code: "FACT-UNREADABLE" }]);
  });
});

describe("gates that are limited", () => {
  const limited = (gate: string, rest = "") => `version: 1
stages: [{id: production, branches: [production]}]
fields: {tier: B}
gates:
  - id: data
    heading: Data
    ${gate}
    rules: [{id: parity, type: checklist, items: [{id: data.parity}]}]
${rest}`;

  test("by a condition that does not hold leave nothing that counts: no pass", async () => {
    const verdict = await verdictOf({ policy: limited("when: {tier: A}") });
    expect(verdict.decision).toBe("no-go");
    expect(codesOf(verdict)).toEqual(["NOTHING-COUNTS"]);
  });

  test("by a date ahead do not count before it, and count from it", async () => {
    const policy = limited("enforce_from: 2026-10-02");
    const before = await verdictOf({ policy, files: { "READINESS.md": OPEN } });
    expect(gatesOf(before)).toEqual(["data scheduled"]);
    expect(before.gates[0]?.rules[0]?.findings).toHaveLength(1);
    expect(before.gates[0]?.rules[0]?.countsFrom).toBe("2026-10-02");
    expect(new Date(before.validUntil ?? 0).toISOString()).toBe("2026-10-02T00:00:00.000Z");
    const input = { now: before.validUntil ?? 0 };
    const after = await verdictOf({ policy, files: { "READINESS.md": OPEN }, input });
    expect(gatesOf(after)).toEqual(["data failed"]);
  });

  test("to some paths apply when one of them changes, or when that is not known", async () => {
    const policy = limited('changed: ["rollout.yml"]');
    expect(gatesOf(await verdictOf({ policy, changed: ["main.ts"] }))).toEqual([
      "data not-applicable",
    ]);
    expect(gatesOf(await verdictOf({ policy, changed: ["old.yml <- rollout.yml"] }))).toEqual([
      "data passed",
    ]);
    expect(gatesOf(await verdictOf({ policy }))).toEqual(["data passed"]);
  });

  test("a freeze blocks what would pass, and alone passes nothing", async () => {
    const rest = "freeze: [{from: 2026-09-30, to: 2026-10-01, reason: audit}]\n";
    const frozen = await verdictOf({ policy: limited("", rest) });
    expect(frozen.decision).toBe("no-go");
    expect(gatesOf(frozen)).toEqual(["freeze pending", "data passed"]);
    const over = { now: Date.parse("2026-10-02T00:00:00Z") };
    const later = await verdictOf({ policy: limited("", rest), input: over });
    expect(later.decision).toBe("go");
    const nothing = await verdictOf({ policy: limited("when: {tier: A}", rest), input: over });
    expect(nothing.decision).toBe("no-go");
  });
});

describe("a monorepo", () => {
  const policy = `version: 1
stages: [{id: production, branches: [production]}]
services:
  from: "services/*"
  override: {search: {fields: {tier: A}}}
  ungoverned: ["docs/**"]
gates:
  - id: data
    heading: Data
    rules: [{id: parity, type: checklist, items: [{id: data.parity}]}]
  - id: strict
    heading: Data
    when: {tier: A}
    rules: [{id: volume, type: checklist, items: [{id: data.volume}]}]
`;
  const files = {
    "services/api/READINESS.md": READY,
    "services/search/READINESS.md": READY,
    "libs/a.ts": "a",
  };

  test("is judged service by service, by the fields of the policy", async () => {
    const verdict = await verdictOf({ policy, files });
    expect(verdict.services).toEqual(["api", "search"]);
    expect(gatesOf(verdict)).toEqual([
      "api/data passed",
      "api/strict not-applicable",
      "search/data passed",
      "search/strict failed",
    ]);
  });

  test.each([
    { changed: ["services/api/a.ts"], services: ["api"], decision: "go" },
    { changed: ["libs/a.ts"], services: ["api", "search"], decision: "no-go" },
    { changed: ["docs/a.md"], services: [], decision: "go" },
    { changed: ["services/gone/a.ts"], services: ["api", "search"], decision: "no-go" },
  ])("of $changed: $services, $decision", async ({ changed, services, decision }) => {
    const verdict = await verdictOf({ policy, files, changed });
    expect(verdict.services).toEqual(services);
    expect(verdict.decision).toBe(decision);
  });

  test("of one service on request", async () => {
    const verdict = await verdictOf({ policy, files, input: { services: ["api"] } });
    expect(verdict.services).toEqual(["api"]);
    await expect(verdictOf({ policy, files, input: { services: ["apy"] } })).rejects.toMatchObject({
      service: "apy",
      known: ["api", "search"],
    });
  });

  test("without any service is no pass", async () => {
    const verdict = await verdictOf({ policy, files: {}, changed: ["services/api/a.ts"] });
    expect(verdict.decision).toBe("no-go");
    expect(codesOf(verdict)).toEqual(["NO-SERVICES"]);
  });

  test("whose services cannot be listed is no pass", async () => {
    const source = new MemorySource({ evidence: files, base: {} });
    source.with(
      { kind: "folders", glob: "services/*", revision: "evidence" },
      missing("timed-out", "GitHub did not answer in time"),
    );
    const verdict = await verdictOf({ policy, input: { source } });
    expect(verdict.decision).toBe("no-go");
    expect(codesOf(verdict)).toEqual(["FACT-UNREADABLE"]);
  });
});

describe("stages", () => {
  const policy = `version: 1
stages:
  - {id: limited, branches: [limited], gates: [data], paths: ["src/**"]}
  - {id: production, branches: [production], gates: [people]}
gates:
  - id: data
    heading: Data
    rules: [{id: parity, type: checklist, items: [{id: data.parity}]}]
  - id: people
    heading: Owners
    depends_on: [data]
    rules: [{id: named, type: owners, roles: [Quality]}]
`;

  test("require the gates of those before them, and gates wait for each other", async () => {
    const verdict = await verdictOf({ policy, files: { "READINESS.md": OPEN } });
    expect(gatesOf(verdict)).toEqual(["data failed", "people pending"]);
    expect(verdict.gates[1]?.waitsFor).toEqual(["data"]);
  });

  test("limited to paths let other changes go", async () => {
    const input = { stage: "limited" };
    const files = { "READINESS.md": OPEN };
    const elsewhere = await verdictOf({ policy, files, changed: ["docs/a.md"], input });
    expect(elsewhere.decision).toBe("go");
    const inside = await verdictOf({ policy, files, changed: ["docs/a.md <- src/a.ts"], input });
    expect(inside.decision).toBe("no-go");
  });
});

describe("a rule's own settings", () => {
  const policy = (settings: string) => `version: 1
stages: [{id: production, branches: [production]}]
roles: {managers: {users: [ana]}}
gates:
  - id: data
    heading: Data
    rules:
      - {id: parity, type: checklist, ${settings} items: [{id: data.parity}]}
      - {id: present, type: document, sections: [{heading: More, min_words: 1}]}
`;
  const files = { "READINESS.md": `${OPEN.replace("## Owners", "### More\nWords.\n\n## Owners")}` };

  test("`severity: warn` keeps its outcome and does not block", async () => {
    const verdict = await verdictOf({ policy: policy("severity: warn,"), files });
    expect(verdict.gates[0]).toMatchObject({
      outcome: "warned",
      rules: [{ outcome: "failed" }, {}],
    });
    expect(verdict.decision).toBe("go");
  });

  test("`remedy` comes before the remedy of the finding, `asks` says who", async () => {
    const settings = 'remedy: "Ask in #data", asks: managers,';
    const verdict = await verdictOf({ policy: policy(settings), files });
    const [finding] = verdict.gates[0]?.rules[0]?.findings ?? [];
    expect(finding?.remedy).toMatch(/^Ask in #data; /);
    expect(finding?.asks).toBe("managers");
    expect(verdict.next[0]?.who).toBe("managers");
  });
});

test("checklists that share a section leave each other's items alone", async () => {
  const other = "{id: volume, type: checklist, severity: warn, items: [{id: data.volume}]}";
  const policy = POLICY.replace(
    "items: [{id: data.parity}]}]",
    `items: [{id: data.parity}]}, ${other}]`,
  );
  const item = "- [ ] `data.volume` Holds the volume\n";
  const files = { "READINESS.md": READY.replace("\n\n## Owners", `\n${item}\n## Owners`) };
  const { decision, notes, gates } = await verdictOf({ policy, files });
  expect(decision).toBe("go");
  expect(notes.filter(({ code }) => code === "CHECKLIST-EXTRA")).toEqual([]);
  expect(gates[0]?.rules.map(({ outcome }) => outcome)).toEqual(["passed", "failed"]);
});

test("a policy with problems gives no gates and no pass", () => {
  const problem = {
    code: "unknown-key",
    message: "unknown key `gate`",
    at: { file: "policy.yml", line: 2, column: 1 },
    help: null,
  };
  const verdict = withoutVerdict({
    stage: "production",
    mode: "enforce",
    problems: [problem],
    origin: { ref: "test", sha: null, files: ["policy.yml"] },
    commit: null,
  });
  expect(verdict).toMatchObject({ decision: "no-go", gates: [], problems: [problem] });
});
