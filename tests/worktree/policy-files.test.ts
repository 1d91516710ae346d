import { chmodSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { checkoutSource } from "../../src/worktree/checkout-source.ts";
import { type PolicyOptions, readPolicyFiles } from "../../src/worktree/policy-files.ts";
import { GitRepository, TestFolder } from "../support/git-repository.ts";

const POLICY = ".github/stage-gates.yml";
const WAIVERS = ".github/stage-gates/waivers.yml";
const BASELINE = ".github/stage-gates/baseline.yml";

async function read(folder: TestFolder, options: Partial<PolicyOptions> = {}) {
  const checkout = await openCheckout(folder.root, { base: null });
  const all = { policy: null, organization: null, cwd: folder.root, ...options };
  return await readPolicyFiles(checkout, checkoutSource(checkout), all);
}

/** A clone on a branch, whose origin has the policy `merged`. */
function clone(): { clone: GitRepository; tip: string } {
  const origin = GitRepository.create()
    .write(POLICY, "merged\n")
    .write(WAIVERS, "merged waivers\n");
  const tip = origin.commit();
  const made = GitRepository.clone(origin);
  made.branch("side");
  return { clone: made, tip };
}

describe("T58: wherever a pull request or the base changes it, the policy comes from", () => {
  it("the tip of the default branch, whatever the work tree says", async () => {
    const { clone: folder, tip } = clone();
    folder.write(POLICY, "mine\n").write(WAIVERS, "my waivers\n").commit();
    expect(await read(folder)).toEqual({
      state: "found",
      from: "default-branch",
      origin: { ref: "origin/main", sha: tip, files: [POLICY, WAIVERS] },
      repository: { name: POLICY, text: "merged\n" },
      organization: null,
      baseline: null,
      waivers: { name: WAIVERS, text: "merged waivers\n" },
    });
  });

  it("the work tree where the default branch has none yet, and the waivers with it", async () => {
    const origin = GitRepository.create().write(WAIVERS, "merged waivers\n");
    origin.commit();
    const folder = GitRepository.clone(origin).write(POLICY, "mine\n");
    folder.unlink(WAIVERS);
    expect(await read(folder)).toEqual({
      state: "found",
      from: "work-tree",
      origin: { ref: "work tree", sha: null, files: [POLICY] },
      repository: { name: POLICY, text: "mine\n" },
      organization: null,
      baseline: null,
      waivers: null,
    });
  });

  it.each([
    { where: "a repository without a remote", make: (): TestFolder => GitRepository.create() },
    { where: "a folder without git", make: () => new TestFolder() },
  ])("the work tree in $where", async ({ make }) => {
    const folder = make().write(POLICY, "mine\n").write(WAIVERS, "my waivers\n");
    expect(await read(folder)).toMatchObject({
      from: "work-tree",
      repository: { text: "mine\n" },
      waivers: { text: "my waivers\n" },
    });
  });

  it("the file named, with the waivers beside it", async () => {
    const { clone: folder } = clone();
    folder
      .write("draft/gates.yml", "draft\n")
      .write("draft/stage-gates/waivers.yml", "draft waivers\n");
    const found = await read(folder, { policy: "gates.yml", cwd: folder.path("draft") });
    expect(found).toMatchObject({
      from: "option",
      origin: {
        ref: "--policy",
        sha: null,
        files: ["draft/gates.yml", "draft/stage-gates/waivers.yml"],
      },
      repository: { name: "draft/gates.yml", text: "draft\n" },
      waivers: { text: "draft waivers\n" },
    });
  });

  it("the file named, also outside the repository and ignored by git", async () => {
    const outside = new TestFolder().write("gates.yml", "outside\n");
    const folder = GitRepository.create().write(".gitignore", "*.yml\n").write("own.yml", "own\n");
    expect(await read(folder, { policy: outside.path("gates.yml") })).toMatchObject({
      repository: { name: outside.path("gates.yml"), text: "outside\n" },
      waivers: null,
    });
    expect(await read(folder, { policy: "./own.yml" })).toMatchObject({
      repository: { name: "own.yml", text: "own\n" },
    });
  });

  it("nowhere, and then it says what to do", async () => {
    const absent = await read(GitRepository.create());
    expect(absent).toMatchObject({ state: "absent" });
    expect(absent.state === "absent" && absent.help).toContain("stage-gates init");
    const named = await read(GitRepository.create(), { policy: POLICY });
    const problems = named.state === "invalid" ? named.problems : [];
    expect(problems.map(({ code }) => code)).toEqual(["file-missing"]);
    expect(problems[0]?.help).toContain("stage-gates init");
    const { clone: folder } = clone();
    folder.git("update-ref", "refs/remotes/origin/main", new GitRepository(folder.root).commit());
    expect(await read(folder)).toMatchObject({ state: "found" });
  });

  it("where it is, even when it is empty", async () => {
    const folder = GitRepository.create().write(POLICY, "");
    expect(await read(folder)).toMatchObject({ state: "found", repository: { text: "" } });
  });
});

describe("the organization's file", () => {
  it("is the one named", async () => {
    const folder = GitRepository.create().write(POLICY).write("org.yml", "org\n");
    expect(await read(folder, { organization: "org.yml" })).toMatchObject({
      origin: { files: [POLICY, "org.yml"] },
      organization: { name: "org.yml", text: "org\n" },
    });
  });

  it("is a problem where it is not there", async () => {
    const folder = GitRepository.create().write(POLICY);
    expect(await read(folder, { organization: "none.yml" })).toEqual({
      state: "invalid",
      origin: { ref: "work tree", sha: null, files: [POLICY, "none.yml"] },
      problems: [problem("file-missing", "none.yml")],
    });
  });
});

const problem = (code: string, file: string) =>
  expect.objectContaining({ code, at: { file, line: 1, column: 1 } });

const POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n";

const kinds = [
  {
    what: "a link",
    put: (f: TestFolder, at: string) => f.link(at, "elsewhere"),
    code: "file-is-link",
  },
  {
    what: "a folder",
    put: (f: TestFolder, at: string) => f.write(`${at}/x`),
    code: "file-is-folder",
  },
  {
    what: "an LFS pointer",
    put: (f: TestFolder, at: string) => f.write(at, POINTER),
    code: "file-is-lfs-pointer",
  },
  {
    what: "UTF-16",
    put: (f: TestFolder, at: string) => f.write(at, Buffer.from("\uFEFFversion: 1", "utf16le")),
    code: "file-not-utf-8",
  },
  {
    what: "Latin-1",
    put: (f: TestFolder, at: string) => f.write(at, Buffer.from([0x74, 0xe9])),
    code: "file-not-utf-8",
  },
  { what: "NUL", put: (f: TestFolder, at: string) => f.write(at, "a\0"), code: "file-not-utf-8" },
  {
    what: "too large",
    put: (f: TestFolder, at: string) => f.write(at, "#".repeat(1024 * 1024 + 1)),
    code: "file-too-large",
  },
];

describe.each([POLICY, WAIVERS])("%s is a problem", (path) => {
  const beside = path === POLICY ? WAIVERS : POLICY;

  it.each(kinds)("in the work tree as $what", async ({ put, code }) => {
    const folder = GitRepository.create().write(beside);
    put(folder, path);
    expect(await read(folder)).toMatchObject({ state: "invalid", problems: [problem(code, path)] });
  });

  it.each(kinds)("on the default branch as $what", async ({ put, code }) => {
    const origin = GitRepository.create().write(beside);
    put(origin, path);
    origin.commit();
    const folder = GitRepository.clone(origin);
    folder.remove(".github").write(POLICY, "mine\n");
    expect(await read(folder)).toMatchObject({ state: "invalid", problems: [problem(code, path)] });
  });
});

describe("T57: a file named on the command line is a problem", () => {
  it.each([
    ...kinds,
    { what: "a pipe", put: (f: TestFolder, at: string) => f.pipe(at), code: "file-unreadable" },
    { what: "not there", put: (f: TestFolder) => f, code: "file-missing" },
  ])("as $what", async ({ put, code }) => {
    const folder = GitRepository.create().write(POLICY);
    put(folder, "named.yml");
    const problems = [problem(code, "named.yml")];
    expect(await read(folder, { policy: "named.yml" })).toMatchObject({
      state: "invalid",
      problems,
    });
    const organization = "named.yml";
    expect(await read(folder, { organization })).toMatchObject({ state: "invalid", problems });
  });

  it("with no name at all", async () => {
    const found = await read(GitRepository.create(), { policy: "" });
    expect(found).toMatchObject({ state: "invalid", problems: [problem("file-is-folder", ".")] });
  });
});

it("a policy in a submodule is a problem", async () => {
  const inner = GitRepository.create().write("stage-gates.yml");
  inner.commit();
  const folder = GitRepository.create();
  folder.git("submodule", "--quiet", "add", `file://${inner.root}`, ".github");
  chmodSync(folder.path(".github"), 0o755);
  const problems = [
    problem("file-is-submodule", POLICY),
    problem("file-is-submodule", WAIVERS),
    problem("file-is-submodule", BASELINE),
  ];
  expect(await read(folder)).toMatchObject({ state: "invalid", problems });
});
