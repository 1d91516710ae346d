import { createAppAuth } from "@octokit/auth-app";
import { request } from "@octokit/request";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Installation } from "../../sandbox/world/app.ts";
import { agreeToManifest } from "../../sandbox/world/app-manifests.ts";
import {
  acceptPermissions,
  changeRepositories,
  installApp,
  type RegisteredApp,
  registerApp,
  suspendInstallation,
  uninstallApp,
  unsuspendInstallation,
} from "../../sandbox/world/apps.ts";
import { signJwt } from "../../sandbox/world/sign-jwt.ts";
import { AUTHOR, client, type Started, startSandbox, stopBlameless } from "./start-sandbox.ts";

let sandbox: Started;
let gates: RegisteredApp;
let installation: Installation;
const REPO = "/repos/acme/shop";
const HOUR = 3_600_000;

beforeEach(async () => {
  sandbox = await startSandbox();
  const { world } = sandbox;
  const secret = await world.addRepository("acme/secret", { isPrivate: true });
  await secret.commit("main", { changes: { "a.md": "a" }, message: "x", author: AUTHOR });
  gates = registerApp(world, {
    slug: "gates",
    permissions: { checks: "write", pull_requests: "write", contents: "read" },
    events: ["pull_request", "push"],
  });
  installation = installApp(world, gates.app, { account: "acme", by: "raj" });
});

afterEach(() => stopBlameless(sandbox));

type Claims = Partial<Parameters<typeof signJwt>[1]>;

function jwt(claims: Claims = {}, key = gates.privateKey): string {
  return signJwt(key, { iss: gates.app.id, now: sandbox.world.now, ...claims });
}

const asApp = (claims: Claims = {}, key = gates.privateKey) =>
  client(sandbox.server, jwt(claims, key));
const as = (token: string) => client(sandbox.server, token);
const tokens = () => `POST /app/installations/${installation.id}/access_tokens`;

describe("an app is known by what it signs", () => {
  test.each([
    { what: "as GitHub asks for it", claims: {}, says: null },
    {
      what: "a minute ago, for the time that is left",
      claims: { issued: -60, lasts: 540 },
      says: null,
    },
    { what: "in the future", claims: { issued: 30 }, says: "'Issued at' claim" },
    {
      what: "too long ago",
      claims: { issued: -700, lasts: 0 },
      says: "'Expiration time' claim ('exp') must be",
    },
    { what: "for too long", claims: { lasts: 601 }, says: "('exp') is too far in the future" },
    {
      what: "with a clock that runs ahead",
      claims: { now: Date.parse("2027-01-01") },
      says: "'Issued at' claim",
    },
    { what: "in another way", claims: { alg: "HS256" }, says: "could not be decoded" },
    { what: "as nobody's", claims: { iss: 7 }, says: "could not be decoded" },
    { what: "as GitHub Actions", claims: { iss: 15368 }, says: "could not be decoded" },
  ])("$what", async ({ claims, says }) => {
    const { status, body } = await asApp(claims)("GET /app");
    expect(status).toBe(says === null ? 200 : 401);
    if (says === null) expect(body).toMatchObject({ slug: "gates", installations_count: 1 });
    else expect(body.message).toContain(says);
  });

  test("and by its client id", async () => {
    expect((await asApp({ iss: gates.app.clientId })("GET /app")).status).toBe(200);
  });

  test("not by the key of another", async () => {
    const { privateKey } = registerApp(sandbox.world, { slug: "evil", permissions: {} });
    expect((await asApp({}, privateKey)("GET /app")).status).toBe(401);
  });

  test("not by a token", async () => {
    const { body, status } = await as(sandbox.world.userToken("raj"))("GET /app");
    expect([status, body.message]).toEqual([401, "A JSON web token could not be decoded"]);
  });
});

describe("where an app is installed", () => {
  test("is told to itself alone", async () => {
    const other = registerApp(sandbox.world, { slug: "other", permissions: {} });
    const stranger = asApp({ iss: other.app.id }, other.privateKey);
    const one = `GET /app/installations/${installation.id}`;
    for (const path of [one, "GET /orgs/acme/installation", `GET ${REPO}/installation`]) {
      const { status, body } = await asApp()(path);
      expect([status, body?.id], path).toEqual([200, installation.id]);
      expect((await stranger(path)).status, path).toBe(404);
    }
    expect((await asApp()("GET /users/ana/installation")).status).toBe(404);
    expect((await asApp()("GET /app/installations")).body).toMatchObject([
      { id: installation.id, account: { login: "acme" }, repository_selection: "all" },
    ]);
    expect((await stranger("GET /app/installations")).body).toEqual([]);
  });
});

describe("a token of an installation", () => {
  test("may do what was agreed to, in what is there, for an hour", async () => {
    const { world } = sandbox;
    const { status, body } = await asApp()(tokens());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      permissions: { checks: "write", metadata: "read" },
      repository_selection: "all",
    });
    const ask = as(body.token);
    const { body: list } = await ask("GET /installation/repositories");
    expect(list.repositories.map((one: { name: string }) => one.name)).toEqual(["shop", "secret"]);
    expect((await ask("GET /repos/acme/secret")).status).toBe(200);
    expect((await ask(`POST ${REPO}/issues`, { title: "x" })).status).toBe(403);
    world.now = Date.parse(body.expires_at);
    const over = await ask("GET /repos/acme/secret");
    expect([over.status, over.body.message]).toEqual([401, "Bad credentials"]);
  });

  test.each([
    { wanted: { repositories: ["shop"] }, status: 201, secret: 404 },
    { wanted: { permissions: { checks: "read" } }, status: 201, secret: 403 },
    { wanted: { permissions: { contents: "read" } }, status: 201, secret: 200 },
    { wanted: { repositories: ["other"] }, status: 422, secret: null },
    { wanted: { permissions: { contents: "write" } }, status: 422, secret: null },
    { wanted: { permissions: { issues: "read" } }, status: 422, secret: null },
  ])("is narrowed to $wanted: $status", async ({ wanted, status, secret }) => {
    const answer = await asApp()(tokens(), wanted);
    expect(answer.status).toBe(status);
    if (secret === null) return;
    const read = await as(answer.body.token)("GET /repos/acme/secret/contents/a.md");
    expect(read.status).toBe(secret);
  });

  test.each([
    { after: "suspended", act: suspendInstallation, status: 403, next: 403 },
    { after: "uninstalled", act: uninstallApp, status: 401, next: 404 },
  ])("is worth nothing once it is $after", async ({ act, status, next }) => {
    const ask = as(sandbox.world.installationToken(installation));
    act(sandbox.world, installation, { by: "raj" });
    expect((await ask("GET /repos/acme/shop")).status).toBe(status);
    expect((await asApp()(tokens())).status).toBe(next);
  });

  test("works again once the installation does", async () => {
    const ask = as(sandbox.world.installationToken(installation));
    const suspended = `/app/installations/${installation.id}/suspended`;
    expect((await asApp()(`PUT ${suspended}`)).status).toBe(204);
    expect(
      (await asApp()(`GET /app/installations/${installation.id}`)).body.suspended_at,
    ).not.toBeNull();
    expect((await ask("GET /repos/acme/shop")).status).toBe(403);
    unsuspendInstallation(sandbox.world, installation, { by: "raj" });
    expect((await ask("GET /repos/acme/shop")).status).toBe(200);
  });

  test("loses what the installation loses, and gains no permission by itself", async () => {
    const { world } = sandbox;
    const ask = as(world.installationToken(installation));
    changeRepositories(world, installation, { remove: ["acme/secret"], by: "raj" });
    expect((await ask("GET /repos/acme/secret")).status).toBe(404);
    gates.app.permissions = { ...gates.app.permissions, issues: "write" };
    acceptPermissions(world, installation, { by: "raj" });
    expect((await ask(`POST ${REPO}/issues`, { title: "x" })).status).toBe(403);
    const next = as(world.installationToken(installation));
    expect((await next(`POST ${REPO}/issues`, { title: "x" })).status).toBe(201);
  });

  test("can be given back", async () => {
    const ask = as(sandbox.world.installationToken(installation));
    expect((await ask("DELETE /installation/token")).status).toBe(204);
    expect((await ask("GET /repos/acme/shop")).status).toBe(401);
  });
});

describe("Octokit", () => {
  test("signs in, where time is as on this machine", async () => {
    sandbox.world.runClock();
    const baseUrl = sandbox.server.addresses.api;
    const { app, privateKey } = gates;
    const own = { appId: app.id, privateKey, request: request.defaults({ baseUrl }) };
    const auth = createAppAuth({ ...own, installationId: installation.id });
    const { token } = await auth({ type: "installation" });
    expect((await as(token)("GET /repos/acme/secret")).status).toBe(200);
  });

  test("corrects its clock by that of this GitHub", async () => {
    sandbox.world.now = Date.now() + 2 * HOUR;
    const baseUrl = sandbox.server.addresses.api;
    const { app, privateKey } = gates;
    const warnings: string[] = [];
    const log = { warn: (text: string) => void warnings.push(text), debug: () => undefined };
    const own = { appId: app.id, privateKey, log: log as unknown as Console };
    const { hook } = createAppAuth({ ...own, request: request.defaults({ baseUrl }) });
    const { data } = await request.defaults({ baseUrl, request: { hook } })("GET /app");
    expect(data).toMatchObject({ slug: "gates" });
    expect(warnings.join()).toContain("system time are different");
  });
});

describe("an app is registered from a manifest", () => {
  const manifest = {
    name: "Stage Gates",
    url: "https://acme.test",
    hook_attributes: { url: "https://smee.test/hook" },
    default_permissions: { checks: "write", issues: "write" },
    default_events: ["issues"],
  } as const;

  test("with the code that its owner was given, once", async () => {
    const { world, server } = sandbox;
    const code = agreeToManifest(world, { manifest, owner: "acme" });
    const ask = client(server, null);
    const { status, body } = await ask(`POST /app-manifests/${code}/conversions`);
    expect(status).toBe(201);
    expect(body).toMatchObject({ slug: "stage-gates", permissions: { checks: "write" } });
    expect(body.webhook_secret).not.toBe("");
    const own = client(server, signJwt(body.pem, { iss: body.id, now: world.now }));
    expect((await own("GET /app")).body.slug).toBe("stage-gates");
    expect((await ask(`POST /app-manifests/${code}/conversions`)).status).toBe(404);
  });

  test("within the hour", async () => {
    const { world, server } = sandbox;
    const code = agreeToManifest(world, { manifest, owner: "acme" });
    world.now += HOUR;
    const { status } = await client(server, null)(`POST /app-manifests/${code}/conversions`);
    expect(status).toBe(404);
  });
});

test("an app cannot ask to hear of what it may not read", () => {
  const register = () =>
    registerApp(sandbox.world, { slug: "deaf", permissions: {}, events: ["push"] });
  expect(register).toThrow("Validation Failed");
});

test("an app's installations have limits of their own", async () => {
  const token = sandbox.world.installationToken(installation);
  sandbox.server.limits.set(token, 1);
  const next = sandbox.world.installationToken(installation);
  expect((await as(token)(`GET ${REPO}`)).status).toBe(200);
  expect((await as(next)(`GET ${REPO}`)).status).toBe(403);
  expect((await asApp()("GET /app")).headers.get("x-ratelimit-limit")).toBe("5000");
  sandbox.world.now += HOUR;
  expect((await as(sandbox.world.installationToken(installation))(`GET ${REPO}`)).status).toBe(200);
});
