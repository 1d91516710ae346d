import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryFault } from "../../sandbox/webhooks/delivery-faults.ts";
import type { Installation } from "../../sandbox/world/app.ts";
import {
  changeRepositories,
  installApp,
  type RegisteredApp,
  registerApp,
  suspendInstallation,
  uninstallApp,
} from "../../sandbox/world/apps.ts";
import { requestAction } from "../../sandbox/world/check-suites.ts";
import { addCheckRun } from "../../sandbox/world/checks.ts";
import { addComment, openIssue } from "../../sandbox/world/issue-changes.ts";
import { afterPush } from "../../sandbox/world/pushes.ts";
import { signJwt } from "../../sandbox/world/sign-jwt.ts";
import { startReceiver, type WebhookReceiver } from "./receiver.ts";
import { AUTHOR, client, type Started, startSandbox, stopBlameless } from "./start-sandbox.ts";

const SECRET = "it is nobody's business";
let sandbox: Started;
let receiver: WebhookReceiver;
let gates: RegisteredApp;
let installation: Installation;

beforeEach(async () => {
  sandbox = await startSandbox();
  receiver = await startReceiver(SECRET);
  const { world } = sandbox;
  gates = registerApp(world, {
    slug: "gates",
    permissions: { checks: "write", issues: "write", contents: "read" },
    events: ["issues", "issue_comment", "push"],
    webhook: { url: receiver.url, secret: SECRET },
  });
  installation = installApp(world, gates.app, { account: "acme", by: "raj" });
});

afterEach(async () => {
  await sandbox.server.webhooks.settled();
  await receiver.stop();
  await stopBlameless(sandbox);
});

async function told() {
  await sandbox.server.webhooks.settled();
  return receiver.received.map(({ event, payload }) => `${event}.${payload.action}`);
}

/** Titles of what was opened, in the order in which it was heard. */
async function heard() {
  await sandbox.server.webhooks.settled();
  return receiver.received.flatMap(({ event, payload }) =>
    event === "issues" ? [payload.issue.title as string] : [],
  );
}

function open(title: string) {
  return openIssue(sandbox.world, sandbox.repository, { author: "ana", title, body: null });
}

const asApp = () =>
  client(sandbox.server, signJwt(gates.privateKey, { iss: gates.app.id, now: sandbox.world.now }));

describe("an app hears", () => {
  test("that it was installed, and then what it asked to hear, as which installation", async () => {
    open("x");
    expect(await told()).toEqual(["installation.created", "issues.opened"]);
    const [installed, opened] = receiver.received;
    expect(installed?.payload).toMatchObject({
      installation: { id: installation.id, app_slug: "gates", account: { login: "acme" } },
      repositories: [{ full_name: "acme/shop" }],
      sender: { login: "raj" },
    });
    expect(opened?.payload.installation).toMatchObject({ id: installation.id });
    expect(opened?.isSigned).toBe(true);
    expect(opened?.headers).toMatchObject({
      "x-github-hook-installation-target-type": "integration",
      "x-github-hook-installation-target-id": String(gates.app.id),
    });
  });

  test("nothing of what it did not ask for, or may not read", async () => {
    const { world } = sandbox;
    await told();
    const deaf = await startReceiver(SECRET);
    const webhook = { url: deaf.url, secret: SECRET };
    const { app } = registerApp(world, { slug: "deaf", permissions: { issues: "read" }, webhook });
    installApp(world, app, { account: "acme", by: "raj" });
    open("x");
    await sandbox.server.webhooks.settled();
    expect(deaf.received.map(({ event }) => event)).toEqual(["installation"]);
    await deaf.stop();
  });

  test("nothing where it is not installed, or suspended", async () => {
    const { world, repository } = sandbox;
    const other = await world.addRepository("acme/other");
    changeRepositories(world, installation, { remove: ["acme/other"], by: "raj" });
    openIssue(world, other, { author: "ana", title: "x", body: null });
    changeRepositories(world, installation, { add: ["acme/other"], by: "raj" });
    openIssue(world, other, { author: "ana", title: "y", body: null });
    suspendInstallation(world, installation, { by: "raj" });
    openIssue(world, repository, { author: "ana", title: "z", body: null });
    uninstallApp(world, installation, { by: "raj" });
    expect(await told()).toEqual([
      "installation.created",
      "installation_repositories.removed",
      "installation_repositories.added",
      "issues.opened",
      "installation.suspend",
      "installation.deleted",
    ]);
  });

  test("what is asked of its own checks, and nobody else's", async () => {
    const { world, repository, server } = sandbox;
    const head = (await repository.git.branch("main")) ?? "";
    const evil = world.addApp("evil");
    const actions = [{ label: "Again", description: "Judge again", identifier: "evaluate" }];
    const own = { name: "gates", head, app: gates.app.id, actions };
    const run = addCheckRun(world, repository, own);
    const foreign = addCheckRun(world, repository, { name: "x", head, app: evil.id, actions });
    await told();
    receiver.received.length = 0;
    const ask = client(server, world.installationToken(installation));
    await ask(`POST /repos/acme/shop/check-runs/${run.id}/rerequest`);
    requestAction(world, repository, run, { identifier: "evaluate", by: "ana" });
    requestAction(world, repository, foreign, { identifier: "evaluate", by: "ana" });
    await ask(`POST /repos/acme/shop/check-suites/${run.suite}/rerequest`);
    expect(await told()).toEqual([
      "check_run.rerequested",
      "check_run.requested_action",
      "check_suite.rerequested",
    ]);
    expect(receiver.received[1]?.payload).toMatchObject({
      requested_action: { identifier: "evaluate" },
      check_run: { id: run.id, name: "gates" },
      sender: { login: "ana" },
    });
  });

  test("of a push that its suite is wanted", async () => {
    const { world, repository } = sandbox;
    const before = await repository.git.branch("main");
    await repository.commit("main", { changes: { "c.md": "c" }, message: "c", author: AUTHOR });
    await afterPush(world, repository, { branch: "main", before, by: "ana" });
    expect(await told()).toEqual([
      "installation.created",
      "push.undefined",
      "check_suite.requested",
    ]);
  });
});

describe("deliveries on request", () => {
  const plan = (fault: DeliveryFault) =>
    sandbox.server.webhooks.faults.plan({ fault, matches: ({ event }) => event === "issues" });

  test.each([
    { fault: { kind: "lost" }, order: ["b", "c"], listed: 3 },
    { fault: { kind: "never" }, order: ["b", "c"], listed: 2 },
    { fault: { kind: "doubled" }, order: ["a", "a", "b", "c"], listed: 4 },
    { fault: { kind: "late", by: 50 }, order: ["b", "c", "a"], listed: 3 },
    { fault: { kind: "behind", others: 1 }, order: ["b", "a", "c"], listed: 3 },
    { fault: { kind: "behind", others: 9 }, order: ["b", "c", "a"], listed: 3 },
    { fault: { kind: "held" }, order: ["b", "c"], listed: 2 },
  ] as const)("$fault", async ({ fault, order, listed }) => {
    await told();
    plan(fault);
    for (const title of ["a", "b", "c"]) open(title);
    expect(await heard()).toEqual(order);
    const { deliveries, release } = sandbox.server.webhooks;
    const ofIssues = deliveries.filter(({ event }) => event === "issues");
    expect(ofIssues).toHaveLength(listed);
    if (fault.kind === "doubled") expect(ofIssues[0]?.id).toBe(ofIssues[1]?.id);
    if (fault.kind !== "held") return;
    await release.call(sandbox.server.webhooks);
    expect(await heard()).toEqual(["b", "c", "a"]);
  });
});

describe("what was told", () => {
  const list = async (query = "") => (await asApp()(`GET /app/hook/deliveries${query}`)).body;

  test("is listed for the app, newest first, and told again under the same id", async () => {
    const { world, server, repository } = sandbox;
    await told();
    server.webhooks.faults.plan({ fault: { kind: "lost" } });
    const issue = open("x");
    receiver.answers(500);
    addComment(world, repository, issue, { author: "ana", body: "b" });
    await told();
    receiver.answers(202);
    const all = await list();
    expect(all).toMatchObject([
      { event: "issue_comment", status_code: 500, redelivery: false },
      { event: "issues", action: "opened", status: "failed to connect to host", status_code: 502 },
      { event: "installation", status: "OK", status_code: 202, repository_id: null },
    ]);
    expect(await list("?status=failure")).toHaveLength(2);
    const { id, guid } = all[1];
    expect((await asApp()(`POST /app/hook/deliveries/${id}/attempts`)).status).toBe(202);
    expect(await heard()).toEqual(["x"]);
    expect(receiver.received.at(-1)?.id).toBe(guid);
    const [again] = await list("?per_page=1");
    expect(again).toMatchObject({ guid, redelivery: true, status_code: 202 });
    expect(again.id).not.toBe(id);
    const whole = await asApp()(`GET /app/hook/deliveries/${again.id}`);
    expect(whole.body).toMatchObject({
      request: { headers: { "x-github-delivery": guid }, payload: { issue: { title: "x" } } },
      response: { payload: "heard" },
    });
  });

  test("comes in pages", async () => {
    for (const title of ["a", "b"]) open(title);
    await told();
    const first = await asApp()("GET /app/hook/deliveries?per_page=2");
    const [, cursor] = /cursor=([^&>]+)/.exec(first.headers.get("link") ?? "") ?? [];
    const next = await asApp()(`GET /app/hook/deliveries?per_page=2&cursor=${cursor}`);
    expect(next.body.map(({ event }: { event: string }) => event)).toEqual(["installation"]);
    expect(next.headers.get("link")).toBeNull();
  });

  test("is forgotten after three days, and never shown to another app", async () => {
    await told();
    const [{ id }] = await list();
    const other = registerApp(sandbox.world, { slug: "other", permissions: {} });
    const { now } = sandbox.world;
    const stranger = client(sandbox.server, signJwt(other.privateKey, { iss: other.app.id, now }));
    expect((await stranger(`GET /app/hook/deliveries/${id}`)).status).toBe(404);
    expect((await stranger(`POST /app/hook/deliveries/${id}/attempts`)).status).toBe(404);
    sandbox.world.now += 3 * 24 * 3_600_000;
    expect((await asApp()(`POST /app/hook/deliveries/${id}/attempts`)).status).toBe(404);
  });

  test("names where, and not with what secret", async () => {
    const { body } = await asApp()("GET /app/hook/config");
    expect(body).toMatchObject({ url: receiver.url, content_type: "json" });
    expect(JSON.stringify(body)).not.toContain(SECRET);
  });
});
