import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { plainPathIn } from "../../src/cli/plain-path.ts";
import { replaceFile } from "../../src/cli/replace-file.ts";
import { GitRepository, TestFolder, temporaryFolder } from "../support/git-repository.ts";
import { lastLine, runCli } from "./run-cli.ts";

const POLICY = ".github/stage-gates.yml";
const LIST = "# Launch\n\n- [x] Legal has approved\n- [x] Support is trained\n";

const sample = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../cases/import/${name}`, import.meta.url)));

const read = (folder: TestFolder, path: string) => readFileSync(folder.path(path), "utf8");

test("it shows what would change, and changes nothing", async () => {
  const repository = GitRepository.create().write("docs/launch.md", LIST);
  const ran = await runCli(["import", "docs/launch.md"], { cwd: repository.root });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toContain("--- a/docs/launch.md\n+++ b/docs/launch.md\n@@ -1,4 +1,4 @@\n");
  expect(ran.stdout).toContain("+- [x] Legal has approved <!-- id: legal-has-approved -->\n");
  expect(ran.stdout).toContain(`--- /dev/null\n+++ b/${POLICY}\n`);
  expect(ran.stdout).toContain("+services: {readiness: docs/launch.md}\n");
  expect(lastLine(ran.stdout)).toBe("  stage-gates import docs/launch.md --write");
  expect(read(repository, "docs/launch.md")).toBe(LIST);
  expect(readdirSync(repository.root).sort()).toEqual([".git", "docs"]);
});

test("the diff is one that git applies", async () => {
  const repository = GitRepository.create().write("docs/launch.md", sample("wiki-page.md"));
  const { stdout } = await runCli(["import", "docs/launch.md"], { cwd: repository.root });
  const diff = stdout.slice(0, stdout.indexOf("\n\ndocs/launch.md: ") + 1);
  repository.write("change.diff", diff);
  repository.git("apply", "change.diff");
  const applied = read(repository, "docs/launch.md");
  expect(read(repository, POLICY)).toContain("mode: advisory");
  const again = await runCli(["import", "docs/launch.md"], { cwd: repository.root });
  expect(lastLine(again.stdout)).toBe("Nothing to do: it is imported already.");
  expect(applied).toContain("<!-- id:");
});

test("written, the document is judged, and unticking an item blocks", async () => {
  const repository = GitRepository.create().write("docs/launch.md", LIST);
  const args = ["import", "launch.md", "--write", "--stage", "live", "--branch", "release/*"];
  const ran = await runCli(args, { cwd: repository.path("docs") });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(read(repository, POLICY)).toContain("stages:\n  - id: live\n    branches: [release/*]\n");
  expect((await runCli(["validate"], { cwd: repository.root })).stdout).not.toContain("note:");
  const ready = await runCli(["check", "--local"], { cwd: repository.root });
  expect(ready).toMatchObject({ code: 0 });

  const written = read(repository, "docs/launch.md");
  repository.write("docs/launch.md", written.replace("[x] Support", "[ ] Support"));
  const blocked = await runCli(["check", "--local"], { cwd: repository.root });
  expect(blocked.code).toBe(1);
  expect(blocked.stdout).toContain("docs/launch.md:4:1");
});

test.each([
  { of: "none", branch: null, says: true },
  { of: "another one", branch: "release/1", says: true },
  { of: "a usual one", branch: "prod", says: false },
])("with $of to promote to, it says whether the guess is good: $says", async ({ branch, says }) => {
  const repository = GitRepository.create().write("docs/launch.md", LIST);
  repository.commit("Begin");
  if (branch !== null) repository.git("branch", branch);
  const ran = await runCli(["import", "docs/launch.md"], { cwd: repository.root });
  expect(ran.stdout.includes("There is no branch `production` here")).toBe(says);
  const args = ["import", "docs/launch.md", "--branch", "main"];
  const named = await runCli(args, { cwd: repository.root });
  expect(named.stdout).not.toContain("There is no branch");
});

test.each([
  { path: "launch.html", refused: true },
  { path: "launch.docx", refused: true },
  { path: "launch.MD", refused: false },
  { path: "LAUNCH", refused: false },
])("$path is refused as no markdown: $refused", async ({ path, refused }) => {
  const repository = GitRepository.create().write(path, LIST);
  const ran = await runCli(["import", path], { cwd: repository.root });
  expect(ran.code).toBe(refused ? 2 : 0);
  expect(ran.stderr.includes(`\`${path}\` is no markdown document`)).toBe(refused);
});

test("the second of two documents is told to be read by nothing, until the policy names both", async () => {
  const repository = GitRepository.create().write("apps/a/LAUNCH.md", LIST);
  repository.write("apps/b/LAUNCH.md", LIST);
  const run = (...args: string[]) => runCli(args, { cwd: repository.root });
  await run("import", "apps/a/LAUNCH.md", "--write");
  const second = await run("import", "apps/b/LAUNCH.md", "--write");
  const services = 'services: {from: apps/*, readiness: "{path}/LAUNCH.md"}';
  expect(second.stdout).toContain("nothing of this one is judged.");
  expect(second.stdout).toContain(`\n${services}\n`);
  expect((await run("import", "apps/b/LAUNCH.md")).stdout).not.toContain("Nothing to do");

  const policy = read(repository, POLICY);
  repository.write(POLICY, policy.replace(/^services:.*$/m, services));
  repository.write("apps/b/LAUNCH.md", read(repository, "apps/b/LAUNCH.md").replace("[x]", "[ ]"));
  const checked = await run("check", "--local");
  expect(checked.stdout).toContain("apps/b/LAUNCH.md:3:1");
  expect(lastLine((await run("import", "apps/b/LAUNCH.md")).stdout)).toContain("Nothing to do");
});

test("of what it wrote it says what to commit", async () => {
  const repository = GitRepository.create().write("READINESS.md", "- [x] **A** is done\n");
  const ran = await runCli(["import", "READINESS.md", "--write"], { cwd: repository.root });
  expect(ran.stdout).toContain(`  3. Commit ${POLICY}. The policy counts`);
});

test("a second import changes nothing and says so", async () => {
  const repository = GitRepository.create().write("READINESS.md", sample("mixed.md"));
  await runCli(["import", "READINESS.md", "--write"], { cwd: repository.root });
  const before = [read(repository, "READINESS.md"), read(repository, POLICY)];
  expect(before[1]).not.toContain("services:");
  const again = await runCli(["import", "READINESS.md", "--write"], { cwd: repository.root });
  expect(again.code).toBe(0);
  expect(again.stdout).not.toContain("@@");
  expect(lastLine(again.stdout)).toBe("Nothing to do: it is imported already.");
  expect([read(repository, "READINESS.md"), read(repository, POLICY)]).toEqual(before);
});

test("all but the comments is kept: byte order mark, line ends, mode", async () => {
  const repository = GitRepository.create().write("windows.md", sample("windows.md"));
  // More than a umask usually lets through.
  chmodSync(repository.path("windows.md"), 0o662);
  await runCli(["import", "windows.md", "--write"], { cwd: repository.root });
  const after = read(repository, "windows.md");
  expect(after).toMatch(/^\uFEFF# Checkliste\r\n/);
  expect(after.replaceAll(/ <!-- id: \S+ -->/g, "")).toBe(sample("windows.md").toString("utf8"));
  expect(statSync(repository.path("windows.md")).mode & 0o777).toBe(0o662);
});

test("a policy that is there stays as it is: what it lacks is printed, under free ids", async () => {
  const mine = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: launch
    rules: [{id: runbook, type: document, path: docs/runbook.md}]
`;
  const repository = GitRepository.create().write("docs/launch.md", LIST).write(POLICY, mine);
  const ran = await runCli(["import", "docs/launch.md", "--write"], { cwd: repository.root });
  expect(ran.code).toBe(0);
  expect(read(repository, POLICY)).toBe(mine);
  expect(read(repository, "docs/launch.md")).toContain("<!-- id: legal-has-approved -->");
  expect(ran.stdout).toContain("\nservices: {readiness: docs/launch.md}\n");
  const gates = /\ngates:\n((?: .*\n)+)/.exec(ran.stdout)?.[1] ?? "";
  expect(gates).toContain("  - id: launch-2\n    title: Launch\n");

  repository.write(POLICY, `${mine}${gates}services: {readiness: docs/launch.md}\n`);
  expect((await runCli(["validate"], { cwd: repository.root })).code).toBe(0);
  const again = await runCli(["import", "docs/launch.md"], { cwd: repository.root });
  expect(lastLine(again.stdout)).toBe("Nothing to do: it is imported already.");
});

test("a policy that names another document is told to name this one", async () => {
  const other = "services: {readiness: docs/other.md} # not READINESS.md\n";
  const repository = GitRepository.create().write("READINESS.md", LIST).write(POLICY, other);
  const { stdout } = await runCli(["import", "READINESS.md"], { cwd: repository.root });
  expect(stdout).toContain("\nservices: {readiness: READINESS.md}\n");
});

test("of an item that is new since, only that one is to be pasted", async () => {
  const repository = GitRepository.create().write("READINESS.md", LIST);
  await runCli(["import", "READINESS.md", "--write"], { cwd: repository.root });
  repository.write("READINESS.md", `${read(repository, "READINESS.md")}- [ ] Costs are capped\n`);
  const { stdout } = await runCli(["import", "READINESS.md", "--write"], { cwd: repository.root });
  const pasted = stdout.slice(stdout.indexOf("\ngates:"));
  expect(pasted).toContain("  - id: launch\n");
  expect(pasted).toContain("{id: costs-are-capped, title: Costs are capped}");
  expect(pasted).not.toContain("legal-has-approved");
  expect(read(repository, "READINESS.md")).toContain("<!-- id: costs-are-capped -->");
});

describe("a document that cannot be imported is refused, with its place", () => {
  const nested = Array.from({ length: 250 }, (_, depth) => `${"  ".repeat(depth)}- [ ] x`);
  test.for([
    { name: "empty", text: "", says: ["nothing-to-import", "d.md:1:1", "has no text\n"] },
    { name: "HTML alone", text: "<ul><li>a</ul>\n", says: ["has no text outside of HTML"] },
    { name: "without items", text: "Hello\n", says: ["nothing-to-import", "d.md:1:1"] },
    {
      name: "with a table that nobody can judge",
      text: "# A\n\n| Check | Owner |\n|---|---|\n| a | b |\n",
      says: ["nothing-to-import", "d.md:3:1", "add a column `Status`"],
    },
    { name: "with a title alone", text: "# A\n\nHello\n", says: ["nothing-to-import", "d.md:1:1"] },
    {
      name: "with what is nearly an item",
      text: "# A\n\n-[ ] Legal has approved\n",
      says: ["d.md:3:1", "- [ ] Legal has approved"],
    },
    {
      name: "quoted 50,000 deep",
      text: ">".repeat(50_000),
      says: ["readiness-too-deep", "d.md:1:1"],
    },
    { name: "nested without end", text: nested.join("\n"), says: ["readiness-too-deep", "d.md:"] },
    {
      name: "with 50,000 items",
      text: "- [ ] x\n".repeat(50_000),
      says: ["too-much", "d.md:2001:1"],
    },
    { name: "huge", text: "a\n".repeat(400_000), says: ["readiness-too-large", "d.md:1:1"] },
    {
      name: "larger than that",
      text: "a\n".repeat(5_000_000),
      says: ["`d.md` has 10000000 bytes; the limit is"],
    },
    {
      name: "with a hidden character",
      text: "# A\n\n- [x] Legal\u202E has\n",
      says: ["hidden-character", "d.md:3:12", "right-to-left override"],
    },
    { name: "with a NUL", text: "- [x] a\n- [x] \0b\n", says: ["hidden-character", "d.md:2:7"] },
    {
      name: "in another encoding",
      text: Buffer.from("- [x] a\n- [x] Gepr\xfcft\n", "latin1"),
      says: ["not-utf-8", "d.md:2:11"],
    },
    {
      name: "binary",
      text: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      says: ["not-utf-8", "d.md:1:1"],
    },
  ])("$name", async ({ text, says }) => {
    const repository = GitRepository.create().write("d.md", text);
    const ran = await runCli(["import", "d.md", "--write"], { cwd: repository.root });
    expect(ran.code).toBe(2);
    for (const word of says) expect(ran.stdout + ran.stderr).toContain(word);
    expect(ran.stdout + ran.stderr).not.toContain("evaluated");
    expect((ran.stdout + ran.stderr).length).toBeLessThan(2000);
    expect(readFileSync(repository.path("d.md"))).toEqual(Buffer.from(text));
    expect(readdirSync(repository.root).sort()).toEqual([".git", "d.md"]);
  });
});

describe("nothing is written where it was not meant to be", () => {
  const elsewhere = () => new TestFolder().write("launch.md", LIST);
  test.for([
    {
      name: "a file outside of the repository",
      prepare: (_: GitRepository) => elsewhere().path("launch.md"),
      says: "lies outside of the repository",
    },
    {
      name: "a symbolic link to a file outside",
      prepare: (repository: GitRepository) => {
        repository.link("launch.md", elsewhere().path("launch.md"));
        return "launch.md";
      },
      says: "is a symbolic link",
    },
    {
      name: "a folder that is a symbolic link",
      prepare: (repository: GitRepository) => {
        repository.write("docs/launch.md", LIST).link("wiki", "docs");
        return "wiki/launch.md";
      },
      says: "is a symbolic link",
    },
    {
      name: "a folder",
      prepare: (repository: GitRepository) => {
        repository.folder("docs");
        return "docs";
      },
      says: "is no file",
    },
    {
      name: "a named pipe",
      prepare: (repository: GitRepository) => {
        repository.pipe("launch.md");
        return "launch.md";
      },
      says: "is no file",
    },
    { name: "nothing", prepare: () => "launch.md", says: "there is no file" },
    {
      name: "a policy folder that leads elsewhere",
      prepare: (repository: GitRepository) => {
        repository.write("launch.md", LIST).link(".github", temporaryFolder());
        return "launch.md";
      },
      says: "outside of the repository",
    },
  ])("$name", async ({ prepare, says }) => {
    const repository = GitRepository.create();
    const file = prepare(repository);
    const ran = await runCli(["import", file, "--write"], { cwd: repository.root });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(says);
    const texts = ["launch.md", "docs/launch.md"].flatMap((path) => {
      const stat = statSync(repository.path(path), { throwIfNoEntry: false });
      return stat?.isFile() ? [read(repository, path)] : [];
    });
    expect(texts.filter((text) => text !== LIST)).toEqual([]);
  });

  test("a file that changed in the meantime is left as it is, and no draft stays behind", () => {
    const folder = new TestFolder().write("docs/launch.md", "newer\n");
    expect(() =>
      replaceFile(folder.root, "docs/launch.md", Buffer.from(LIST), `${LIST}more\n`),
    ).toThrow("changed in the meantime");
    expect(read(folder, "docs/launch.md")).toBe("newer\n");
    expect(readdirSync(folder.path("docs"))).toEqual(["launch.md"]);
  });

  test("a repository may be reached over a link", () => {
    const folder = new TestFolder().write("docs/launch.md", LIST);
    const other = new TestFolder().link("way", folder.root);
    expect(plainPathIn(folder.root, other.path("way/docs/launch.md"))).toBe("docs/launch.md");
  });
});

test("a hostile document moves no cursor and commands no runner", async () => {
  const text =
    "# A\n\n::error::forged\n\n- [x] a ##[error]forged\n- [ ] b ::set-output name=x::y\n";
  const repository = GitRepository.create().write("d.md", text);
  const { stdout } = await runCli(["import", "d.md"], { cwd: repository.root });
  expect(stdout).not.toContain("##[");
  // A runner passes over white space before a command, and unchanged lines begin with a space.
  expect(stdout).not.toMatch(/^\s*::/m);
});
