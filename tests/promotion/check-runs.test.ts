import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { installApp, registerApp } from "../../sandbox/world/apps.ts";
import { rerequestRun } from "../../sandbox/world/check-suites.ts";
import { addCheckRun, addStatus } from "../../sandbox/world/checks.ts";
import { makeMergeGroup } from "../../sandbox/world/merge-groups.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { attempt } from "../../src/promotion/promote-all.ts";
import { promoteGroup } from "../../src/promotion/promote-group.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { CONTEXT, POLICY, type PromotedShop, promotedShop } from "./promote-shop.ts";

let shop: PromotedShop;

afterEach(() => stopBlameless(shop));

const POLICY_FILE = ".github/stage-gates.yml";
const CHECKLIST = `version: 1
stages:
  - {id: production, branches: [production]}
gates:
  - id: data
    title: Data
    rules:
      - {id: list, type: checklist, extra: require, items: [{id: item-0}]}
`;
const RUNBOOK = { "docs/runbook.md": "Do not panic.\n" };

/** A readiness document whose first item stands in line 3. */
const items = (count: number, ticked = 0) =>
  `## Data\n\n${Array.from({ length: count }, (_, at) => `- [${at < ticked ? "x" : " "}] \`item-${at}\` Item ${at}\n`).join("")}`;

const checklist = (count: number, ticked = 0) =>
  promotedShop({ [POLICY_FILE]: CHECKLIST, "READINESS.md": items(count, ticked) }, "app");

/** Requests since then, by operation; those of GraphQL are reads. */
function asked(since: number) {
  const operations = shop.server.traffic.exchanges.slice(since).map(({ operation }) => operation);
  return operations.filter(
    (operation) => operation?.startsWith("checks/") || operation === "graphql",
  );
}

const count = () => shop.server.traffic.exchanges.length;
const writes = (since: number) =>
  shop.server.traffic.exchanges
    .slice(since)
    .filter(({ method, operation }) => method !== "GET" && operation !== "graphql")
    .map(({ operation }) => operation);

describe("the app says its verdict by a check run", () => {
  test("with what blocks, where, and a button", async () => {
    shop = await checklist(2, 1);
    await shop.promote();
    expect(shop.status()).toBeUndefined();
    expect(shop.runs()).toMatchObject([
      {
        status: "completed",
        conclusion: "failure",
        title: "1 of 1 gate fails: data",
        annotations: [
          {
            path: "READINESS.md",
            start_line: 4,
            end_line: 4,
            annotation_level: "failure",
            title: "Data gate",
          },
        ],
        actions: [{ label: "Re-evaluate", identifier: "reevaluate" }],
        detailsUrl: expect.stringMatching(/\/acme\/shop\/pull\/1$/),
      },
    ]);
    const [run] = shop.runs();
    expect(run?.summary).toContain("**1. Data:**");
    expect(run?.summary).toContain("Checked commit");
    expect(run?.text).toContain("The policy is made of `.github/stage-gates.yml`.");
    const policy = await shop.repository.git.branch("main");
    expect(run?.externalId.split(":").slice(0, 2)).toEqual(["v1", policy]);
  });

  test("and beside it the same comment as ever", async () => {
    shop = await checklist(2, 1);
    await shop.promote();
    expect(shop.comments()).toHaveLength(1);
    expect(shop.comments()[0]?.body).toContain("Blocked: 1 of 1 gate fails");
  });

  test("which takes three queries and writes nothing where nothing has changed", async () => {
    shop = await checklist(2, 1);
    await shop.promote();
    const since = count();
    await shop.promote();
    expect(asked(since)).toEqual(["graphql", "graphql", "graphql"].slice(0, asked(since).length));
    expect(asked(since).length).toBeLessThanOrEqual(3);
    expect(writes(since)).toEqual([]);
  });

  test.each([
    { what: "a pass", files: RUNBOOK, policy: POLICY, conclusion: "success" },
    { what: "a block", files: {}, policy: POLICY, conclusion: "failure" },
    {
      what: "a block, where the policy calls that waiting",
      files: {},
      policy: `${POLICY}blocked_as: pending\n`,
      conclusion: "action_required",
    },
    {
      what: "what only would block",
      files: {},
      policy: `${POLICY}mode: advisory\n`,
      conclusion: "success",
    },
    { what: "a broken policy", files: RUNBOOK, policy: "version: 2\n", conclusion: "failure" },
  ])("$what is $conclusion", async ({ files, policy, conclusion }) => {
    shop = await promotedShop({ ...files, [POLICY_FILE]: policy }, "app");
    await shop.promote();
    const own = shop.repository.runsOf(shop.pull.headSha);
    expect(own.map((run) => run.conclusion)).toEqual([conclusion]);
  });
});

describe("another verdict on the same commit", () => {
  /** A policy without the file that blocks, so that the head stays what it is. */
  const relent = (policy: string) =>
    shop.repository.commit("main", {
      changes: { [POLICY_FILE]: policy },
      message: "Relent",
      author: AUTHOR,
    });

  /** A pull request from a branch of its own, so that the policy can change without its head. */
  async function elsewhere() {
    const { world, repository } = shop;
    const { headSha } = shop.pull;
    await repository.git.setRef("refs/heads/release", headSha);
    const changes = { "src/b.txt": "b\n" };
    await repository.commit("release", { changes, message: "Change", author: AUTHOR });
    const said = { author: "ana", title: "Release", body: null, base: "production" };
    const pull = await openPull(world, repository, { ...said, head: "release" });
    return () => repository.runsOf(pull.headSha);
  }

  test("is written over the old one where the lines stay the same", async () => {
    shop = await promotedShop({}, "app");
    const runs = await elsewhere();
    await shop.promote(2);
    await relent(`${POLICY}mode: advisory\n`);
    await shop.promote(2);
    expect(runs().map(({ conclusion }) => conclusion)).toEqual(["success"]);
    await relent(POLICY);
    await shop.promote(2);
    expect(runs().map(({ conclusion }) => conclusion)).toEqual(["failure"]);
  });

  test("is a new one where GitHub would show old remarks beside lines", async () => {
    shop = await checklist(2, 1);
    const runs = await elsewhere();
    await shop.promote(2);
    await relent(POLICY.replace("docs/runbook.md", "READINESS.md"));
    await shop.promote(2);
    expect(runs()).toMatchObject([
      { conclusion: "failure", annotations: [{ start_line: 4 }] },
      { conclusion: "success", annotations: [] },
    ]);
  });

  test("is written again where somebody asked for the run again", async () => {
    shop = await promotedShop(RUNBOOK, "app");
    await shop.promote();
    const [run] = shop.runs();
    if (run === undefined) throw new Error("there is no run");
    rerequestRun(shop.world, shop.repository, run, { by: "raj" });
    Object.assign(run, { status: "queued", conclusion: null });
    await shop.promote();
    expect(shop.runs()).toMatchObject([{ status: "completed", conclusion: "success" }]);
  });
});

describe("remarks beyond fifty", () => {
  test("follow, 200 of them, and the rest is counted", async () => {
    shop = await checklist(240);
    const since = count();
    await shop.promote();
    const made = writes(since).filter((operation) => operation?.startsWith("checks/"));
    expect(made).toEqual(["checks/create", "checks/update", "checks/update", "checks/update"]);
    const [run] = shop.runs();
    const lines = run?.annotations.map(({ start_line: line }) => line);
    expect(lines).toEqual(Array.from({ length: 200 }, (_, at) => at + 3));
    expect(run?.summary).toContain(
      "200 findings are shown at their lines, 40 more in the details.",
    );
    const again = count();
    await shop.promote();
    expect(writes(again)).toEqual([]);
  });

  test.each([
    { what: "is lost", fault: { kind: "answer", status: 502 } as const },
    { what: "is answered by nothing", fault: { kind: "cut-after" } as const },
  ])("are completed where a request $what", async ({ fault }) => {
    shop = await checklist(120);
    const matches = ({ url, method }: Pick<IncomingMessage, "url" | "method">) =>
      method === "PATCH" && (url ?? "").includes("/check-runs/");
    shop.server.faults.plan({ fault, matches });
    await shop.promote();
    await shop.promote();
    const runs = shop.runs();
    expect(runs).toHaveLength(1);
    const lines = runs[0]?.annotations.map(({ start_line: line }) => line);
    expect(lines).toEqual(Array.from({ length: 120 }, (_, at) => at + 3));
    const since = count();
    await shop.promote();
    expect(writes(since)).toEqual([]);
  });
});

test("what GitHub did although it did not answer is not done again", async () => {
  shop = await promotedShop({}, "app");
  shop.server.faults.plan({
    fault: { kind: "cut-after" },
    matches: ({ url, method }) => method === "POST" && (url ?? "").endsWith("/check-runs"),
  });
  const first = await shop.promote();
  expect(first.applied.some(({ failure }) => failure !== null)).toBe(true);
  await shop.promote();
  expect(shop.runs()).toHaveLength(1);
});

describe("what others call theirs is not ours", () => {
  test("neither a check run of our name, nor our external id, nor a status", async () => {
    shop = await promotedShop({}, "app");
    await shop.promote();
    const { world, repository, pull } = shop;
    const [own] = shop.runs();
    const { app } = registerApp(world, { slug: "evil", permissions: { checks: "write" } });
    installApp(world, app, { account: "acme", by: "raj" });
    const head = pull.headSha;
    const forged = { name: CONTEXT, head, app: app.id, externalId: own?.externalId ?? "" };
    addCheckRun(world, repository, { ...forged, conclusion: "success" });
    const status = { context: CONTEXT, state: "success", creator: "raj" } as const;
    addStatus(world, repository, { ...status, head });
    const since = count();
    await shop.promote();
    expect(writes(since)).toEqual([]);
    repository.checkRuns.splice(repository.checkRuns.indexOf(own as never), 1);
    await shop.promote();
    expect(shop.runs()).toMatchObject([{ conclusion: "failure" }]);
  });
});

describe("a pass is taken back", () => {
  test("where it cannot be judged", async () => {
    shop = await promotedShop(RUNBOOK, "app");
    await shop.promote();
    const broken = { ...shop.promoting, now: () => Number.NaN };
    const { failure } = await attempt(1, broken);
    expect(failure).not.toBeNull();
    expect(shop.runs()).toMatchObject([{ conclusion: "failure", title: "Could not evaluate" }]);
  });
});

describe("a merge group", () => {
  test.each([
    { what: "passes", files: RUNBOOK, conclusion: "success" },
    { what: "fails", files: {}, conclusion: "failure" },
  ])("$what by a check run on its own commit", async ({ files, conclusion }) => {
    shop = await promotedShop(files, "app");
    const group = await makeMergeGroup(shop.world, shop.repository, { pulls: [1], by: "raj" });
    const about = { head: group.headSha, base: "production" };
    await promoteGroup(about, shop.promoting);
    const since = count();
    await promoteGroup(about, shop.promoting);
    expect(writes(since)).toEqual([]);
    const runs = shop.repository.runsOf(group.headSha);
    expect(runs).toMatchObject([{ name: CONTEXT, conclusion }]);
    expect(shop.runs()).toEqual([]);
  });

  test("that the queue does not hold fails, once", async () => {
    shop = await promotedShop(RUNBOOK, "app");
    const head = shop.pull.headSha;
    for (const _ of [1, 2]) {
      await expect(promoteGroup({ head, base: "production" }, shop.promoting)).rejects.toThrow();
    }
    expect(shop.runs()).toMatchObject([{ conclusion: "failure", title: "Could not evaluate" }]);
  });
});
