import { afterAll, beforeAll, expect, test } from "vitest";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { addReview, openPull } from "../../../sandbox/world/pull-requests.ts";
import { attempt } from "../../../src/promotion/promote-all.ts";
import { type AttackShop, attackShop, close } from "./attack-shop.ts";

/**
 * A commit has one status of a name. Whoever asks to promote it a second time must not pass on what
 * was said of the first: approvals and waivers are a pull request's own.
 */
const POLICY = `version: 1
stages: [{id: production, branches: [production, "release/*"]}]
roles: {leads: {users: [raj, max]}}
gates:
  - id: approval
    rules: [{id: leads, type: sign-off, roles: [leads]}]
`;

let shop: AttackShop;
let approved: PullRequest;

beforeAll(async () => {
  shop = await attackShop(POLICY);
  const { world, repository } = shop;
  world.addUser("max");
  repository.collaborators.set("max", "write");
  // GitHub names no open pull request for a commit of the default branch.
  approved = shop.pull;
  expect(await repository.git.branch("main")).toBe(approved.headSha);
  addReview(world, repository, approved, { author: "raj", state: "APPROVED" });
  expect(await shop.judged(approved)).toBe("go");
  expect(shop.stateOf(approved)).toBe("success");
});

afterAll(() => close(shop));

let times = 0;

/** The same commit from another branch. */
async function again(author: string, base = "production"): Promise<PullRequest> {
  const { world, repository } = shop;
  times += 1;
  const head = `again-${times}`;
  await repository.git.setRef(`refs/heads/${head}`, approved.headSha);
  const about = { author, title: "Again", body: null, base, head };
  return openPull(world, repository, about);
}

async function withdraw(pull: PullRequest): Promise<void> {
  Object.assign(pull, { state: "closed" });
  await shop.promote(approved.number);
  expect(shop.stateOf(approved)).toBe("success");
}

test("a second pull request without the approval blocks both, whichever is looked at", async () => {
  const second = await again("ana");
  await shop.promote(approved.number);
  expect(shop.stateOf(approved)).toBe("failure");
  const { applied } = await shop.promote(second.number);
  expect(applied.map(({ effect }) => effect.kind)).toEqual(["create-comment"]);
  expect(shop.stateOf(approved)).toBe("failure");
  await withdraw(second);
});

test("into another branch of the same stage just as well", async () => {
  const { repository } = shop;
  await repository.git.setRef("refs/heads/release/1", await repository.git.branch("production"));
  const second = await again("ana", "release/1");
  await shop.promote(approved.number);
  expect(shop.stateOf(approved)).toBe("failure");
  await withdraw(second);
});

test("by an app, whose access nobody knows, just as well", async () => {
  const second = await again("github-actions[bot]");
  await shop.promote(approved.number);
  expect(shop.stateOf(approved)).toBe("failure");
  await withdraw(second);
});

test("one into a branch of no stage has no say", async () => {
  const { repository } = shop;
  await repository.git.setRef("refs/heads/try", await repository.git.branch("production"));
  const second = await again("ana", "try");
  await shop.promote(approved.number);
  expect(shop.stateOf(approved)).toBe("success");
  await withdraw(second);
});

test("one whose author cannot be looked up is not taken for a stranger's", async () => {
  const second = await again("max");
  shop.server.faults.plan({
    fault: { kind: "answer", status: 502, body: {} },
    matches: ({ url }) => url?.includes("/collaborators/max/") ?? false,
    times: 2,
  });
  const { failure } = await attempt(approved.number, shop.promoting);
  expect(failure).toMatchObject({ reason: "unreadable" });
  expect(shop.stateOf(approved)).toBe("failure");
  await withdraw(second);
});
