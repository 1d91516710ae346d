import { afterEach, describe, expect, test } from "vitest";
import { addStatus } from "../../sandbox/world/checks.ts";
import { mergePull } from "../../sandbox/world/pull-requests.ts";
import { auditPush, type Push } from "../../src/promotion/audit-push.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { type PromotedShop, promotedShop } from "./promote-shop.ts";

/** What is told of pushes to `production`, which the gate `runbook` stands before. */
const POLICY = ".github/stage-gates.yml";
const RUNBOOK = { "docs/runbook.md": "# Runbook\n\nRestart the service.\n" };

let shop: PromotedShop;

afterEach(() => stopBlameless(shop));

const tip = async (branch = "production") => (await shop.repository.git.branch(branch)) ?? "";

const audited = (push: Omit<Push, "branch" | "by">, branch = "production", isSure = true) =>
  auditPush({ ...push, branch, by: "raj" }, shop.promoting, isSure);

async function merged(): Promise<{ before: string; after: string }> {
  const before = await tip();
  await mergePull(shop.world, shop.repository, shop.pull, { login: "raj" });
  return { before, after: await tip() };
}

async function pushed(branch = "production"): Promise<{ before: string; after: string }> {
  const before = await tip(branch);
  const changes = { "src/fix.txt": `${before}` };
  const after = await shop.repository.commit(branch, { changes, message: "@all", author: AUTHOR });
  return { before, after };
}

describe.each(["app", "workflow"] as const)(
  "a merge, where the verdict is said by the %s,",
  (voice) => {
    test("that had passed is fine", async () => {
      shop = await promotedShop(RUNBOOK, voice);
      await shop.promote();
      expect(await audited(await merged())).toEqual({ state: "clean" });
      expect(shop.issues()).toEqual([]);
    });

    test("in spite of its verdict opens an issue, once", async () => {
      shop = await promotedShop({ [POLICY]: READY_WITHOUT_ISSUES }, voice);
      await shop.promote();
      const push = await merged();
      const first = await audited(push);
      expect(first).toMatchObject({ state: "incident", stage: "production" });
      expect(await audited(push)).toEqual(first);
      expect(shop.issues()).toMatchObject([
        { title: `Without a pass: ${push.after.slice(0, 7)} in production` },
      ]);
      const [{ body, assignees } = { body: "", assignees: [] }] = shop.issues();
      expect(body).toContain("by a push of `raj`, past the gates of `production`: `runbook`.");
      expect(body).toMatch(
        /\[#1\]\(.*\) was merged by `raj` at .*, although its verdict was: “.*runbook/,
      );
      expect([...assignees].sort()).toEqual(["ana", "raj"]);
    });
  },
);

const READY_WITHOUT_ISSUES = `version: 1
stages:
  - {id: production, branches: [production, "release/*"]}
roles:
  leads: {users: [raj, ana]}
waivers: {approvers: [leads], max_days: 30}
issues: {open: false}
gates:
  - id: runbook
    rules:
      - {id: there, type: document, path: docs/runbook.md, issue: runbook}
`;

test("a merge without a verdict opens an issue", async () => {
  shop = await promotedShop(RUNBOOK);
  await audited(await merged());
  expect(shop.issues()[0]?.body).toContain("without a verdict");
});

test("a pass that came after the merge does not count", async () => {
  shop = await promotedShop(RUNBOOK, "workflow");
  const push = await merged();
  const { world, repository, pull } = shop;
  const later = { state: "success", context: "stage-gates / production", creator: "ana" } as const;
  addStatus(world, repository, {
    ...later,
    head: pull.headSha,
    description: null,
    targetUrl: null,
    app: null,
  });
  expect(await audited(push)).toMatchObject({ state: "incident" });
});

test("a push without a pull request is told, once GitHub is sure of it", async () => {
  shop = await promotedShop(RUNBOOK);
  const push = await pushed();
  expect(await audited(push, "production", false)).toEqual({ state: "unsure" });
  expect(shop.issues()).toEqual([]);
  expect(await audited(push)).toMatchObject({ intruders: [{ is: "commit", commit: push.after }] });
  expect(shop.issues()).toHaveLength(1);
});

test("a branch that was taken back by force is told", async () => {
  shop = await promotedShop(RUNBOOK);
  await shop.promote();
  const { before, after } = await merged();
  await shop.repository.git.setRef("refs/heads/production", before);
  expect(await audited({ before: after, after: before })).toMatchObject({
    intruders: [{ is: "forced", before: after }],
  });
});

test.each([
  { what: "of a stage's name", branch: "production", state: "incident" },
  { what: "of a stage's glob", branch: "release/7", state: "clean" },
  { what: "of no stage", branch: "feature", state: "clean" },
])("a branch $what that is made anew: $state", async ({ branch, state }) => {
  shop = await promotedShop({ [POLICY]: READY_WITHOUT_ISSUES });
  expect(await audited({ before: null, after: await tip() }, branch)).toMatchObject({ state });
});

test("a push to a branch of no stage is nobody's", async () => {
  shop = await promotedShop(RUNBOOK);
  expect(await audited(await pushed("main"), "main")).toEqual({ state: "clean" });
});

test("more steps than are looked at are said to be there", async () => {
  shop = await promotedShop(RUNBOOK);
  const before = await tip();
  for (let count = 0; count < 31; count += 1) await pushed();
  await audited({ before, after: await tip() });
  expect(shop.issues()[0]?.body).toContain("The push holds more than was looked at");
});

test.each([
  { what: "the policy", path: "/graphql", from: 1, status: 502 },
  { what: "the range", path: "/compare/", from: 1, status: 500 },
  { what: "its pull requests", path: "/graphql", from: 2, status: 403 },
  { what: "the verdict", path: "/graphql", from: 3, status: 502 },
  { what: "to open the issue", path: "/issues", from: 1, status: 403 },
])("where GitHub refuses $what it is tried again", async ({ path, from, status }) => {
  shop = await promotedShop(RUNBOOK);
  const push = await merged();
  shop.server.faults.plan({
    fault: { kind: "answer", status, body: { message: "no" } },
    matches: ({ url }) => url?.includes(path) === true,
    from,
  });
  await expect(audited(push)).rejects.toThrow();
  expect(await audited(push)).toMatchObject({ state: "incident" });
  expect(shop.issues()).toHaveLength(1);
});
