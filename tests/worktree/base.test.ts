import { describe, expect, it } from "vitest";
import {
  GitRepository,
  sharedFolder,
  TestFolder,
  temporaryFolder,
} from "../support/git-repository.ts";
import { ask, sourceOf, stateOf, textOf, value } from "../support/worktree-facts.ts";

const GONE = "0123456789012345678901234567890123456789";

function repository(root = temporaryFolder(), inner = temporaryFolder()) {
  const made = GitRepository.create(root)
    .write("docs/file.md", "on base\n")
    .write("docs/empty.md", "")
    .write("docs/a\nb.md", "odd\n")
    .write("binary.md", "a\0b")
    .write("large.md", "x".repeat(1024 * 1024 + 1))
    .write("run.sh", "#!/bin/sh\n", 0o755)
    .link("link.md", "docs/file.md")
    .link("folder", "docs")
    .write("pointer.md", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
  const module = GitRepository.create(inner).write("inner.md");
  module.commit();
  made.git("submodule", "--quiet", "add", `file://${module.root}`, "module");
  const base = made.commit();
  made.branch("side").write("docs/file.md", "on side\n").remove("folder").unlink("link.md");
  made.commit();
  return { made, base };
}

const shared = repository(sharedFolder(), sharedFolder());

describe.each(["base", "commit"] as const)("a file of the %s", (which) => {
  it.each([
    { path: "docs/file.md", state: "file" },
    { path: "docs/a\nb.md", state: "file" },
    { path: "run.sh", state: "file" },
    { path: "docs/empty.md", state: "empty" },
    { path: "binary.md", state: "binary" },
    { path: "large.md", state: "missing too-large" },
    { path: "pointer.md", state: "lfs-pointer" },
    { path: "link.md", state: "link" },
    { path: "folder", state: "link" },
    { path: "folder/file.md", state: "link" },
    { path: "module", state: "submodule" },
    { path: "module/inner.md", state: "submodule" },
    { path: "docs", state: "directory" },
    { path: "docs/none.md", state: "absent" },
    { path: "docs/FILE.md", state: "absent" },
    { path: "docs/file.md/x", state: "absent" },
    { path: "./docs/file.md", state: "absent" },
    { path: "../file.md", state: "outside" },
    { path: "/docs/file.md", state: "outside" },
    { path: ".git/config", state: "outside" },
  ])("$path is $state", async ({ path, state }) => {
    const { made, base } = shared;
    const source = await sourceOf(made.root, "main");
    expect(await stateOf(source, path, which === "base" ? "base" : base)).toBe(state);
  });
});

describe("a revision", () => {
  it("holds its own text, whatever the work tree says", async () => {
    const { made, base } = repository();
    made.write("docs/file.md", "edited\n");
    const source = await sourceOf(made.root, "main");
    const revisions = ["evidence", "base", base, made.git("rev-parse", "HEAD")];
    const texts = revisions.map((revision) => textOf(source, "docs/file.md", revision));
    expect(await Promise.all(texts)).toEqual(["edited\n", "on base\n", "on base\n", "on side\n"]);
  });

  it("lists regular files with their blobs, and folders", async () => {
    const { made, base } = repository();
    const source = await sourceOf(made.root, "main");
    for (const revision of ["base", base]) {
      const files = await value(source, { kind: "files", glob: "docs/*", revision });
      expect(files).toEqual([
        { path: "docs/a\nb.md", blob: made.git("rev-parse", "main:docs/a\nb.md") },
        { path: "docs/empty.md", blob: made.git("rev-parse", "main:docs/empty.md") },
        { path: "docs/file.md", blob: made.git("rev-parse", "main:docs/file.md") },
      ]);
      const top = await value(source, { kind: "files", glob: "*", revision });
      const names = [".gitmodules", "binary.md", "large.md", "pointer.md", "run.sh"];
      expect(top.map(({ path }) => path)).toEqual(names);
      expect(await value(source, { kind: "folders", glob: "*", revision })).toEqual(["docs"]);
    }
  });

  it.each([GONE, GONE.slice(0, 7), "main", "--output=x", "HEAD", "", "base\n", "main:docs"])(
    "%j that this clone cannot find is missing",
    async (revision) => {
      const { made } = shared;
      const source = await sourceOf(made.root, "main");
      expect(await stateOf(source, "docs/file.md", revision)).toBe("missing needs-history");
      const files = await ask(source, { kind: "files", glob: "**", revision });
      expect(files).toMatchObject({ state: "missing", reason: "needs-history" });
    },
  );

  it("is not replaced by what `git replace` says", async () => {
    const { made, base } = repository();
    made.git("replace", base, made.git("rev-parse", "side"));
    const source = await sourceOf(made.root, "main");
    expect(await textOf(source, "docs/file.md", "base")).toBe("on base\n");
  });
});

describe("without a base", () => {
  it("there is nothing on it", async () => {
    const { made } = repository();
    const source = await sourceOf(made.root);
    expect(await stateOf(source, "docs/file.md", "base")).toBe("absent");
    expect(await stateOf(source, "../x", "base")).toBe("outside");
    expect(await value(source, { kind: "files", glob: "**", revision: "base" })).toEqual([]);
    expect(await value(source, { kind: "folders", glob: "**", revision: "base" })).toEqual([]);
  });

  it("its history and the changes are missing", async () => {
    const { made } = repository();
    const source = await sourceOf(made.root);
    const missing = { state: "missing", reason: "needs-history", detail: "no base was named" };
    expect(await ask(source, { kind: "changes" })).toEqual(missing);
    const history = await ask(source, { kind: "history", path: "a.md", revision: "base" });
    expect(history).toEqual(missing);
  });
});

describe("without git", () => {
  it("there is no base, no commit and no history", async () => {
    const source = await sourceOf(new TestFolder().write("a.md").root);
    expect(await stateOf(source, "a.md", "base")).toBe("absent");
    expect(await stateOf(source, "a.md", GONE)).toBe("missing needs-history");
    for (const revision of ["base", "evidence"] as const) {
      const fact = await ask(source, { kind: "history", path: "a.md", revision });
      expect(fact).toMatchObject({ state: "missing", reason: "needs-history" });
    }
  });
});

it("what only GitHub knows is missing", async () => {
  const source = await sourceOf(new TestFolder().root);
  const fact = await ask(source, { kind: "account", login: "ana" });
  expect(fact).toMatchObject({ state: "missing", reason: "needs-github" });
});

it("an object that a partial clone left out is missing, and nothing is fetched", async () => {
  const { made, base } = repository();
  made.git("config", "uploadpack.allowFilter", "true");
  const clone = GitRepository.clone(made, "--filter=blob:none", "--branch=side");
  const source = await sourceOf(clone.root, "origin/main");
  expect(await stateOf(source, "docs/file.md")).toBe("file");
  expect(await stateOf(source, "docs/file.md", base)).toBe("missing needs-history");
});
