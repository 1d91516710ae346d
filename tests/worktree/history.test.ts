import { describe, expect, it } from "vitest";
import { GitRepository } from "../support/git-repository.ts";
import { ask, sourceOf, value } from "../support/worktree-facts.ts";

async function historyOf(repository: GitRepository, path: string, revision = "evidence") {
  const source = await sourceOf(repository.root, revision === "base" ? "main" : null);
  const versions = await value(source, { kind: "history", path, revision });
  return versions.map(({ commit, at, content }) => ({
    commit,
    at: new Date(at).toISOString(),
    content: content.state === "file" ? content.file.text : content.state,
  }));
}

describe("the history of a file", () => {
  it("has its versions, newest first, with the committer's time", async () => {
    const repository = GitRepository.create().write("a.md", "one\n");
    const first = repository.commit("one", "2026-01-01T10:00:00Z");
    repository.write("other.md").commit("other", "2026-01-02T10:00:00Z");
    repository.write("a.md", "two\n");
    const third = repository.commit("two", "2026-01-03T10:00:00Z");
    expect(await historyOf(repository, "a.md")).toEqual([
      { commit: third, at: "2026-01-03T10:00:00.000Z", content: "two\n" },
      { commit: first, at: "2026-01-01T10:00:00.000Z", content: "one\n" },
    ]);
  });

  it("counts a merge as the moment its changes arrived", async () => {
    const repository = GitRepository.create().write("a.md", "one\n");
    repository.commit("one", "2026-01-01T10:00:00Z");
    repository.branch("side").write("a.md", "draft\n").commit("draft", "2026-01-02T10:00:00Z");
    repository.write("a.md", "two\n").commit("two", "2026-01-03T10:00:00Z");
    repository.git("checkout", "--quiet", "main");
    repository.write("b.md").commit("b", "2026-01-04T10:00:00Z");
    const merge = repository.merge("side", "2026-01-05T10:00:00Z");
    const [newest, ...older] = await historyOf(repository, "a.md");
    expect(newest).toEqual({ commit: merge, at: "2026-01-05T10:00:00.000Z", content: "two\n" });
    expect(older.map(({ content }) => content)).toEqual(["one\n"]);
  });

  it("of the base does not know what the head did", async () => {
    const repository = GitRepository.create().write("a.md", "one\n");
    repository.commit();
    repository.branch("side").write("a.md", "two\n").commit();
    const texts = async (revision: "base" | "evidence") =>
      (await historyOf(repository, "a.md", revision)).map(({ content }) => content);
    expect(await texts("base")).toEqual(["one\n"]);
    expect(await texts("evidence")).toEqual(["two\n", "one\n"]);
  });

  it("up to a commit does not know what came after it", async () => {
    const repository = GitRepository.create().write("a.md", "one\n");
    const first = repository.commit();
    repository.write("a.md", "two\n").commit();
    const versions = await historyOf(repository, "a.md", first);
    expect(versions.map(({ content }) => content)).toEqual(["one\n"]);
  });

  it("up to a commit that is not there is missing", async () => {
    const repository = GitRepository.create().write("a.md", "one\n");
    repository.commit();
    const source = await sourceOf(repository.root, null);
    for (const revision of ["f".repeat(40), "--all"]) {
      const fact = await ask(source, { kind: "history", path: "a.md", revision });
      expect(fact).toMatchObject({ state: "missing" });
    }
  });

  it("says what else it was", async () => {
    const repository = GitRepository.create().write("a.md", "one\n");
    repository.commit();
    repository.unlink("a.md").commit();
    repository.link("a.md", "/etc/passwd").commit();
    repository.unlink("a.md").write("a.md/inner.md").commit();
    repository.write("a.md/inner.md", "more\n").commit();
    repository.remove("a.md").write("a.md", "").commit();
    const contents = (await historyOf(repository, "a.md")).map(({ content }) => content);
    expect(contents).toEqual(["empty", "absent", "link", "absent", "one\n"]);
  });

  it("has at most fifty versions", async () => {
    const repository = GitRepository.create();
    for (let version = 1; version <= 53; version += 1) {
      repository.write("a.md", `${version}\n`).commit();
    }
    const versions = await historyOf(repository, "a.md");
    expect(versions.map(({ content }) => content)).toEqual(
      Array.from({ length: 50 }, (_, index) => `${53 - index}\n`),
    );
  });

  it.each([
    { what: "a file never there", path: "none.md" },
    { what: "a path outside", path: "../a.md" },
    { what: "an option", path: "--all" },
    { what: "a pattern", path: "*.md" },
    { what: "a pathspec", path: ":(glob)**" },
    { what: "git's own files", path: ".git/config" },
    { what: "nothing", path: "" },
  ])("of $what is empty", async ({ path }) => {
    const repository = GitRepository.create().write("a.md");
    repository.commit();
    expect(await historyOf(repository, path)).toEqual([]);
  });

  it.each(["a\nb.md", "*.md", "ünï.md", " a .md"])("of %j is found", async (path) => {
    const repository = GitRepository.create().write(path, "one\n").write("other.md");
    repository.commit();
    expect((await historyOf(repository, path)).map(({ content }) => content)).toEqual(["one\n"]);
  });

  it("is empty before the first commit", async () => {
    expect(await historyOf(GitRepository.create().write("a.md"), "a.md")).toEqual([]);
  });

  it("does not follow renames and signatures, whatever the settings say", async () => {
    const repository = GitRepository.create().write("old.md", "long enough to be found again\n");
    repository.commit();
    repository.git("mv", "old.md", "new.md");
    repository.commit();
    for (const [key, set] of [
      ["log.follow", "true"],
      ["log.showSignature", "true"],
      ["log.showRoot", "false"],
      ["log.diffMerges", "off"],
      ["diff.renames", "copies"],
      ["format.pretty", "fuller"],
      ["color.ui", "always"],
    ] as const) {
      repository.git("config", key, set);
    }
    expect(await historyOf(repository, "new.md")).toHaveLength(1);
    expect(await historyOf(repository, "old.md")).toHaveLength(2);
  });
});

describe("T91: in a shallow clone the history", () => {
  function origin(): GitRepository {
    const repository = GitRepository.create().write("a.md", "one\n");
    repository.commit();
    repository.write("a.md", "two\n").commit();
    repository.write("a.md", "three\n").commit();
    return repository;
  }

  it("is missing, as it could be cut", async () => {
    const clone = GitRepository.clone(origin(), "--depth=2");
    const source = await sourceOf(clone.root);
    const fact = await ask(source, { kind: "history", path: "a.md", revision: "evidence" });
    expect(fact).toMatchObject({ state: "missing", reason: "needs-history" });
  });

  it("is known where the first parents are all there", async () => {
    const repository = origin();
    const start = repository.git("rev-list", "--max-parents=0", "HEAD");
    repository.git("checkout", "--quiet", "-b", "side", start);
    for (let commit = 0; commit < 8; commit += 1) repository.commit();
    repository.git("checkout", "--quiet", "main");
    repository.merge("side");
    // Four deep: all of main, and only the last three of side.
    const clone = GitRepository.clone(repository, "--depth=4");
    expect(await historyOf(clone, "a.md")).toHaveLength(3);
  });

  it("is known where the clone happens to be whole", async () => {
    expect(await historyOf(GitRepository.clone(origin(), "--depth=9"), "a.md")).toHaveLength(3);
  });
});
