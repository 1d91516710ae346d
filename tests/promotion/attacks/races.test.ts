import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { followBranch, mergePull, retargetPull } from "../../../sandbox/world/pull-requests.ts";
import type { GitHubClient } from "../../../src/github/client.ts";
import { promote } from "../../../src/promotion/promote.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { type AttackShop, attackShop, close } from "./attack-shop.ts";

/**
 * What changes while a promotion is judged. Two services, of which `search` is not ready; a stage
 * that asks for less.
 */
const POLICY = `version: 1
stages:
  - {id: limited, branches: [limited], gates: [described], cumulative: false}
  - {id: production, branches: [production], gates: [described, ready]}
services: {from: "services/*", ungoverned: ["src/**"]}
gates:
  - id: described
    rules: [{id: there, type: document, path: "{path}/README.md"}]
  - id: ready
    rules: [{id: there, type: document, path: "{path}/runbook.md"}]
`;

const OLD = "Takes the money, and tells the shop.\n".repeat(5);

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY, {
    "services/pay/README.md": "# Pay\n\nTakes what is paid.\n",
    "services/pay/runbook.md": "# Runbook\n\nCall raj.\n",
    "services/pay/old.txt": OLD,
    "services/search/README.md": "# Search\n\nFinds what is sold.\n",
  });
  const { repository } = shop;
  await repository.git.setRef("refs/heads/limited", await repository.git.branch("production"));
});

afterAll(() => close(shop));

interface Meddling {
  /** Done once, before GitHub is asked for what `at` is part of. */
  readonly before?: () => Promise<unknown>;
  /** Done once, when it has answered. */
  readonly after?: () => Promise<unknown>;
}

/** Judges it while somebody meddles. */
async function promoteWhile(
  { number }: PullRequest,
  at: string,
  { before = async () => {}, after = async () => {} }: Meddling,
): Promise<ReturnType<typeof promote>> {
  const { client } = shop.promoting;
  let isDone = false;
  const meddled = async <Answer>(asked: string, ask: () => Promise<Answer>): Promise<Answer> => {
    if (isDone || !asked.includes(at)) return ask();
    isDone = true;
    await before();
    const answer = await ask();
    await after();
    return answer;
  };
  const meddling: GitHubClient = {
    request: (route, parameters) => meddled(route, () => client.request(route, parameters)),
    graphql: (query, variables) => meddled(query, () => client.graphql(query, variables)),
  };
  const promoted = await promote(number, { ...shop.promoting, client: meddling });
  expect(isDone).toBe(true);
  return promoted;
}

async function moveTo(pull: PullRequest, sha: string): Promise<void> {
  const { world, repository } = shop;
  await repository.git.setRef(`refs/heads/${pull.head.branch}`, sha);
  await followBranch(world, repository, pull.head.branch, "ana");
}

/** Where a file was before is asked for after all else: what happens in between is what counts here. */
const MOVED = { "services/pay/old.txt": null, "services/pay/new.txt": OLD };
const UNREADY = {
  ...MOVED,
  "services/search/a.txt": "a\n",
  "services/pay/a.txt": "a\n",
};
const READY = { ...MOVED, "services/pay/a.txt": "b\n" };
const FILES = "/pulls/{pull_number}/files";

describe("while it is judged", () => {
  test("the head goes elsewhere and comes back: the other's changes are not its own", async () => {
    const other = (await shop.propose(READY)).headSha;
    const pull = await shop.propose(UNREADY);
    const { headSha } = pull;
    await promoteWhile(pull, FILES, {
      before: () => moveTo(pull, other),
      after: () => moveTo(pull, headSha),
    });
    expect(shop.stateOf(pull)).toBe("failure");
  });

  test("a commit is pushed: what was judged is said of what was judged, or of neither", async () => {
    const pull = await shop.propose(READY);
    const judged = pull.headSha;
    const unready = await shop.propose(UNREADY);
    await promoteWhile(pull, FILES, { before: () => moveTo(pull, unready.headSha) });
    expect(shop.repository.statusesOf(judged)).toEqual([]);
    expect(shop.stateOf(pull)).toBe("failure");
  });

  test("it is turned to another stage: what one asks for is not enough for the other", async () => {
    const pull = await shop.propose(UNREADY, { base: "limited" });
    const turn = () =>
      retargetPull(shop.world, shop.repository, pull, { base: "production", by: "ana" });
    const { outcome } = await promoteWhile(pull, FILES, { before: turn });
    expect(outcome).toMatchObject({ verdict: { stage: "production", decision: "no-go" } });
    expect(shop.repository.statusesOf(pull.headSha).map(({ context }) => context)).toEqual([
      "stage-gates / production",
    ]);
  });

  test("it is turned there and back", async () => {
    const pull = await shop.propose(UNREADY);
    const turn = async () => {
      for (const base of ["limited", "production"]) {
        await retargetPull(shop.world, shop.repository, pull, { base, by: "ana" });
      }
    };
    const { outcome } = await promoteWhile(pull, FILES, { before: turn });
    expect(outcome).toMatchObject({ verdict: { stage: "production", decision: "no-go" } });
  });

  test("it is merged by somebody who may: nothing is written any more", async () => {
    const pull = await shop.propose(UNREADY, { base: "limited" });
    const merge = () => mergePull(shop.world, shop.repository, pull, { login: "raj" });
    const { outcome, applied } = await promoteWhile(pull, FILES, { before: merge });
    expect({ outcome, applied }).toEqual({ outcome: { state: "closed" }, applied: [] });
  });
});

describe("the policy", () => {
  test("of the default branch counts as it stands now, not as it stood for the last verdict", async () => {
    const { repository } = shop;
    const pull = await shop.propose(READY);
    expect(await shop.judged(pull)).toMatch(/^go/);
    const stricter = POLICY.replace("runbook.md", "plan.md");
    const path = ".github/stage-gates.yml";
    const change = (text: string) =>
      repository.commit("main", { changes: { [path]: text }, message: "Ask", author: AUTHOR });
    await change(stricter);
    expect(await shop.judged(pull)).toMatch(/^no-go/);
    expect(shop.stateOf(pull)).toBe("failure");
    await change(POLICY);
    expect(await shop.judged(pull)).toMatch(/^go/);
  });

  test("comes from the branch that is the default one now", async () => {
    const { repository } = shop;
    const pull = await shop.propose(UNREADY);
    const lax = POLICY.replace("gates: [described, ready]", "gates: [described]");
    const changes = { ".github/stage-gates.yml": lax };
    await repository.git.setRef("refs/heads/theirs", await repository.git.branch("main"));
    await repository.commit("theirs", { changes, message: "Lax", author: AUTHOR });
    expect(await shop.judged(pull)).toMatch(/^no-go/);
    repository.defaultBranch = "theirs";
    const { outcome } = await shop.promote(pull.number);
    repository.defaultBranch = "main";
    expect(outcome).toMatchObject({ verdict: { policy: { ref: "theirs" } } });
    expect(await shop.judged(pull)).toMatch(/^no-go/);
    expect(shop.stateOf(pull)).toBe("failure");
  });
});
