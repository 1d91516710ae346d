import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { addComment } from "../../../sandbox/world/issue-changes.ts";
import { openPull } from "../../../sandbox/world/pull-requests.ts";
import { POLICY_CONTEXT } from "../../../src/model/context.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import {
  MINUTE,
  SIGNED_OFF,
  status,
  type TroubledShop,
  troubledShop,
  verdictsIn,
} from "./troubled-shop.ts";

let shop: TroubledShop;
let pull: PullRequest;

beforeAll(async () => {
  shop = await troubledShop();
  pull = await shop.promotion("one");
  await shop.service.settled(0);
});

afterEach(() => shop.server.faults.clear());

afterAll(() => shop.end());

const PULL = ["repository", "a5"];

describe("T38: what GraphQL leaves out of its answer is not taken for nothing", () => {
  test.each<{ what: string; path: readonly (string | number)[] }>([
    { what: "the reviews", path: [...PULL, "reviews"] },
    { what: "one review", path: [...PULL, "reviews", "nodes", 0] },
    { what: "the comments", path: [...PULL, "comments"] },
    { what: "the dismissals", path: [...PULL, "dismissals"] },
    { what: "the pull request", path: PULL },
    { what: "the policy", path: ["repository", "a4", "target", "policy"] },
    { what: "the default branch", path: ["repository", "a4"] },
    { what: "the repository", path: ["repository"] },
  ])("$what: no pass, and the right word once it is all there", async ({ path }) => {
    const { service, server } = shop;
    shop.approve(pull);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("success");
    const since = server.traffic.exchanges.length;
    const errors = [{ type: "SERVICE_UNAVAILABLE", message: "Something went wrong", path }];
    shop.fail({ kind: "partial", errors });
    addComment(shop.world, shop.repository, pull, { author: "ana", body: "Any news?" });
    await service.settled(0);
    const [first] = verdictsIn(server.traffic.exchanges.slice(since));
    expect(first?.conclusion).toBe("failure");
    expect(JSON.stringify(first?.output)).toContain("Something went wrong");
    await service.pass(MINUTE);
    expect(await shop.settledRight(pull)).toBe("go");
  });
});

test("T34: a policy's check that cannot be made again is taken back, and comes again", async () => {
  const { service, world, repository } = shop;
  const main = (await repository.git.branch("main")) ?? "";
  await repository.git.setRef("refs/heads/other-policy", main);
  const changes = { ".github/stage-gates.yml": SIGNED_OFF.replace("[raj]", "[raj, eve]") };
  await repository.commit("other-policy", { changes, message: "Let eve", author: AUTHOR });
  const change = await openPull(world, repository, {
    ...{ author: "ana", title: "Let eve", body: null, base: "main", head: "other-policy" },
  });
  await service.settled(0);
  const said = () =>
    repository.runsOf(change.headSha).map(({ name, conclusion }) => [name, conclusion]);
  expect(said()).toEqual([[POLICY_CONTEXT, "success"]]);
  const matches = ({ url }: { readonly url?: string | undefined }) =>
    url?.endsWith("/graphql") === true;
  // The first query is whether it promotes anything.
  shop.fail(status(502), { matches, from: 2, times: 2 });
  addComment(world, repository, change, { author: "ana", body: "Any news?" });
  await service.settled(0);
  expect(said()).toEqual([[POLICY_CONTEXT, "failure"]]);
  await service.pass(MINUTE);
  expect(said()).toEqual([[POLICY_CONTEXT, "success"]]);
});
