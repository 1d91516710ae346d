import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addCheckRun, addStatus, addWorkflowRun } from "../../sandbox/world/checks.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { GITHUB_ACTIONS } from "../../sandbox/world/token.ts";
import {
  client,
  inShop,
  query,
  type Started,
  startSandbox,
  stopBlameless,
} from "./start-sandbox.ts";

let sandbox: Started;
let ana: ReturnType<typeof client>;
let head: string;
const REPO = "/repos/acme/shop";

beforeEach(async () => {
  sandbox = await startSandbox();
  ana = client(sandbox.server, sandbox.world.userToken("ana"));
  head = (await sandbox.repository.git.branch("main")) ?? "";
});

afterEach(() => stopBlameless(sandbox));

function run(conclusion: string, event = "push") {
  const { world, repository } = sandbox;
  return addWorkflowRun(world, repository, {
    path: ".github/workflows/ci.yml",
    name: "CI",
    event,
    head,
    branch: "main",
    actor: "ana",
    conclusion,
    jobs: ["build", { name: "lint", conclusion: "success" }],
  });
}

const ROLLUP = `object(expression: "main") { ... on Commit { statusCheckRollup { state
  contexts(first: 100) { totalCount checkRunCount nodes { __typename
    ... on StatusContext { context state creator { __typename login } }
    ... on CheckRun { name status conclusion checkSuite { app { slug databaseId }
      workflowRun { event runNumber workflow { name } file { path } } } } } } } } }`;

async function rollup() {
  const { data } = await query(sandbox, inShop(ROLLUP));
  return data.repository.object.statusCheckRollup;
}

describe("what is said of a commit", () => {
  test("is nothing at first", async () => {
    expect(await rollup()).toBeNull();
    expect((await ana(`GET ${REPO}/commits/main/check-runs`)).body.check_runs).toEqual([]);
  });

  test("comes from apps, workflows and people, and says from whom", async () => {
    const { world, repository } = sandbox;
    const scanner = world.addApp("scanner");
    run("success");
    addCheckRun(world, repository, { app: scanner.id, name: "build", head, conclusion: "neutral" });
    addStatus(world, repository, { context: "deploy", state: "success", head, creator: "raj" });
    const { id: app } = GITHUB_ACTIONS;
    const creator = "github-actions[bot]";
    addStatus(world, repository, { context: "gate", state: "success", head, creator, app });
    const found = await rollup();
    const suiteOf = { app: { slug: "github-actions", databaseId: 15368 } };
    const workflowRun = {
      event: "push",
      runNumber: 1,
      workflow: { name: "CI" },
      file: { path: ".github/workflows/ci.yml" },
    };
    expect(found).toMatchObject({
      state: "SUCCESS",
      contexts: { totalCount: 5, checkRunCount: 3 },
    });
    expect(found.contexts.nodes).toMatchObject([
      { name: "build", conclusion: "SUCCESS", checkSuite: { ...suiteOf, workflowRun } },
      { name: "lint", checkSuite: { ...suiteOf, workflowRun } },
      {
        name: "build",
        conclusion: "NEUTRAL",
        checkSuite: { app: { slug: "scanner" }, workflowRun: null },
      },
      { context: "deploy", creator: { __typename: "User", login: "raj" } },
      { context: "gate", creator: { __typename: "Bot", login: "github-actions" } },
    ]);
  });

  test.each([
    { conclusion: "success", state: "SUCCESS" },
    { conclusion: "skipped", state: "SUCCESS" },
    { conclusion: "failure", state: "FAILURE" },
    { conclusion: "timed_out", state: "FAILURE" },
  ])("is $state after a job that ended with $conclusion", async ({ conclusion, state }) => {
    run(conclusion);
    expect(await rollup()).toMatchObject({ state });
  });

  test("is pending while a job runs", async () => {
    const { world, repository } = sandbox;
    const { id: app } = GITHUB_ACTIONS;
    addCheckRun(world, repository, { app, name: "build", head, status: "in_progress" });
    expect(await rollup()).toMatchObject({ state: "PENDING" });
  });

  test("is the newest run of a name", async () => {
    run("failure");
    run("success");
    expect(await rollup()).toMatchObject({ state: "SUCCESS", contexts: { totalCount: 2 } });
  });
});

describe("workflow runs", () => {
  beforeEach(() => {
    run("failure");
    run("success");
    run("success", "schedule");
  });

  test.each([
    { path: "actions/runs", numbers: [3, 2, 1] },
    { path: "actions/workflows/ci.yml/runs", numbers: [3, 2, 1] },
    { path: "actions/runs?event=schedule", numbers: [3] },
    { path: "actions/runs?status=failure&branch=main", numbers: [1] },
    { path: "actions/runs?branch=other", numbers: [] },
    { path: "actions/workflows/ci.yml/runs?per_page=1&page=2", numbers: [2] },
  ])("$path", async ({ path, numbers }) => {
    const { status, body } = await ana(`GET ${REPO}/${path}`);
    expect(status).toBe(200);
    const found = body.workflow_runs as readonly { run_number: number; head_sha: string }[];
    expect(found.map((one) => one.run_number)).toEqual(numbers);
    expect(found.every((one) => one.head_sha === head)).toBe(true);
  });

  test("one by one, with the checks that came of it", async () => {
    const { body } = await ana(`GET ${REPO}/actions/runs`);
    const [first] = body.workflow_runs;
    const one = await ana(`GET ${REPO}/actions/runs/${first.id}`);
    expect(one.body).toMatchObject({ event: "schedule", path: ".github/workflows/ci.yml" });
    const suites = await ana(`GET ${REPO}/commits/main/check-suites`);
    expect(suites.body.check_suites.map(({ id }: { id: number }) => id)).toContain(
      first.check_suite_id,
    );
    const workflows = await ana(`GET ${REPO}/actions/workflows`);
    expect(workflows.body.workflows).toMatchObject([{ name: "CI", state: "active" }]);
  });

  test.each(["actions/runs/7", "actions/workflows/none.yml/runs", "check-runs/7"])(
    "there is no %s",
    async (path) => {
      expect((await ana(`GET ${REPO}/${path}`)).status).toBe(404);
    },
  );
});

describe("a private repository", () => {
  test.each([
    { path: "actions/runs", permission: "actions" },
    { path: "commits/main/check-runs", permission: "checks" },
    { path: "commits/main/statuses", permission: "statuses" },
  ])("$path takes `$permission: read`", async ({ path, permission }) => {
    const { world, server } = sandbox;
    const secret = await world.addRepository("acme/secret", { isPrivate: true });
    const author = { name: "Ana", email: "ana@acme.test", at: world.now };
    await secret.commit("main", { changes: { "a.md": "a" }, message: "x", author });
    const ask = (granted: Record<string, "read">) =>
      client(server, world.workflowToken("acme/secret", granted))(`GET /repos/acme/secret/${path}`);
    const refused = await ask({ metadata: "read" });
    expect(refused.status).toBe(403);
    expect(refused.headers.get("x-accepted-github-permissions")).toBe(`${permission}=read`);
    expect((await ask({ [permission]: "read" })).status).toBe(200);
  });
});

test("whether a check is required depends on the base of the pull request", async () => {
  const { world, repository } = sandbox;
  await openPull(world, repository, {
    author: "ana",
    title: "Release",
    body: null,
    base: "production",
    head: "main",
  });
  repository.protections.set("production", {
    checks: [{ context: "build", app: GITHUB_ACTIONS.id }],
    strict: false,
    enforceAdmins: false,
    approvals: null,
    codeOwners: false,
  });
  run("success");
  const { data } = await query(
    sandbox,
    inShop(`pullRequest(number: 1) { statusCheckRollup { contexts(first: 9) { nodes {
      ... on CheckRun { name isRequired(pullRequestNumber: 1) } } } } }`),
  );
  expect(data.repository.pullRequest.statusCheckRollup.contexts.nodes).toEqual([
    { name: "build", isRequired: true },
    { name: "lint", isRequired: false },
  ]);
});
