import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
    const blocks = page.matchAll(/^```console\n(\$ stage-gates check --pr [\s\S]*?)^```/gm);
    const commands = [...blocks].flatMap(([, text = ""]) => text.trim().split("\n"));
    const clone = join(folder, "clone");
    execFileSync("git", ["clone", "-q", scene.repository.git.folder, clone]);
    const origin = `${server.addresses.html}/harbor-mutual/claims-triage.git`;
    execFileSync("git", ["remote", "set-url", "origin", origin], { cwd: clone });
    const lines: string[] = [];
    for (const command of commands) {
      const { stdout } = await run([...command.split(" ").slice(2), ...AT], clone);
      lines.push(stdout.trimEnd().split("\n").at(-1) ?? "");
    }
    expect(lines).toEqual(Array(3).fill("Blocked: 9 fail, 3 pass"));
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

  describe("with --policy, as a preview", () => {
    const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: new
    title: Cost
    rules: [{id: rule, type: document, path: docs/cost.md}]
roles: {owners: {users: [ines]}}
waivers: {approvers: [owners], max_days: 30}
`;

    test("judges by a file of this machine, says so in every format, and writes nothing", async () => {
      writeFileSync(join(folder, "new.yml"), POLICY);
      for (const format of ["pretty", "markdown", "json", "github"]) {
        const args = ["check", "--pr", "231", ...REPO, ...AT, "--policy", "new.yml"];
        const { code, stdout } = await run([...args, "--format", format]);
        expect(code).toBe(1);
        expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
          /`new\.yml`(<\/code>)?, not by the policy of the default branch, `main`/,
        );
        if (format === "json") {
          expect(JSON.parse(stdout)).toMatchObject({
            policy: { ref: "--policy", sha: null, files: ["new.yml"] },
            gates: [{ id: "new", outcome: "failed" }],
            notes: [{ code: "POLICY-PREVIEWED" }],
          });
        }
      }
    });

    test("keeps the waivers of the default branch, but where others lie beside the file", async () => {
      const waivers = (reason: string) => `version: 1
waivers:
  - gate: new
    reason: ${reason}
    approved_by: ines
    expires: 2026-10-20
    codes: [DOCUMENT-MISSING]
`;
      const path = ".github/stage-gates/waivers.yml";
      const author = { name: "Ines", email: "ines@harbor-mutual.test", at: world.now };
      const changes = { [path]: waivers("there") };
      await scene.repository.commit("main", { changes, message: "Waive it", author });
      writeFileSync(join(folder, "new.yml"), POLICY);
      const args = ["check", "--pr", "231", ...REPO, ...AT, "--policy", "new.yml"];
      const filesOf = async () =>
        JSON.parse((await run([...args, "--format", "json"])).stdout).policy.files;
      expect(await filesOf()).toEqual(["new.yml", path]);
      mkdirSync(join(folder, "stage-gates"));
      writeFileSync(join(folder, "stage-gates/waivers.yml"), waivers("here"));
      expect(await filesOf()).toEqual(["new.yml", "stage-gates/waivers.yml"]);
    });

    test.each([
      { name: "is not there", text: null, said: "does not exist" },
      { name: "has problems", text: "version: 1\nmood: bad\n", said: "new.yml:2:1" },
    ])("ends with 2 where the file $name", async ({ text, said }) => {
      if (text !== null) writeFileSync(join(folder, "new.yml"), text);
      const args = ["check", "--pr", "231", ...REPO, ...AT, "--policy", "new.yml"];
      const { code, stderr } = await run(args);
      expect(code).toBe(2);
      expect(stderr).toContain(said);
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
