import { type AddressInfo, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addCheckRun } from "../../sandbox/world/checks.ts";
import { stopBlameless } from "../sandbox/start-sandbox.ts";
import { GitRepository } from "../support/git-repository.ts";
import { CONTEXT, type ProtectedShop, protectedShop, WORKFLOW } from "./protected-shop.ts";
import { lastLine, runCli } from "./run-cli.ts";

const AT = ["--at", "2026-10-02"];

let shop: ProtectedShop;

beforeEach(async () => {
  shop = await protectedShop();
});

afterEach(() => stopBlameless(shop));

describe("doctor", () => {
  test("ends with 0 where everything is as it should be", async () => {
    const ran = await shop.run(["doctor", ...AT]);
    expect(ran.code).toBe(0);
    expect(lastLine(ran.stdout)).toBe("Protected: 1 to look at, 15 fine");
    expect(ran.stdout).not.toContain("gh api");
  });

  test("ends with 1 where something is open, and prints what closes it", async () => {
    shop.repository.rulesets.length = 0;
    const ran = await shop.run(["doctor", ...AT]);
    expect(ran.code).toBe(1);
    expect(lastLine(ran.stdout)).toMatch(/^Not protected: 5 wrong/);
    const blocks = [...ran.stdout.matchAll(/^gh api (.*) <<'RULESET'\n([\s\S]*?)\nRULESET$/gm)];
    expect(blocks.map(([, line]) => line)).toEqual(
      Array(2).fill("--method POST repos/acme/shop/rulesets --input -"),
    );
    expect(ran.stdout.match(/^The ruleset .*(?= would create)/gm)).toEqual([
      "The ruleset `stage-gates / production`, which `stage-gates protect`",
      "The ruleset `stage-gates / policy`, which `stage-gates protect --default-branch`",
    ]);
    // What is printed is what GitHub takes.
    for (const [, , body = ""] of blocks) {
      const answer = await fetch(`${shop.server.addresses.api}/repos/acme/shop/rulesets`, {
        method: "POST",
        headers: { authorization: `bearer ${shop.world.userToken("raj")}` },
        body,
      });
      expect(answer.status).toBe(201);
    }
    expect((await shop.run(["doctor", ...AT])).code).toBe(0);
  });

  test("ends with 2 where it could not look, which is never taken for fine", async () => {
    const ran = await shop.run(["doctor", ...AT], shop.world.userToken("ana"));
    expect(ran.code).toBe(2);
    expect(lastLine(ran.stdout)).toMatch(/^Not known to be protected: 2 not known/);
    expect(ran.stdout.replace(/\s+/g, " ")).toContain("`administration: write`");
  });

  test("writes nothing", async () => {
    await shop.run(["doctor", ...AT]);
    expect(shop.server.traffic.writes).toEqual([]);
  });

  test("asks for no workflow where an app of one's own judges", async () => {
    const { world, repository } = shop;
    const app = world.addApp("gates").id;
    await shop.commit({ [WORKFLOW]: null });
    repository.statuses.clear();
    repository.rulesets.length = 0;
    const without = await shop.run(["doctor", "--app", `${app}`, ...AT]);
    expect(without.code).toBe(1);
    expect(without.stdout.match(/stage-gates protect --app \d+/g)).toContain(
      `stage-gates protect --app ${app}`,
    );
    expect(without.stdout).toContain("comment `/gate recheck`");
    expect(without.stdout).not.toMatch(/nobody judges|gh workflow run/);

    addCheckRun(world, repository, { head: shop.pull.head, name: CONTEXT, app });
    for (const args of [["--app", `${app}`], ["--default-branch"]]) {
      expect((await shop.run(["protect", ...args, "--yes"])).code).toBe(0);
    }
    const ran = await shop.run(["doctor", "--app", `${app}`, ...AT]);
    expect(ran.code).toBe(0);
    expect(ran.stdout.replaceAll(/\s+/g, " ")).toContain(
      `WARN No workflow on the default branch uses stage-gates: the app ${app} has to judge`,
    );
    expect(lastLine(ran.stdout)).toMatch(/^Protected: 1 to look at/);
  });

  test("tells machines the same", async () => {
    shop.repository.statuses.clear();
    const ran = await shop.run(["doctor", "--format", "json", ...AT]);
    expect(ran.code).toBe(1);
    const report = JSON.parse(ran.stdout);
    expect(report).toMatchObject({ schemaVersion: 1, repository: "acme/shop", level: "fail" });
    expect(
      report.findings.filter(({ level }: { level: string }) => level === "fail"),
    ).toMatchObject([
      { about: "production", stage: "production", code: "verdict-missing", at: null },
    ]);
  });

  test("asks about the repository of `origin`", async () => {
    const { html, api } = shop.server.addresses;
    const repository = GitRepository.create();
    repository.git("remote", "add", "origin", `${html}/acme/shop.git`);
    const env = { GITHUB_TOKEN: shop.world.userToken("raj"), GH_TOKEN: "", GITHUB_API_URL: api };
    const ran = await runCli(["doctor", ...AT], { cwd: repository.root, env });
    expect(ran.code).toBe(0);
  });

  test("takes its token to no host that only a checkout names", async () => {
    const repository = GitRepository.create();
    repository.git("remote", "add", "origin", `${shop.server.addresses.html}/acme/shop.git`);
    const env = { GITHUB_TOKEN: "ghp_secret", GH_TOKEN: "", GITHUB_API_URL: "", GH_HOST: "" };
    const ran = await runCli(["doctor"], { cwd: repository.root, env });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("GH_HOST=127.0.0.1");
    expect(shop.server.traffic.exchanges).toEqual([]);
  });

  test("names that would move the cursor are shown without doing so", async () => {
    const hostile = "on: push\njobs: {a: {name: stage-gates / production}}\n";
    await shop.commit({ ".github/workflows/\u001b[2J\u202ex.yml": hostile });
    const { stdout } = await shop.run(["doctor", ...AT]);
    expect(stdout).toContain(".github/workflows/[2Jx.yml:");
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test.each([
    { args: ["--stage", "prod"], says: "did you mean `production`?" },
    { args: ["--app", "x"], says: "`x` is no id of an app" },
    { args: ["--format", "yaml"], says: "pretty, json" },
  ])("what cannot be carried out ends with 2 and says so: $args", async ({ args, says }) => {
    const ran = await shop.run(["doctor", ...args]);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(says);
    expect(ran.stderr).not.toContain("defect");
  });

  test.each([
    { what: "no token", env: { GITHUB_TOKEN: "" }, says: "there is no token" },
    {
      what: "a wrong token",
      env: { GITHUB_TOKEN: "ghp_wrong" },
      says: "does not accept the token",
    },
    { what: "no such repository", repo: "acme/nothing", says: "there is no repository" },
    { what: "no repository's name", repo: "acme", says: "is no repository" },
    { what: "no address", env: { GITHUB_API_URL: "nowhere" }, says: "is no address" },
    {
      what: "a port that is never asked",
      env: { GITHUB_API_URL: "http://127.0.0.1:1/api/v3" },
      says: "at `http://127.0.0.1:1/api/v3`: the connection to GitHub failed",
    },
  ])("$what ends with 2 and says so", async ({ env = {}, repo = "acme/shop", says }) => {
    const { api } = shop.server.addresses;
    const token = shop.world.userToken("raj");
    const all = { GITHUB_TOKEN: token, GH_TOKEN: "", GITHUB_API_URL: api, ...env };
    const ran = await runCli(["doctor", "--repo", repo], { cwd: "/", env: all });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(says);
    expect(ran.stderr).not.toContain("defect");
    shop.server.traffic.clear();
  });

  test("nobody listening ends with 2, and says at which address", async () => {
    const nobody = createServer();
    await new Promise<void>((resolve) => nobody.listen(0, "127.0.0.1", resolve));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    const api = `http://127.0.0.1:${port}/api/v3`;
    const env = { GITHUB_TOKEN: "x", GH_TOKEN: "", GITHUB_API_URL: api };
    for (const command of ["doctor", "protect", "check --pr 7"]) {
      const args = [...command.split(" "), "--repo", "acme/shop"];
      const ran = await runCli(args, { cwd: "/", env });
      expect(ran).toMatchObject({ code: 2, stdout: "" });
      expect(ran.stderr).toContain(
        `GitHub cannot be asked at \`${api}\`: the connection to GitHub failed (ECONNREFUSED)\n  look whether anybody answers at that address`,
      );
    }
  });
});
