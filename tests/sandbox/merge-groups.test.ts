import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addRuleset } from "../../sandbox/rest/operations/protection.ts";
import { addStatus } from "../../sandbox/world/checks.ts";
import {
  dropMergeGroup,
  finishMergeGroup,
  makeMergeGroup,
} from "../../sandbox/world/merge-groups.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { GITHUB_ACTIONS } from "../../sandbox/world/token.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import {
  AUTHOR,
  client,
  inShop,
  query,
  type Started,
  startSandbox,
  stopBlameless,
} from "./start-sandbox.ts";

let sandbox: Started;
let told: WorldEvent[];
let production: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  const { world, repository } = sandbox;
  production = (await repository.git.branch("production")) ?? "";
  for (const name of ["a", "b", "c"]) {
    await repository.git.setRef(`refs/heads/${name}`, production);
    const changes = { [`${name}.md`]: name };
    await repository.commit(name, { changes, message: name, author: AUTHOR });
    const said = { author: "ana", title: name, body: null, base: "production", head: name };
    await openPull(world, repository, said);
  }
  addRuleset(world, repository, {
    name: "queue",
    enforcement: "active",
    include: ["refs/heads/production"],
    exclude: [],
    bypass: [],
    rules: [
      {
        type: "required_status_checks",
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: [{ context: "gate", integration_id: GITHUB_ACTIONS.id }],
        },
      },
      { type: "merge_queue" },
    ],
  });
  told = [];
  world.onEvent((event) => told.push(event));
});

afterEach(() => stopBlameless(sandbox));

const make = (...pulls: number[]) =>
  makeMergeGroup(sandbox.world, sandbox.repository, { pulls, by: "raj" });

const events = () => told.map(({ name, action, details }) => [name, action, details?.reason]);

function pass(head: string): void {
  const { world, repository } = sandbox;
  const { id: app } = GITHUB_ACTIONS;
  const creator = "github-actions[bot]";
  addStatus(world, repository, { context: "gate", state: "success", head, creator, app });
}

test("a merge group holds what its pull requests bring, on a branch of its own", async () => {
  const { repository } = sandbox;
  const group = await make(1, 2);
  expect(group.branch).toBe(`gh-readonly-queue/production/pr-2-${production}`);
  expect(await repository.git.branch(group.branch)).toBe(group.headSha);
  const tree = (await repository.git.tree(group.headSha, false)) ?? [];
  expect(tree.map(({ path }) => path)).toEqual(["README.md", "a.md", "b.md", "src"]);
  expect(await repository.git.isAncestor(production, group.headSha)).toBe(true);
  expect(events()).toEqual([
    ["pull_request", "enqueued", undefined],
    ["pull_request", "enqueued", undefined],
    ["merge_group", "checks_requested", undefined],
  ]);
});

test("the queue lists its entries, and their pull requests know it", async () => {
  const first = await make(1);
  const second = await make(2, 3);
  expect(second.baseSha).toBe(first.headSha);
  pass(first.headSha);
  const { data, errors } = await query(
    sandbox,
    inShop(`mergeQueue(branch: "production") { entries(first: 9) { nodes {
      position state enqueuer { login } pullRequest { number }
      headCommit { oid } baseCommit { oid } } } }
      main: mergeQueue(branch: "main") { id }
      pullRequest(number: 3) { isInMergeQueue isMergeQueueEnabled mergeQueueEntry { position } }`),
  );
  expect(errors).toBeUndefined();
  expect(data.repository.mergeQueue.entries.nodes).toMatchObject([
    { position: 1, state: "MERGEABLE", pullRequest: { number: 1 }, enqueuer: { login: "raj" } },
    { position: 2, state: "AWAITING_CHECKS", pullRequest: { number: 2 } },
    { position: 3, pullRequest: { number: 3 }, headCommit: { oid: second.headSha } },
  ]);
  expect(data.repository.main).toBeNull();
  expect(data.repository.pullRequest).toEqual({
    isInMergeQueue: true,
    isMergeQueueEnabled: true,
    mergeQueueEntry: { position: 3 },
  });
});

describe("a group that is done", () => {
  test("is merged once its own commit has passed", async () => {
    const { world, repository } = sandbox;
    const group = await make(1, 2);
    pass(group.headSha);
    expect(await finishMergeGroup(world, repository, group)).toBe("merged");
    expect(await repository.git.branch("production")).toBe(group.headSha);
    expect(await repository.git.branch(group.branch)).toBeNull();
    expect([1, 2, 3].map((number) => repository.pull(number).merged !== null)).toEqual([
      true,
      true,
      false,
    ]);
    expect(events().slice(4)).toEqual([
      ["merge_group", "destroyed", "merged"],
      ["pull_request", "closed", undefined],
      ["pull_request", "closed", undefined],
      ["push", null, undefined],
    ]);
  });

  test("is thrown out when only the heads of its pull requests have passed", async () => {
    const { world, repository } = sandbox;
    const group = await make(1);
    pass(repository.pull(1).headSha);
    expect(await finishMergeGroup(world, repository, group)).toBe("dequeued");
    expect(await repository.git.branch("production")).toBe(production);
    expect(repository.pull(1).state).toBe("open");
  });

  test("takes those with it that were built on it", async () => {
    const { world, repository } = sandbox;
    const first = await make(1);
    const second = await make(2);
    told.length = 0;
    await dropMergeGroup(world, repository, first, "dequeued");
    expect(events()).toEqual([
      ["merge_group", "destroyed", "invalidated"],
      ["merge_group", "destroyed", "dequeued"],
      ["pull_request", "dequeued", undefined],
      ["pull_request", "dequeued", undefined],
    ]);
    expect(await repository.git.branch(second.branch)).toBeNull();
    expect((await make(2)).baseSha).toBe(production);
  });
});

test("what conflicts, is a draft or is closed is not queued", async () => {
  const { repository } = sandbox;
  repository.pull(2).draft = true;
  repository.pull(3).state = "closed";
  await expect(make(2)).rejects.toThrow("cannot be added");
  await expect(make(3)).rejects.toThrow("cannot be added");
  const changes = { "a.md": "other" };
  await repository.commit("production", { changes, message: "x", author: AUTHOR });
  await expect(make(1)).rejects.toThrow("#1 conflicts");
  expect(repository.mergeGroups).toEqual([]);
});

test("nobody merges past the queue", async () => {
  pass(sandbox.repository.pull(1).headSha);
  const ana = client(sandbox.server, sandbox.world.userToken("ana"));
  const { status, body } = await ana("PUT /repos/acme/shop/pulls/1/merge", {});
  expect(status).toBe(405);
  expect(body.message).toContain("Changes must be made through the merge queue");
});
