import { afterEach, beforeEach, expect, test } from "vitest";
import { addComment, openIssue } from "../../sandbox/world/issue-changes.ts";
import { applyEffects } from "../../src/github/apply-effects.ts";
import { readOwnIssues } from "../../src/github/read-again.ts";
import type { IssueEffect } from "../../src/model/effect.ts";
import { openShop, type Shop } from "./open-shop.ts";

const NAME = { owner: "acme", name: "shop" };
const BOT = "github-actions[bot]";
let shop: Shop;

beforeEach(async () => {
  shop = await openShop({ ".github/stage-gates.yml": "version: 1\n" });
});

afterEach(() => shop.stop());

const ISSUE: IssueEffect = {
  ...{ kind: "create-issue", fingerprint: "owner/-", title: "No owner" },
  ...{
    body: "<!-- stage-gates:issue v1 fingerprint=owner/- -->",
    labels: [],
    assignees: ["nobody"],
  },
};

const isCreation = ({ method = "", url = "" }) => method === "POST" && url.endsWith("/issues");

test("an issue is opened without the people whom GitHub does not take", async () => {
  const body = { message: "Validation Failed" };
  shop.server.faults.plan({ fault: { kind: "answer", status: 422, body }, matches: isCreation });
  const [applied] = await applyEffects([ISSUE], { client: shop.client(), name: NAME });
  expect(applied?.failure).toBeNull();
  const opened = [...shop.repository.issues.values()].filter(({ title }) => title === "No owner");
  expect(opened.map(({ assignees }) => assignees)).toEqual([[]]);
});

test("but not twice, where GitHub may have opened it", async () => {
  shop.server.faults.plan({ fault: { kind: "cut-after" }, matches: isCreation });
  const [applied] = await applyEffects([ISSUE], { client: shop.client(), name: NAME });
  expect(applied?.failure).not.toBeNull();
  const opened = [...shop.repository.issues.values()].filter(({ title }) => title === "No owner");
  expect(opened).toHaveLength(1);
});

test("what we said last on an issue is known, however much people said before", async () => {
  const { world, repository } = shop;
  const said = { author: BOT, title: "No owner", labels: ["stage-gates"] };
  const issue = openIssue(world, repository, { ...said, body: "<!-- stage-gates:issue v1 -->" });
  for (let count = 0; count < 100; count += 1) {
    addComment(world, repository, issue, { author: "ana", body: "+1" });
  }
  addComment(world, repository, issue, {
    ...{ author: BOT, body: "Reopened.\n<!-- stage-gates:note v1 kind=still -->" },
  });
  const issues = await readOwnIssues({ client: shop.client(), name: NAME });
  expect(issues).toMatchObject({
    value: [{ comments: [{ body: expect.stringContaining("kind=still") }] }],
  });
});
