import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { expect, test } from "vitest";
import { GitRepository } from "../support/git-repository.ts";
import { AS_RECORDED, exampleRepository } from "./example.ts";
import { lastLine, runCli } from "./run-cli.ts";

const FILE = ".github/stage-gates/baseline.yml";
const RECORD = ["baseline", "--owner", "@lena", "--until", "2026-12-31", ...AS_RECORDED];

function begun() {
  const repository = exampleRepository("claims-triage", "claims-triage-gaps");
  const policy = repository.path(".github/stage-gates.yml");
  const cwd = { cwd: repository.root };
  return { repository, cwd, policy };
}

test("records what blocks, which then warns, and takes out what was mended", async () => {
  const { repository, cwd } = begun();
  const made = await runCli(RECORD, cwd);
  expect(made).toMatchObject({ code: 0 });
  expect(made.stdout).toContain(`Created ${FILE}`);
  expect(made.stdout).toContain("11 findings will warn until 2026-12-31, and @lena sees to it.");

  // The exposure is judged as ever.
  const before = await runCli(["check", ...AS_RECORDED], cwd);
  expect(lastLine(before.stdout)).toMatch(/^Blocked: 1 fails?, /);
  repository.write("rollout.yml", "stage: first-users\npercent: 10\n");
  const checked = await runCli(["check", ...AS_RECORDED], cwd);
  expect(checked.code).toBe(0);

  const text = readFileSync(repository.path(FILE), "utf8");
  repository.write(FILE, `${text}# kept\n`);
  const runbook = readFileSync(repository.path("docs/runbook.md"), "utf8");
  repository.write(
    "docs/runbook.md",
    `${runbook}\n## Roll back\n\nSet the version before in the console; it takes effect within a minute, without a deployment.\n`,
  );
  const shrunk = await runCli(["baseline", ...AS_RECORDED], cwd);
  expect(shrunk.stdout).toBe(`Took out of ${FILE} what is no longer found: 1 finding; left: 10.\n`);
  const after = readFileSync(repository.path(FILE), "utf8");
  expect(after).not.toContain("SECTION-MISSING");
  const lines = `${text}# kept\n`.split("\n").filter((line) => !line.includes("SECTION-MISSING"));
  expect(after).toBe(lines.join("\n"));
  const again = await runCli(["baseline", ...AS_RECORDED], cwd);
  expect(again.stdout).toContain("stays as it is");
});

test("never takes up what is new", async () => {
  const { repository, cwd } = begun();
  await runCli(RECORD, cwd);
  const text = readFileSync(repository.path(FILE), "utf8");
  const readiness = readFileSync(repository.path("READINESS.md"), "utf8");
  repository.write(
    "READINESS.md",
    readiness.replace("- [x] `cost.pricing-change`", "- [ ] `cost.pricing-change`"),
  );
  const ran = await runCli(RECORD, cwd);
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.stderr).toContain("Not taken up, because new, and so blocking (1):");
  expect(ran.stderr).toContain("cost/pricing: CHECKLIST-UNTICKED of `cost.pricing-change`");
  expect(readFileSync(repository.path(FILE), "utf8")).toBe(text);
});

test("another owner or last day is not taken up, and that is told", async () => {
  const { repository, cwd } = begun();
  await runCli(RECORD, cwd);
  const text = readFileSync(repository.path(FILE), "utf8");
  const ran = await runCli(["baseline", "--until", "2027-02-01", ...AS_RECORDED], cwd);
  expect(ran.stderr).toContain("Its owner stays @lena and its last day 2026-12-31");
  expect(readFileSync(repository.path(FILE), "utf8")).toBe(text);
  expect((await runCli(RECORD, cwd)).stderr).not.toContain("stays @lena");
});

test("keeps what could not be judged: it may still be there", async () => {
  const { repository, cwd } = begun();
  await runCli(RECORD, cwd);
  const text = readFileSync(repository.path(FILE), "utf8");
  expect(text).toContain("rule: alerts");
  repository.write("budget.yml", "alerts: [90");
  const ran = await runCli(["baseline", ...AS_RECORDED], cwd);
  expect(ran.stdout).toContain("is gone, and 1 could not be judged here");
  expect(readFileSync(repository.path(FILE), "utf8")).toBe(text);
});

test("takes out the entries of a service that is gone", async () => {
  const repository = GitRepository.create()
    .write("services/a/READINESS.md", "# A\n\n- [ ] `ops.drill` The drill was held\n")
    .write("services/b/READINESS.md", "# B\n\n- [ ] `ops.drill` The drill was held\n")
    .write(
      ".github/stage-gates.yml",
      `version: 1
stages: [{id: production, branches: [production]}]
services: {from: services/*}
gates:
  - id: ops
    rules: [{id: drill, type: checklist, items: [{id: ops.drill, title: The drill was held}]}]
`,
    );
  const cwd = { cwd: repository.root };
  const at = ["--at", "2026-10-01"];
  await runCli(["baseline", "--owner", "@lena", "--until", "2026-12-31", ...at], cwd);
  const text = readFileSync(repository.path(FILE), "utf8");
  expect(text.match(/service: "[ab]"/g)).toEqual(['service: "a"', 'service: "b"']);
  repository.remove("services/b/READINESS.md");
  const ran = await runCli(["baseline", ...at], cwd);
  expect(ran.stdout).toBe(`Took out of ${FILE} what is no longer found: 1 finding; left: 1.\n`);
  expect(readFileSync(repository.path(FILE), "utf8")).not.toContain('service: "b"');
});

test("counts from where the policy comes from, not from the work tree", async () => {
  const { repository, cwd } = begun();
  repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
  repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  repository.write("rollout.yml", "stage: first-users\npercent: 10\n");
  await runCli(RECORD, cwd);
  expect((await runCli(["check", ...AS_RECORDED], cwd)).code).toBe(1);
  repository.commit("Record a baseline");
  repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
  expect((await runCli(["check", ...AS_RECORDED], cwd)).code).toBe(0);
});

test("a baseline with a problem is told with its place and stays as it is", async () => {
  const { repository, cwd } = begun();
  repository.write(FILE, "version: 1\nowner: ana\nuntil: 2026-12-31\nfindings: []\n");
  const ran = await runCli(["baseline", ...AS_RECORDED], cwd);
  expect(ran.code).toBe(2);
  expect(ran.stdout).toContain(`--> ${FILE}:2:8`);
  expect(readFileSync(repository.path(FILE), "utf8")).toContain("owner: ana\n");
});

test.each([
  {
    what: "a folder",
    put: (repository: GitRepository) => repository.folder(FILE),
    says: "is no file",
  },
  {
    what: "a link to a file of this machine",
    put: (repository: GitRepository) => repository.link(FILE, "/etc/hostname"),
    says: "is a symbolic link",
  },
])("$what in its place is refused, and not read", async ({ put, says }) => {
  const { repository, cwd } = begun();
  put(repository);
  const ran = await runCli(RECORD, cwd);
  expect(ran.code).toBe(2);
  expect(`${ran.stdout}${ran.stderr}`).toContain(says);
  expect(ran.stdout).not.toContain(hostname());
});

test.each([
  { what: "no owner", args: ["--until", "2026-12-31"], says: "a baseline needs an owner" },
  { what: "a team", args: ["--owner", "@acme/data", "--until", "2026-12-31"], says: "no login" },
  { what: "no end", args: ["--owner", "@lena"], says: "a baseline needs a last day" },
  { what: "no day", args: ["--owner", "@lena", "--until", "soon"], says: "`soon` is no day" },
  {
    what: "a day that is over",
    args: ["--owner", "@lena", "--until", "2026-09-30"],
    says: "is over",
  },
  {
    what: "a day too far ahead",
    args: ["--owner", "@lena", "--until", "2027-10-02"],
    says: "more than 365 days ahead",
  },
])("refuses $what, and writes nothing", async ({ args, says }) => {
  const { repository, cwd } = begun();
  const ran = await runCli(["baseline", ...args, ...AS_RECORDED], cwd);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain(says);
  expect(repository.git("status", "--porcelain")).toBe("");
});
