import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ClaimsTriage, claimsTriage, NOON } from "../../sandbox/scenes/claims-triage.ts";
import { SandboxServer } from "../../sandbox/server/server.ts";
import { World } from "../../sandbox/world/world.ts";
import { type Ran, runCli } from "./run-cli.ts";

let folder: string;
let world: World;
let server: SandboxServer;
let scene: ClaimsTriage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  world = new World(folder, NOON);
  scene = await claimsTriage(world);
  server = await SandboxServer.start(world);
});

afterEach(async () => {
  const { violations, writes } = server.traffic;
  await server.stop();
  rmSync(folder, { recursive: true });
  expect(violations).toEqual([]);
  expect(writes).toEqual([]);
});

const AT = ["--at", "2026-10-01T12:00:00Z"];
const REPO = ["--repo", "harbor-mutual/claims-triage"];

function run(args: readonly string[], cwd = folder, token = world.userToken("ines")): Promise<Ran> {
  const env = { GITHUB_TOKEN: token, GH_TOKEN: "", NO_PROXY: "127.0.0.1" };
  return runCli(args, { cwd, env: { ...env, GITHUB_API_URL: server.addresses.api } });
}

describe("check --pr", () => {
  test("does what the page on the command line shows of it", async () => {
    const page = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");
    const [, block = ""] =
      /^```console\n(\$ stage-gates check --pr [\s\S]*?)^```/m.exec(page) ?? [];
    const clone = join(folder, "clone");
    execFileSync("git", ["clone", "-q", scene.repository.git.folder, clone]);
    const origin = `${server.addresses.html}/harbor-mutual/claims-triage.git`;
    execFileSync("git", ["remote", "set-url", "origin", origin], { cwd: clone });
    const lines: string[] = [];
    for (const command of block.trim().split("\n")) {
      const { stdout } = await run([...command.split(" ").slice(2), ...AT], clone);
      lines.push(stdout.trimEnd().split("\n").at(-1) ?? "");
    }
    expect(lines).toEqual(["Blocked: 9 fail, 3 pass", "Blocked: 9 fail, 3 pass"]);
  });

  test("judges a pull request as it is on GitHub, and writes nothing there", async () => {
    const { code, stdout } = await run(["check", "--pr", "231", ...REPO, ...AT]);
    expect(code).toBe(1);
    expect(stdout).toContain("Blocked: 9 fail, 3 pass");
  });

  test("records what GitHub said, by which a clone is judged the same without a connection", async () => {
    await scene.mend();
    scene.runChecks();
    scene.approve();
    const json = ["--format", "json", ...AT];
    const there = await run(["check", "--pr", "231", ...REPO, "--record", "facts.json", ...json]);
    expect(JSON.parse(there.stdout)).toMatchObject({ decision: "go", services: [] });

    const clone = join(folder, "clone");
    execFileSync("git", ["clone", "-q", scene.repository.git.folder, clone]);
    const facts = join(folder, "facts.json");
    const here = await runCli(["check", "--facts", facts, "--base", "origin/production", ...json], {
      cwd: clone,
    });
    const [gatesThere, gatesHere] = [there, here].map(({ stdout }) => JSON.parse(stdout).gates);
    expect(gatesHere).toEqual(gatesThere);
    expect(JSON.parse(readFileSync(facts, "utf8"))).toMatchObject({
      repository: "harbor-mutual/claims-triage",
      pull_request: { number: 231, authors: ["mei"] },
    });
  });

  test("judges by GitHub's clock, whatever the one of this machine says", async () => {
    world.now = Date.parse("2031-03-04T05:06:07Z");
    await run(["check", "--pr", "231", ...REPO, "--record", "facts.json"]);
    const { recorded_at } = JSON.parse(readFileSync(join(folder, "facts.json"), "utf8"));
    expect(recorded_at).toMatch(/^2031-03-04T05:06:/);
  });

  test.each([
    {
      name: "there is no such pull request",
      args: ["--pr", "9", ...REPO],
      said: "there is no pull request #9 here",
    },
    { name: "the number is none", args: ["--pr", "main", ...REPO], said: "It is a number" },
    {
      name: "a checkout is named as well",
      args: ["--pr", "231", "--base", "main"],
      said: "cannot be used with",
    },
    { name: "only --record is given", args: ["--record", "facts.json"], said: "--pr <number>" },
  ])("says so where $name, and ends with 2", async ({ args, said }) => {
    const { code, stderr } = await run(["check", ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
