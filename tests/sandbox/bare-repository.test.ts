import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BareRepository } from "../../sandbox/git/bare-repository.ts";
import type { Change } from "../../sandbox/git/import-commit.ts";
import { Git } from "../../src/worktree/git/git.ts";

const AUTHOR = { name: "Ana", email: "ana@acme.test", at: Date.parse("2026-10-01T12:00:00Z") };
const folder = mkdtempSync(join(tmpdir(), "sandbox-git-"));
let repository: BareRepository;
let first: string;

beforeAll(async () => {
  repository = await BareRepository.create(join(folder, "shop.git"));
  first = await commit("main", { "README.md": "# Shop\n", "docs/a.md": "1\n2\n3\n4\n5\n6\n" });
});

afterAll(() => rmSync(folder, { recursive: true }));

function commit(branch: string, changes: Readonly<Record<string, Change>>, parents?: string[]) {
  const message = `Change ${Object.keys(changes).join(", ")}`;
  return repository.commit(branch, {
    changes,
    message,
    author: AUTHOR,
    ...(parents && { parents }),
  });
}

const paths = async (sha: string, recursive = true) =>
  (await repository.tree(sha, recursive))?.map(({ path, type }) => `${type} ${path}`);

test("holds what was committed", async () => {
  expect(await repository.branch("main")).toBe(first);
  expect(await paths(first)).toEqual(["blob README.md", "tree docs", "blob docs/a.md"]);
  expect(await paths(first, false)).toEqual(["blob README.md", "tree docs"]);
  const entry = await repository.entry(first, "docs/a.md");
  expect(entry).toMatchObject({ path: "docs/a.md", mode: "100644", type: "blob", size: 12 });
  expect(await repository.entry(first, "docs")).toMatchObject({ mode: "040000", size: null });
  expect((await repository.blob(entry?.sha ?? ""))?.toString()).toBe("1\n2\n3\n4\n5\n6\n");
  expect(await repository.commitObject(first)).toMatchObject({
    parents: [],
    author: AUTHOR,
    message: "Change README.md, docs/a.md",
  });
});

test.each([
  "no-such-branch",
  "0".repeat(40),
  "--help",
  "main:nothing",
  "refs/heads/no-such-branch",
  "refs/heads/main\ninfo refs/heads/main",
  "refs/heads/main ",
  "refs/heads/main commit 1",
])("has no object %s", async (name) => {
  expect(await repository.resolve(name)).toBeNull();
});

test.each(["", "docs/", "/docs", "./docs", "../shop", "docs/a.md/b", "doc", "no/such", "DOCS"])(
  "has nothing at the path '%s'",
  async (path) => {
    expect(await repository.entry(first, path)).toBeNull();
    expect(await repository.entry("0".repeat(40), path)).toBeNull();
  },
);

test("many may ask at once, and after it has rested", async () => {
  const content = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
  const sha = await commit("bytes", { "a.bin": content, "b.bin": "" }, [first]);
  const tree = (await repository.tree(sha, false)) ?? [];
  const shaOf = (name: string) => tree.find(({ path }) => path === name)?.sha ?? "";
  const all = Promise.all([
    repository.blob(shaOf("a.bin")),
    repository.branch("bytes"),
    repository.blob(shaOf("b.bin")),
    repository.blob(sha),
    repository.branch("nowhere"),
    repository.commitObject(sha),
  ]);
  repository.rest();
  expect(await all).toEqual([
    content,
    sha,
    Buffer.alloc(0),
    null,
    null,
    expect.objectContaining({ sha, parents: [first] }),
  ]);
  expect(await repository.branch("bytes")).toBe(sha);
});

test("knows what others have moved since it was asked last", async () => {
  expect(await repository.branch("moved")).toBeNull();
  const other = new Git("git", repository.folder);
  await other.text(["--git-dir=.", "update-ref", "refs/heads/moved", first]);
  expect(await repository.branch("moved")).toBe(first);
  await other.text(["--git-dir=.", "pack-refs", "--all"]);
  await other.text(["--git-dir=.", "update-ref", "-d", "refs/heads/moved"]);
  expect(await repository.branch("moved")).toBeNull();
});

test("names may be anything git allows", async () => {
  const odd = ['we"ird\\name.md', "ünïcode 文.md", " space .md"];
  const sha = await commit("odd", Object.fromEntries(odd.map((path) => [path, "x"])), [first]);
  const found = (await repository.tree(sha, false))?.map(({ path }) => path);
  expect(found).toEqual(expect.arrayContaining(odd));
});

test("says of a branch what it changes, renames as such", async () => {
  const sha = await commit(
    "rename",
    {
      "docs/a.md": null,
      "docs/b.md": "1\n2\n3\n4\n5\n7\n",
      "new.md": "n\n",
      "README.md": null,
      link: { mode: "120000", content: "new.md" },
    },
    [first],
  );
  const changed = await repository.changedFiles(first, sha);
  expect(
    changed.map(({ path, previous, status, additions, deletions }) =>
      [status, previous, path, additions, deletions].join(" "),
    ),
  ).toEqual([
    "removed  README.md 0 1",
    "renamed docs/a.md docs/b.md 1 1",
    "added  link 1 0",
    "added  new.md 1 0",
  ]);
  expect(await repository.compare(first, sha)).toEqual({ mergeBase: first, ahead: 1, behind: 0 });
  expect(await repository.isAncestor(first, sha)).toBe(true);
  expect(await repository.isAncestor(sha, first)).toBe(false);
});

describe("merging", () => {
  test("takes what both sides did", async () => {
    const ours = await commit("ours", { "ours.md": "o" }, [first]);
    const theirs = await commit("theirs", { "docs/a.md": "0\n1\n2\n3\n4\n5\n6\n" }, [first]);
    const tree = await repository.mergeTree(ours, theirs);
    expect(await paths(tree ?? "")).toContain("blob ours.md");
    const merged = await repository.commitTree(tree ?? "", {
      message: "Merge",
      author: AUTHOR,
      parents: [ours, theirs],
    });
    expect((await repository.commitObject(merged))?.parents).toEqual([ours, theirs]);
    expect((await repository.commitObject(merged))?.tree).toBe(tree);
  });

  test("is refused where both changed one line", async () => {
    const ours = await commit("left", { "README.md": "# Left\n" }, [first]);
    const theirs = await commit("right", { "README.md": "# Right\n" }, [first]);
    expect(await repository.mergeTree(ours, theirs)).toBeNull();
  });
});

test("moves a ref only from where it was expected", async () => {
  const next = await commit("next", { "n.md": "n" }, [first]);
  expect(await repository.setRef("refs/heads/moved", next, null)).toBe(true);
  expect(await repository.setRef("refs/heads/moved", first, first)).toBe(false);
  expect(await repository.branch("moved")).toBe(next);
  expect(await repository.setRef("refs/heads/moved", null, next)).toBe(true);
  expect(await repository.branch("moved")).toBeNull();
});
