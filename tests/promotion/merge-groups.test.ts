import { afterEach, describe, expect, test } from "vitest";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { makeMergeGroup } from "../../sandbox/world/merge-groups.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { promoteGroup } from "../../src/promotion/promote-group.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { CONTEXT, type PromotedShop, promotedShop } from "./promote-shop.ts";

/** A gate that looks at the pull request, not at what lands: names matter. */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [raj]}}
gates:
  - id: approval
    rules: [{id: leads, type: sign-off, roles: [leads]}]
`;

let shop: PromotedShop;

afterEach(() => stopBlameless(shop));

/** Another promotion, with a commit of its own. */
async function another(author: string, head: string): Promise<PullRequest> {
  const { world, repository } = shop;
  await repository.git.setRef(`refs/heads/${head}`, shop.pull.headSha);
  await repository.commit(head, { changes: { [head]: head }, message: head, author: AUTHOR });
  return openPull(world, repository, { author, title: head, body: null, head, base: "production" });
}

function approve(pull: PullRequest): void {
  pull.reviews.push({
    ...{ id: shop.world.nextId(), author: "raj", state: "APPROVED", body: "", edits: [] },
    ...{ commit: pull.headSha, submitted: shop.world.now, minimized: false, dismissal: null },
  });
}

const stateOn = (sha: string) =>
  shop.repository.statusesOf(sha).findLast(({ context }) => context === CONTEXT)?.state;

/** Judges the last group, and says which pull requests it was found to hold. */
async function judged(head: string): Promise<readonly number[]> {
  const attempts = await promoteGroup({ head, base: "production" }, shop.promoting);
  return attempts.map(({ number }) => number);
}

const point = (branch: string, to: string) =>
  shop.repository.git.setRef(`refs/heads/gh-readonly-queue/production/${branch}`, to);

describe.each([
  { token: "that may not read the queue", sees: false },
  { token: "that may", sees: true },
])("a group of a merge queue, to a token $token", ({ sees }) => {
  async function start(): Promise<void> {
    shop = await promotedShop({ ".github/stage-gates.yml": POLICY });
    shop.world.workflowsReadQueues = sees;
  }

  test.each(["merge", "squash"] as const)("holds what it was made of by a %s", async (method) => {
    await start();
    const second = await another("ana", "second");
    approve(shop.pull);
    const queue = { by: "raj", method };
    const { world, repository } = shop;
    const first = await makeMergeGroup(world, repository, { ...queue, pulls: [1] });
    const then = await makeMergeGroup(world, repository, { ...queue, pulls: [second.number] });
    expect(await judged(first.headSha)).toEqual([1]);
    expect(stateOn(first.headSha)).toBe("success");
    expect(await judged(then.headSha)).toEqual([1, second.number]);
    expect(stateOn(then.headSha)).toBe("failure");
    approve(second);
    await judged(then.headSha);
    expect(stateOn(then.headSha)).toBe("success");
  });

  test("holds all that were put into it at once", async () => {
    await start();
    const second = await another("ana", "second");
    const pulls = [1, second.number];
    const group = await makeMergeGroup(shop.world, shop.repository, { pulls, by: "raj" });
    expect(await judged(group.headSha)).toEqual(pulls);
  });

  test.each(["merge", "squash"] as const)(
    "does not pass under the name of an innocent pull request, made by a %s",
    async (method) => {
      await start();
      const innocent = await another("ana", "innocent");
      approve(innocent);
      const { world, repository } = shop;
      shop.pull.title = `Innocent (#${innocent.number})`;
      const group = await makeMergeGroup(world, repository, { pulls: [1], by: "raj", method });
      await point(`pr-${innocent.number}-${group.baseSha}`, group.headSha);
      expect(await judged(group.headSha)).toContain(1);
      expect(stateOn(group.headSha)).toBe("failure");
    },
  );
});

describe("a commit that the queue's branches and the pull requests do not account for", () => {
  test.each<{ what: string; make(): Promise<string> }>([
    {
      what: "is of nobody's pull request",
      make: async () => {
        const { git } = shop.repository;
        await git.setRef("refs/heads/stray", shop.pull.headSha);
        const author = AUTHOR;
        await shop.repository.commit("stray", { changes: { a: "a" }, message: "Stray", author });
        return (await git.branch("stray")) ?? "";
      },
    },
    {
      what: "is of a pull request that has moved since",
      make: async () => {
        const group = await makeMergeGroup(shop.world, shop.repository, { pulls: [1], by: "raj" });
        shop.pull.headSha = group.baseSha;
        return group.headSha;
      },
    },
    {
      what: "is of a pull request that was closed",
      make: async () => {
        const { world, repository } = shop;
        const said = { pulls: [1], by: "raj", method: "squash" } as const;
        const group = await makeMergeGroup(world, repository, said);
        shop.pull.state = "closed";
        return group.headSha;
      },
    },
    {
      what: "lies behind one that does",
      make: async () => {
        const { world, repository } = shop;
        const said = { pulls: [1], by: "raj", method: "squash" } as const;
        const before = await makeMergeGroup(world, repository, said);
        const second = await another("ana", "second");
        const pulls = [second.number];
        const { headSha } = await makeMergeGroup(world, repository, { pulls, by: "raj" });
        await repository.git.setRef(`refs/heads/${before.branch}`, null);
        return headSha;
      },
    },
  ])("which $what, does not pass", async ({ make }) => {
    shop = await promotedShop({ ".github/stage-gates.yml": POLICY });
    approve(shop.pull);
    const head = await make();
    await expect(promoteGroup({ head, base: "production" }, shop.promoting)).rejects.toThrow(
      "merge-queues: read",
    );
    expect(stateOn(head)).toBe("failure");
  });
});
