import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addRuleset } from "../../sandbox/rest/operations/protection.ts";
import { addStatus } from "../../sandbox/world/checks.ts";
import type { Rule } from "../../sandbox/world/protection.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import { client, type Started, startSandbox } from "./start-sandbox.ts";

const run = promisify(execFile);

let sandbox: Started;
let folder: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), "sandbox-clone-"));
});

afterEach(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

function addressFor(token: string | null, name = "acme/shop"): string {
  const { html } = sandbox.server.addresses;
  const who = token === null ? "" : `x-access-token:${token}@`;
  return `${html.replace("://", `://${who}`)}/${name}.git`;
}

/** What git prints, and whether it went well. */
async function git(...args: readonly string[]): Promise<{ ok: boolean; said: string }> {
  const identity = ["-c", "user.name=Ana", "-c", "user.email=ana@acme.test"];
  const env = { PATH: process.env.PATH, GIT_TERMINAL_PROMPT: "0", GIT_CONFIG_GLOBAL: "/dev/null" };
  try {
    const { stdout, stderr } = await run("git", [...identity, ...args], { cwd: folder, env });
    return { ok: true, said: stdout + stderr };
  } catch (error) {
    return { ok: false, said: String((error as { stderr?: string }).stderr) };
  }
}

async function cloned(token: string | null): Promise<void> {
  const { ok, said } = await git("clone", "--quiet", addressFor(token), ".");
  expect(ok, said).toBe(true);
}

async function commit(name = "new.md"): Promise<string> {
  writeFileSync(join(folder, name), "new\n");
  await git("add", name);
  await git("commit", "--quiet", "-m", `Add ${name}`);
  return (await git("rev-parse", "HEAD")).said.trim();
}

test("anybody clones what is public", async () => {
  await cloned(null);
  expect((await git("log", "--format=%s")).said).toBe("Add b\nBegin\n");
});

test("a push moves the branch, its pull request, and is told", async () => {
  const { world, repository } = sandbox;
  const said = { author: "ana", title: "Release", body: null, base: "production", head: "main" };
  const pull = await openPull(world, repository, said);
  const told: WorldEvent[] = [];
  world.onEvent((event) => told.push(event));
  await cloned(world.userToken("ana"));
  const sha = await commit();
  const pushed = await git("push", "--quiet", "origin", "HEAD:main", "HEAD:refs/heads/topic/new");
  expect(pushed.ok, pushed.said).toBe(true);
  expect(await repository.git.branch("main")).toBe(sha);
  expect(pull.headSha).toBe(sha);
  expect(told.map(({ name, action, subject, sender }) => [name, action, subject, sender])).toEqual([
    ["push", null, "refs/heads/main", "ana"],
    ["pull_request", "synchronize", 1, "ana"],
    ["push", null, "refs/heads/topic/new", "ana"],
    ["create", null, "topic/new", "ana"],
  ]);
});

describe("who may not push", () => {
  test.each([
    { who: "nobody", token: () => null },
    { who: "a stranger", token: () => sandbox.world.userToken("eve") },
    { who: "a forged token", token: () => "ghp_forged" },
    {
      who: "a workflow that may only read",
      token: () => sandbox.world.workflowToken("acme/shop", { contents: "read" }),
    },
    {
      who: "a workflow past its hour",
      token: () => sandbox.world.workflowToken("acme/shop", { contents: "write" }, -1),
    },
  ])("$who", async ({ token }) => {
    const was = await sandbox.repository.git.branch("main");
    await cloned(null);
    await commit();
    expect((await git("push", addressFor(token()), "HEAD:main")).ok).toBe(false);
    expect(await sandbox.repository.git.branch("main")).toBe(was);
  });

  test("nobody sees what is private but who may", async () => {
    const { world } = sandbox;
    await world.addRepository("acme/secret", { isPrivate: true });
    const list = (token: string | null) => git("ls-remote", addressFor(token, "acme/secret"));
    expect((await list(null)).ok).toBe(false);
    expect((await list(world.userToken("eve"))).ok).toBe(false);
    world.repository("acme/secret").collaborators.set("ana", "read");
    expect((await list(world.userToken("ana"))).ok).toBe(true);
  });
});

describe("a protected branch", () => {
  const rules = (...own: readonly Rule[]) =>
    addRuleset(sandbox.world, sandbox.repository, {
      name: "production",
      enforcement: "active",
      include: ["refs/heads/production"],
      exclude: [],
      bypass: [],
      rules: own,
    });

  const gate = {
    type: "required_status_checks",
    parameters: { required_status_checks: [{ context: "gate" }] },
  };

  test.each([
    { what: "takes pull requests", own: { type: "pull_request", parameters: {} }, passed: true },
    { what: "takes a check that is missing", own: gate, passed: false },
  ])("that $what cannot be pushed to", async ({ own, passed }) => {
    const { world, repository } = sandbox;
    rules(own);
    const was = await repository.git.branch("production");
    await cloned(world.userToken("raj"));
    const sha = await commit();
    if (passed)
      addStatus(world, repository, {
        context: "gate",
        state: "success",
        head: sha,
        creator: "raj",
      });
    const { ok, said } = await git("push", "origin", "HEAD:production");
    expect(ok).toBe(false);
    expect(said).toContain("push declined due to repository rule violations");
    expect(await repository.git.branch("production")).toBe(was);
    expect((await git("push", "origin", ":production")).ok).toBe(false);
  });

  test("takes a commit whose checks have passed, which merges what it brings", async () => {
    const { world, repository } = sandbox;
    rules(gate);
    const said = { author: "ana", title: "Release", body: null, base: "production", head: "main" };
    const pull = await openPull(world, repository, said);
    const head = pull.headSha;
    addStatus(world, repository, { context: "gate", state: "success", head, creator: "raj" });
    await cloned(world.userToken("raj"));
    const { ok } = await git("push", "origin", "origin/main:production");
    expect(ok).toBe(true);
    expect(await repository.git.branch("production")).toBe(head);
    expect(pull.merged).not.toBeNull();
  });
});

test("a program that asks beside the API is noted", async () => {
  const { server, world } = sandbox;
  const ask = client(
    { addresses: { ...server.addresses, api: server.addresses.html } } as typeof server,
    world.userToken("ana"),
  );
  expect((await ask("GET /repos/acme/shop")).status).toBe(404);
  expect(server.traffic.violations).toEqual([
    "GET /repos/acme/shop is not below the root of the API",
  ]);
});
