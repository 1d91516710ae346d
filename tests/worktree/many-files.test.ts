import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { listWithGit, listWithoutGit } from "../../src/worktree/files/list-work-tree.ts";
import { Git } from "../../src/worktree/git/git.ts";
import { findGit } from "../../src/worktree/git/git-program.ts";
import { GitRepository, TestFolder } from "../support/git-repository.ts";
import { sourceOf, textOf, value } from "../support/worktree-facts.ts";

const FOLDERS = 1000;
const FILES = 100;

/** In memory where the machine allows: making so many files takes longer than reading them. */
const root = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "stage-gates-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function fill(): void {
  for (let folder = 0; folder < FOLDERS; folder += 1) {
    const path = join(root, "services", `s${folder}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < FILES; file += 1) closeSync(openSync(join(path, `${file}.md`), "w"));
  }
  new TestFolder(root).write("services/s500/READINESS.md", "# Ready\n");
}

describe("T91: a hundred thousand files", { timeout: 180_000 }, () => {
  it.each([
    { where: "without git", make: fill },
    { where: "with git", make: () => GitRepository.create(root) },
  ])("are listed $where", async ({ make }) => {
    make();
    const source = await sourceOf(root);
    const glob = "services/*/READINESS.md";
    const files = await value(source, { kind: "files", glob, revision: "evidence" });
    expect(files.map(({ path }) => path)).toEqual(["services/s500/READINESS.md"]);
    const all = { kind: "folders", glob: "services/*", revision: "evidence" } as const;
    expect(await value(source, all)).toHaveLength(FOLDERS);
    expect(await textOf(source, "services/s500/READINESS.md")).toBe("# Ready\n");
  });

  it("are too many where the limit is lower", async () => {
    const folder = GitRepository.create().write("a").write("b/c").write("d");
    const git = new Git(findGit(folder.root, process.env) ?? "", folder.root);
    const tooLarge = expect.objectContaining({ reason: "too-large" });
    expect(() => listWithoutGit(folder.root, 2)).toThrow(tooLarge);
    expect(listWithoutGit(folder.root, 3).entries.size).toBe(3);
    await expect(listWithGit(git, 2)).rejects.toThrow(tooLarge);
    expect((await listWithGit(git, 3)).entries.size).toBe(3);
  });
});

describe("git that", () => {
  const git = (limits: { time: number; output: number }) => {
    const folder = GitRepository.create().write("a.md", "x".repeat(1000));
    folder.commit();
    return new Git(findGit(folder.root, process.env) ?? "", folder.root, limits);
  };

  it("takes too long is stopped, as where it waits for a pipe to be written to", async () => {
    const folder = GitRepository.create().pipe(".gitignore");
    const limits = { time: 200, output: 1e9 };
    const git = new Git(findGit(folder.root, process.env) ?? "", folder.root, limits);
    await expect(listWithGit(git)).rejects.toMatchObject({ reason: "timed-out" });
  });

  it("says too much is stopped", async () => {
    const answer = git({ time: 60_000, output: 100 }).ask(["cat-file", "blob", "HEAD:a.md"]);
    await expect(answer).rejects.toMatchObject({ reason: "too-large" });
  });

  it("cannot be started is no exception of another kind", async () => {
    const none = new Git("/nowhere/git", new TestFolder().root);
    await expect(none.ask(["version"])).rejects.toMatchObject({ reason: "unreadable" });
  });
});
