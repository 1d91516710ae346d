import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import type { MergeGroup } from "../../../sandbox/world/merge-group.ts";
import { dropMergeGroup, makeMergeGroup } from "../../../sandbox/world/merge-groups.ts";
import { addReview, followBranch } from "../../../sandbox/world/pull-requests.ts";
import type { GitHubClient } from "../../../src/github/client.ts";
import { promoteAll } from "../../../src/promotion/promote-all.ts";
import { promoteGroup } from "../../../src/promotion/promote-group.ts";
import { PERMISSIONS } from "../../github/open-shop.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { CONTEXT } from "../promote-shop.ts";
import { type AttackShop, attackShop, close } from "./attack-shop.ts";

/** What a queue would land is judged as it would land, and for all that would land with it. */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [raj]}}
gates:
  - id: runbook
    rules: [{id: there, type: document, path: docs/runbook.md}]
  - id: approval
    rules: [{id: leads, type: sign-off, roles: [leads]}]
`;
const RUNBOOK = "docs/runbook.md";

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY, { [RUNBOOK]: "# Runbook\n\nCall raj.\n" });
});

afterAll(() => close(shop));

let times = 0;

async function proposed(isApproved: boolean, changes = {}): Promise<PullRequest> {
  times += 1;
  const pull = await shop.propose({ [`own-${times}.txt`]: `${times}\n`, ...changes });
  // Each can be merged after any other.
  await shop.repository.commit(pull.head.branch, {
    ...{ changes: { "src/c.txt": null }, message: "Tidy", author: AUTHOR },
  });
  await followBranch(shop.world, shop.repository, pull.head.branch, "ana");
  if (isApproved)
    addReview(shop.world, shop.repository, pull, { author: "raj", state: "APPROVED" });
  return pull;
}

const queue = (pulls: readonly PullRequest[]) =>
  makeMergeGroup(shop.world, shop.repository, {
    pulls: pulls.map(({ number }) => number),
    by: "raj",
  });

/** What the group's commit carries once the group was judged, which is no more then. */
async function said({ headSha: head }: MergeGroup, client = shop.promoting.client) {
  const group = { head, base: "production" };
  const reason = await promoteGroup(group, { ...shop.promoting, client }).then(
    (attempts) => attempts.flatMap(({ failure }) => failure?.message ?? [])[0],
    (failure: Error) => failure.message,
  );
  const statuses = shop.repository.statusesOf(head).filter(({ context }) => context === CONTEXT);
  return [statuses.map(({ state }) => state).join(" "), ...(reason === undefined ? [] : [reason])];
}

async function dropAll(): Promise<void> {
  for (const group of [...shop.repository.mergeGroups].toReversed()) {
    await dropMergeGroup(shop.world, shop.repository, group, "dequeued");
  }
}

afterEach(dropAll);

/** A workflow may not see the queue and has its commits, an app sees it. */
const SEEN = { "as a workflow": {}, "as an app": { "merge-queues": "read" } } as const;

describe.each(["as a workflow", "as an app"] as const)("%s", (who) => {
  beforeAll(() => {
    Object.assign(shop.promoting, { client: shop.client({ ...PERMISSIONS, ...SEEN[who] }) });
  });

  describe("a group passes", () => {
    test("with nobody in it who is not ready", async () => {
      const [ready, other, unready] = [
        await proposed(true),
        await proposed(true),
        await proposed(false),
      ];
      expect(await said(await queue([ready, other]))).toEqual(["success"]);
      await dropAll();
      for (const pulls of [
        [ready, unready],
        [unready, ready],
        [ready, unready, other],
      ]) {
        expect(await said(await queue(pulls))).toEqual(["failure"]);
        await dropAll();
      }
    });

    test("no more where the group before it, which it is built on, is not ready", async () => {
      const [unready, ready] = [await proposed(false), await proposed(true)];
      await queue([unready]);
      expect(await said(await queue([ready]))).toEqual(["failure"]);
    });

    test("no more where one takes away what the other rests on", async () => {
      const [taking, ready] = [await proposed(true, { [RUNBOOK]: null }), await proposed(true)];
      expect(await said(await queue([taking, ready]))).toEqual(["failure"]);
    });

    test("no more where it passed before, and an approval was dismissed since", async () => {
      const ready = await proposed(true);
      const group = await queue([ready]);
      expect(await said(group)).toEqual(["success"]);
      ready.reviews.length = 0;
      expect(await said(group)).toEqual(["success failure"]);
    });
  });

  test("a pull request that moves while its group is judged: what is said of it now is not of the group", async () => {
    const pull = await proposed(false);
    const group = await queue([pull]);
    let isDone = false;
    const { client } = shop.promoting;
    const meddling: GitHubClient = {
      request: (route, parameters) => client.request(route, parameters),
      async graphql(query, variables) {
        const answer = client.graphql(query, variables);
        await answer.catch(() => null);
        if (!isDone && query.includes("mergeQueue")) {
          isDone = true;
          const next = { changes: { "own.txt": "fine\n" }, message: "Mend", author: AUTHOR };
          await shop.repository.commit(pull.head.branch, next);
          await followBranch(shop.world, shop.repository, pull.head.branch, "ana");
          addReview(shop.world, shop.repository, pull, { author: "raj", state: "APPROVED" });
        }
        return answer;
      },
    };
    expect(await said(group, meddling)).toEqual([
      "failure",
      expect.stringMatching(/has moved since|belongs to no open pull request/),
    ]);
  });

  describe("a commit that no queue made", () => {
    const fake = async (from: PullRequest): Promise<string> => {
      const branch = `gh-readonly-queue/production/pr-${from.number}-${from.headSha}`;
      await shop.repository.git.setRef(`refs/heads/${branch}`, from.headSha);
      const changes = { [RUNBOOK]: null };
      return shop.repository.commit(branch, { changes, message: "Merge", author: AUTHOR });
    };

    test("gets nobody's pass under a name of the queue's", async () => {
      const ready = await proposed(true);
      expect(await shop.judged(ready)).toBe("go");
      const headSha = await fake(ready);
      const group = { head: headSha, base: "production" };
      await expect(promoteGroup(group, shop.promoting)).rejects.toMatchObject({
        reason: "unreadable",
      });
      expect(shop.repository.statusesOf(headSha).map(({ state }) => state)).toEqual(["failure"]);
    });

    test("not even while the same pull request is in the queue", async () => {
      const ready = await proposed(true);
      const real = await queue([ready]);
      const headSha = await fake(ready);
      await expect(
        promoteGroup({ head: headSha, base: "production" }, shop.promoting),
      ).rejects.toMatchObject({ reason: "unreadable" });
      expect(await said(real)).toEqual(["success"]);
    });

    test("nor from the sweep that a push starts", async () => {
      const headSha = await fake(await proposed(true));
      await promoteAll(shop.promoting);
      expect(shop.repository.statusesOf(headSha)).toEqual([]);
    });
  });
});
