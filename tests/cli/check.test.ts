import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { REPORT_SCHEMA } from "../../src/render/report-schema.ts";
import { GitRepository, TestFolder, temporaryFolder } from "../support/git-repository.ts";
import {
  AS_RECORDED,
  exampleRepository,
  NOT_READY,
  READY,
  SMALL_POLICY,
  smallRepository,
} from "./example.ts";
import { lastLine, runCli } from "./run-cli.ts";

const POLICY = ".github/stage-gates.yml";

async function report(args: readonly string[], cwd: string) {
  const ran = await runCli(["check", "--format", "json", ...args], { cwd });
  return { ...ran, report: REPORT_SCHEMA.parse(JSON.parse(ran.stdout)) };
}

describe("the example", () => {
  test("passes as recorded", async () => {
    const { root } = exampleRepository("claims-triage");
    const ran = await runCli(["check", ...AS_RECORDED], { cwd: root });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(lastLine(ran.stdout)).toMatch(/^Ready: \d+ pass$/);
  });

  test("is blocked with its gaps, each of which has a place and a remedy", async () => {
    const { root } = exampleRepository("claims-triage", "claims-triage-gaps");
    const { code, report: verdict } = await report(AS_RECORDED, root);
    expect(code).toBe(1);
    expect(verdict.decision).toBe("no-go");
    const findings = verdict.gates.flatMap(({ rules }) => rules.flatMap((rule) => rule.findings));
    const blocking = findings.filter(({ outcome }) => outcome === "failed");
    expect(blocking.length).toBeGreaterThan(5);
    expect(blocking.filter(({ at, remedy }) => at === null || remedy === "")).toEqual([]);
  });

  test("without its recorded facts needs GitHub, and says so", async () => {
    const { root } = exampleRepository("claims-triage");
    const [, , ...at] = AS_RECORDED;
    const offline = await report(at, root);
    expect(offline.code).toBe(1);
    const codes = offline.report.gates.flatMap(({ rules }) =>
      rules.flatMap((rule) => rule.findings.map((finding) => finding.code)),
    );
    expect(codes).toContain("NEEDS-GITHUB");

    const local = await report([...at, "--local"], root);
    expect(local.code).toBe(0);
    expect(local.report.decision).toBe("undetermined");
    expect(local.report.counts.rulesLeftOut).toBeGreaterThan(0);
  });
});

describe("exit codes", () => {
  test.for([
    { name: "go", files: {}, args: [], code: 0, says: "Ready: 1 passes" },
    { name: "no-go", files: { "READINESS.md": NOT_READY }, args: [], code: 1, says: "Blocked" },
    {
      name: "no-go of an advisory policy",
      files: {
        "READINESS.md": NOT_READY,
        [POLICY]: SMALL_POLICY.replace("version: 1", "version: 1\nmode: advisory"),
      },
      args: [],
      code: 1,
      says: "Would block (advisory): 1 fails",
    },
    {
      name: "no readiness document",
      files: { "READINESS.md": "" },
      args: [],
      code: 1,
      says: "Blocked: 1 fails",
    },
  ])("$name: $code", async ({ files, args, code, says }) => {
    const { root } = smallRepository(files);
    const ran = await runCli(["check", ...args], { cwd: root });
    expect(ran.code).toBe(code);
    expect(lastLine(ran.stdout)).toContain(says);
  });
});

describe("a policy with problems", () => {
  const broken = SMALL_POLICY.replace("title: Data", "titel: Data");

  test("is shown with its frame on stderr, and nothing is judged", async () => {
    const { root } = smallRepository({ [POLICY]: broken });
    const ran = await runCli(["check"], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(`--> ${POLICY}:7:5`);
    expect(ran.stderr).toContain("did you mean `title`?");
    expect(lastLine(ran.stderr)).toBe(`1 error in ${POLICY}. Nothing was evaluated.`);
    const quiet = await runCli(["check", "--quiet"], { cwd: root });
    expect(quiet.stderr).toBe(`1 error in ${POLICY}. Nothing was evaluated.\n`);
  });

  test("is a whole document in JSON", async () => {
    const { root } = smallRepository({ [POLICY]: broken });
    const ran = await report([], root);
    expect(ran.code).toBe(2);
    expect(ran.report).toMatchObject({ decision: "no-go", gates: [] });
    expect(ran.report.problems.map(({ code, at }) => [code, at.line])).toEqual([
      ["unknown-key", 7],
    ]);
  });

  test.for([
    { format: "github", first: `::error file=${POLICY},line=7,col=5,` },
    { format: "markdown", first: "### ❌ No verdict: the policy has 1 problem" },
  ])("is told in $format as well", async ({ format, first }) => {
    const { root } = smallRepository({ [POLICY]: broken });
    const ran = await runCli(["check", "--format", format], { cwd: root });
    expect(ran.code).toBe(2);
    expect(ran.stdout.startsWith(first)).toBe(true);
  });

  test("also where there is none", async () => {
    const { root } = GitRepository.create().write("README.md");
    const ran = await runCli(["check"], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("stage-gates init");
    expect((await report([], root)).report.problems[0]?.code).toBe("policy-missing");
  });

  test("facts that cannot be read are shown the same way", async () => {
    const { root } = smallRepository({ "facts.json": '{"repository": 1}' });
    const ran = await runCli(["check", "--facts", "facts.json"], { cwd: root });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("--> facts.json:1:");
  });
});

describe("the stage", () => {
  const repository = () => {
    const made = smallRepository();
    made.git("branch", "limited");
    made.git("branch", "release/7");
    return made;
  };
  test.for([
    { args: [], stage: "production" },
    { args: ["--stage", "limited"], stage: "limited" },
    { args: ["--base", "limited"], stage: "limited" },
    { args: ["--base", "release/7"], stage: "production" },
    { args: ["--base", "main"], stage: "production" },
    { args: ["--base", "limited", "--stage", "production"], stage: "production" },
  ])("$args → $stage", async ({ args, stage }) => {
    expect((await report(args, repository().root)).report.stage).toBe(stage);
  });
});

describe("which services", () => {
  const policy = SMALL_POLICY.replace(
    "gates:\n  - id: data",
    'services:\n  from: "services/*"\n  ungoverned: ["docs/**"]\ngates:\n  - id: data',
  );
  const repository = () =>
    smallRepository({
      [POLICY]: policy,
      "services/billing/READINESS.md": READY,
      "services/search/READINESS.md": NOT_READY,
    });

  test.for([
    { args: [], services: ["billing", "search"], code: 1 },
    { args: ["--service", "billing"], services: ["billing"], code: 0 },
    {
      args: ["--service", "search", "--service", "billing"],
      services: ["billing", "search"],
      code: 1,
    },
  ])("$args", async ({ args, services, code }) => {
    const ran = await report(args, repository().root);
    expect(ran.report.services.toSorted()).toEqual(services);
    expect(ran.code).toBe(code);
  });

  test.for([
    { changed: "services/billing/app.ts", services: ["billing"], decision: "go" },
    { changed: "services/search/app.ts", services: ["search"], decision: "no-go" },
    { changed: "package.json", services: ["billing", "search"], decision: "no-go" },
    { changed: "docs/a.md", services: [], decision: "go" },
  ])("those that $changed belongs to, against --base", async ({ changed, services, decision }) => {
    const made = repository();
    made.branch("work").write(changed, "changed\n");
    const ran = await report(["--base", "main"], made.root);
    expect(ran.report).toMatchObject({ services, decision });
  });

  test("an unknown one is answered with those there are", async () => {
    const ran = await runCli(["check", "--service", "serch"], { cwd: repository().root });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("did you mean `search`?");
  });
});

describe("where it runs", () => {
  test("in a folder below, it judges the whole repository", async () => {
    const { root } = smallRepository({ "src/deep/x.ts": "x\n" });
    const above = await report([], root);
    const below = await report([], `${root}/src/deep`);
    const named = await report(["src"], root);
    expect(below.stdout).toBe(above.stdout);
    expect(named.stdout).toBe(above.stdout);
  });

  test("files are named relative to where it runs", async () => {
    const { root } = smallRepository({ "src/other.yml": SMALL_POLICY });
    const ran = await report(["--policy", "other.yml"], `${root}/src`);
    expect(ran.code).toBe(0);
    expect(ran.report.policy.files).toEqual(["src/other.yml"]);
  });

  test("outside git the folder is what is judged", async () => {
    const folder = new TestFolder(temporaryFolder());
    folder.write(POLICY, SMALL_POLICY).write("READINESS.md", READY);
    const ran = await report([], folder.root);
    expect(ran.code).toBe(0);
    expect(ran.report.commit).toBeNull();
  });

  test("a clone is judged by the policy of the default branch, and is told so", async () => {
    const clone = GitRepository.clone(smallRepository());
    clone.write(POLICY, SMALL_POLICY.replace("data.parity", "data.other"));
    const ran = await report([], clone.root);
    expect(ran.code).toBe(0);
    expect(ran.report.policy.ref).toBe("origin/main");
    expect(ran.report.notes.map(({ code }) => code)).toEqual(["POLICY-NOT-MERGED"]);
    const edited = await report(["--policy", POLICY], clone.root);
    expect(edited.code).toBe(1);
  });
});

describe("what it prints", () => {
  test("--quiet is the last line alone", async () => {
    const { root } = smallRepository({ "READINESS.md": NOT_READY });
    const whole = await runCli(["check"], { cwd: root });
    const quiet = await runCli(["check", "-q"], { cwd: root });
    expect(quiet.stdout).toBe(`${lastLine(whole.stdout)}\n`);
  });

  test.for([
    { env: {}, args: [], colored: false },
    { env: { FORCE_COLOR: "1" }, args: [], colored: true },
    { env: { FORCE_COLOR: "0" }, args: [], colored: false },
    { env: { CLICOLOR_FORCE: "1" }, args: [], colored: true },
    { env: { FORCE_COLOR: "1", NO_COLOR: "1" }, args: [], colored: false },
    { env: { NO_COLOR: "1" }, args: ["--color"], colored: true },
    { env: { FORCE_COLOR: "1" }, args: ["--no-color"], colored: false },
  ])("colour with $env $args: $colored", async ({ env, args, colored }) => {
    const { root } = smallRepository();
    const { stdout } = await runCli(["check", ...args], { cwd: root, env });
    expect(stdout.includes("\u001b[")).toBe(colored);
  });

  test("a document that would repaint the terminal does not", async () => {
    const title = "\u001b[2J\u202eParity\n::error::x";
    const { root } = smallRepository({
      "READINESS.md": `## Data\n\n- [ ] \`data.parity\` ${title}\n`,
    });
    const { stdout } = await runCli(["check"], { cwd: root });
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(stdout).not.toMatch(/^\s*::/m);
  });

  test("a reader that stops early does not change the exit code", () => {
    const { root } = smallRepository({ "READINESS.md": NOT_READY });
    const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
    const script = `set -o pipefail; "${process.execPath}" "${cli}" check --format json | true; echo "\${PIPESTATUS[0]}"`;
    const ran = spawnSync("bash", ["-c", script], { cwd: root, encoding: "utf8" });
    expect(ran.stdout.trim()).toBe("1");
    expect(ran.stderr).toBe("");
  });
});
