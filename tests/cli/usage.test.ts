import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/git-repository.ts";
import { smallRepository } from "./example.ts";
import { runCli } from "./run-cli.ts";

describe("what cannot be carried out ends with 2, nothing on stdout, and says what was meant", () => {
  const rows: readonly { args: string; says: readonly string[] }[] = [
    { args: "", says: ["Usage: stage-gates"] },
    { args: "chek", says: ["unknown command 'chek'", "Did you mean check?"] },
    { args: "check --fromat json", says: ["--format"] },
    { args: "check --format yaml", says: ["there is no format `yaml`", "`markdown`"] },
    { args: "check --format jso", says: ["did you mean `json`?"] },
    { args: "check . another", says: ["too many arguments"] },
    { args: "check nowhere", says: ["nowhere"] },
    { args: "check READINESS.md", says: ["is not a folder"] },
    {
      args: "check --stage prod",
      says: ["there is no stage `prod`", "did you mean `production`?"],
    },
    { args: "check --base maim", says: ["`maim`", "did you mean `main`?"] },
    { args: "check --base --local", says: ["`--local` is no name of a branch or commit"] },
    { args: "check --service serch", says: ["no services of its own"] },
    { args: "check --at yesterday", says: ["`yesterday` is no time", "2026-10-01T14:05:00Z"] },
    { args: "check --at 2026-02-30", says: ["is no time"] },
    { args: "check --at 2026-02-30T00:00:00Z", says: ["is no time"] },
    { args: "check --at 1e9", says: ["is no time"] },
    { args: "check --facts no.json", says: ["there is no file `no.json`"] },
    { args: "check --facts .github", says: ["is no regular file"] },
    { args: "check --policy no.yml", says: ["no.yml", "does not exist"] },
    { args: "check --stage", says: ["argument missing"] },
    { args: "explain dat", says: ["there is no gate or item `dat`", "did you mean `data`?"] },
    { args: "explain data/item", says: ["no rule `item` in the gate `data`", "`items`"] },
    { args: "explain a/b/c", says: ["is no gate, no rule and no item"] },
    { args: "packs show scaling", says: ["did you mean `scaling-readiness`?"] },
    { args: "packs show ../../etc", says: ["there is no pack"] },
    { args: "packs show", says: ["missing required argument"] },
    { args: "scaffold", says: ["missing required argument"] },
    { args: "scaffold runbok", says: ["did you mean `runbook`?"] },
    { args: "scaffold runbook ../../x", says: ["is no name"] },
    { args: "scaffold runbook x --to ../x.md", says: ["is not a file of the repository"] },
    { args: "scaffold readiness", says: ["is there already"] },
    { args: "scaffold readiness x --pack nope", says: ["there is no pack `nope`"] },
    { args: "init", says: ["nobody is here to answer", "--yes"] },
    { args: "init --yes --pack nope", says: ["there is no pack `nope`"] },
    { args: "validate no.yml", says: [] },
  ];

  test.for(rows)("stage-gates $args", async ({ args, says }) => {
    const { root } = smallRepository();
    const ran = await runCli(args === "" ? [] : args.split(" "), { cwd: root });
    expect(ran.code).toBe(2);
    if (!args.startsWith("validate")) expect(ran.stdout).toBe("");
    for (const part of says) expect(ran.stderr).toContain(part);
    expect(ran.stderr).not.toMatch(/^\s+at /m);
  });
});

test.for([
  { args: ["--help"], says: "Usage: stage-gates" },
  { args: ["help", "check"], says: "--org-policy <file>" },
  { args: ["check", "--help"], says: "--local" },
  { args: ["scaffold", "--help"], says: "--to <file>" },
  { args: ["--version"], says: "0." },
  { args: ["-V"], says: "0." },
])("asked for help, it helps and ends with 0: $args", async ({ args, says }) => {
  const ran = await runCli(args, { cwd: temporaryFolder() });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toContain(says);
});

test("a name that would move the cursor is shown without doing so", async () => {
  const { root } = smallRepository();
  const { stderr } = await runCli(["check", "--stage", "\u001b[2Jx\u202e"], { cwd: root });
  expect(stderr.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test("the stack is shown to those who debug, and to nobody else", async () => {
  const { root } = smallRepository();
  const args = ["check", "--stage", "prod"];
  const { stderr } = await runCli(args, { cwd: root, env: { DEBUG: "stage-gates" } });
  expect(stderr).toMatch(/^\s+at /m);
});
