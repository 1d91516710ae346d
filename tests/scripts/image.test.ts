import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { registerApp } from "../../sandbox/world/apps.ts";
import { bundle } from "../../scripts/build/bundle.ts";
import { ENVIRONMENT } from "../../src/app/settings.ts";
import { type SpawnedApp, spawnApp } from "../app/spawn-app.ts";
import { type Started, startSandbox } from "../sandbox/start-sandbox.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const DOCKERFILE = read("Dockerfile");

/** What stands behind an instruction, with its lines as one. */
function instructions(name: string): readonly string[] {
  const lines = DOCKERFILE.replaceAll(/\\\n\s*/g, "").split("\n");
  return lines.flatMap((line) =>
    line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : [],
  );
}

describe("the image", () => {
  test("runs as nobody in particular, and starts without a shell", () => {
    expect(instructions("USER")).toEqual(["1000:1000"]);
    expect(instructions("CMD").map((text) => JSON.parse(text))).toEqual([
      ["node", "--max-semi-space-size=16", "dist/app.js"],
    ]);
  });

  test("is built from what is not left out of it", () => {
    const kept = read(".dockerignore")
      .split("\n")
      .flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
    const copied = instructions("COPY")
      .filter((text) => !text.startsWith("--from"))
      .flatMap((text) => text.split(" ").slice(0, -1));
    expect(copied.toSorted()).toEqual(kept.toSorted());
    expect(read(".dockerignore")).toContain("\n*\n");
  });
});

describe("compose.yml", () => {
  const { services } = parse(read("compose.yml"));

  test("sets what the service reads", () => {
    const names = Object.keys(services.app.environment);
    expect(Object.keys(ENVIRONMENT.shape)).toEqual(expect.arrayContaining(names));
    expect(names).toEqual(expect.arrayContaining(["APP_ID", "WEBHOOK_SECRET", "DATABASE_URL"]));
  });

  test("publishes the proxy alone, which sees no database", () => {
    const published = Object.keys(services).filter((name) => services[name].ports !== undefined);
    expect(published).toEqual(["proxy"]);
    expect(services.proxy.networks).toEqual(["outside"]);
    expect(services.db.networks).toEqual(["inside"]);
  });
});

describe("what the image holds", () => {
  let folder: string;
  let sandbox: Started;
  let app: SpawnedApp;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "image-"));
    const script = new URL("../../scripts/build-app.ts", import.meta.url).pathname;
    const [code] = await once(spawn(process.execPath, [script, folder]), "close");
    expect(code).toBe(0);
    sandbox = await startSandbox();
    sandbox.world.runClock();
    const { app: registered, privateKey } = registerApp(sandbox.world, {
      ...{ slug: "stage-gates", permissions: {} },
    });
    app = spawnApp(
      {
        APP_ID: String(registered.id),
        PRIVATE_KEY: privateKey,
        WEBHOOK_SECRET: "a secret of this test alone",
        GITHUB_API_URL: sandbox.server.addresses.api,
        ...{ HOST: "127.0.0.1", PORT: "0", METRICS_PORT: "0", STORE_FILE: ":memory:" },
      },
      { cwd: tmpdir(), script: join(folder, "dist/app.js") },
    );
  });

  afterAll(async () => {
    app.child.kill("SIGKILL");
    await app.ended;
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  test("is modules, licences and templates, without packages beside them", () => {
    expect(readdirSync(folder).toSorted()).toEqual(["dist", "templates"]);
    expect(readFileSync(join(folder, "dist/LICENSES.txt"), "utf8")).toContain("\nprobot 1");
  });

  test("starts, is found healthy by the command of the image, and stops", async () => {
    const { address } = await app.told("started");
    await app.told("signed in");
    const [, command = "[]"] = /CMD (\[.*\])$/.exec(instructions("HEALTHCHECK")[0] ?? "") ?? [];
    const [program, ...args] = JSON.parse(command) as string[];
    expect(program).toBe("node");
    const check = async (port: string) => {
      const [code] = await once(spawn(process.execPath, args, { env: { PORT: port } }), "close");
      return code;
    };
    const { port } = new URL(String(address));
    expect(await check(port)).toBe(0);
    app.child.kill("SIGTERM");
    expect(await app.ended).toBe(0);
    expect(await check(port)).toBe(1);
  });
});

test("what is committed holds nothing of the service", async () => {
  const { files, licences } = await bundle();
  expect(licences).not.toMatch(/^(probot|pino|pg|prom-client) /m);
  expect(files.map(({ name }) => name)).not.toContain("app.js");
});
