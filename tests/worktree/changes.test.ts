import { chmodSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GitRepository, TestFolder } from "../support/git-repository.ts";
import { ask, sourceOf, value } from "../support/worktree-facts.ts";

/** `new`, `old → new` */
async function changesOf(root: string, base = "main"): Promise<string[]> {
  const changes = await value(await sourceOf(root, base), { kind: "changes" });
  return changes.map(({ path, previous }) => (previous === null ? path : `${previous} → ${path}`));
}

/** On the branch `side`, with a base that went on since. */
function promoted(): GitRepository {
  const repository = GitRepository.create()
    .write("kept.md", "kept\n")
    .write("edited.md", "before\n")
    .write("gone.md", "gone\n")
    .write("old/name.md", "moved as it is\n")
    .write("mode.sh", "#!/bin/sh\n")
    .write("type.md", "kept.md")
    .write(".gitignore", "*.log\n");
  repository.commit();
  repository.branch("side");
  repository.git("checkout", "--quiet", "main");
  repository.write("main-only.md").commit();
  repository.git("checkout", "--quiet", "side");
  return repository;
}

function change(repository: GitRepository): GitRepository {
  repository
    .write("edited.md", "after\n")
    .unlink("gone.md")
    .write("new.md", "new\n")
    .write("new/name.md", "moved as it is\n")
    .remove("old")
    .unlink("type.md")
    .link("type.md", "kept.md")
    .write("ignored.log");
  chmodSync(repository.path("mode.sh"), 0o755);
  return repository;
}

const ALL = ["edited.md", "gone.md", "mode.sh", "new.md", "old/name.md → new/name.md", "type.md"];

describe("changed paths", () => {
  it.each([
    { how: "committed", act: (repository: GitRepository) => repository.commit() },
    { how: "staged", act: (repository: GitRepository) => repository.git("add", "--all") },
    { how: "only in the work tree", act: () => {} },
    {
      how: "partly staged",
      act: (repository: GitRepository) => repository.git("add", "edited.md", "new.md", "type.md"),
    },
  ])("are the same whether $how", async ({ act }) => {
    const repository = change(promoted());
    act(repository);
    expect(await changesOf(repository.root)).toEqual(ALL);
  });

  it("are none where nothing changed since the merge base", async () => {
    expect(await changesOf(promoted().root)).toEqual([]);
  });

  it("do not include what was undone in the work tree", async () => {
    const repository = promoted().write("edited.md", "after\n").write("new.md");
    repository.commit();
    repository.write("edited.md", "before\n").unlink("new.md");
    expect(await changesOf(repository.root)).toEqual([]);
  });

  it("do not include files that were only touched or have other line ends", async () => {
    const repository = promoted();
    repository.write("kept.md", "kept\n").write("edited.md", "before\r\n");
    expect(await changesOf(repository.root)).toEqual([]);
  });

  it("include what is kept in the work tree and was dropped from the index", async () => {
    const repository = promoted();
    repository.git("rm", "--quiet", "--cached", "kept.md", "edited.md");
    repository.write("edited.md", "after\n");
    expect(await changesOf(repository.root)).toEqual(["edited.md"]);
  });

  it("include a file that is to be added, and one in conflict", async () => {
    const repository = promoted().write("intended.md");
    repository.git("add", "--intent-to-add", "intended.md");
    expect(await changesOf(repository.root)).toEqual(["intended.md"]);
    const conflict = promoted();
    conflict.write("edited.md", "side\n").commit();
    conflict.git("checkout", "--quiet", "-b", "other", "main");
    conflict.write("edited.md", "other\n").commit();
    expect(() => conflict.git("merge", "side")).toThrow();
    expect(await changesOf(conflict.root)).toEqual(["edited.md"]);
  });

  it("include submodules that are new, moved on, or gone, and nested repositories", async () => {
    const inner = GitRepository.create().write("inner.md");
    inner.commit();
    const repository = promoted();
    repository.git("checkout", "--quiet", "main");
    for (const name of ["same", "moved", "gone"]) {
      repository.git("submodule", "--quiet", "add", `file://${inner.root}`, name);
    }
    repository.commit();
    repository.branch("later");
    const moved = new GitRepository(repository.path("moved")).write("more.md");
    moved.commit();
    repository.remove("gone");
    new GitRepository(repository.path("same")).write("dirty.md");
    GitRepository.create(repository.path("nested")).write("n.md").commit();
    expect(await changesOf(repository.root)).toEqual(["gone", "moved", "nested"]);
  });

  it("include a folder that became a link", async () => {
    const repository = GitRepository.create().write("docs/a.md").write("real/a.md");
    repository.commit();
    repository.branch("side").remove("docs").link("docs", "real");
    expect(await changesOf(repository.root)).toEqual(["docs", "docs/a.md"]);
  });

  it.each(["a\nb.md", " lead.md", "-x.md", ":(top)x.md", "\t.md"])(
    "may be called %j",
    async (path) => {
      const repository = promoted().write(path);
      expect(await changesOf(repository.root)).toEqual([path]);
    },
  );

  it.each(["untracked", "committed"])("include %s names that are not UTF-8", async (how) => {
    const repository = promoted();
    const name = Buffer.from([0x2f, 0x61, 0xff, 0x62]);
    writeFileSync(Buffer.concat([Buffer.from(repository.root), name]), "text\n");
    if (how === "committed") repository.commit();
    expect(await changesOf(repository.root)).toEqual(["a\uFFFDb"]);
  });

  it("pair each file that is gone with one that came, by content and in order", async () => {
    const repository = GitRepository.create()
      .write("a/1.md", "same\n")
      .write("a/2.md", "same\n")
      .write("empty.md", "");
    repository.commit();
    repository.branch("side").remove("a").write("b/1.md", "same\n").write("b/2.md", "same\n");
    repository.write("b/3.md", "same\n");
    expect(await changesOf(repository.root)).toEqual([
      "a/1.md → b/1.md",
      "a/2.md → b/2.md",
      "b/3.md",
    ]);
  });

  it("are told by content where LFS keeps another one", async () => {
    const sha256 = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize 6\n`;
    const repository = GitRepository.create().write("model.bin", pointer);
    repository.commit();
    repository.branch("side").write("model.bin", "hello\n");
    expect(await changesOf(repository.root)).toEqual([]);
    repository.write("model.bin", "HELLO\n");
    expect(await changesOf(repository.root)).toEqual(["model.bin"]);
  });

  it("do not count files a sparse checkout leaves out", async () => {
    const repository = GitRepository.create().write("in/a.md").write("out/b.md");
    repository.commit();
    repository.branch("side").git("sparse-checkout", "set", "in");
    expect(await changesOf(repository.root)).toEqual([]);
  });
});

describe("changed paths are missing", () => {
  it.each([
    {
      where: "nothing is committed",
      make: () => {
        const repository = GitRepository.create();
        repository.commit();
        repository.git("checkout", "--quiet", "--orphan", "side");
        return repository;
      },
    },
    {
      where: "base and head have nothing in common",
      make: () => {
        const repository = GitRepository.create();
        repository.commit();
        repository.git("checkout", "--quiet", "--orphan", "side");
        repository.commit("other");
        return repository;
      },
    },
    {
      where: "the clone is too shallow to have the merge base",
      make: () => {
        const repository = promoted().write("a.md");
        repository.commit();
        const options = ["--depth=1", "--no-single-branch", "--branch=side"];
        const clone = GitRepository.clone(repository, ...options);
        clone.git("branch", "main", "origin/main");
        return clone;
      },
    },
  ])("where $where", async ({ make }) => {
    const fact = await ask(await sourceOf(make().root, "main"), { kind: "changes" });
    expect(fact).toMatchObject({ state: "missing", reason: "needs-history" });
  });

  it("where a shallow clone shows a common commit that may not be the best one", async () => {
    // main: a - b - c, side: a - d - e - merge of b. Cut so that only `a` is seen to be common.
    const repository = GitRepository.create();
    const first = repository.commit("a");
    repository.write("b.md").commit("b");
    const second = repository.git("rev-parse", "HEAD");
    repository.commit("c");
    repository.git("checkout", "--quiet", "-b", "side", first);
    repository.write("d.md").commit("d");
    repository.git("merge", "--quiet", "--no-edit", second);
    const clone = GitRepository.clone(repository, "--no-single-branch");
    clone.git("branch", "main", "origin/main");
    expect(await changesOf(clone.root)).toEqual(["d.md"]);
    const tip = clone.git("rev-parse", "main");
    new TestFolder(clone.root).write(".git/shallow", `${tip}\n`);
    const fact = await ask(await sourceOf(clone.root, "main"), { kind: "changes" });
    expect(fact).toMatchObject({ state: "missing", reason: "needs-history" });
  });

  it("and known in a shallow clone that reaches the merge base", async () => {
    const repository = promoted().write("a.md");
    repository.commit();
    const options = ["--depth=2", "--no-single-branch", "--branch=side"];
    const clone = GitRepository.clone(repository, ...options);
    clone.git("branch", "main", "origin/main");
    expect(await changesOf(clone.root)).toEqual(["a.md"]);
  });
});
