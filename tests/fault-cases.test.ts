import { describe, expect, test } from "vitest";
import { judge } from "../src/guard.ts";
import type { AccountFact, FactAnswer, FactRequest, TeamFact } from "../src/model/fact.ts";
import type { Verdict } from "../src/model/verdict.ts";
import { loadPolicy } from "../src/policy/load-policy.ts";
import { loadWaivers } from "../src/policy/load-waivers.ts";
import { type Content, MemorySource } from "./support/memory-source.ts";

/**
 * Cases of documents, people, links and dates that readiness tools get wrong, numbered so that none
 * is forgotten. Each goes through the whole judgement.
 */
interface Case {
  readonly rule: string;
  readonly readiness: string;
  readonly files?: Readonly<Record<string, Content>>;
  readonly facts?: readonly (readonly [FactRequest, FactAnswer])[];
  readonly now?: string;
  readonly waivers?: string;
}

async function verdictOf({ rule, readiness, files, facts, now, waivers }: Case): Promise<Verdict> {
  const text = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: data
    heading: Data
    rules:
      - {id: rule, ${rule}}
roles: {managers: {users: [ana]}}
waivers: {approvers: [managers], max_days: 30}
`;
  const repository = { name: "policy.yml", text };
  const packs = { ids: [], read: () => null };
  const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
  if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems, null, 2));
  const source = new MemorySource({ evidence: { "READINESS.md": readiness, ...files }, base: {} });
  for (const [request, answer] of facts ?? []) source.with(request, answer);
  const file = { name: "waivers.yml", text: waivers ?? "" };
  return judge({
    policy: loaded.policy,
    waivers: waivers === undefined ? [] : loadWaivers(file).waivers,
    notes: [],
    origin: { ref: "test", sha: null, files: ["policy.yml"] },
    source,
    now: Date.parse(now ?? "2026-10-01T12:00:00Z"),
    stage: "production",
    services: null,
    local: false,
    commit: null,
  });
}

/** Outcome of the rule and codes of what is found, without remarks. */
async function outcomeOf(given: Case): Promise<string> {
  const [rule] = (await verdictOf(given)).gates[0]?.rules ?? [];
  const codes = new Set(rule?.findings.map(({ code }) => code));
  return [rule?.outcome, ...[...codes].sort()].join(" ");
}

const ITEM = "type: checklist, items: [{id: data.parity}]";
const under = (text: string) => `# Ready\n\n## Data\n\n${text}\n`;

describe("T62: a box", () => {
  test.each([
    { text: "- [x] `data.parity` Done", is: "passed" },
    { text: "* [X] `data.parity` Done", is: "passed" },
    { text: "+ [x] `data.parity` Done", is: "passed" },
    { text: "1. [x] `data.parity` Done", is: "passed" },
    { text: "> - [x] `data.parity` Done", is: "passed" },
    { text: "- outer\n  - [x] `data.parity` Done", is: "passed" },
    { text: "<details>\n\n- [x] `data.parity` Done\n\n</details>", is: "passed" },
    { text: "- [ ] `data.parity` Done", is: "failed CHECKLIST-UNTICKED" },
    { text: "+ [ ] `data.parity` Done", is: "failed CHECKLIST-UNTICKED" },
    { text: "-[x] `data.parity` Done", is: "failed CHECKLIST-NOT-A-BOX" },
    { text: "- [x ] `data.parity` Done", is: "failed CHECKLIST-NOT-A-BOX" },
    { text: "- [ x ] `data.parity` Done", is: "failed CHECKLIST-NOT-A-BOX" },
    { text: "- [✓] `data.parity` Done", is: "failed CHECKLIST-NOT-A-BOX" },
    { text: "- ［x］ `data.parity` Done", is: "failed CHECKLIST-NOT-A-BOX" },
    { text: "- [x]`data.parity` Done", is: "failed CHECKLIST-NOT-A-BOX" },
    { text: "| Item |\n|---|\n| [x] `data.parity` Done |", is: "failed CHECKLIST-NOT-A-BOX" },
  ])("$text: $is", async ({ text, is }) => {
    expect(await outcomeOf({ rule: ITEM, readiness: under(text) })).toBe(is);
  });

  test.each([
    "```\n- [x] `data.parity` Done\n```",
    "~~~\n- [x] `data.parity` Done\n~~~",
    "    - [x] `data.parity` Done",
    "<!--\n- [x] `data.parity` Done\n-->",
    "<div>\n- [x] `data.parity` Done\n</div>",
    "```\nnever closed\n\n- [x] `data.parity` Done",
    "Text[^1]\n\n[^1]: note\n\n    - [x] `data.parity` Done",
    "`- [x] data.parity Done`",
  ])("where no reader sees one is none: %j", async (text) => {
    expect(await outcomeOf({ rule: ITEM, readiness: under(text) })).toMatch(/^failed CHECKLIST-/);
  });
});

describe("T63: an item", () => {
  test("keeps its tick when its words are edited, for it is known by its id", async () => {
    const readiness = under("- [x] `data.parity` Other words");
    expect(await outcomeOf({ rule: ITEM, readiness })).toBe("passed");
  });

  test.each([
    { why: "removed", text: "- [x] `data.volume` Done", is: "failed CHECKLIST-DELETED" },
    {
      why: "there twice",
      text: "- [x] `data.parity` Done\n- [x] `data.parity` Done",
      is: "failed CHECKLIST-DUPLICATE",
    },
    {
      why: "moved to another section",
      text: "- [x] `data.volume` Done\n\n## Elsewhere\n\n- [x] `data.parity` Done",
      is: "failed CHECKLIST-DELETED",
    },
    { why: "alone in its section and gone", text: "Nothing.", is: "failed CHECKLIST-EMPTY" },
  ])("$why fails", async ({ text, is }) => {
    expect(await outcomeOf({ rule: ITEM, readiness: under(text) })).toBe(is);
  });
});

describe("T64: a document", () => {
  const done = under("- [x] `data.parity` Done");
  test.each([
    {
      why: "of 513 KiB",
      text: `${done}${"x".repeat(513 * 1024)}`,
      is: "errored READINESS-TOO-LARGE",
    },
    { why: "of one line of 1 MB", text: "x".repeat(1_000_000), is: "errored READINESS-TOO-LARGE" },
    { why: "of 100,000 lines", text: `${done}${"text\n\n".repeat(50_000)}`, is: "passed" },
    {
      why: "with 50,000 nested quotes",
      text: `${done}${">".repeat(50_000)}`,
      is: "errored READINESS-TOO-DEEP",
    },
    {
      why: "with 50,000 nested lists",
      text: `${done}${"- ".repeat(50_000)}`,
      is: "errored READINESS-TOO-DEEP",
    },
  ])("$why: $is", async ({ text, is }) => {
    expect(await outcomeOf({ rule: ITEM, readiness: text })).toBe(is);
  });

  test.each(["[", "![", "*", "_", "`", "<", "(", "\\", "&", "~~", "|", "[^", "http://"])(
    "with 50,000 of %j is judged or errored, and never passes by them",
    async (piece) => {
      const readiness = under(piece.repeat(50_000));
      expect(await outcomeOf({ rule: ITEM, readiness })).toMatch(/^(failed|errored) /);
    },
  );
});

describe("T65: an id", () => {
  test.each([
    { why: "with a bidirectional control", id: "data.\u202eparity" },
    { why: "with a zero-width space", id: "data.\u200bparity" },
    { why: "with a look-alike letter", id: "dаta.parity" },
  ])("$why is not the one required", async ({ id }) => {
    const readiness = under(`- [x] \`${id}\` Done`);
    expect(await outcomeOf({ rule: ITEM, readiness })).toMatch(/^failed /);
  });

  test("is the same composed and decomposed, as is a role", async () => {
    const rule = 'type: checklist, items: [{id: "caf\u00e9"}]';
    const readiness = under("- [x] `cafe\u0301` Done");
    expect(await outcomeOf({ rule, readiness })).toBe("passed");
    const owners = 'type: owners, roles: ["Qualit\u00e4t"]';
    const table = under("| Role | Owner |\n|---|---|\n| Qualita\u0308t | @ana |");
    expect(await outcomeOf({ rule: owners, readiness: table })).toBe("passed");
  });
});

describe("T66: an owner", () => {
  const OWNERS = "type: owners, roles: [Quality], individual: true, access: write";
  const user = (login: string, answer: AccountFact) =>
    [{ kind: "account", login }, answer] as const;
  const team = (name: string, answer: TeamFact) => [{ kind: "team", team: name }, answer] as const;
  const people = [
    user("ana", { state: "user", access: "write" }),
    user("ghost", { state: "absent" }),
    user("reader", { state: "user", access: "read" }),
    user("acme", { state: "organization", access: "none" }),
    user("dependabot[bot]", { state: "bot", access: "write" }),
    team("acme/ops", { state: "team", members: ["ana"], access: "write" }),
  ];
  test.each([
    { owner: "@ana", is: /^passed$/ },
    { owner: "@ghost", is: /^failed / },
    { owner: "@reader", is: /^failed / },
    { owner: "@acme", is: /^failed / },
    { owner: "@dependabot[bot]", is: /^failed / },
    { owner: "@acme/ops", is: /^failed / },
    { owner: "@acme/ops/child", is: /^failed / },
    { owner: "ana", is: /^failed / },
    { owner: "ana@example.com", is: /^failed / },
    { owner: "@nobody-recorded", is: /^errored NEEDS-GITHUB$/ },
    { owner: "", is: /^failed / },
    { owner: "TBD", is: /^failed / },
    { owner: "@<login>", is: /^failed / },
  ])("$owner: $is", async ({ owner, is }) => {
    const readiness = under(`| Role | Owner |\n|---|---|\n| Quality | ${owner} |`);
    expect(await outcomeOf({ rule: OWNERS, readiness, facts: people })).toMatch(is);
  });
});

describe("T67: a link", () => {
  const EVIDENCE = "type: checklist, items: [{id: data.parity, require: [evidence]}]";
  const files: Readonly<Record<string, Content>> = {
    "docs/audit.md": "# Audit\n",
    "docs/my plan.md": "# Plan\n",
    "docs/empty.md": "",
    "docs/latest": "link",
  };
  test.each([
    { link: "docs/audit.md", is: /^passed$/ },
    { link: "/docs/audit.md", is: /^passed$/ },
    { link: "docs/audit.md#audit", is: /^passed$/ },
    { link: "docs/my%20plan.md", is: /^passed$/ },
    { link: "docs/../docs/audit.md", is: /^passed$/ },
    { link: "https://example.com/report", is: /^passed$/ },
    { link: "../outside.md", is: /^failed / },
    { link: "docs/absent.md", is: /^failed / },
    { link: "docs", is: /^failed / },
    { link: "docs/AUDIT.md", is: /^failed / },
    { link: "docs/empty.md", is: /^failed / },
    { link: "docs/latest", is: /^failed / },
    { link: "READINESS.md", is: /^failed / },
    { link: "javascript:alert(1)", is: /^failed / },
    { link: "data:text/html,x", is: /^failed / },
    { link: "file:///etc/passwd", is: /^failed / },
    { link: "https://user:secret@example.com/", is: /^failed / },
    { link: "https://github.com/other/repo/issues/1", is: /^failed / },
    { link: "#12", is: /^(failed|errored) / },
  ])("$link: $is", async ({ link, is }) => {
    const readiness = under(`- [x] \`data.parity\` Done\n  - Evidence: [it](${link})`);
    expect(await outcomeOf({ rule: EVIDENCE, readiness, files })).toMatch(is);
  });

  test("to an address inside is never fetched: it is text, and only listed hosts count", async () => {
    const rule =
      "type: checklist, evidence: {hosts: [example.com]}, items: [{id: data.parity, require: [evidence]}]";
    const readiness = under(
      "- [x] `data.parity` Done\n  - Evidence: http://169.254.169.254/latest",
    );
    expect(await outcomeOf({ rule, readiness })).toMatch(/^failed /);
  });
});

describe("T68: evidence dated", () => {
  const REVIEWED = "type: checklist, max_age: 40d, items: [{id: data.parity, require: [reviewed]}]";
  test.each([
    { date: "2026-10-01", is: /^passed$/ },
    { date: "2026-08-22", is: /^passed$/ },
    { date: "2026-08-21", is: /^warned / },
    { date: "2026-08-12", is: /^warned / },
    { date: "2026-08-11", is: /^failed / },
    { date: "2026-10-02", is: /^failed / },
    { date: "01.10.2026", is: /^failed / },
    { date: "2026-02-30", is: /^failed / },
    { date: "last week", is: /^failed / },
    { date: "YYYY-MM-DD", is: /^failed / },
  ])("$date: $is", async ({ date, is }) => {
    const readiness = under(`- [x] \`data.parity\` Done\n  - Reviewed: ${date}`);
    expect(await outcomeOf({ rule: REVIEWED, readiness })).toMatch(is);
  });

  test("not at all, or twice, fails", async () => {
    const twice = "- [x] `data.parity` Done\n  - Reviewed: 2026-09-30\n  - Reviewed: 2026-10-01";
    expect(await outcomeOf({ rule: REVIEWED, readiness: under(twice) })).toMatch(/^failed /);
    const none = "- [x] `data.parity` Done";
    expect(await outcomeOf({ rule: REVIEWED, readiness: under(none) })).toMatch(/^failed /);
  });
});

describe("T74: a waiver", () => {
  const waivers = `- gate: data
  rule: rule
  reason: fixed by 440
  until: 2026-10-26
  approved_in: 441
`;
  const facts = [
    [
      { kind: "merged-pull", number: 441 },
      {
        state: "merged",
        author: "raj",
        mergedAt: Date.parse("2026-10-01T09:00:00Z"),
        approvedBy: ["ana"],
        waivers,
      },
    ],
    [
      { kind: "account", login: "ana" },
      { state: "user", access: "write" },
    ],
  ] as const;
  const open = { rule: ITEM, readiness: under("- [ ] `data.parity` Open"), waivers, facts };

  test("holds to the last second of its last day, and says until when", async () => {
    const verdict = await verdictOf({ ...open, now: "2026-10-26T23:59:59.999Z" });
    expect(verdict.decision).toBe("conditional-go");
    expect(new Date(verdict.validUntil ?? 0).toISOString()).toBe("2026-10-27T00:00:00.000Z");
  });

  test("is over at the next one", async () => {
    const verdict = await verdictOf({ ...open, now: "2026-10-27T00:00:00Z" });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.notes.map(({ code }) => code)).toContain("WAIVER-EXPIRED");
  });

  test.each(["until: 2026-10-27", "reason: other", "gate: data\n  rule: rule\n  codes: [A]"])(
    "changed after it was approved waives nothing: %j",
    async (change) => {
      const key = change.split(":")[0];
      const changed = waivers.replace(
        new RegExp(`${key}:.*`),
        change.replace("\n  rule: rule", ""),
      );
      const verdict = await verdictOf({ ...open, waivers: changed });
      expect(verdict.decision).toBe("no-go");
      expect(verdict.notes.map(({ code }) => code)).toContain("WAIVER-CHANGED");
    },
  );

  test("without its approval on record waives nothing", async () => {
    const verdict = await verdictOf({ ...open, facts: [] });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.notes.map(({ code }) => code)).toContain("NEEDS-GITHUB");
  });
});
