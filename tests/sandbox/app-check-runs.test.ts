import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Installation } from "../../sandbox/world/app.ts";
import { installApp, type RegisteredApp, registerApp } from "../../sandbox/world/apps.ts";
import { mergeBlockers } from "../../sandbox/world/mergeability.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { GITHUB_ACTIONS, type Permissions } from "../../sandbox/world/token.ts";
import { client, inShop, query, type Started, startSandbox } from "./start-sandbox.ts";

let sandbox: Started;
let gates: RegisteredApp;
let installation: Installation;
let head: string;
const REPO = "/repos/acme/shop";
const NAME = "stage-gates / production";

beforeEach(async () => {
  expected = [];
  sandbox = await startSandbox();
  ({ app: gates, installation } = install("gates", { checks: "write", contents: "read" }));
  head = (await sandbox.repository.git.branch("main")) ?? "";
});

/** What requests were wrong by GitHub's own description. */
let expected: readonly unknown[] = [];

afterEach(async () => {
  const { violations } = sandbox.server.traffic;
  await sandbox.stop();
  expect(violations).toEqual(expected);
});

function install(slug: string, permissions: Permissions) {
  const { world } = sandbox;
  const app = registerApp(world, { slug, permissions });
  return { app, installation: installApp(world, app.app, { account: "acme", by: "raj" }) };
}

function as(of: Installation) {
  return client(sandbox.server, sandbox.world.installationToken(of));
}

const remark = (line: number) => ({
  path: "README.md",
  start_line: line,
  end_line: line,
  annotation_level: "failure",
  message: "No owner is named",
});

describe("an app says of a commit what it found", () => {
  test("at once, or step by step, with remarks that add up", async () => {
    const { body: run, status } = await as(installation)(`POST ${REPO}/check-runs`, {
      name: NAME,
      head_sha: head,
      external_id: "policy:1",
      status: "in_progress",
      output: { title: "Checking", summary: "…", annotations: [remark(1)] },
    });
    expect(status).toBe(201);
    expect(run).toMatchObject({ status: "in_progress", conclusion: null, app: { slug: "gates" } });
    const one = `${REPO}/check-runs/${run.id}`;
    const changes = {
      conclusion: "failure",
      output: { title: "2 gates block", summary: "s", text: "t", annotations: [remark(2)] },
      actions: [{ label: "Re-evaluate", description: "Judge it again", identifier: "evaluate" }],
    };
    const { body: done } = await as(installation)(`PATCH ${one}`, changes);
    expect(done).toMatchObject({
      status: "completed",
      conclusion: "failure",
      external_id: "policy:1",
      output: { title: "2 gates block", text: "t", annotations_count: 2 },
    });
    const { body: remarks } = await as(installation)(`GET ${one}/annotations`);
    expect(remarks.map((each: { start_line: number }) => each.start_line)).toEqual([1, 2]);
    const again = await as(installation)(`PATCH ${one}`, { status: "in_progress" });
    expect(again.body).toMatchObject({ conclusion: null, completed_at: null });
  });

  test("and its remarks are there for queries, too", async () => {
    await as(installation)(`POST ${REPO}/check-runs`, {
      name: NAME,
      head_sha: head,
      output: { title: "t", summary: "s", annotations: [remark(3)] },
    });
    const text = inShop(`object(expression: "main") { ... on Commit { statusCheckRollup {
      contexts(first: 1) { nodes { ... on CheckRun { annotations(first: 9) { nodes {
        path annotationLevel message location { start { line } } } } } } } } } }`);
    const { data } = await query(sandbox, text);
    const [run] = data.repository.object.statusCheckRollup.contexts.nodes;
    expect(run.annotations.nodes).toMatchObject([
      { path: "README.md", annotationLevel: "FAILURE", location: { start: { line: 3 } } },
    ]);
  });

  test("and its run names the pull requests of that commit", async () => {
    const { world, repository } = sandbox;
    const said = { author: "ana", title: "Release", body: null, base: "production", head: "main" };
    await openPull(world, repository, said);
    const { body } = await as(installation)(`POST ${REPO}/check-runs`, {
      name: NAME,
      head_sha: head,
    });
    expect(body.pull_requests).toMatchObject([{ number: 1, base: { ref: "production" } }]);
    expect(body).toMatchObject({ status: "queued" });
  });
});

describe("GitHub refuses", () => {
  const output = (more: object) => ({ output: { title: "t", summary: "s", ...more } });
  const buttons = (count: number, label = "x") =>
    Array.from({ length: count }, () => ({ label, description: "d", identifier: "i" }));

  test.each([
    { what: "a summary of 65,536 bytes", said: output({ summary: "ü".repeat(32_768) }) },
    { what: "a text of 65,536 bytes", said: output({ text: "ü".repeat(32_768) }) },
    { what: "a title of 256 characters", said: output({ title: "x".repeat(256) }) },
    {
      what: "remarks that end before they begin",
      said: output({ annotations: [{ ...remark(3), end_line: 2 }] }),
    },
    {
      what: "columns over several lines",
      said: output({ annotations: [{ ...remark(3), end_line: 4, start_column: 1 }] }),
    },
    { what: "the end without a conclusion", said: { status: "completed" } },
    { what: "a commit there is not", said: { head_sha: "0".repeat(40) } },
    { what: "the conclusion that is its own", said: { conclusion: "stale" } },
  ])("$what", async ({ said }) => {
    const body = { name: NAME, head_sha: head, ...said };
    expect((await as(installation)(`POST ${REPO}/check-runs`, body)).status).toBe(422);
    expect(sandbox.repository.checkRuns).toEqual([]);
  });

  test.each([
    {
      what: "51 remarks",
      said: output({ annotations: Array.from({ length: 51 }, () => remark(1)) }),
    },
    { what: "a summary of 65,536 characters", said: output({ summary: "x".repeat(65_536) }) },
    { what: "4 buttons", said: { actions: buttons(4) } },
    { what: "a label of 21 characters", said: { actions: buttons(1, "x".repeat(21)) } },
    { what: "a key that it does not know", said: { colour: "red" } },
  ])("$what, and it is noted as what no program may send", async ({ said }) => {
    const body = { name: NAME, head_sha: head, ...said };
    expect((await as(installation)(`POST ${REPO}/check-runs`, body)).status).toBe(422);
    expected = [expect.stringContaining("checks/create")];
  });
});

describe("a check run belongs to its app", () => {
  test.each([
    { who: "the app", token: () => sandbox.world.installationToken(installation), status: 200 },
    {
      who: "another app",
      token: () => {
        const other = install("evil", { checks: "write" });
        return sandbox.world.installationToken(other.installation);
      },
      status: 403,
    },
    {
      who: "a workflow",
      token: () => sandbox.world.workflowToken("acme/shop", { checks: "write" }),
      status: 403,
    },
    { who: "who administers", token: () => sandbox.world.userToken("raj"), status: 403 },
    {
      who: "the app without the permission",
      token: () =>
        sandbox.world.installationToken(installation, { permissions: { checks: "read" } }),
      status: 403,
    },
  ])("$who changes it: $status", async ({ token, status }) => {
    const { body: run } = await as(installation)(`POST ${REPO}/check-runs`, {
      name: NAME,
      head_sha: head,
      conclusion: "failure",
    });
    const ask = client(sandbox.server, token());
    const forged = await ask(`PATCH ${REPO}/check-runs/${run.id}`, { conclusion: "success" });
    expect(forged.status).toBe(status);
    const now = (await as(installation)(`GET ${REPO}/check-runs/${run.id}`)).body.conclusion;
    expect(now).toBe(status === 200 ? "success" : "failure");
  });

  test("and people make none", async () => {
    const ask = client(sandbox.server, sandbox.world.userToken("raj"));
    const { status } = await ask(`POST ${REPO}/check-runs`, { name: NAME, head_sha: head });
    expect(status).toBe(403);
  });
});

describe("a branch that waits for the check of one app", () => {
  const required = (kind: "ruleset" | "protection", app: number) => {
    const { repository, world } = sandbox;
    if (kind === "protection") {
      const rest = { strict: false, enforceAdmins: true, approvals: null, codeOwners: false };
      repository.protections.set("production", { checks: [{ context: NAME, app }], ...rest });
      return;
    }
    const checks = [{ context: NAME, integration_id: app }];
    const parameters = {
      required_status_checks: checks,
      strict_required_status_checks_policy: false,
    };
    repository.rulesets.push({
      id: world.nextId(),
      name: "production",
      enforcement: "active",
      include: ["refs/heads/production"],
      exclude: [],
      bypass: [],
      rules: [{ type: "required_status_checks", parameters }],
    });
  };

  test.each(["ruleset", "protection"] as const)("takes it from no other: %s", async (kind) => {
    const { world, repository } = sandbox;
    const said = { author: "ana", title: "Release", body: null, base: "production", head: "main" };
    const pull = await openPull(world, repository, said);
    required(kind, gates.app.id);
    const blockers = () => mergeBlockers(world, repository, pull);
    const body = { name: NAME, head_sha: head, conclusion: "success" };
    const evil = install("evil", { checks: "write" });
    await as(evil.installation)(`POST ${REPO}/check-runs`, body);
    const workflow = client(
      sandbox.server,
      world.workflowToken("acme/shop", { checks: "write", statuses: "write" }),
    );
    await workflow(`POST ${REPO}/check-runs`, body);
    const status = { context: NAME, state: "success" };
    await workflow(`POST ${REPO}/statuses/${head}`, status);
    expect(repository.checkRuns.map(({ app }) => app)).toEqual([
      evil.app.app.id,
      GITHUB_ACTIONS.id,
    ]);
    expect(await blockers()).toEqual([`Required status check "${NAME}" is expected.`]);
    await as(installation)(`POST ${REPO}/check-runs`, body);
    expect(await blockers()).toEqual([]);
  });
});

describe("suites", () => {
  test("hold the runs of one app for one commit", async () => {
    const ask = as(installation);
    const made = await ask(`POST ${REPO}/check-suites`, { head_sha: head });
    const again = await ask(`POST ${REPO}/check-suites`, { head_sha: head });
    expect([made.status, again.status]).toEqual([201, 200]);
    const run = await ask(`POST ${REPO}/check-runs`, {
      name: NAME,
      head_sha: head,
      conclusion: "success",
    });
    expect(run.body.check_suite.id).toBe(made.body.id);
    const suite = `${REPO}/check-suites/${made.body.id}`;
    expect((await ask(`GET ${suite}`)).body).toMatchObject({ conclusion: "success" });
    expect((await ask(`GET ${suite}/check-runs`)).body).toMatchObject({ total_count: 1 });
    expect((await ask(`POST ${suite}/rerequest`)).status).toBe(201);
    expect((await ask(`GET ${suite}`)).body).toMatchObject({ status: "queued", conclusion: null });
  });
});
