import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AppManifest, agreeToManifest } from "../../../sandbox/world/app-manifests.ts";
import { subjectsOf } from "../../../src/app/ingest/subjects-of.ts";
import { readAppTemplate } from "../../../src/app/setup/app-manifest.ts";
import { type Started, startSandbox } from "../../sandbox/start-sandbox.ts";
import { type SpawnedApp, spawnApp } from "../spawn-app.ts";

describe("the template of the app", () => {
  const { permissions, events, manifest } = readAppTemplate();

  test("gives a reason for all that it asks for", () => {
    for (const { name, reason } of [...permissions, ...events]) {
      expect(reason, name).toMatch(/^\S.{10,}$/);
    }
  });

  test("may write no contents, settings or workflows", () => {
    const written = permissions.filter(({ access }) => access === "write");
    expect(written.map(({ name }) => name)).toEqual([
      ...["pull_requests", "checks", "issues", "deployments"],
    ]);
  });

  test("asks for events that mean something", () => {
    const text = readFileSync("src/app/ingest/subjects-of.ts", "utf8");
    for (const { name } of events) expect(text).toContain(`case "${name}":`);
    expect(subjectsOf("star", {}, 1)).toEqual([]);
  });

  test("is for its owner alone, and has no apostrophe for a page to trip over", () => {
    expect(manifest).toMatchObject({ public: false });
    expect(JSON.stringify(manifest)).not.toContain("'");
  });
});

describe("the first run", () => {
  let sandbox: Started;
  let folder: string;
  let app: SpawnedApp;
  let page: string;

  beforeEach(async () => {
    sandbox = await startSandbox();
    sandbox.world.runClock();
    folder = mkdtempSync(join(tmpdir(), "setup-"));
    writeFileSync(join(folder, ".env"), "# mine\nPORT=0\nAPP_ID=\n");
    const api = sandbox.server.addresses.api;
    app = spawnApp(
      { GITHUB_API_URL: api, HOST: "127.0.0.1", PORT: "0", METRICS_PORT: "0" },
      { cwd: folder },
    );
    page = String((await app.told("no app yet: open the page to register one")).page);
  });

  afterEach(async () => {
    app.child.kill("SIGKILL");
    await app.ended;
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = (query = "") => fetch(`${page}${query}`, { redirect: "manual" });

  test("registers an app, keeps what it signs in with, and goes on as that app", async () => {
    const html = await (await ask("?url=http://127.0.0.1:1/&organization=acme")).text();
    const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
    expect(action).toBe(`${sandbox.server.addresses.html}/organizations/acme/settings/apps/new`);
    const manifest = manifestIn(html);
    expect(manifest).toMatchObject({
      hook_attributes: { url: "http://127.0.0.1:1/api/github/webhooks", active: true },
      redirect_url: `${page}/done`,
      default_permissions: { contents: "read" },
    });
    const code = agreeToManifest(sandbox.world, { manifest, owner: "acme" });
    const done = await ask(`/done?code=${code}`);
    expect(done.status).toBe(302);
    expect(done.headers.get("location")).toMatch(/\/installations\/new$/);
    await app.told("signed in");
    await app.told("started");

    const file = join(folder, ".env");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.new`)).toBe(false);
    const text = readFileSync(file, "utf8");
    const { APP_ID, PRIVATE_KEY = "", WEBHOOK_SECRET = "", PORT, GITHUB_API_URL } = parseEnv(text);
    const { data } = { data: sandbox.world.appBySlug("stage-gates") };
    expect({ APP_ID, PORT }).toEqual({ APP_ID: String(data?.id), PORT: "0" });
    expect(GITHUB_API_URL).toBe(sandbox.server.addresses.api);
    expect(text.match(/^APP_ID=/gm)).toHaveLength(1);
    for (const secret of [PRIVATE_KEY, WEBHOOK_SECRET]) {
      expect(secret.length).toBeGreaterThan(15);
      expect(app.output()).not.toContain(secret);
    }
    app.child.kill("SIGTERM");
    expect(await app.ended).toBe(0);
  });

  test("shows its page to nobody who lacks the key in the address", async () => {
    const { origin, pathname } = new URL(page);
    expect(new URL(page).hostname).toBe("127.0.0.1");
    expect(pathname).toMatch(/^\/setup\/[0-9a-f]{32}$/);
    const others = ["/", "/setup", "/probot", `${pathname.slice(0, -1)}`, "/setup/done?code=a"];
    const answers = await Promise.all(others.map((path) => fetch(`${origin}${path}`)));
    expect(answers.map(({ status }) => status)).toEqual(others.map(() => 404));
  });

  test.each([
    { what: "no code", query: "/done", status: 400 },
    { what: "a code that is a path", query: "/done?code=..%2F..%2Fapp", status: 400 },
    { what: "a code that GitHub does not know", query: "/done?code=made-up", status: 502 },
  ])("takes no app for $what, and stays", async ({ query, status }) => {
    expect((await ask(query)).status).toBe(status);
    expect((await ask()).status).toBe(200);
    expect(readFileSync(join(folder, ".env"), "utf8")).toContain("APP_ID=\n");
    const refused = app
      .lines()
      .find(({ message }) => message === "the app could not be registered");
    expect(refused?.code).toBe(status === 502 ? "not-registered" : undefined);
  });

  test.each([
    { what: "a script", query: "?url=javascript:alert(1)" },
    { what: "markup", query: `?url=${encodeURIComponent("\"><script>alert(1)</script>'")}` },
    { what: "a path as an organization", query: "?url=https://a.test&organization=a/../b" },
    {
      what: "markup as an organization",
      query: `?url=https://a.test&organization=${encodeURIComponent("'\"><b>")}`,
    },
  ])("sends nobody to GitHub with $what", async ({ query }) => {
    const answer = await ask(query);
    const html = await answer.text();
    expect(html).toContain('role="alert"');
    expect(html).not.toMatch(/method="post"|<script|<b>/);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

function manifestIn(html: string): AppManifest {
  const value = /name="manifest" value="([^"]*)"/.exec(html)?.[1] ?? "";
  return JSON.parse(
    value.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"),
  );
}
