import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Installation } from "../../sandbox/world/app.ts";
import { installApp, type RegisteredApp, registerApp } from "../../sandbox/world/apps.ts";
import type { WorkflowRun } from "../../sandbox/world/check.ts";
import { addStatus, addWorkflowRun } from "../../sandbox/world/checks.ts";
import { addGate, requestDeployment } from "../../sandbox/world/deployments.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { startReceiver, type WebhookReceiver } from "./receiver.ts";
import { client, type Started, startSandbox, stopBlameless } from "./start-sandbox.ts";

const SECRET = "it is nobody's business";
const REPO = "/repos/acme/shop";
const environment = "production";
let sandbox: Started;
let receiver: WebhookReceiver;
let gates: RegisteredApp;
let installation: Installation;
let run: WorkflowRun;

beforeEach(async () => {
  sandbox = await startSandbox();
  receiver = await startReceiver(SECRET);
  ({ app: gates, installation } = install("gates"));
  const { world, repository } = sandbox;
  addGate(world, repository, { environment, app: gates.app });
  const head = (await repository.git.branch("main")) ?? "";
  run = addWorkflowRun(world, repository, {
    path: ".github/workflows/deploy.yml",
    event: "push",
    head,
    branch: "main",
    actor: "ana",
  });
});

afterEach(async () => {
  await sandbox.server.webhooks.settled();
  await receiver.stop();
  await stopBlameless(sandbox);
});

function install(slug: string) {
  const { world } = sandbox;
  const app = registerApp(world, {
    slug,
    permissions: { deployments: "write", actions: "read" },
    events: ["deployment_protection_rule", "deployment", "deployment_status"],
    ...(slug === "gates" && { webhook: { url: receiver.url, secret: SECRET } }),
  });
  return { app, installation: installApp(world, app.app, { account: "acme", by: "raj" }) };
}

const as = (of: Installation) => client(sandbox.server, sandbox.world.installationToken(of));
const raj = () => client(sandbox.server, sandbox.world.userToken("raj"));

function deploy() {
  return requestDeployment(sandbox.world, sandbox.repository, { environment, run, by: "ana" });
}

/** Path of the address that the app was given to answer at. */
async function callback(): Promise<string> {
  await sandbox.server.webhooks.settled();
  const asked = receiver.received.find(({ event }) => event === "deployment_protection_rule");
  const address: string = asked?.payload.deployment_callback_url ?? "";
  return address.replace(sandbox.server.addresses.api, "");
}

describe("an app that guards an environment", () => {
  test("is asked, with the pull requests of the commit and where to answer", async () => {
    const { world, repository } = sandbox;
    const said = { author: "ana", title: "Release", body: null, base: "production", head: "main" };
    await openPull(world, repository, said);
    deploy();
    expect(await callback()).toBe(`${REPO}/actions/runs/${run.id}/deployment_protection_rule`);
    const { payload } = receiver.received.at(-1) ?? {};
    expect(payload).toMatchObject({
      action: "requested",
      environment,
      event: "push",
      sha: run.head,
      ref: "main",
      deployment: { environment, creator: { login: "ana" } },
      pull_requests: [{ number: 1 }],
      installation: { id: installation.id },
    });
    expect(receiver.received.map(({ event }) => event)).toContain("deployment");
    const pending = await raj()(`GET ${REPO}/actions/runs/${run.id}/pending_deployments`);
    expect(pending.body).toMatchObject([{ environment: { name: environment } }]);
  });

  test.each([
    { state: "approved", status: "in_progress", conclusion: null, told: "in_progress" },
    { state: "rejected", status: "completed", conclusion: "failure", told: "failure" },
  ])("has it $state", async ({ state, status, conclusion, told }) => {
    const { id } = deploy();
    const answer = { environment_name: environment, state, comment: "go: all gates pass" };
    expect((await as(installation)(`POST ${await callback()}`, answer)).status).toBe(204);
    expect([run.status, run.conclusion]).toEqual([status, conclusion]);
    const { body } = await as(installation)(`GET ${REPO}/deployments/${id}/statuses`);
    expect(body).toMatchObject([{ state: told, creator: { login: "gates[bot]" } }]);
    // It is said once.
    expect((await as(installation)(`POST ${await callback()}`, answer)).status).toBe(422);
  });

  test("may say something first", async () => {
    deploy();
    const comment = { environment_name: environment, comment: "still judging" };
    expect((await as(installation)(`POST ${await callback()}`, comment)).status).toBe(204);
    expect(run.status).toBe("waiting");
  });

  test("waits for the others that do", async () => {
    const { world, repository } = sandbox;
    const other = install("other");
    addGate(world, repository, { environment, app: other.app.app });
    deploy();
    const answer = { environment_name: environment, state: "approved" };
    await as(installation)(`POST ${await callback()}`, answer);
    expect(run.status).toBe("waiting");
    await as(other.installation)(`POST ${await callback()}`, answer);
    expect(run.status).toBe("in_progress");
  });

  test.each([
    {
      who: "an app that does not guard it",
      token: () => sandbox.world.installationToken(install("evil").installation),
      status: 403,
    },
    {
      who: "the app without the permission",
      token: () =>
        sandbox.world.installationToken(installation, { permissions: { deployments: "read" } }),
      status: 403,
    },
    { who: "who administers", token: () => sandbox.world.userToken("raj"), status: 403 },
    {
      who: "a workflow",
      token: () => sandbox.world.workflowToken("acme/shop", { deployments: "write" }),
      status: 403,
    },
  ])("is not spoken for by $who", async ({ token, status }) => {
    deploy();
    const ask = client(sandbox.server, token());
    const answer = { environment_name: environment, state: "approved" };
    expect((await ask(`POST ${await callback()}`, answer)).status).toBe(status);
    expect(run.status).toBe("waiting");
  });
});

describe("environments", () => {
  test("are guarded by apps that can hear and answer", async () => {
    const path = `${REPO}/environments/staging`;
    expect((await raj()(`GET ${path}`)).status).toBe(404);
    expect((await raj()(`PUT ${path}`, {})).status).toBe(200);
    const { body: able } = await raj()(`GET ${path}/deployment_protection_rules/apps`);
    const key = "available_custom_deployment_protection_rule_integrations";
    expect(able[key]).toMatchObject([{ slug: "gates" }]);
    const rules = `${path}/deployment_protection_rules`;
    const made = await raj()(`POST ${rules}`, { integration_id: gates.app.id });
    expect([made.status, made.body.app.slug]).toEqual([201, "gates"]);
    expect((await raj()(`POST ${rules}`, { integration_id: gates.app.id })).status).toBe(422);
    const silent = sandbox.world.addApp("silent");
    expect((await raj()(`POST ${rules}`, { integration_id: silent.id })).status).toBe(422);
    expect((await raj()(`GET ${path}`)).body.protection_rules).toMatchObject([
      { type: "custom_deployment_protection_rule" },
    ]);
    expect((await raj()(`DELETE ${rules}/${made.body.id}`)).status).toBe(204);
    expect((await raj()(`GET ${rules}`)).body.total_count).toBe(0);
    const ana = client(sandbox.server, sandbox.world.userToken("ana"));
    expect((await ana(`PUT ${path}`, {})).status).toBe(403);
  });
});

describe("a deployment over the API", () => {
  test("takes a commit of which nothing bad is said", async () => {
    const { world, repository } = sandbox;
    const ask = as(installation);
    const made = await ask(`POST ${REPO}/deployments`, { ref: "main", environment: "staging" });
    expect([made.status, made.body.sha]).toEqual([201, run.head]);
    const status = `${REPO}/deployments/${made.body.id}/statuses`;
    expect((await ask(`POST ${status}`, { state: "success" })).status).toBe(201);
    addStatus(world, repository, {
      context: "ci",
      state: "failure",
      head: run.head,
      creator: "raj",
    });
    expect((await ask(`POST ${REPO}/deployments`, { ref: "main" })).status).toBe(409);
    const forced = { ref: "main", required_contexts: [] };
    expect((await ask(`POST ${REPO}/deployments`, forced)).status).toBe(201);
    const { body } = await ask(`GET ${REPO}/deployments?environment=staging`);
    expect(body.map(({ id }: { id: number }) => id)).toEqual([made.body.id]);
    await sandbox.server.webhooks.settled();
    expect(receiver.received.map(({ event }) => event)).toEqual([
      "installation",
      "deployment",
      "deployment_status",
      "deployment",
    ]);
  });
});
