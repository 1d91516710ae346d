import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PlannedFault } from "../../../sandbox/server/faults.ts";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import type { MergeGroup } from "../../../sandbox/world/merge-group.ts";
import { dropMergeGroup, makeMergeGroup } from "../../../sandbox/world/merge-groups.ts";
import { followBranch } from "../../../sandbox/world/pull-requests.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { status, type TroubledShop, troubledShop, verdictsIn } from "./troubled-shop.ts";

let shop: TroubledShop;

beforeAll(async () => {
  shop = await troubledShop();
});

afterEach(async () => {
  shop.server.faults.clear();
  for (const group of [...shop.repository.mergeGroups].reverse()) {
    await dropMergeGroup(shop.world, shop.repository, group, "dequeued");
  }
  await shop.service.settled(0);
});

afterAll(() => shop.end());

async function queued(name: string, isApproved = true): Promise<PullRequest> {
  const pull = await shop.promotion(name);
  if (isApproved) shop.approve(pull);
  return pull;
}

async function group(...pulls: readonly PullRequest[]): Promise<MergeGroup> {
  const numbers = pulls.map(({ number }) => number);
  return makeMergeGroup(shop.world, shop.repository, { pulls: numbers, by: "raj" });
}

const FAILURE = expect.objectContaining({ conclusion: "failure" });
type Request = Parameters<NonNullable<PlannedFault["matches"]>>[0];
const isQuery = ({ url }: Request) => url?.endsWith("/graphql") === true;

const said = ({ headSha }: MergeGroup) => shop.runs(headSha).map(({ conclusion }) => conclusion);

describe("T48: a merge group", () => {
  test("of three is red for the one that may not land, and the one without it is green", async () => {
    const { service, world, repository } = shop;
    const [a, b, c] = [await queued("a"), await queued("b", false), await queued("c")];
    const three = await group(a, b, c);
    await service.settled(0);
    expect(said(three)).toEqual(["failure"]);
    // The queue throws out the second, and builds the others anew.
    await dropMergeGroup(world, repository, three, "dequeued");
    const two = await group(a, c);
    await service.settled(0);
    expect(said(two)).toEqual(["success"]);
    expect(said(three)).toEqual(["failure"]);
  });

  test("whose pull request is pushed to while it is queued does not pass by what was said before", async () => {
    const { service, world, repository } = shop;
    const pull = await queued("pushed");
    await service.settled(0);
    await repository.commit("pushed", {
      changes: { "src/later.txt": "y" },
      message: "Later",
      author: AUTHOR,
    });
    shop.fail(status(500), { matches: ({ url }) => url?.endsWith("/graphql") === true, times: 2 });
    const one = await group(pull);
    await followBranch(world, repository, "pushed", "ana");
    await service.pass(20_000);
    expect(said(one)).toEqual(["failure"]);
    expect(shop.runs(one.headSha)[0]?.summary).toMatch(/has changed since|has moved since/);
  });

  test("is not thrown out for what GitHub does not answer for a moment", async () => {
    const { service, server } = shop;
    const pull = await queued("patient");
    await service.settled(0);
    const since = server.traffic.exchanges.length;
    shop.fail(status(502), { matches: isQuery, times: 10_000 });
    const one = await group(pull);
    await service.settled(0);
    expect(said(one)).toEqual([]);
    server.faults.clear();
    await service.pass(20_000);
    expect(said(one)).toEqual(["success"]);
    expect(verdictsIn(server.traffic.exchanges.slice(since))).not.toContainEqual(FAILURE);
  });

  test("for which GitHub never answers is red, with the reason", async () => {
    const { service } = shop;
    const pull = await queued("never");
    await service.settled(0);
    const matches = ({ url }: Request) => /\/permission$/.test(url ?? "");
    shop.fail(status(502), { matches, times: 1_000 });
    const one = await group(pull);
    await service.pass(20_000);
    expect(said(one)).toEqual(["failure"]);
    expect(shop.runs(one.headSha)[0]?.summary).toContain("GitHub answered with 502");
  });

  test("gets its word where the first could not be written", async () => {
    const { service } = shop;
    const pull = await queued("unsaid");
    await service.settled(0);
    const matches = ({ url, method }: Request) =>
      method === "POST" && url?.endsWith("/check-runs") === true;
    shop.fail(status(502), { matches, times: 2 });
    const one = await group(pull);
    await service.pass(20_000);
    expect(said(one)).toEqual(["success"]);
  });
});
