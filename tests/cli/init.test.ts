import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { REPORT_SCHEMA } from "../../src/render/report-schema.ts";
import { GitRepository, TestFolder, temporaryFolder } from "../support/git-repository.ts";
import { runCli } from "./run-cli.ts";

const POLICY = ".github/stage-gates.yml";
const WORKFLOW = ".github/workflows/stage-gates.yml";

describe.each([
  { name: "with the default pack", args: [] },
  { name: "with a few gates to start from", args: ["--pack", "none"] },
])("init --yes in an empty repository $name", ({ args }) => {
  test("leaves a repository that is blocked, each finding with a place", async () => {
    const { root } = GitRepository.create();
    const made = await runCli(["init", "--yes", ...args], { cwd: root });
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(made.stdout).toContain(`  ${POLICY}\n`);
    expect(made.stdout).toContain("  READINESS.md\n");
    expect(made.stdout).toContain("merge policy and workflow first");

    expect((await runCli(["validate"], { cwd: root })).code).toBe(0);
    const ran = await runCli(["check", "--local", "--format", "json"], { cwd: root });
    expect(ran.code).toBe(1);
    const report = REPORT_SCHEMA.parse(JSON.parse(ran.stdout));
    expect(report).toMatchObject({ decision: "no-go", mode: "advisory", stage: "production" });
    const findings = report.gates.flatMap(({ rules }) => rules.flatMap((rule) => rule.findings));
    expect(findings.length).toBeGreaterThan(5);
    expect(findings.filter(({ at }) => at === null)).toEqual([]);
    expect(report.gates.filter(({ outcome }) => outcome === "passed")).toEqual([]);
  });
});

test.each([
  { args: [], steps: 159 },
  { args: ["--pack", "none"], steps: 11 },
])("how much is to be done with $args is what the README says", async ({ args, steps }) => {
  const { root } = GitRepository.create();
  const made = await runCli(["init", "--yes", ...args], { cwd: root });
  const hint = "remove what was created and run `stage-gates init --pack none`";
  expect(made.stdout.includes(hint)).toBe(args.length === 0);
  const { stdout } = await runCli(["check", "--local", "--format", "json"], { cwd: root });
  expect(JSON.parse(stdout).next).toHaveLength(steps);
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toContain(`${steps} steps`);
});

test("what is there already stays as it is, and is named", async () => {
  const repository = GitRepository.create().write("READINESS.md", "mine\n");
  repository.link("docs/runbook.md", "/nonexistent/elsewhere.md").write(WORKFLOW, "mine\n");
  const first = await runCli(["init", "--yes", "--pack", "none"], { cwd: repository.root });
  expect(first.stdout).toContain(
    `Left alone, as it was there already\n  ${WORKFLOW}\n  READINESS.md\n  docs/runbook.md\n`,
  );
  expect(readFileSync(repository.path("READINESS.md"), "utf8")).toBe("mine\n");
  expect(readFileSync(repository.path(WORKFLOW), "utf8")).toBe("mine\n");

  const policy = readFileSync(repository.path(POLICY), "utf8");
  repository.write(POLICY, `${policy}# mine\n`);
  const second = await runCli(["init", "--yes"], { cwd: repository.root });
  expect(second.code).toBe(0);
  expect(readFileSync(repository.path(POLICY), "utf8")).toBe(`${policy}# mine\n`);
});

describe("a checklist that is there already", () => {
  const LIST = "# Ready\n\n- [ ] Support is trained\n";
  const withList = (text: string) =>
    GitRepository.create().write("docs/production-readiness.md", text);

  test("is not given another one beside it", async () => {
    const repository = withList(LIST);
    const ran = await runCli(["init", "--yes"], { cwd: repository.root });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("`stage-gates import docs/production-readiness.md`");
    expect(repository.git("status", "--porcelain", "-uall")).toBe(
      "?? docs/production-readiness.md",
    );
  });

  test.each([
    { of: "with gates that were chosen", text: LIST, args: ["--pack", "none"] },
    { of: "that asks for nothing", text: "# Ready\n\nSoon.\n", args: [] },
    { of: "that cannot be read", text: "# Ready\n\n- [ ] a\u200b\n", args: [] },
  ])("$of holds nothing up", async ({ text, args }) => {
    const ran = await runCli(["init", "--yes", ...args], { cwd: withList(text).root });
    expect(ran.code).toBe(0);
  });

  test("once imported is the only one, and init adds the workflow alone", async () => {
    const repository = withList(LIST);
    await runCli(["import", "docs/production-readiness.md", "--write"], { cwd: repository.root });
    const before = await runCli(["check", "--local", "--quiet"], { cwd: repository.root });
    const ran = await runCli(["init", "--yes"], { cwd: repository.root });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain(`Created\n  ${WORKFLOW}\n\nLeft alone`);
    repository.write("READINESS.md", "# Another one\n");
    const after = await runCli(["check", "--local", "--quiet"], { cwd: repository.root });
    expect(after).toEqual(before);
    expect(before.stdout).toBe("Would block (advisory): 1 fails\n");
  });
});

test("a link to another folder is not written through", async () => {
  const elsewhere = temporaryFolder();
  const repository = GitRepository.create().link(".github", elsewhere);
  const ran = await runCli(["init", "--yes"], { cwd: repository.root });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("outside of the repository");
});

test("it sets up the whole repository from a folder below", async () => {
  const repository = GitRepository.create().write("src/x.ts");
  await runCli(["init", "--yes", "--pack", "none"], { cwd: repository.path("src") });
  expect(readFileSync(repository.path(POLICY), "utf8")).toContain("mode: advisory");
});

test.for([
  { branches: ["prod"], branch: "prod" },
  { branches: ["release", "production"], branch: "production" },
  { branches: [], branch: "production" },
])(
  "with branches $branches it takes `$branch` as the one to protect",
  async ({ branches, branch }) => {
    const repository = GitRepository.create();
    repository.commit();
    for (const name of branches) repository.git("branch", name);
    await runCli(["init", "--yes", "--pack", "none"], { cwd: repository.root });
    expect(readFileSync(repository.path(POLICY), "utf8")).toContain(`branches: [${branch}]`);
    const workflow = readFileSync(repository.path(WORKFLOW), "utf8");
    expect(workflow.match(/branches: .*/g)).toEqual(Array(2).fill(`branches: [${branch}]`));
  },
);

test("outside git it wants to be told so", async () => {
  const { root } = new TestFolder();
  const refused = await runCli(["init", "--yes"], { cwd: root });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("--outside-git");
  const made = await runCli(["init", "--yes", "--outside-git"], { cwd: root });
  expect(made.code).toBe(0);
});
