import { afterEach, describe, expect, test } from "vitest";
import { addWorkflowRun } from "../../sandbox/world/checks.ts";
import { mergePull } from "../../sandbox/world/pull-requests.ts";
import { afterPush } from "../../sandbox/world/pushes.ts";
import { judgeDeployment } from "../../src/promotion/judge-deployment.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { type PromotedShop, promotedShop, POLICY as READY } from "./promote-shop.ts";

/**
 * Whether a commit may be deployed, by what the branch holds and by what would be judged now. `raj`
 * merges #1 into `production`, whose environment is called as the stage.
 */
const POLICY = ".github/stage-gates.yml";
const RUNBOOK = { "docs/runbook.md": "# Runbook\n\nRestart the service.\n" };

let shop: PromotedShop;

afterEach(() => stopBlameless(shop));

async function merged(files: Readonly<Record<string, string>> = RUNBOOK): Promise<string> {
  shop = await promotedShop(files);
  return mergePull(shop.world, shop.repository, shop.pull, { login: "raj" });
}

async function judged(head: string, environment = "production") {
  const { world, repository, promoting } = shop;
  const said = { path: ".github/workflows/deploy.yml", event: "push", head, actor: "ana" };
  const { id: run } = addWorkflowRun(world, repository, { ...said, status: "queued" });
  const found = await judgeDeployment({ run, environment }, promoting);
  if (found.state === "over") return { state: "over" };
  const { answer, stage, isSure } = found;
  return { ...answer, stage, isSure };
}

describe("a commit that #1 brought", () => {
  test("may go where #1 passes now, said shortly", async () => {
    expect(await judged(await merged())).toEqual({
      state: "approved",
      comment: `✅ [#1](${shop.server.addresses.html}/acme/shop/pull/1) into \`production\`, judged again just now: Ready: 1 gate passes.`,
      stage: "production",
      isSure: true,
    });
  });

  test("may go by the head of #1 as well, which the branch holds", async () => {
    await merged();
    expect(await judged(shop.pull.headSha)).toMatchObject({ state: "approved" });
  });

  test("may not where #1 was merged in spite of its verdict", async () => {
    expect(await judged(await merged({}))).toMatchObject({
      state: "rejected",
      comment: expect.stringMatching(
        /^❌ \[#1\]\(.*\) into `production`, judged again just now: 1 of 1 gate fails: runbook\. Put that right/,
      ),
      isSure: true,
    });
  });

  test("may not once the policy asks for more, whatever was said at the merge", async () => {
    const merge = await merged();
    const changes = { [POLICY]: READY.replace("docs/runbook.md", "docs/other.md") };
    await shop.repository.commit("main", { changes, message: "Ask more", author: AUTHOR });
    expect(await judged(merge)).toMatchObject({ state: "rejected" });
  });

  test("may not once what it passed by has lapsed", async () => {
    shop = await promotedShop({});
    const say = "/gate waive runbook/there --until 2026-10-02 --codes FILE-MISSING --reason 'soon'";
    shop.say("raj", say);
    const merge = await mergePull(shop.world, shop.repository, shop.pull, { login: "raj" });
    expect(await judged(merge)).toMatchObject({ state: "approved" });
    const later = shop.world.now + 3 * 86_400_000;
    Object.assign(shop.promoting, { now: () => later });
    expect(await judged(merge)).toMatchObject({ state: "rejected" });
  });

  test("may not once the branch was taken back behind it", async () => {
    const merge = await merged();
    const { repository } = shop;
    const before = (await repository.git.commitObject(merge))?.parents[0] ?? "";
    await repository.git.setRef("refs/heads/production", before);
    expect(await judged(merge)).toMatchObject({
      state: "rejected",
      comment: expect.stringContaining("is not in `production` any more"),
    });
  });

  test("may not as one of its commits that nobody judged", async () => {
    shop = await promotedShop(RUNBOOK);
    const { world, repository } = shop;
    const middle = shop.pull.headSha;
    const change = { changes: { "src/c.txt": "c" }, message: "Add c", author: AUTHOR };
    await repository.commit("main", change);
    await afterPush(world, repository, { branch: "main", before: middle, by: "ana" });
    await mergePull(world, repository, shop.pull, { login: "raj" });
    expect(await judged(middle)).toMatchObject({
      state: "rejected",
      comment: expect.stringContaining("is in the middle of [#1]"),
    });
  });
});

describe("a commit that no pull request brought may not go", () => {
  test("pushed to the branch", async () => {
    await merged();
    const changes = { "src/d.txt": "d" };
    const head = await shop.repository.commit("production", {
      ...{ changes, message: "Hot fix", author: AUTHOR },
    });
    expect(await judged(head)).toMatchObject({
      state: "rejected",
      comment: expect.stringContaining("No merged pull request into a branch of `production`"),
    });
  });

  test("asked for by a pull request that is open still", async () => {
    shop = await promotedShop(RUNBOOK);
    expect(await judged(shop.pull.headSha)).toMatchObject({ state: "rejected" });
  });
});

describe("an environment", () => {
  test.each([
    { what: "in other letters", environment: "Production", stated: null, state: "approved" },
    {
      what: "that the stage names",
      environment: "live EU",
      stated: "[Live eu]",
      state: "approved",
    },
    {
      what: "of the stage's name where it names others",
      environment: "production",
      stated: "[live]",
      state: "rejected",
    },
    { what: "of no stage", environment: "staging", stated: null, state: "rejected" },
  ])("$what: $state", async ({ environment, stated, state }) => {
    const policy =
      stated === null
        ? READY
        : READY.replace(
            "branches: [production]",
            `branches: [production], environments: ${stated}`,
          );
    const merge = await merged({ ...RUNBOOK, [POLICY]: policy });
    expect(await judged(merge, environment)).toMatchObject({ state });
  });
});

test("a name of an environment forges no lines and calls nobody", async () => {
  expect(await judged(await merged(), "x`\n\n# ✅ @all")).toMatchObject({
    state: "rejected",
    comment: expect.stringMatching(/^❌ The environment ``x` # ✅ @all`` belongs to no stage/),
  });
});

describe("what cannot be judged may not go, and says why", () => {
  test("by a policy with problems", async () => {
    const merge = await merged();
    const changes = { [POLICY]: "version: 1\nstagez: []\n" };
    await shop.repository.commit("main", { changes, message: "Break it", author: AUTHOR });
    expect(await judged(merge)).toMatchObject({
      state: "rejected",
      comment: expect.stringContaining("The policy has problems"),
    });
  });

  test.each([
    { what: "GitHub fails", path: "/graphql", from: 1, status: 502 },
    { what: "its pull requests are not shown", path: "/graphql", from: 2, status: 403 },
    { what: "the pull request is not shown", path: "/graphql", from: 4, status: 502 },
    { what: "its ancestry is not told", path: "/compare/", from: 1, status: 500 },
  ])("where $what", async ({ path, from, status }) => {
    const merge = await merged();
    shop.server.faults.plan({
      fault: { kind: "answer", status, body: { message: "no" } },
      matches: ({ url }) => url?.includes(path) === true,
      from,
    });
    expect(await judged(merge)).toMatchObject({ state: "rejected", isSure: false });
  });
});

test("a run that is gone or over waits for nothing", async () => {
  const merge = await merged();
  const { world, repository, promoting } = shop;
  const said = { path: ".github/workflows/deploy.yml", event: "push", head: merge, actor: "ana" };
  const { id: run } = addWorkflowRun(world, repository, said);
  const environment = "production";
  expect(await judgeDeployment({ run, environment }, promoting)).toEqual({ state: "over" });
  expect(await judgeDeployment({ run: 4711, environment }, promoting)).toEqual({ state: "over" });
});
