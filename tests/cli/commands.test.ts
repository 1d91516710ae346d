import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { REPORT_SCHEMA } from "../../src/render/report-schema.ts";
import { GitRepository } from "../support/git-repository.ts";
import { SMALL_POLICY, smallRepository } from "./example.ts";
import { lastLine, runCli } from "./run-cli.ts";

const POLICY = ".github/stage-gates.yml";

describe("scaffold", () => {
  test.for([
    { args: ["runbook"], path: "docs/runbook.md", holds: "# Runbook: <… name>" },
    {
      args: ["runbook", "payments api"],
      path: "docs/runbooks/payments-api.md",
      holds: "payments api",
    },
    { args: ["readiness"], path: "READINESS.md", holds: "## Owners" },
    { args: ["readiness", "services/a/"], path: "services/a/READINESS.md", holds: "service: a" },
    {
      args: ["readiness", "b", "--pack", "scaling-readiness"],
      path: "b/READINESS.md",
      holds: "Gate 1 · Business case",
    },
    {
      args: ["decision", "Launch", "--at", "2026-10-01"],
      path: "decisions/2026-10-01-launch.md",
      holds: "of: Launch",
    },
    {
      args: ["waiver", "data/items"],
      path: ".github/stage-gates/waivers.yml",
      holds: "rule: items",
    },
    {
      args: ["waiver", "data"],
      path: ".github/stage-gates/waivers.yml",
      holds: "- gate: data\n  reason",
    },
    { args: ["runbook", "x", "--to", "ops/x.md"], path: "ops/x.md", holds: "# Runbook: x" },
  ])("$args writes $path, with placeholders", async ({ args, path, holds }) => {
    const repository = GitRepository.create();
    const ran = await runCli(["scaffold", ...args], { cwd: repository.root });
    expect(ran).toMatchObject({ code: 0, stdout: `Created ${path}\n` });
    const text = readFileSync(repository.path(path), "utf8");
    expect(text).toContain(holds);
    expect(text).toMatch(/<…|YYYY-MM-DD/);
  });

  describe("in the folder of a service", () => {
    const policy = `${SMALL_POLICY}services: {from: "services/*", readiness: "{path}/docs/ready.md"}\n`;

    test.for([
      { args: ["runbook"], path: "services/pay/docs/runbook.md", holds: "# Runbook: pay\n" },
      {
        args: ["runbook", "refunds"],
        path: "services/pay/docs/runbooks/refunds.md",
        holds: "# Runbook: refunds\n",
      },
      { args: ["readiness"], path: "services/pay/docs/ready.md", holds: "service: pay" },
      { args: ["readiness", "services/b"], path: "services/b/READINESS.md", holds: "service: b" },
      { args: ["waiver"], path: ".github/stage-gates/waivers.yml", holds: "- gate: <gate>" },
      { args: ["runbook", "--to", "x.md"], path: "services/pay/src/x.md", holds: "# Runbook" },
    ])("$args writes $path", async ({ args, path, holds }) => {
      const repository = smallRepository({ [POLICY]: policy, "services/pay/src/main.ts": "" });
      const cwd = repository.path("services/pay/src");
      const ran = await runCli(["scaffold", ...args], { cwd });
      expect(ran).toMatchObject({ code: 0, stdout: `Created ${path}\n` });
      expect(readFileSync(repository.path(path), "utf8")).toContain(holds);
    });

    test.for([
      { name: "that is none", files: { [POLICY]: policy, "lib/x.ts": "" }, folder: "lib" },
      {
        name: "of a policy that is broken",
        files: { [POLICY]: "version: 9\n", "services/pay/x.ts": "" },
        folder: "services/pay",
      },
    ])("$name, it is the repository's", async ({ files, folder }) => {
      const repository = smallRepository(files);
      const ran = await runCli(["scaffold", "runbook"], { cwd: repository.path(folder) });
      expect(ran.stdout).toBe("Created docs/runbook.md\n");
    });
  });

  test("`--to -` prints it and writes nothing", async () => {
    const repository = GitRepository.create();
    const ran = await runCli(["scaffold", "runbook", "--to", "-"], { cwd: repository.root });
    expect(ran.stdout).toContain("## Roll back");
    expect(existsSync(repository.path("docs"))).toBe(false);
  });

  test("a further waiver is printed, to be added by hand", async () => {
    const repository = smallRepository({ ".github/stage-gates/waivers.yml": "[]\n" });
    const ran = await runCli(["scaffold", "waiver", "data"], { cwd: repository.root });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^- gate: data\n/);
    expect(readFileSync(repository.path(".github/stage-gates/waivers.yml"), "utf8")).toBe("[]\n");
  });

  test("a decision record as it is written decides nothing", async () => {
    const policy = SMALL_POLICY.replace(
      /rules:.*$/s,
      "rules:\n      - {id: launch, type: decision, of: launch}\n",
    );
    const repository = smallRepository({ [POLICY]: policy });
    await runCli(["scaffold", "decision", "launch"], { cwd: repository.root });
    const ran = await runCli(["check"], { cwd: repository.root });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("does not say when it was decided");
  });

  test("a waiver as it is written waives nothing, and the verdict says why", async () => {
    const repository = smallRepository({ "READINESS.md": "## Data\n\n- [ ] `data.parity` x\n" });
    await runCli(["scaffold", "waiver", "data/items"], { cwd: repository.root });
    const ran = await runCli(["check", "--format", "json"], { cwd: repository.root });
    expect(ran.code).toBe(1);
    const { notes } = REPORT_SCHEMA.parse(JSON.parse(ran.stdout));
    expect(notes.some(({ at }) => at?.file === ".github/stage-gates/waivers.yml")).toBe(true);
  });
});

describe("validate", () => {
  test.for([
    {
      args: [],
      policy: SMALL_POLICY,
      code: 0,
      says: `${POLICY} is valid: 2 stages, 1 gate, 1 rule.`,
    },
    { args: [POLICY], policy: SMALL_POLICY, code: 0, says: "is valid" },
    { args: [], policy: "", code: 2, says: `1 error in ${POLICY}. Nothing was evaluated.` },
    {
      args: [],
      policy: SMALL_POLICY.replaceAll("id: data", "id: dat a"),
      code: 2,
      says: "Nothing was evaluated.",
    },
  ])("$args: $says", async ({ args, policy, code, says }) => {
    const { root } = smallRepository({ [POLICY]: policy });
    const ran = await runCli(["validate", ...args], { cwd: root });
    expect(ran).toMatchObject({ code, stderr: "" });
    expect(lastLine(ran.stdout)).toContain(says);
  });

  test("reads the work tree, not the default branch", async () => {
    const clone = GitRepository.clone(smallRepository());
    clone.write(POLICY, "version: 2\n");
    expect((await runCli(["validate"], { cwd: clone.root })).code).toBe(2);
  });

  test("entries of the waivers file are problems here", async () => {
    const { root } = smallRepository({ ".github/stage-gates/waivers.yml": "- gate: data\n" });
    const ran = await runCli(["validate"], { cwd: root });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain("--> .github/stage-gates/waivers.yml:1:");
  });
});

describe("explain", () => {
  test.for([
    {
      args: [],
      says: ["production: 1 gate, for branch production, release/*", "data  Data (1 rule)"],
    },
    { args: ["data"], says: ["items  checklist  Items"] },
    { args: ["Data"], says: ["items  checklist  Items"] },
    { args: ["data/items"], says: ["Holds when", "CHECKLIST-DELETED", `# ${POLICY}:11`] },
    { args: ["--policy"], says: ["stages:", "mode: enforce", "# default"] },
    { args: ["--policy", POLICY], says: ["stages:", "mode: enforce"] },
    { args: ["--policy", POLICY, "data/items"], says: ["Holds when"] },
    {
      args: ["data.parity"],
      says: ["Asked by  data/items: Items", "title: Parity holds", `# ${POLICY}:11`],
    },
    { args: ["data/items/data.parity"], says: ["Asked by  data/items: Items"] },
    // `data` is a gate, whatever folder is called so.
    { args: ["--policy", "data"], says: ["gates:", "- id: data", "type: checklist"] },
    { args: ["data", "--policy"], says: ["gates:", "- id: data", "type: checklist"] },
  ])("$args", async ({ args, says }) => {
    const { root } = smallRepository({ "data/x.txt": "x" });
    const ran = await runCli(["explain", ...args], { cwd: root });
    expect(ran.code).toBe(0);
    for (const part of says) expect(ran.stdout).toContain(part);
  });

  test.for([
    { args: ["data.partiy"], says: ["no gate or item `data.partiy`", "`data.parity`?"] },
    { args: ["--policy", "dta"], says: ["no gate or item `dta`", "`data`?"] },
    { args: ["--policy", "gone.yml"], says: ["gone.yml"] },
    { args: ["data/item"], says: ["no rule `item` in the gate `data`", "`items`?"] },
  ])("$args is told what was meant", async ({ args, says }) => {
    const { root } = smallRepository();
    const ran = await runCli(["explain", ...args], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    for (const part of says) expect(ran.stderr).toContain(part);
  });

  test("shows what is wrong with a policy instead", async () => {
    const { root } = smallRepository({ [POLICY]: "version: 1\n" });
    const ran = await runCli(["explain"], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("Nothing was evaluated.");
  });
});

describe("packs", () => {
  test("lists what ships, and shows one", async () => {
    const { root } = GitRepository.create();
    const list = await runCli(["packs"], { cwd: root });
    expect(list.code).toBe(0);
    const named = [...list.stdout.matchAll(/^([a-z-]+) {2}\d+ gates, \d+ rules$/gm)];
    expect(named.map(([, id]) => id)).toEqual([
      "enterprise-scaling",
      "five-phase",
      "operating-change",
      "scaling-readiness",
      "stage-gate-roadmap",
    ]);
    const shown = await runCli(["packs", "show", "scaling-readiness"], { cwd: root });
    expect(shown.code).toBe(0);
    expect(shown.stdout).toMatch(/^ownership {2}Ownership\n/m);
  });
});
