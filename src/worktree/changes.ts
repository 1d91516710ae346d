import { LINK_MODE, type Listed, type Listing, SUBMODULE_MODE } from "../files/listing.ts";
import { foldersAbove } from "../files/repository-path.ts";
import type { ChangedPath } from "../model/fact.ts";
import type { WorkFiles } from "./files/work-files.ts";
import { type Git, GitFailure, records } from "./git/git.ts";
import { haveParents } from "./history.ts";

export interface Comparison {
  readonly git: Git;
  readonly listing: Listing<Listed>;
  readonly files: WorkFiles;
  readonly base: string;
  readonly head: string;
  readonly shallow: boolean;
}

/** Mode and blob of a path in one of the states compared; `null`: not there. */
type Side = { readonly mode: string; readonly blob: string } | null;

interface Change {
  readonly path: string;
  readonly before: Side;
  /** `unknown`: surely not as before. */
  readonly after: Side | "unknown";
}

/**
 * Paths that differ between the merge base (as GitHub shows a pull request) and the work tree,
 * sorted. A file moved without a change has its `previous` path; of one moved and changed both
 * paths are in the list, which is the same for all that is judged.
 *
 * Git compares trees and index, and says which files of the work tree have another size or time.
 * Those are hashed here: for a comparison of contents git would run filters.
 *
 * @throws {GitFailure} where the list would not be whole.
 */
export async function readChanges(comparison: Comparison): Promise<readonly ChangedPath[]> {
  const { git, listing } = comparison;
  if (listing.unreadable.length > 0) {
    throw new GitFailure("unreadable", `the folder \`${listing.unreadable[0]}\` cannot be opened`);
  }
  const [from, unfiltered] = await Promise.all([mergeBase(comparison), withoutFilters(git)]);
  const raw = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff"];
  const [staged, unstaged] = await Promise.all([
    git.text(["diff-index", "--cached", ...raw, "--ignore-submodules=none", from, "--"]),
    // `dirty`: else git runs `status` inside each submodule, with that repository's settings.
    git.text([...unfiltered, "diff-files", ...raw, "--ignore-submodules=dirty", "--"]),
  ]);
  const committed = parseRaw(staged);
  const edited = parseRaw(unstaged);
  const untracked = [...listing.entries].filter(([, { kind }]) => !isTracked(kind));
  const paths = new Set([
    ...committed.keys(),
    ...edited.keys(),
    ...untracked.map(([path]) => path),
  ]);
  const changes: Change[] = [];
  for (const path of paths) {
    const before = (committed.get(path) ?? edited.get(path))?.before ?? null;
    const listed = listing.entries.get(path);
    const isNew = listed !== undefined && !isTracked(listed.kind);
    const after =
      isNew || edited.has(path)
        ? workSide(comparison.files, path, edited.get(path)?.after, before)
        : (committed.get(path)?.after ?? null);
    if (!isSame(before, after)) changes.push({ path, before, after });
  }
  return pairMoves(changes);
}

function isTracked(kind: Listed["kind"]): boolean {
  return kind === "tracked" || kind === "skipped" || kind === "conflict";
}

/** What the work tree holds, with the mode git would give it; it has none for an untracked path. */
function workSide(
  files: WorkFiles,
  path: string,
  listed: Change["after"] | undefined,
  before: Side,
): Change["after"] {
  if (listed === null || listed === "unknown") return listed;
  const entry = files.entry(path);
  const behindLink = foldersAbove(path).some((folder) => files.entry(folder).kind === "link");
  if (entry.kind === "link" && !behindLink) {
    const blob = files.linkBlob(path);
    return blob === null ? "unknown" : { mode: LINK_MODE, blob };
  }
  if (entry.kind !== "file" || listed?.mode === SUBMODULE_MODE) return "unknown";
  const stored = files.store(path, entry.stats, before === null ? [] : [before.blob]);
  if ("kind" in stored) return "unknown";
  const executable = (entry.stats.mode & 0o100) !== 0;
  return { mode: listed?.mode ?? (executable ? "100755" : "100644"), blob: stored.blob };
}

function isSame(before: Side, after: Change["after"]): boolean {
  if (before === null || after === null || after === "unknown") return before === after;
  return before.mode === after.mode && before.blob === after.blob;
}

/** `:<mode> <mode> <blob> <blob> <status>` and the path, NUL between. */
function parseRaw(output: string): ReadonlyMap<string, Omit<Change, "path">> {
  const sides = new Map<string, Omit<Change, "path">>();
  const parts = records(output);
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [from = "", to = "", old = "", now = "", status] = (parts[index] ?? "")
      .slice(1)
      .split(" ");
    const path = parts[index + 1] ?? "";
    // `U`: in conflict; a second line may follow for what the work tree has.
    if (sides.get(path)?.after === "unknown") continue;
    const after = status === "U" ? "unknown" : sideOf(to, now);
    sides.set(path, { before: sideOf(from, old), after });
  }
  return sides;
}

function sideOf(mode: string, blob: string): Side {
  return mode === "000000" ? null : { mode, blob };
}

function pairMoves(changes: readonly Change[]): readonly ChangedPath[] {
  const gone = new Map<string, string[]>();
  const byPath = [...changes].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, before, after } of byPath) {
    if (before === null || after !== null) continue;
    gone.set(before.blob, [...(gone.get(before.blob) ?? []), path]);
  }
  const moved = new Set<string>();
  const paired = byPath.map(({ path, before, after }): ChangedPath => {
    const isAdded = before === null && after !== null && after !== "unknown";
    const previous = isAdded ? (gone.get(after.blob)?.shift() ?? null) : null;
    if (previous !== null) moved.add(previous);
    return { path, previous };
  });
  return paired.filter(({ path }) => !moved.has(path));
}

async function mergeBase({ git, base, head, shallow }: Comparison): Promise<string> {
  const { code, stdout } = await git.ask(["merge-base", base, head]);
  const [found = ""] = stdout.toString("utf8").split("\n", 1);
  if (code !== 0 || found === "") {
    const why = shallow ? "this clone is too shallow to show" : "base and head do not have";
    throw new GitFailure("needs-history", `${why} a common commit`);
  }
  if (!shallow) return found;
  // A better one may lie behind a commit whose parents were left out.
  const ends = await git.text(["rev-list", "--max-parents=0", base, head, `^${found}`]);
  if (!(await haveParents(git, ends))) return found;
  throw new GitFailure("needs-history", "this clone is too shallow to compare base and head");
}

/**
 * Settings that take every clean filter away. `diff-files` runs them on files as old as the index,
 * to be sure that they have not changed.
 */
async function withoutFilters(git: Git): Promise<readonly string[]> {
  const args = ["config", "-z", "--name-only", "--get-regexp", "^filter\\."];
  const { stdout } = await git.ask(args);
  const names = records(stdout.toString("utf8")).map((key) => key.replace(/\.[^.]*$/, ""));
  return [...new Set(names)].flatMap((name) => {
    if (name.includes("=")) {
      throw new GitFailure("unreadable", `the name of the setting \`${name}\` has a \`=\` in it`);
    }
    return ["clean=", "smudge=", "process=", "required=false"].flatMap((set) => [
      "-c",
      `${name}.${set}`,
    ]);
  });
}
