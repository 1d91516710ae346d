import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AttackShop, attackShop, type Changes, close } from "./attack-shop.ts";

/**
 * Everything in a pull request is written by the person who wants it merged. What would not pass by
 * itself passes no more with anything that is written beside it.
 */
const POLICY = `version: 1
stages:
  - {id: production, branches: [production]}
fields: {tier: A}
roles: {leads: {users: [raj]}}
waivers: {approvers: [leads], max_days: 30}
gates:
  - id: data
    title: Data
    rules:
      - id: parity
        type: checklist
        when: {tier: [A]}
        items: [{id: data.parity, require: [evidence], na: never}]
  - id: kpis
    heading: KPIs
    rules: [{id: levels, type: metrics, max_age: 90d}]
`;

const READINESS = `---
service: shop
---
# Readiness

## Data

- [x] \`data.parity\` As good as the pilot
  - Evidence: [audit](docs/audit.md)

## KPIs

| KPI | Minimum | Actual | Measured | n |
|---|---|---|---|---|
| Accuracy | >= 90 % | 94 % | 2026-09-12 | 1200 |
`;

const BASE = {
  "READINESS.md": READINESS,
  "docs/audit.md": "# Audit\n\nIt was looked into.\n",
};

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY, BASE);
});

afterAll(() => close(shop));

/** The document, with a change that has to change something. */
function edited(from: string | RegExp, to: string): Changes {
  const text = READINESS.replace(from, to);
  if (text === READINESS) throw new Error(`nothing says ${from}`);
  return { "READINESS.md": text };
}

async function expectBlocked(changes: Changes, code: string): Promise<void> {
  const pull = await shop.propose(changes);
  const judged = await shop.judged(pull);
  expect(judged).toMatch(/^no-go /);
  expect(judged.split(" ")).toContain(code);
  expect(shop.stateOf(pull)).toBe("failure");
}

test("what is ready passes", async () => {
  expect(await shop.judged(await shop.propose({}))).toMatch(/^go/);
});

const OPEN = READINESS.replace("[x]", "[ ]");
const open = { "READINESS.md": OPEN };
const UNTICKED = "CHECKLIST-UNTICKED";
const withFrontMatter = (text: string) => ({
  "READINESS.md": OPEN.replace("service: shop\n", text),
});

describe("an open item passes no more", () => {
  test.each<{ with: string; changes: Changes; code?: string }>([
    { with: "fields in front matter", changes: withFrontMatter("tier: C\nfields: {tier: C}\n") },
    { with: "settings in front matter", changes: withFrontMatter("enabled: false\ngates: []\n") },
    {
      with: "front matter that cannot be read",
      changes: withFrontMatter("a: [\n"),
    },
    {
      with: "a policy of its own",
      changes: {
        ...open,
        ".github/stage-gates.yml": POLICY.replace("tier: A", "tier: C").replace("data.parity", "x"),
      },
    },
    {
      with: "a waiver in its own file",
      changes: {
        ...open,
        ".github/stage-gates/waivers.yml":
          "- {gate: data, reason: it is new, until: 2026-10-20, approved_in: 1}\n",
      },
    },
    {
      with: "a baseline of its own",
      changes: {
        ...open,
        ".github/stage-gates/baseline.yml":
          'owner: "@ana"\nuntil: 2026-12-31\nfindings:\n  - data/parity CHECKLIST-UNTICKED data.parity\n',
      },
    },
    {
      with: "an organization's file",
      changes: { ...open, "stage-gates-org.yml": "version: 1\nmode: advisory\n" },
    },
    {
      with: "a tick in code",
      changes: edited(/- \[x\].*\n.*\n/, "```\n- [x] `data.parity` As good\n```\n"),
      code: "CHECKLIST-EMPTY",
    },
    {
      with: "a tick in a comment",
      changes: edited(/- \[x\].*\n.*\n/, "<!--\n- [x] `data.parity` As good\n-->\n"),
      code: "CHECKLIST-EMPTY",
    },
    {
      with: "the item gone",
      changes: edited("data.parity", "data.other"),
      code: "CHECKLIST-DELETED",
    },
    {
      with: "the item twice",
      changes: edited("- [x]", "- [x] `data.parity` A\n  - Evidence: docs/audit.md\n- [x]"),
      code: "CHECKLIST-DUPLICATE",
    },
    {
      with: "a look-alike of its id",
      changes: edited("data.parity", "data\u200b.parity"),
      code: "HIDDEN-CHARACTER",
    },
    { with: "the document gone", changes: { "READINESS.md": null }, code: "READINESS-MISSING" },
    {
      with: "the document a link to another",
      changes: {
        "READINESS.md": { mode: "120000", content: "docs/ready.md" },
        "docs/ready.md": READINESS,
      },
      code: "READINESS-MISSING",
    },
    {
      with: "a document too long to be read",
      changes: { "READINESS.md": `${OPEN}${"word ".repeat(120_000)}` },
      code: "READINESS-TOO-LARGE",
    },
  ])("with $with", async ({ changes, code = UNTICKED }) => {
    await expectBlocked(changes, code);
  });
});

describe("evidence is none", () => {
  const of = (target: string) => edited("(docs/audit.md)", `(${target})`);
  test.each<{ where: string; changes: Changes }>([
    { where: "where there is nothing", changes: of("docs/none.md") },
    { where: "in the document itself", changes: of("READINESS.md") },
    { where: "outside of the repository", changes: of("../../etc/passwd") },
    { where: "in another repository", changes: of("https://github.com/eve/shop/issues/1") },
    { where: "of an unrelated commit", changes: of("0123456789012345678901234567890123456789") },
    { where: "behind quotes for GraphQL", changes: of('docs/a"%20%7B%20x%20%7D.md') },
    {
      where: "in a link",
      changes: { ...of("docs/l.md"), "docs/l.md": { mode: "120000", content: "audit.md" } },
    },
    { where: "in an empty file", changes: { ...of("docs/e.md"), "docs/e.md": "" } },
    {
      where: "in a pointer to what is elsewhere",
      changes: {
        ...of("docs/p.md"),
        "docs/p.md":
          "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
      },
    },
  ])("$where", async ({ changes }) => {
    const pull = await shop.propose(changes);
    expect(await shop.judged(pull)).toMatch(/^no-go CHECKLIST-EVIDENCE/);
    expect(shop.stateOf(pull)).toBe("failure");
  });
});

describe("a KPI that misses its level passes no more", () => {
  const BELOW = "METRICS-BELOW-MINIMUM";
  test.each<{ with: string; to: string; code?: string }>([
    { with: "its level", to: "| Accuracy | >= 90 % | 60 % | 2026-09-12 | 9 |" },
    { with: "a looser level", to: "| Accuracy | >= 50 % | 60 % | 2026-09-12 | 9 |" },
    { with: "its level turned round", to: "| Accuracy | <= 90 % | 60 % | 2026-09-12 | 9 |" },
    {
      with: "no row at all",
      to: "| Other | >= 1 % | 60 % | 2026-09-12 | 9 |",
      code: "METRICS-DELETED",
    },
    {
      with: "a day to come",
      to: "| Accuracy | >= 90 % | 99 % | 2026-12-12 | 9 |",
      code: "METRICS-FUTURE",
    },
  ])("with $with", async ({ to, code = BELOW }) => {
    await expectBlocked(edited(/\| Accuracy .*/, to), code);
  });
});
