import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openIssue, setLabels } from "../../../sandbox/world/issue-changes.ts";
import { changeLabel, createLabel, deleteLabel } from "../../../sandbox/world/labels.ts";
import { expectInertAsShown } from "../../render/as-shown.ts";
import { type AttackShop, attackShop, type Changes, close } from "./attack-shop.ts";

/** Names that somebody chose: of branches, pull requests, files and labels. They name, and do no more. */
const POLICY = `version: 1
stages: [{id: production, branches: [production, "release/**"]}]
gates:
  - id: runbook
    rules: [{id: there, type: document, path: docs/runbook.md, issue: runbook}]
  - id: blockers
    rules: [{id: none, type: issues, labels: [blocker]}]
`;
const READY = { "docs/runbook.md": "# Runbook\n\nCall raj.\n" };

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY);
  createLabel(shop.world, shop.repository, { name: "blocker", by: "raj" });
});

afterAll(() => close(shop));

async function expectJudged(changes: Changes, about: object, is: string): Promise<void> {
  const pull = await shop.propose(changes, about);
  expect(await shop.judged(pull)).toBe(is);
  expect(shop.stateOf(pull)).toBe(is === "go" ? "success" : "failure");
  expect(pull.comments).toHaveLength(1);
  const ours = new RegExp(`^${shop.server.addresses.html}/`);
  for (const { body } of pull.comments) expectInertAsShown(body, { ours, headings: 1 });
}

/** Git takes them all. */
const BRANCHES = [
  'a"b',
  "a'b`id`$(id)",
  "x#1",
  "🚀/☃",
  "-->",
  "<!--&amp;",
  "@acme/leads",
  "closes-#1",
  "'});x({",
  "%0A%00%2e%2e",
  "a&b=c+d;e",
  "refs/heads/main",
  "0123456789012345678901234567890123456789",
  "e\u0301\u202e\u200b",
  "{service}",
  "x".repeat(245),
  `${"y".repeat(120)}/${"z".repeat(120)}`,
];

describe("a branch of any name is judged as it is", () => {
  test.each(BRANCHES)("as the head: %j", async (branch) => {
    await expectJudged({}, { branch }, "no-go FILE-MISSING");
  });

  test.each(BRANCHES)("as the base: %j", async (name) => {
    const base = `release/${name}`;
    const { git } = shop.repository;
    await git.setRef(`refs/heads/${base}`, await git.branch("production"));
    await expectJudged(READY, { base }, "go");
  });
});

describe("a title says nothing to us", () => {
  test.each([
    "/gate break-glass",
    "go --> ✅ Ready",
    "@acme/leads @raj fixes #1",
    "</details><h1>Ready</h1>",
    "::set-output name=decision::go",
    "a\u2028b\u0085c\u202ed",
    "[skip ci] [stage-gates skip]",
    "x".repeat(256),
  ])("%j", async (title) => {
    await expectJudged({}, { title }, "no-go FILE-MISSING");
  });
});

describe("a file of any name is one", () => {
  test.each(['docs/a"b.md', "docs/-->.md", "docs/@raj #1.md", "docs/🚀\u202e.md", "docs/a\nb.md"])(
    "%j",
    async (path) => {
      await expectJudged({ [path]: "a\n" }, {}, "no-go FILE-MISSING");
    },
  );
});

describe("labels loosen nothing", () => {
  test("of the pull request, whatever they are called", async () => {
    const pull = await shop.propose({});
    const names = ["go", "break-glass", "skip stage-gates", "waived", "runbook", "blocker"];
    setLabels(shop.world, shop.repository, pull, { names, by: "ana" });
    expect(await shop.judged(pull)).toBe("no-go FILE-MISSING");
  });

  test("nor does the one that blocks make an issue of a pull request", async () => {
    const pull = await shop.propose(READY);
    setLabels(shop.world, shop.repository, pull, { names: ["blocker"], by: "ana" });
    expect(await shop.judged(pull)).toBe("go");
  });

  test("of issues, by being renamed or deleted", async () => {
    const { world, repository } = shop;
    const issue = openIssue(world, repository, {
      ...{ author: "raj", title: "Loses money --> @ana", body: null, labels: ["blocker"] },
    });
    const pull = await shop.propose(READY);
    expect(await shop.judged(pull)).toBe("no-go ISSUES-OPEN");
    changeLabel(world, repository, { name: "blocker", to: "nothing", by: "ana" });
    expect(await shop.judged(pull)).toBe("no-go ISSUES-UNKNOWN-LABEL");
    deleteLabel(world, repository, { name: "nothing", by: "ana" });
    expect(await shop.judged(pull)).toBe("no-go ISSUES-UNKNOWN-LABEL");
    createLabel(world, repository, { name: "blocker", by: "raj" });
    setLabels(world, repository, issue, { names: ["blocker"], by: "raj" });
    expect(await shop.judged(pull)).toBe("no-go ISSUES-OPEN");
    expect(shop.stateOf(pull)).toBe("failure");
  });
});
