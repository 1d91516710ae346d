import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { registerApp } from "../../sandbox/world/apps.ts";
import { runApp } from "../../src/app/run-app.ts";
import { readSettings } from "../../src/app/settings.ts";
import { jsonLog } from "../../src/app/telling/json-log.ts";
import { openStore } from "../../src/store/open-store.ts";
import { type Started, startSandbox } from "../sandbox/start-sandbox.ts";
import { type SpawnedApp, spawnApp } from "./spawn-app.ts";

const SECRET = "e1c7a0c5f2b84f6f9c3d";

let sandbox: Started;
let folder: string;
let env: Record<string, string>;
const spawned: SpawnedApp[] = [];

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.runClock();
  folder = mkdtempSync(join(tmpdir(), "app-"));
  const { app, privateKey } = registerApp(sandbox.world, {
    ...{ slug: "stage-gates", permissions: {}, events: [] },
  });
  env = {
    APP_ID: String(app.id),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: SECRET,
    GITHUB_API_URL: sandbox.server.addresses.api,
    HOST: "127.0.0.1",
    PORT: "0",
    METRICS_PORT: "0",
    STORE_FILE: join(folder, "store.db"),
  };
});

afterEach(async () => {
  for (const { child, ended } of spawned.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

function start(changes: Readonly<Record<string, string>> = {}): SpawnedApp {
  const app = spawnApp({ ...env, ...changes });
  spawned.push(app);
  return app;
}

describe("the environment", () => {
  test("is told all that is wrong with it at once, without a value of it", async () => {
    const values = ["plant-1-app", "plant-2-key", "plant-3", "plant-4-database", "plant-5-port"];
    const [app = "", key = "", secret = "", database = "", port = ""] = values;
    const { ended, output } = start({
      ...{ APP_ID: app, PRIVATE_KEY: key, WEBHOOK_SECRET: secret, DATABASE_URL: database },
      ...{ PORT: port, GITHUB_API_URL: "plant-6-api", LOG_LEVEL: "plant-7-level" },
    });
    expect(await ended).toBe(2);
    const names = output()
      .split("\n")
      .flatMap((line) => /^ {2}([A-Z_]+) .+: set it to .+\.$/.exec(line)?.[1] ?? []);
    expect(names).toEqual([
      ...["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET", "GITHUB_API_URL", "PORT"],
      ...["DATABASE_URL", "LOG_LEVEL"],
    ]);
    expect(output()).not.toContain("plant-");
  });
});

describe("the service", () => {
  test("starts, answers and, told to stop, ends in order", async () => {
    const app = start();
    const { address, metricsAddress } = await app.told("started");
    const answers = await Promise.all(
      ["/healthz", "/readyz", "/metrics"].map((path) => fetch(`${address}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect((await fetch(`${metricsAddress}/metrics`)).status).toBe(200);
    app.child.kill("SIGTERM");
    expect(await app.ended).toBe(0);
    const told = app.lines().map(({ level, message }) => `${level} ${message}`);
    expect(told.filter((line) => line !== "info looked at")).toEqual([
      ...["info signed in", "info started", "info stopping", "info stopped"],
    ]);
  });

  test("copies its store while it runs, for its owner alone", async () => {
    const app = start();
    await app.told("started");
    app.child.kill("SIGUSR2");
    const { file } = await app.told("backed up");
    expect(file).toBe(`${env.STORE_FILE}.backup`);
    expect(statSync(String(file)).mode & 0o777).toBe(0o600);
    await (await openStore({ place: String(file) })).close();
    expect((await fetch(`${(await app.told("started")).address}/readyz`)).status).toBe(200);
  });

  test.each([
    { what: "its port is taken", changes: () => ({ PORT: portOf(sandbox.server.addresses.api) }) },
    { what: "its file is none of ours", changes: () => ({ STORE_FILE: import.meta.filename }) },
    {
      what: "PostgreSQL is away",
      changes: () => ({ DATABASE_URL: "postgres://a:planted-pw@127.0.0.1:1/a" }),
    },
  ])("says so in one line and ends where $what", async ({ changes }) => {
    const app = start(changes());
    expect(await app.ended).toBe(1);
    expect(app.lines().at(-1)).toMatchObject({
      ...{ level: "error", message: "could not start" },
      ...{ code: expect.any(String), help: expect.any(String) },
    });
    expect(app.output()).not.toContain("planted");
  });
});

describe("a service whose GitHub repeats what it is told", () => {
  let echo: Server;

  beforeEach(async () => {
    echo = createServer((request, response) => {
      const { authorization = "" } = request.headers;
      response.writeHead(request.url === "/app" ? 401 : 422, {
        "content-type": "application/json",
      });
      response.end(
        JSON.stringify({ message: `no: ${authorization} ${SECRET} ${env.PRIVATE_KEY}` }),
      );
    });
    echo.listen(0, "127.0.0.1");
    await once(echo, "listening");
  });

  afterEach(() => {
    echo.closeAllConnections();
    echo.close();
  });

  test("logs what went wrong, and no secret", async () => {
    const { port } = echo.address() as AddressInfo;
    const app = start({ GITHUB_API_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: "debug" });
    const failed = await app.told("could not be looked at");
    app.child.kill("SIGTERM");
    expect(await app.ended).toBe(0);
    expect(String(failed.error)).toContain("no: bearer ***");
    const key = (env.PRIVATE_KEY ?? "").split("\n").filter((line) => /^[^-].{20}/.test(line));
    for (const secret of [SECRET, "eyJ", ...key]) {
      expect(app.output()).not.toContain(secret);
    }
  });
});

describe("a service that waits for GitHub", () => {
  let slow: Server;
  let api: string;
  /** The requests that are not answered. */
  let waiting: EventEmitter;

  beforeEach(async () => {
    waiting = new EventEmitter();
    slow = createServer((request, response) => {
      if (request.url === "/app") {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ slug: "stage-gates" }));
      } else waiting.emit("request");
    });
    slow.listen(0, "127.0.0.1");
    await once(slow, "listening");
    api = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
  });

  afterEach(() => {
    slow.closeAllConnections();
    slow.close();
  });

  test("is stopped at once before it has started", async () => {
    slow.removeAllListeners("request");
    const asked = once(slow, "request");
    const { child, ended } = start({ GITHUB_API_URL: api });
    await asked;
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  });

  test("is stopped at once by a second signal", async () => {
    const asked = once(waiting, "request");
    const app = start({ GITHUB_API_URL: api });
    await asked;
    app.child.kill("SIGTERM");
    await app.told("stopping");
    const again = setInterval(() => app.child.kill("SIGINT"), 50);
    expect(await app.ended).toBe(130);
    clearInterval(again);
    expect(app.lines().at(-1)?.message).toBe("stopping");
  });

  test("gives back what it cannot end in time, for others to take at once", async () => {
    const asked = once(waiting, "request");
    const read = readSettings({ ...env, GITHUB_API_URL: api });
    if (read.state === "invalid") throw new Error("the environment of this test is wrong");
    const { settings } = read;
    const lines: string[] = [];
    const log = jsonLog(
      { level: "warn", conceal: (line) => line },
      { write: (line) => lines.push(line) },
    );
    const app = await runApp(settings, log);
    await asked;
    await app.stop(0);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: "warn", message: "given back, unfinished", count: expect.any(Number) },
    ]);
    const store = await openStore({ place: settings.store });
    const now = Date.now();
    const leases = await store.claim({ now, until: now + 1, limit: 10 });
    await store.close();
    expect(leases.map(({ subject }) => subject)).toContain("app");
  });
});

function portOf(address: string): string {
  return new URL(address).port;
}
