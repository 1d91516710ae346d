import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { addComment } from "../../../sandbox/world/issue-changes.ts";
import { MINUTE, type TroubledShop, troubledShop, verdictsIn } from "./troubled-shop.ts";

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
