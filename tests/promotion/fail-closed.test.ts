import { afterEach, describe, expect, test } from "vitest";
import { makeMergeGroup } from "../../sandbox/world/merge-groups.ts";
import { addReview, openPull } from "../../sandbox/world/pull-requests.ts";
import { GitHubFailure } from "../../src/github/failure.ts";
import { attempt, promoteAll } from "../../src/promotion/promote-all.ts";
import { promoteGroup } from "../../src/promotion/promote-group.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { type PromotedShop, promotedShop, POLICY as READY } from "./promote-shop.ts";

let shop: PromotedShop;

afterEach(() => stopBlameless(shop));

const POLICY = ".github/stage-gates.yml";
const RUNBOOK = { "docs/runbook.md": "# Runbook\n\nRestart the service.\n" };
const LIVE = "stage-gates / live";

function requireByClassicProtection(context: string): void {
  shop.repository.protections.set("production", {
    ...{ checks: [{ context, app: null }], strict: false, enforceAdmins: true },
    ...{ approvals: 0, codeOwners: false },
  });
}

const namesOn = (sha: string) =>
  shop.repository.statusesOf(sha).map(({ context, state }) => `${state} ${context}`);

describe("a policy with problems fails under the names that classic protection requires", () => {
  test("on a pull request", async () => {
    shop = await promotedShop({ [POLICY]: "version: 1\nstagez: []\n" });
    requireByClassicProtection(LIVE);
    await shop.promote();
    expect(namesOn(shop.pull.headSha)).toEqual([`failure ${LIVE}`]);
  });

  test("on the commit of a merge queue, whatever the stage is called", async () => {
    shop = await promotedShop({ [POLICY]: "version: 1\nstagez: []\n" });
    requireByClassicProtection(LIVE);
    const { headSha } = await makeMergeGroup(shop.world, shop.repository, {
      pulls: [1],
      by: "ana",
    });
    const group = { head: headSha, base: "production" };
    const [judged] = await promoteGroup(group, shop.promoting);
    expect(judged?.promoted?.outcome.state).toBe("invalid");
    expect(namesOn(headSha)).toEqual([`failure ${LIVE}`]);
  });
});

/** As a query that was sent calls a list of the repository. */
function aliasOf(field: string): string {
  const sent = JSON.stringify(shop.server.traffic.exchanges.map((exchange) => exchange.sent));
  const [, alias] = new RegExp(String.raw`(a\d+): ${field}\(`).exec(sent) ?? [];
  if (alias === undefined) throw new Error(`nobody asked for \`${field}\``);
  return alias;
}

test("where nobody knows what else asks to promote the commit a pass is taken back", async () => {
  shop = await promotedShop(RUNBOOK);
  await shop.promote();
  expect(shop.status()).toMatchObject({ state: "success" });
  const path = ["repository", aliasOf("pullRequests"), "nodes", 0];
  const errors = [{ type: "FORBIDDEN", message: "no", path }];
  shop.server.faults.plan({ fault: { kind: "partial", errors } });
  await attempt(1, shop.promoting);
  expect(shop.status()).toMatchObject({ state: "failure" });
});

describe("a sweep", () => {
  test("forgets in its issues the pull requests that were closed", async () => {
    shop = await promotedShop();
    const { world, repository } = shop;
    await repository.commit("next", { changes: { a: "a" }, message: "Next", author: AUTHOR });
    const said = { author: "ana", title: "Next", body: null, head: "next", base: "production" };
    const other = await openPull(world, repository, said);
    await shop.promote(1);
    await shop.promote(other.number);
    expect(shop.issues()[0]?.body).toContain(`#${other.number}`);
    other.state = "closed";
    await promoteAll(shop.promoting);
    expect(shop.issues()[0]?.body).toContain("#1");
    expect(shop.issues()[0]?.body).not.toContain(`#${other.number}`);
  });

  test("judges the others where one makes no sense", async () => {
    shop = await promotedShop(RUNBOOK);
    const { world, repository } = shop;
    await repository.commit("next", { changes: RUNBOOK, message: "Next", author: AUTHOR });
    const said = { author: "ana", title: "Next", body: null, head: "next", base: "production" };
    await openPull(world, repository, said);
    let asked = 0;
    const now = () => {
      asked += 1;
      if (asked === 1) throw new RangeError("no such moment");
      return world.now;
    };
    const attempts = await promoteAll({ ...shop.promoting, now });
    expect(attempts.map(({ failure }) => failure?.message ?? null)).toEqual([
      "stage-gates failed: no such moment",
      null,
    ]);
  });
});

test("nobody is looked up twice for one verdict", async () => {
  const policy = `${READY}      - {id: owner, type: owners, owners: [ana]}\n`;
  shop = await promotedShop({ [POLICY]: policy, ...RUNBOOK });
  await shop.promote();
  const asked = shop.server.traffic.exchanges.filter(({ path }) =>
    path.includes("/collaborators/"),
  );
  expect(new Set(asked.map(({ path }) => path)).size).toBe(asked.length);
});

test("a branch for the policy that is not there fails, and the comment names it", async () => {
  shop = await promotedShop(RUNBOOK);
  await shop.promote();
  const elsewhere = { ...shop.promoting, policyBranch: "rules" };
  const { promoted, failure } = await attempt(1, elsewhere);
  expect(failure).toBeNull();
  expect(promoted?.outcome.state).toBe("invalid");
  expect(shop.status()).toMatchObject({ state: "failure" });
  expect(shop.comments().at(-1)?.body).toContain("there is no branch `rules`");
  expect((await promoteAll(elsewhere)).map(({ number }) => number)).toEqual([1]);
});

test("where the commit cannot even be marked as failed, the permission that lacks is named", async () => {
  shop = await promotedShop(RUNBOOK);
  await shop.promote();
  const client = shop.client({ contents: "read", "pull-requests": "write", issues: "write" });
  const broken = { ...shop.promoting, client, now: () => Number.NaN };
  const { failure } = await attempt(1, broken);
  expect(failure?.message).toContain("lacks `statuses: write`");
  const group = { head: shop.pull.headSha, base: "production" };
  await expect(promoteGroup(group, broken)).rejects.toThrow("lacks `statuses: write`");
});

test("where nobody can look again, a pass that is gone is taken back, and none is given", async () => {
  const signed = `version: 1
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [raj]}}
gates: [{id: approval, rules: [{id: leads, type: sign-off, roles: [leads]}]}]
`;
  shop = await promotedShop({ [POLICY]: signed });
  const { client } = shop.promoting;
  const blind: typeof client = {
    ...client,
    request: (route, parameters) => client.request(route, parameters),
    graphql: (query, variables) =>
      /\{ state headRefOid/.test(query.replaceAll(/\s+/g, " "))
        ? Promise.reject(new GitHubFailure("unreadable", "GitHub is away"))
        : client.graphql(query, variables),
  };
  const away = { ...shop.promoting, client: blind };
  const review = addReview(shop.world, shop.repository, shop.pull, {
    ...{ author: "raj", state: "APPROVED" },
  });
  await attempt(1, away);
  expect(shop.status()).toBeUndefined();
  await shop.promote();
  expect(shop.status()).toMatchObject({ state: "success" });
  review.state = "DISMISSED";
  await attempt(1, away);
  expect(shop.status()).toMatchObject({ state: "failure" });
});
