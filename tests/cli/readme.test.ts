import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { subjectOf } from "../../src/action/event.ts";
import { PERMISSIONS_OF } from "../../src/action/permissions.ts";
import { PERMISSIONS } from "../../src/protection/workflow-permissions.ts";
import { runStep } from "../action/run-step.ts";
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { GitRepository } from "../support/git-repository.ts";
import { AS_RECORDED, exampleRepository } from "./example.ts";
import { lastLine, runCli } from "./run-cli.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const PAGE = read("README.md");

const blocks = [...PAGE.matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```/gm)].map(([, language, text]) => ({
  language,
  text: text ?? "",
}));
const blockOf = (language: string, start: string) =>
  blocks.find((block) => block.language === language && block.text.startsWith(start))?.text ?? "";

const WORKFLOW = ".github/workflows/stage-gates.yml";

/** The commands of a block, without the remarks behind them. */
const commandsOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+#.*/, "").trim())
    .filter((line) => line !== "");

test("the two commands that set a clone up are in it, and continuous integration runs the second", () => {
  const sh = blocks.filter(({ language }) => language === "sh").map(({ text }) => text);
  expect(sh).toContain("npm ci && npm run demo\n");
  expect(sh).toContain("npm ci && npm test\n");
  expect(read(".ci/run")).toContain("\nnpm ci && npm test\n");
  const { scripts } = JSON.parse(read("package.json"));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["demo", "test"]));
});

test("its commands lead from a repository without gates to a verdict that merges wait for", async () => {
  const { server, world, repository, stop } = await startSandbox();
  const token = world.userToken("raj");
  const env = { GITHUB_TOKEN: token, GH_TOKEN: "", GITHUB_API_URL: server.addresses.api };
  const clone = GitRepository.create();
  clone.git("remote", "add", "origin", `${server.addresses.html}/acme/shop.git`);
  // Not at once: the GitHub it asks runs in this process.
  const git = (...args: string[]) => promisify(execFile)("git", args, { cwd: clone.root });
  await git("fetch", "--quiet", "origin");
  clone.git("reset", "--quiet", "--hard", "origin/main");
  const run = async (line: string) => {
    const [program, ...args] = line.split(" ");
    // Without a terminal the questions have their defaults only where that is asked for.
    const answers = args.includes("init") ? ["--yes"] : [];
    expect(program).toBe("stage-gates");
    return (await runCli([...args, ...answers], { cwd: clone.root, env })).code;
  };

  const [install, enter, ...first] = commandsOf(blockOf("sh", "npm install"));
  expect([install, enter]).toEqual(["npm install --global .", "cd <your repository>"]);
  expect(first).toEqual(["stage-gates init", "stage-gates check --local"]);
  expect(await run(first[0] ?? "")).toBe(0);
  expect(await run(first[1] ?? "")).toBe(1);

  // 1. Write, 2. Merge.
  const uses = `acme/stage-gates@${"0123456789".repeat(4)}`;
  const workflow = readFileSync(clone.path(WORKFLOW), "utf8");
  clone.write(WORKFLOW, workflow.replace("<owner>/stage-gates@<commit>", uses));
  clone.commit("Judge promotions");
  const address = server.addresses.html.replace("://", `://raj:${token}@`);
  await git("push", "--quiet", `${address}/acme/shop.git`, "HEAD:main");

  // 3. Require
  const [login, ...protecting] = commandsOf(blockOf("sh", "   export"));
  expect(login).toBe("export GITHUB_TOKEN=$(gh auth token)");
  expect(protecting).toEqual(["stage-gates protect --yes", "stage-gates doctor"]);
  expect(await run(protecting[0] ?? "")).toBe(0);
  expect(repository.rulesets.map(({ name }) => name)).toEqual(["stage-gates / production"]);
  expect(await run(protecting[1] ?? "")).toBe(1);

  // 4. Open
  const said = { author: "ana", title: "Release", body: null, base: "production", head: "main" };
  const pull = await openPull(world, repository, said);
  const permissions = PERMISSIONS.map(({ name, level }) => [name.replaceAll("-", "_"), level]);
  const ended = await runStep({
    addresses: server.addresses,
    repository: "acme/shop",
    event: "pull_request_target",
    payload: { action: "opened", pull_request: { number: pull.number } },
    inputs: { token: world.workflowToken("acme/shop", Object.fromEntries(permissions)) },
  });
  expect({ code: ended.code, log: ended.log }).toMatchObject({ code: 0 });
  expect(repository.statusesOf(pull.headSha)).toMatchObject([
    { context: "stage-gates / production", state: "success" },
  ]);
  expect(pull.comments.map(({ body }) => body.split("\n")[0])).toEqual([
    expect.stringMatching(
      /^### ⚠️ Would block: \d+ of \d+ gates fail.* for `production` \(advisory, nothing is blocked\)$/,
    ),
  ]);
  expect(server.traffic.violations).toEqual([]);
  await stop();
});

test("what it shows of a check is what one prints", async () => {
  const { root } = exampleRepository("claims-triage", "claims-triage-gaps");
  const { stdout } = await runCli(["check", ...AS_RECORDED], { cwd: root });
  const shown = blockOf("text", "FAIL").trimEnd().split("\n\n");
  expect(shown.length).toBeGreaterThan(1);
  for (const part of shown) expect(stdout).toContain(part);
});

describe("its policy", () => {
  const judge = async (readiness: string) => {
    const repository = GitRepository.create()
      .write(".github/stage-gates.yml", blockOf("yaml", "version: 1"))
      .write("docs/data-audit.md", "# Audit\n\nAll of it was looked at.\n")
      .write("READINESS.md", readiness);
    repository.commit();
    return runCli(["check", "--local"], { cwd: repository.root });
  };
  const readiness = blockOf("markdown", "# Production readiness");

  test("is passed by its readiness document, and not by one with a gap", async () => {
    const ready = await judge(readiness);
    expect([ready.code, ready.stderr]).toEqual([0, ""]);
    expect(ready.stdout).not.toMatch(/^(FAIL|ERROR)/m);
    for (const [from, to] of [
      ["- [x]", "- [ ]"],
      ["@ana", "TBD"],
    ] as const) {
      const gap = await judge(readiness.replace(from, to));
      expect(gap.code).toBe(1);
      expect(lastLine(gap.stdout)).toMatch(/^Would block \(advisory\): 1 fails/);
    }
  });
});

describe("on GitHub", () => {
  const template = parse(read("templates/workflow.yml"));

  test("the permissions it lists are those of the workflow, and all that the action writes with", () => {
    const listed = [...PAGE.matchAll(/^\| `([a-z-]+): (read|write)` \|/gm)].map(
      ([, name, level]) => [name, level],
    );
    expect(Object.fromEntries(listed)).toEqual(template.jobs["evaluate-gates"].permissions);
    const written = listed.filter(([, level]) => level === "write").map((one) => one.join(": "));
    // Check runs are the app's alone.
    const effects = Object.entries(PERMISSIONS_OF).filter(([kind]) => !kind.endsWith("check-run"));
    expect(new Set(written)).toEqual(new Set(effects.map(([, permission]) => permission)));
  });

  test("the events it lists are those of the workflow, and the action takes each", () => {
    const listed = [...PAGE.matchAll(/^\| `(\w+)` \|.*\|.*\|$/gm)].map(([, name = ""]) => name);
    const events = listed.filter((name) => name in template.on);
    expect(events.toSorted()).toEqual(Object.keys(template.on).toSorted());
    const payload = {
      pull_request: { number: 1 },
      issue: { number: 1, pull_request: {} },
      merge_group: { head_sha: "0".repeat(40), base_ref: "refs/heads/production" },
    };
    for (const event of events) expect(() => subjectOf(event, payload, null)).not.toThrow();
  });
});

test("what the page on GitHub quotes of the tool, the tool says", () => {
  const page = read("docs/github.md");
  const sources = readdirSync(new URL("src/", ROOT), { recursive: true, encoding: "utf8" });
  const code = sources
    .filter((path) => path.endsWith(".ts"))
    .map((path) => read(`src/${path}`).replaceAll("\\`", "`"))
    .join("\n");
  const quoted = [...page.matchAll(/^\| “([^”]+)” \|/gm)].map(([, words = ""]) => words);
  expect(quoted.length).toBeGreaterThan(6);
  // Names that the code fills in.
  const parts = quoted.flatMap((words) => words.split(/`(?:statuses: write|pull_request)`|`?…`?/));
  expect(parts.filter((part) => !code.includes(part))).toEqual([]);
});

test("every link and picture is there", () => {
  const targets = [...PAGE.matchAll(/\]\(([^)#:]+)\)|src="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture ?? "",
  );
  expect(targets.length).toBeGreaterThan(20);
  // In the readiness document that it shows.
  const elsewhere = ["docs/data-audit.md"];
  const missing = targets.filter((target) => !existsSync(fileURLToPath(new URL(target, ROOT))));
  expect(missing).toEqual(elsewhere);
});

test("it is read in one sitting", () => {
  const unfolded = PAGE.replaceAll(/<details>[\s\S]*?<\/details>/g, "");
  expect(unfolded.split("\n").length).toBeLessThan(215);
});
