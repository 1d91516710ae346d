import { afterEach, beforeEach, expect, test } from "vitest";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { addReview, openPull } from "../../sandbox/world/pull-requests.ts";
import { Expectation } from "../../src/promotion/expectation.ts";
import { promote } from "../../src/promotion/promote.ts";
import { attempt, listPromotions } from "../../src/promotion/promote-all.ts";
import { AUTHOR } from "../sandbox/start-sandbox.ts";
import { type AttackShop, attackShop, close } from "./attacks/attack-shop.ts";

const POLICY = `version: 1
stages: [{id: production, branches: [production, hotfix]}]
roles: {leads: {users: [raj]}}
gates:
  - id: approval
    rules: [{id: leads, type: sign-off, roles: [leads]}]
`;

/** More than are read of one list. */
const MANY = 2_001;

let shop: AttackShop;
let pull: PullRequest;

beforeEach(async () => {
  shop = await attackShop(POLICY);
  pull = shop.pull;
  addReview(shop.world, shop.repository, pull, { author: "raj", state: "APPROVED" });
});

afterEach(() => close(shop));

/** As many open pull requests of other commits, before all that come later. */
function crowd(base: string): void {
  const { issues } = shop.repository;
  const others = { base, headSha: "f".repeat(40), reviews: [], comments: [] };
  for (let number = 1_000; number < 1_000 + MANY; number += 1) {
    issues.set(number, { ...pull, ...others, id: 100_000 + number, number });
  }
}

test("however many ask to merge elsewhere, promotions are judged, and found by who shares their commit", async () => {
  crowd("main");
  await shop.promote(pull.number);
  expect(shop.stateOf(pull)).toBe("success");
  const { world, repository } = shop;
  await repository.git.setRef("refs/heads/again", pull.headSha);
  await repository.git.setRef("refs/heads/hotfix", await repository.git.branch("production"));
  const second = await openPull(world, repository, {
    ...{ author: "ana", title: "Again", body: null, base: "hotfix", head: "again" },
  });
  await shop.promote(pull.number);
  expect(shop.stateOf(pull)).toBe("failure");
  const { promotions } = await listPromotions(shop.promoting);
  expect(promotions).toMatchObject({
    ...{ state: "known", value: [{ number: pull.number }, { number: second.number }] },
  });
});

test("of too many promotions none passes, and the status says so", async () => {
  await shop.promote(pull.number);
  expect(shop.stateOf(pull)).toBe("success");
  crowd("production");
  const before = shop.server.traffic.exchanges.length;
  const { failure } = await attempt(pull.number, shop.promoting);
  const told = "there are over 2000 open pull requests into `production`";
  expect(failure).toMatchObject({ reason: "too-large", message: told });
  expect(shop.status()).toMatchObject({
    ...{ state: "failure", description: `Could not evaluate: ${told}` },
  });
  // They are counted, and not read.
  const queries = shop.server.traffic.exchanges
    .slice(before)
    .filter(({ operation }) => operation === "graphql");
  expect(queries.length).toBeLessThan(6);
});

test("where there were many, only promotions are listed the next time, until the policy names other branches", async () => {
  crowd("main");
  const { world, repository, server } = shop;
  await repository.git.setRef("refs/heads/again", pull.headSha);
  await repository.git.setRef("refs/heads/hotfix", await repository.git.branch("production"));
  await repository.git.setRef("refs/heads/late", await repository.git.branch("production"));
  const promoting = { ...shop.promoting, expectation: new Expectation() };
  const listed = async () => {
    const before = server.traffic.exchanges.length;
    await promote(pull.number, promoting);
    return server.traffic.exchanges
      .slice(before)
      .map(({ sent }) => `${JSON.stringify(sent)}`.match(/pullRequests\(/g)?.length ?? 0)
      .filter((count) => count > 0);
  };
  expect(await listed()).toEqual([1, 2]);
  expect(await listed()).toEqual([2]);
  const changes = { ".github/stage-gates.yml": POLICY.replace("hotfix", "late") };
  await repository.commit("main", { changes, message: "Name another", author: AUTHOR });
  const second = await openPull(world, repository, {
    ...{ author: "ana", title: "Again", body: null, base: "late", head: "again" },
  });
  // The last is that of the other one, which has a say.
  expect(await listed()).toEqual([2, 1, 2, 2]);
  expect(shop.stateOf(second)).toBe("failure");
  expect(shop.stateOf(pull)).toBe("failure");
});
