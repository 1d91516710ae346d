import { lstatSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ResolvedBase, refsForBase, resolveBase } from "./git/base-ref.ts";
import { CheckoutError } from "./git/checkout-error.ts";
import { Git, GitFailure, gitError } from "./git/git.ts";
import { findGit } from "./git/git-program.ts";
import { readRefs } from "./git/refs.ts";
import { type RemoteRepository, remoteRepository } from "./remote-repository.ts";

/** A folder on this machine that holds what would land. */
export interface Checkout {
  /** Absolute, links resolved: the root of the work tree, or the folder itself without git. */
  readonly root: string;
  readonly git: CheckoutGit | null;
  /** The commit checked out; `null` without git and before the first commit. */
  readonly head: string | null;
  /** The remote `origin`, where that is a repository of a host. */
  readonly origin: RemoteRepository | null;
  /** `owner/repo` of the remote `origin`. */
  readonly repository: string | null;
  /** Whether there is a remote `origin`, fetched or not. */
  readonly hasOrigin: boolean;
  readonly defaultBranch: DefaultBranch | null;
  /** The tip named with `--base`. */
  readonly base: ResolvedBase | null;
}

export interface CheckoutGit {
  readonly git: Git;
  /** How object ids are made. */
  readonly hash: "sha1" | "sha256";
  /** History may end early. */
  readonly shallow: boolean;
}

export interface DefaultBranch {
  readonly name: string;
  /** Its tip at `origin`; `null` where only a local branch suggests the name. */
  readonly remote: { readonly ref: string; readonly commit: string } | null;
}

/**
 * Finds the work tree around a folder. Several questions are put to git at once; none of them runs
 * anything that the repository's settings name.
 *
 * @throws {CheckoutError} when the folder, its git or the base cannot be used.
 */
export async function openCheckout(
  directory: string,
  options: { readonly base: string | null },
): Promise<Checkout> {
  const start = realFolder(directory);
  try {
    for (let folder = start; ; folder = dirname(folder)) {
      const found = await gitAt(folder);
      if (found !== null) return await describe(found, options.base);
      if (dirname(folder) === folder) break;
    }
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new CheckoutError("git-failed", error.message, null);
  }
  if (options.base !== null) {
    throw new CheckoutError(
      "base-needs-git",
      `\`${directory}\` is not in a git work tree, so there is no base to compare with`,
      "leave out `--base`, or run it in a clone",
    );
  }
  const none = { git: null, head: null, origin: null, repository: null };
  return { root: start, hasOrigin: false, ...none, defaultBranch: null, base: null };
}

function realFolder(directory: string): string {
  try {
    const path = realpathSync(directory);
    if (statSync(path).isDirectory()) return path;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new CheckoutError("directory-missing", `cannot open \`${directory}\`${reason}`, null);
  }
  throw new CheckoutError("not-a-directory", `\`${directory}\` is not a folder`, null);
}

/** `null` where the folder is not the root of a work tree. */
async function gitAt(folder: string): Promise<CheckoutGit | null> {
  if (!hasGitEntry(folder)) return null;
  const program = findGit(folder, process.env);
  if (program === null) {
    throw new CheckoutError(
      "git-missing",
      `\`${folder}\` is a git repository, but there is no \`git\` to read it with`,
      "install git",
    );
  }
  const git = new Git(program, folder);
  const args = ["rev-parse", "--show-cdup", "--is-shallow-repository", "--show-object-format"];
  const { code, stdout, stderr } = await git.ask(args);
  if (/dubious ownership|unsafe repository/.test(stderr)) throw foreign(folder);
  if (/not a git repository/.test(stderr)) return null;
  if (code !== 0) throw gitError(args, stderr);
  const [up, shallow, format] = stdout.toString("utf8").split("\n");
  if (up !== "") {
    // `core.worktree` of a hostile repository could point at any folder of this machine.
    throw new CheckoutError(
      "git-elsewhere",
      `the settings of the repository in \`${folder}\` name another folder as its work tree`,
      "run it in a plain clone",
    );
  }
  return { git, hash: format === "sha256" ? "sha256" : "sha1", shallow: shallow === "true" };
}

function hasGitEntry(folder: string): boolean {
  try {
    lstatSync(join(folder, ".git"));
    return true;
  } catch {
    return false;
  }
}

function foreign(folder: string): CheckoutError {
  return new CheckoutError(
    "git-ownership",
    `\`${folder}\` belongs to somebody else, so git does not read it`,
    `if you trust it: git config --global --add safe.directory '${folder.replaceAll("'", "'\\''")}'`,
  );
}

async function describe(found: CheckoutGit, base: string | null): Promise<Checkout> {
  const { git } = found;
  const candidates = base === null ? [] : refsForBase(base);
  const [head, url, refs] = await Promise.all([
    git.ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]),
    git.ask(["config", "-z", "--get", "remote.origin.url"]),
    readRefs(git, [...DEFAULT_REFS, ...candidates]),
  ]);
  const origin = remoteRepository(url.stdout.toString("utf8").replace(/\0$/, ""));
  return {
    root: git.root,
    git: found,
    head: head.code === 0 ? head.stdout.toString("utf8").trim() : null,
    origin,
    repository: origin?.repository ?? null,
    hasOrigin: url.code === 0,
    defaultBranch: defaultBranch(refs),
    base: base === null ? null : await resolveBase(git, base, refs),
  };
}

const REMOTE = "refs/remotes/origin/";
const LOCAL = "refs/heads/";
const USUAL = ["main", "master"];
const DEFAULT_REFS = [
  `${REMOTE}HEAD`,
  ...USUAL.flatMap((name) => [`${REMOTE}${name}`, `${LOCAL}${name}`]),
];

function defaultBranch(refs: Awaited<ReturnType<typeof readRefs>>): DefaultBranch | null {
  const head = refs.get(`${REMOTE}HEAD`);
  if (head?.target?.startsWith(REMOTE)) {
    return remoteBranch(head.target.slice(REMOTE.length), head.commit);
  }
  for (const name of USUAL) {
    const remote = refs.get(`${REMOTE}${name}`);
    if (remote !== undefined) return remoteBranch(name, remote.commit);
  }
  const local = USUAL.find((name) => refs.has(`${LOCAL}${name}`));
  return local === undefined ? null : { name: local, remote: null };
}

function remoteBranch(name: string, commit: string): DefaultBranch {
  return { name, remote: { ref: `origin/${name}`, commit } };
}
