import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GitRepository, sharedFolder, TestFolder } from "../support/git-repository.ts";
import { ask, sourceOf, stateOf, textOf, value } from "../support/worktree-facts.ts";

const POINTER = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`;

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** The same things in a git work tree and in a plain folder. */
const worlds = [
  { world: "a git work tree", make: (root?: string): TestFolder => GitRepository.create(root) },
  { world: "a folder without git", make: (root?: string) => new TestFolder(root) },
];

describe.each(worlds)("T91: a file of $world", ({ make }) => {
  const shared = make(sharedFolder()).write("docs/file.md");

  it.each([
    { what: "text", content: "# Ready\n", state: "file" },
    { what: "text with a byte order mark", content: "\uFEFF# Ready\n", state: "file" },
    { what: "a single space", content: " ", state: "file" },
    { what: "nothing", content: "", state: "empty" },
    { what: "only a byte order mark", content: "\uFEFF", state: "empty" },
    { what: "NUL", content: "a\0b", state: "binary" },
    { what: "UTF-16", content: Buffer.from("\uFEFF# Ready", "utf16le"), state: "binary" },
    { what: "Latin-1", content: Buffer.from([0x63, 0x61, 0x66, 0xe9]), state: "binary" },
    { what: "half a surrogate", content: Buffer.from([0xed, 0xa0, 0x80]), state: "binary" },
    { what: "an LFS pointer", content: POINTER, state: "lfs-pointer" },
    { what: "1 MiB", content: "x".repeat(1024 * 1024), state: "file" },
    { what: "1 MiB and a byte", content: "x".repeat(1024 * 1024 + 1), state: "missing too-large" },
  ])("with $what is $state", async ({ content, state }) => {
    const folder = make().write("docs/file.md", content);
    expect(await stateOf(await sourceOf(folder.root), "docs/file.md")).toBe(state);
  });

  it("keeps its byte order mark and line ends", async () => {
    const folder = make().write("a.md", "\uFEFFone\r\ntwo\n");
    expect(await textOf(await sourceOf(folder.root), "a.md")).toBe("\uFEFFone\r\ntwo\n");
  });

  it.each([
    { path: "", state: "absent" },
    { path: ".", state: "absent" },
    { path: "..", state: "outside" },
    { path: "../secret", state: "outside" },
    { path: "docs/../../secret", state: "outside" },
    { path: "docs/../file.md", state: "outside" },
    { path: "/etc/passwd", state: "outside" },
    { path: "C:/Windows/win.ini", state: "outside" },
    { path: "..\\secret", state: "outside" },
    { path: "docs\\file.md", state: "outside" },
    { path: "docs/file.md\0.png", state: "outside" },
    { path: "./docs/file.md", state: "absent" },
    { path: "docs//file.md", state: "absent" },
    { path: "docs/file.md/", state: "absent" },
    { path: "docs/file.md/x", state: "absent" },
    { path: "docs", state: "directory" },
    { path: "docs/none.md", state: "absent" },
    { path: "docs/FILE.md", state: "absent" },
    { path: "DOCS/file.md", state: "absent" },
    { path: "x".repeat(256), state: "absent" },
    { path: "x/".repeat(3000), state: "absent" },
    { path: ".git/config", state: "outside" },
    { path: ".GIT/config", state: "outside" },
    { path: "docs/.git/config", state: "outside" },
    { path: ".git./config", state: "outside" },
    { path: ".git /config", state: "outside" },
    { path: "git~1/config", state: "outside" },
    { path: ".g\u200cit/config", state: "outside" },
    { path: ".git::$INDEX_ALLOCATION/config", state: "outside" },
    { path: ".github/x", state: "absent" },
    { path: "--help", state: "absent" },
    { path: ":(top)docs/file.md", state: "absent" },
  ])("asked for as $path is $state", async ({ path, state }) => {
    expect(await stateOf(await sourceOf(shared.root), path)).toBe(state);
  });

  it.each([
    "a\nb.md",
    " lead and trail .md",
    'it\'s "quoted".md',
    "-rf.md",
    "ünï.md",
    "🚀.md",
    "*?[x].md",
  ])("may be called %j", async (path) => {
    const source = await sourceOf(make().write(`docs/${path}`, "found\n").root);
    expect(await textOf(source, `docs/${path}`)).toBe("found\n");
    const files = await value(source, { kind: "files", glob: "docs/**", revision: "evidence" });
    expect(files.map((file) => file.path)).toEqual([`docs/${path}`]);
  });

  it("is not read through a link, a pipe or a device", async () => {
    const outside = new TestFolder().write("secret.md", "secret\n");
    const folder = make()
      .write("real/file.md")
      .link("file-link.md", "real/file.md")
      .link("out-link.md", outside.path("secret.md"))
      .link("loop.md", "loop.md")
      .link("zero.md", "/dev/zero")
      .link("dangling.md", "nowhere")
      .link("folder-link", "real")
      .link("out-folder", outside.root)
      .pipe("pipe.md");
    const source = await sourceOf(folder.root);
    const states = await Promise.all(
      [
        ...["file-link.md", "out-link.md", "loop.md", "zero.md", "dangling.md"],
        ...["folder-link", "folder-link/file.md", "out-folder/secret.md", "pipe.md"],
      ].map((path) => stateOf(source, path)),
    );
    expect(states).toEqual([...Array(8).fill("link"), "absent"]);
    const all = await value(source, { kind: "files", glob: "**", revision: "evidence" });
    expect(all.map(({ path }) => path)).toEqual(["real/file.md"]);
    const folders = await value(source, { kind: "folders", glob: "**", revision: "evidence" });
    expect(folders).toEqual(["real"]);
  });

  it("is not read where a link took the place of a folder after the first look", async () => {
    const outside = new TestFolder().write("file.md", "secret\n");
    const folder = make().write("docs/file.md", "own\n");
    const source = await sourceOf(folder.root);
    await value(source, { kind: "files", glob: "none", revision: "evidence" });
    folder.remove("docs").link("docs", outside.root);
    expect(await stateOf(source, "docs/file.md")).toBe("link");
  });

  it("and lists are missing where a folder cannot be opened", async () => {
    const folder = make().write("open/a.md").write("closed/b.md");
    const act = async () => {
      const source = await sourceOf(folder.root);
      return [
        await stateOf(source, "open/a.md"),
        await stateOf(source, "closed/b.md"),
        ...(await Promise.all(
          ["**/*.md", "closed/*.md", "open/*.md"].map(
            async (glob) =>
              (
                await ask(source, { kind: "files", glob, revision: "evidence" })
              ).state,
          ),
        )),
      ];
    };
    const states = await unprivileged(folder, "closed", act);
    expect(states).toEqual(["file", "missing unreadable", "missing", "missing", "known"]);
  });

  it("is missing where it may not be read", async () => {
    const folder = make().write("a.md").write("b.md");
    const states = await unprivileged(folder, "a.md", async () => {
      const source = await sourceOf(folder.root);
      return [await stateOf(source, "a.md"), await stateOf(source, "b.md")];
    });
    expect(states).toEqual(["missing unreadable", "file"]);
  });
});

/** Takes the rights of a path away and acts as somebody whom that binds. */
async function unprivileged<T>(
  folder: TestFolder,
  name: string,
  act: () => Promise<T>,
): Promise<T> {
  chmodSync(folder.path(name), 0o000);
  const home = process.env.HOME;
  if (isRoot) {
    process.env.HOME = folder.root;
    execFileSync("chown", ["-R", String(NOBODY), folder.root]);
    process.seteuid?.(NOBODY);
  }
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    if (home === undefined) delete process.env.HOME;
    else process.env.HOME = home;
    chmodSync(folder.path(name), 0o755);
  }
}

describe("the work tree", () => {
  it("is what counts: edits, new files and deletions that are not committed", async () => {
    const repository = GitRepository.create()
      .write("a.md", "old\n")
      .write("gone.md")
      .write("kept.md");
    repository.commit();
    repository.write("a.md", "new\n").write("new/b.md").unlink("gone.md");
    const source = await sourceOf(repository.root);
    expect(await textOf(source, "a.md")).toBe("new\n");
    expect(await stateOf(source, "gone.md")).toBe("absent");
    const files = await value(source, { kind: "files", glob: "**", revision: "evidence" });
    expect(files.map(({ path }) => path)).toEqual(["a.md", "kept.md", "new/b.md"]);
  });

  it("has blob ids as git makes them", async () => {
    const repository = GitRepository.create().write("a.md", "text\n").write("big", "x".repeat(2e6));
    const source = await sourceOf(repository.root);
    const files = await value(source, { kind: "files", glob: "**", revision: "evidence" });
    expect(files).toEqual(
      ["a.md", "big"].map((path) => ({ path, blob: repository.git("hash-object", path) })),
    );
  });

  it("has no ignored files, unless they are tracked", async () => {
    const repository = GitRepository.create()
      .write(".gitignore", "*.local\nbuild/\n")
      .write("a.local")
      .write("build/b.md")
      .write("tracked.local");
    repository.git("add", "--force", "tracked.local");
    const source = await sourceOf(repository.root);
    expect(await stateOf(source, "a.local")).toBe("absent");
    expect(await stateOf(source, "build/b.md")).toBe("absent");
    expect(await stateOf(source, "build")).toBe("absent");
    expect(await stateOf(source, "tracked.local")).toBe("file");
  });

  it("ends at submodules and at repositories inside it", async () => {
    const other = GitRepository.create().write("inner.md");
    other.commit();
    const repository = GitRepository.create();
    repository.git("submodule", "--quiet", "add", `file://${other.root}`, "module");
    repository.commit();
    GitRepository.create(repository.path("nested")).write("inner.md").commit();
    const source = await sourceOf(repository.root);
    const paths = ["module", "module/inner.md", "nested", "nested/inner.md"];
    expect(await Promise.all(paths.map((path) => stateOf(source, path)))).toEqual(
      paths.map(() => "submodule"),
    );
    const files = await value(source, { kind: "files", glob: "**/*.md", revision: "evidence" });
    expect(files).toEqual([]);
  });

  it("lists links and submodules only where they are asked for, as a commit does", async () => {
    const other = GitRepository.create().write("inner.md");
    other.commit();
    const repository = GitRepository.create().write("a/file.md").link("a/link.md", "file.md");
    repository.git("submodule", "--quiet", "add", `file://${other.root}`, "a/module");
    repository.commit();
    GitRepository.create(repository.path("a/nested")).write("inner.md").commit();
    const source = await sourceOf(repository.root);
    const blob = (path: string) => repository.git("rev-parse", `HEAD:${path}`);
    const file = { path: "a/file.md", blob: blob("a/file.md") };
    const all = [
      file,
      { path: "a/link.md", blob: blob("a/link.md"), kind: "link" },
      { path: "a/module", blob: blob("a/module"), kind: "submodule" },
    ];
    for (const revision of ["evidence", repository.git("rev-parse", "HEAD")]) {
      const asked = { kind: "files", glob: "a/*", revision } as const;
      expect(await value(source, asked)).toEqual([file]);
      expect(await value(source, { ...asked, entries: "all" })).toEqual(all);
    }
  });

  it("has a link as it leads now, and nothing where a submodule was taken away", async () => {
    const other = GitRepository.create().write("inner.md");
    other.commit();
    const repository = GitRepository.create().link("link.md", "old.md");
    repository.git("submodule", "--quiet", "add", `file://${other.root}`, "module");
    repository.commit();
    repository.unlink("link.md").link("link.md", "new.md").remove("module");
    const asked = { kind: "files", glob: "[lm]*", revision: "evidence", entries: "all" } as const;
    const listed = await value(await sourceOf(repository.root), asked);
    repository.write("target", "new.md");
    expect(listed).toEqual([
      { path: "link.md", blob: repository.git("hash-object", "target"), kind: "link" },
    ]);
  });

  it("stands for its index where a sparse checkout leaves files out", async () => {
    const repository = GitRepository.create().write("in/a.md", "a\n").write("out/b.md", "b\n");
    repository.commit();
    repository.git("sparse-checkout", "set", "in");
    const source = await sourceOf(repository.root);
    expect(await textOf(source, "out/b.md")).toBe("b\n");
    expect(await stateOf(source, "out")).toBe("absent");
    const folders = await value(source, { kind: "folders", glob: "*", revision: "evidence" });
    expect(folders).toEqual(["in", "out"]);
    const files = await value(source, { kind: "files", glob: "out/*", revision: "evidence" });
    expect(files).toEqual([
      { path: "out/b.md", blob: repository.git("rev-parse", "HEAD:out/b.md") },
    ]);
  });

  it("has the line ends that git stores", async () => {
    const repository = GitRepository.create().write("a.md", "one\ntwo\n");
    repository.commit();
    repository.write("a.md", "one\r\ntwo\r\n");
    const source = await sourceOf(repository.root);
    expect(await textOf(source, "a.md")).toBe("one\ntwo\n");
  });

  it("has an LFS pointer where git stores one", async () => {
    const repository = GitRepository.create();
    const pointer = POINTER.replace(/[0-9a-f]{64}/, SHA256_OF_HELLO).replace("12345", "6");
    repository.write("model.md", pointer).commit();
    repository.write("model.md", "hello\n");
    expect(await stateOf(await sourceOf(repository.root), "model.md")).toBe("lfs-pointer");
  });

  it("is read in a conflict, too", async () => {
    const repository = GitRepository.create().write("a.md", "base\n");
    repository.commit();
    repository.branch("one").write("a.md", "one\n").commit();
    repository.git("checkout", "--quiet", "-b", "two", "main");
    repository.write("a.md", "two\n").commit();
    expect(() => repository.git("merge", "one")).toThrow();
    expect(await textOf(await sourceOf(repository.root), "a.md")).toContain("<<<<<<<");
  });

  it("shares one object with the base where the content is the same", async () => {
    const repository = GitRepository.create().write("a.md", "same\n");
    repository.commit();
    const source = await sourceOf(repository.root, "main");
    const facts = await source.read([
      { kind: "file", path: "a.md", revision: "base" },
      { kind: "file", path: "a.md", revision: "evidence" },
    ]);
    const [base, evidence] = facts.map((fact) =>
      fact.state === "known" && "file" in fact.value ? fact.value.file : null,
    );
    expect(base).not.toBeNull();
    expect(base).toBe(evidence);
  });
});

const SHA256_OF_HELLO = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

describe("T91: a glob", () => {
  const tree = () =>
    GitRepository.create()
      .write("services/search/README.md")
      .write("services/.hidden/README.md")
      .write("services/a/b/c.md")
      .write("services/list.md")
      .write("Top.md");

  it.each([
    { glob: "services/*", files: ["services/list.md"] },
    { glob: "**/*.md", files: 5 },
    { glob: "*.md", files: ["Top.md"] },
    { glob: "*.MD", files: [] },
    { glob: "services/{a,search}/**", files: ["services/a/b/c.md", "services/search/README.md"] },
    { glob: "", files: [] },
    { glob: "../**", files: [] },
    { glob: ".git/**", files: [] },
  ])("$glob matches files", async ({ glob, files }) => {
    const found = await value(await sourceOf(tree().root), {
      kind: "files",
      glob,
      revision: "evidence",
    });
    const paths = found.map(({ path }) => path);
    expect(typeof files === "number" ? paths.length : paths).toEqual(files);
  });

  it.each([
    { glob: "services/*", folders: ["services/.hidden", "services/a", "services/search"] },
    { glob: "**", folders: 5 },
    { glob: "services/list.md", folders: [] },
  ])("$glob matches folders", async ({ glob, folders }) => {
    const source = await sourceOf(tree().folder("services/empty").root);
    const found = await value(source, { kind: "folders", glob, revision: "evidence" });
    expect(typeof folders === "number" ? found.length : found).toEqual(folders);
  });

  it.each([
    { what: "many stars", glob: "*a*a*a*a*a*a*ax" },
    { what: "more letters than a pattern may have", glob: "a".repeat(70_000) },
  ])("with $what is refused", async ({ glob }) => {
    const source = await sourceOf(tree().write("a".repeat(200)).root);
    const fact = await ask(source, { kind: "files", glob, revision: "evidence" });
    expect(fact).toMatchObject({ state: "missing", reason: "too-large" });
  });

  it.each([
    { what: "fifty double stars", glob: "**/".repeat(50) },
    { what: "a bomb of braces", glob: "{a,b}".repeat(50) },
    { what: "an open bracket", glob: "[" },
    { what: "an open brace", glob: "{a,b" },
  ])("of $what is answered", async ({ glob }) => {
    const source = await sourceOf(tree().write(`${"a/".repeat(40)}b`).root);
    const fact = await ask(source, { kind: "files", glob, revision: "evidence" });
    expect(fact.state).toBe("known");
  });
});
