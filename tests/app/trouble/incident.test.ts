import { expect, test } from "vitest";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { BOT, MINUTE, status, troubledShop, WITH_RUNBOOK } from "./troubled-shop.ts";

/** Scaled down from 2,000; that more of them wait for room is held by `traffic.test.ts`. */
const BACKLOG = 12;
/** What GitHub takes in a minute. */
const POINTS = 900;

test("T49: after half an hour without GitHub all is made up for, once each", async () => {
  const shop = await troubledShop(WITH_RUNBOOK);
  const { service, server } = shop;
  const pulls: PullRequest[] = [];
  shop.fail(status(503), { times: Number.MAX_SAFE_INTEGER });
  for (let count = 0; count < BACKLOG; count += 1) {
    pulls.push(await shop.promotion(`next-${count}`));
  }
  const before = server.traffic.exchanges.length;
  await service.pass(30 * MINUTE);
  const inVain = server.traffic.exchanges.slice(before);
  // Ten looks each at most, and not one in every moment.
  expect(inVain.length).toBeLessThan(BACKLOG * 12 * 4);
  expect(pulls.flatMap(({ headSha }) => shop.runs(headSha))).toEqual([]);
  server.faults.clear();
  const since = server.traffic.exchanges.length;
  // No longer than the longest back-off.
  await service.pass(11 * MINUTE);
  for (const pull of pulls) {
    expect(shop.runs(pull.headSha)).toMatchObject([{ conclusion: "failure" }]);
    expect(pull.comments).toMatchObject([{ author: BOT }]);
  }
  expect(shop.issues()).toHaveLength(1);
  const made = server.traffic.exchanges.slice(since);
  expect(made.filter((one) => one.status === null || one.status >= 400)).toEqual([]);
  const points = made.map(({ operation, method }) =>
    operation === "graphql" || method === "GET" ? 1 : 5,
  );
  expect(points.reduce((sum, one) => sum + one, 0)).toBeLessThan(POINTS);
  for (const pull of pulls.slice(0, 2)) expect(await shop.settledRight(pull)).toBe("no-go");
  await shop.end();
});
