import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { CheckoutError } from "../../src/worktree/git/checkout-error.ts";
import {
  GitRepository,
  sharedFolder,
  TestFolder,
  temporaryFolder,
} from "../support/git-repository.ts";

const isRoot = process.getuid?.() === 0;

const open = (directory: string, base: string | null = null) => openCheckout(directory, { base });

async function refusal(directory: string, base: string | null = null): Promise<CheckoutError> {
  const error: unknown = await open(directory, base).catch((thrown: unknown) => thrown);
  if (!(error instanceof CheckoutError)) throw new Error("it was not refused");
  return error;
}

describe("the root", () => {
  it.each([
    { where: "the root itself", from: (repository: TestFolder) => repository.root },
    { where: "a folder below", from: (repository: TestFolder) => repository.path("a/b") },
    {
      where: "a link to it",
      from: (repository: TestFolder) => {
        const link = join(temporaryFolder(), "link");
        symlinkSync(repository.root, link);
        return link;
      },
    },
  ])("is found from $where", async ({ from }) => {
    const repository = GitRepository.create().folder("a/b");
    expect((await open(from(repository))).root).toBe(repository.root);
  });

  it("is the folder itself without git", async () => {
    const folder = new TestFolder();
    expect(await open(folder.root)).toEqual({
      root: folder.root,
      git: null,
      head: null,
      origin: null,
      repository: null,
      hasOrigin: false,
      defaultBranch: null,
      base: null,
    });
  });

  it("is that of a worktree and of a submodule, too", async () => {
    const repository = GitRepository.create().write("a.md");
    repository.commit();
    const other = join(temporaryFolder(), "other");
    repository.git("worktree", "add", "--quiet", other, "-b", "side");
    repository.git("submodule", "--quiet", "add", `file://${repository.root}`, "module");
    expect((await open(other)).root).toBe(other);
    expect((await open(repository.path("module"))).root).toBe(repository.path("module"));
  });

  it("is further up where `.git` is no repository", async () => {
    const repository = GitRepository.create().folder("a/.git").folder("a/b");
    expect((await open(repository.path("a/b"))).root).toBe(repository.root);
  });

  it("is not taken from a folder that looks like a bare repository", async () => {
    const repository = GitRepository.create();
    const marker = join(temporaryFolder(), "ran");
    const bare = repository.path("data/bare");
    mkdirSync(bare, { recursive: true });
    execFileSync("git", ["init", "--quiet", "--bare", bare]);
    writeFileSync(join(bare, "config"), `[core]\n\tbare = false\n\tfsmonitor = touch ${marker}\n`);
    expect((await open(bare)).root).toBe(repository.root);
  });

  it("may have line breaks, quotes and spaces in its name", async () => {
    const root = join(temporaryFolder(), 'it\'s a\n"root" ');
    const repository = GitRepository.create(root).write("a.md");
    const head = repository.commit();
    expect(await open(root, "main")).toMatchObject({ root, head, base: { commit: head } });
  });

  it.each([
    { what: "that is not there", make: () => "nowhere", code: "directory-missing" },
    {
      what: "that is a file",
      make: () => new TestFolder().write("a").path("a"),
      code: "not-a-directory",
    },
    {
      what: "whose settings name another work tree",
      make: () => {
        const repository = GitRepository.create();
        repository.git("config", "core.worktree", "/");
        return repository.root;
      },
      code: "git-elsewhere",
    },
    {
      what: "whose settings name a work tree beside it",
      make: () => {
        const repository = GitRepository.create();
        repository.git("config", "core.worktree", temporaryFolder());
        return repository.root;
      },
      code: "git-elsewhere",
    },
    {
      what: "with broken settings",
      make: () => GitRepository.create().write(".git/config", "[core\n").root,
      code: "git-failed",
    },
  ])("is refused for a folder $what", async ({ make, code }) => {
    expect(await refusal(make())).toMatchObject({ code });
  });

  it.runIf(isRoot)("is refused where it belongs to somebody else, with what to do", async () => {
    const repository = GitRepository.create();
    execFileSync("chown", ["-R", "65534", repository.root]);
    const error = await refusal(repository.root);
    expect(error.code).toBe("git-ownership");
    expect(error.help).toContain(`safe.directory '${repository.root}'`);
  });

  it("is refused where only the repository itself brings a git", async () => {
    const repository = GitRepository.create();
    const marker = join(temporaryFolder(), "ran");
    repository.write("node_modules/.bin/git", `#!/bin/sh\ntouch ${marker}\n`, 0o755);
    const before = process.env.PATH;
    process.env.PATH = `node_modules/.bin:${repository.path("node_modules/.bin")}`;
    try {
      expect(await refusal(repository.root)).toMatchObject({ code: "git-missing" });
    } finally {
      process.env.PATH = before;
    }
  });

  it("is the one asked for also inside a hook, where GIT_DIR names another", async () => {
    const repository = GitRepository.create().write("a.md");
    const head = repository.commit();
    const other = GitRepository.create();
    process.env.GIT_DIR = other.path(".git");
    process.env.GIT_WORK_TREE = other.root;
    try {
      expect(await open(repository.root)).toMatchObject({ root: repository.root, head });
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_WORK_TREE;
    }
  });
});

describe("the head", () => {
  it("is null before the first commit", async () => {
    expect(await open(GitRepository.create().root)).toMatchObject({ head: null });
  });

  it("may be detached", async () => {
    const repository = GitRepository.create();
    const first = repository.commit();
    repository.commit();
    repository.git("checkout", "--quiet", first);
    expect(await open(repository.root)).toMatchObject({ head: first });
  });

  it("may be in a repository with longer ids", async () => {
    const root = temporaryFolder();
    execFileSync("git", ["init", "--quiet", "--object-format=sha256", root]);
    const repository = new GitRepository(root).write("a.md");
    const head = repository.commit();
    expect(head).toHaveLength(64);
    expect(await open(root)).toMatchObject({ head, git: { hash: "sha256", shallow: false } });
  });
});

describe("the repository's name", () => {
  it("comes from origin, and its secrets stay out", async () => {
    const repository = GitRepository.create();
    const url = "https://ana:hunter2@github.com/acme/shop.git";
    repository.git("remote", "add", "origin", url);
    const checkout = await open(repository.root);
    expect(checkout.repository).toBe("acme/shop");
    expect(JSON.stringify(checkout)).not.toContain("hunter2");
  });
});

describe("the default branch", () => {
  it("is what origin's head names", async () => {
    const origin = GitRepository.create();
    const commit = origin.commit();
    origin.git("branch", "--move", "trunk");
    const clone = GitRepository.clone(origin);
    expect((await open(clone.root)).defaultBranch).toEqual({
      name: "trunk",
      remote: { ref: "origin/trunk", commit },
    });
  });

  it.each([
    { refs: ["refs/remotes/origin/master"], name: "master", remote: "origin/master" },
    {
      refs: ["refs/heads/main", "refs/remotes/origin/master"],
      name: "master",
      remote: "origin/master",
    },
    {
      refs: ["refs/remotes/origin/main", "refs/remotes/origin/master"],
      name: "main",
      remote: "origin/main",
    },
    { refs: ["refs/heads/master"], name: "master", remote: null },
  ])("is $name for $refs", async ({ refs, name, remote }) => {
    const repository = GitRepository.create().branch("side");
    const commit = repository.commit();
    for (const ref of refs) repository.git("update-ref", ref, commit);
    expect((await open(repository.root)).defaultBranch).toEqual({
      name,
      remote: remote === null ? null : { ref: remote, commit },
    });
  });

  it("is not known where nothing suggests one", async () => {
    const repository = GitRepository.create().branch("side");
    repository.commit();
    repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone");
    expect((await open(repository.root)).defaultBranch).toBeNull();
  });
});

describe("the base", () => {
  const shared = repository(sharedFolder());

  function repository(root: string) {
    const made = GitRepository.create(root);
    const first = made.commit();
    const second = made.commit();
    made.git("update-ref", "refs/remotes/origin/production", first);
    made.git("update-ref", "refs/remotes/origin/release/1.0", first);
    made.git("update-ref", "refs/heads/release/1.0", second);
    made.git("tag", "--annotate", "v1", "--message", "one", first);
    made.git("tag", "main", first);
    made.git("update-ref", `refs/heads/${first}`, second);
    made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/production");
    return { made, first, second };
  }

  it.each([
    { base: "main", ref: "main", branch: "main", which: "second" },
    { base: "refs/heads/main", ref: "main", branch: "main", which: "second" },
    { base: "refs/tags/main", ref: "main", branch: null, which: "first" },
    { base: "production", ref: "origin/production", branch: "production", which: "first" },
    { base: "origin/production", ref: "origin/production", branch: "production", which: "first" },
    { base: "origin/HEAD", ref: "origin/production", branch: "production", which: "first" },
    { base: "release/1.0", ref: "release/1.0", branch: "release/1.0", which: "second" },
    {
      base: "origin/release/1.0",
      ref: "origin/release/1.0",
      branch: "release/1.0",
      which: "first",
    },
    { base: "v1", ref: "v1", branch: null, which: "first" },
    { base: "HEAD", ref: "HEAD", branch: null, which: "second" },
    { base: "HEAD~1", ref: "HEAD~1", branch: null, which: "first" },
    { base: "refs/heads/main^", ref: "refs/heads/main^", branch: null, which: "first" },
  ] as const)("$base is the $which commit", async ({ base, ref, branch, which }) => {
    const { made, ...commits } = shared;
    const commit = commits[which];
    expect((await open(made.root, base)).base).toEqual({ ref, branch, commit });
  });

  it("is the commit where a branch is called like it", async () => {
    const { made, first } = shared;
    const expected = { ref: first, branch: null, commit: first };
    expect((await open(made.root, first)).base).toEqual(expected);
  });

  it.each([
    "",
    " ",
    "-",
    "--help",
    "--upload-pack=touch /tmp/x",
    "main:README.md",
    ":/message",
    "main..HEAD",
    "HEAD^{/change}",
    "ma\nin",
    "ma\0in",
    "origin/production --all",
  ])("%j is no name of one", async (base) => {
    expect(await refusal(shared.made.root, base)).toMatchObject({ code: "base-invalid" });
  });

  it.each(["nowhere", "*", "refs/heads/*", "HEAD~99", "@{upstream}", "deadbeef"])(
    "%j is not there",
    async (base) => {
      expect(await refusal(shared.made.root, base)).toMatchObject({ code: "base-unknown" });
    },
  );

  it("that is not there is answered with those that are", async () => {
    const error = await refusal(shared.made.root, "prodution");
    expect(error.help).toContain("`origin/production`");
  });

  it("needs git", async () => {
    expect(await refusal(new TestFolder().root, "main")).toMatchObject({ code: "base-needs-git" });
  });

  it("of a repository without commits is not there", async () => {
    expect(await refusal(GitRepository.create().root, "main")).toMatchObject({
      code: "base-unknown",
    });
  });
});
