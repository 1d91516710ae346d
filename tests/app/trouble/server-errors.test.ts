import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { MINUTE, status, type TroubledShop, troubledShop, verdictsIn } from "./troubled-shop.ts";

let shop: TroubledShop;
let pull: PullRequest;
/** How many requests it takes to judge the pull request again and say so. */
let calls: number;

beforeAll(async () => {
  shop = await troubledShop();
  const { service, server } = shop;
  pull = await shop.promotion("one");
  await service.settled(0);
  shop.approve(pull);
  await service.settled(0);
  expect(await shop.settledRight(pull)).toBe("go");
  const before = server.traffic.exchanges.length;
  shop.dismiss(pull);
  await service.settled(0);
  expect(await shop.settledRight(pull)).toBe("no-go");
  const { exchanges } = server.traffic;
  calls = exchanges.slice(before).findLastIndex(({ method }) => method === "PATCH") + 1;
});

afterAll(() => shop.end());

const STATUSES = [500, 502, 503, 504];
const PASS = expect.objectContaining({ conclusion: "success" });

describe("T34: whichever request fails, in turn with 500, 502, 503 and 504", () => {
  test.each([
    {
      what: "a pass that is gone does not stand",
      before: "approve",
      act: "dismiss",
      says: "failure",
    },
    { what: "one that has come is said", before: "dismiss", act: "approve", says: "success" },
  ] as const)("$what", async ({ before, act, says }) => {
    const { server, service } = shop;
    expect(calls).toBeGreaterThan(4);
    for (let nth = 1; nth <= calls; nth += 1) {
      shop[before](pull);
      await service.settled(0);
      const since = server.traffic.exchanges.length;
      // Twice: what is only read is asked for again at once.
      const code = STATUSES[(nth + (act === "approve" ? 1 : 0)) % STATUSES.length] ?? 500;
      shop.fail(status(code), { from: nth, times: 2 });
      shop[act](pull);
      await service.pass(5_000);
      const said = verdictsIn(server.traffic.exchanges.slice(since));
      if (act === "dismiss") expect(said).not.toContainEqual(PASS);
      expect([nth, shop.conclusion(pull)]).toEqual([nth, says]);
      server.faults.clear();
    }
    await service.pass(2 * MINUTE);
    await shop.settledRight(pull);
  });
});
