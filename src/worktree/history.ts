import { type Located, locatedAt } from "../files/commit-tree.ts";
import { type Git, GitFailure, records } from "./git/git.ts";

/** A version of a file whose content is yet to be read. */
export interface LocatedVersion {
  readonly commit: string;
  readonly at: number;
  readonly content: Located;
}

const MOST_VERSIONS = 50;

/**
 * Versions of a path along the first parents of a commit, newest first. A merge counts as the
 * moment its changes arrived. What is not committed yet has no time and is not among them.
 *
 * @throws {GitFailure} `needs-history` where the clone ends before the history does.
 */
export async function readHistory(
  git: Git,
  tip: string,
  path: string,
  shallow: boolean,
): Promise<readonly LocatedVersion[]> {
  const output = await git.text([
    "log",
    // The diff against the first parent also for merges; no renames, so a path is just a path.
    ...["--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames"],
    ...["--no-ext-diff", "--no-textconv", "--no-show-signature"],
    ...["-z", "--format=%H %ct", `--max-count=${MOST_VERSIONS}`],
    ...[tip, "--", path],
  ]);
  const versions = parseLog(output, path);
  if (shallow && versions.length < MOST_VERSIONS && (await endsEarly(git, tip))) {
    throw new GitFailure("needs-history", "this clone is shallow and ends before the file began");
  }
  return versions;
}

/** `<commit> <seconds>`, then for each path `:<modes> <blobs> <status>` and the path, NUL between. */
function parseLog(output: string, path: string): LocatedVersion[] {
  const versions: LocatedVersion[] = [];
  const parts = records(output);
  let commit = "";
  let at = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const part = (parts[index] ?? "").trimStart();
    if (!part.startsWith(":")) {
      const [id = "", seconds] = part.split(" ");
      commit = id;
      at = Number(seconds) * 1000;
      continue;
    }
    index += 1;
    // Where the path was a folder once, what lay below it comes too.
    if (parts[index] !== path) continue;
    const [, mode = "", , blob = "", status] = part.slice(1).split(" ");
    const content: Located = status === "D" ? { state: "absent" } : locatedAt({ mode, blob });
    versions.push({ commit, at, content });
  }
  return versions;
}

async function endsEarly(git: Git, tip: string): Promise<boolean> {
  const oldest = await git.text(["rev-list", "--first-parent", "--max-parents=0", tip]);
  return await haveParents(git, oldest);
}

/**
 * Whether any of the commits (one a line) has parents after all. In a shallow clone git hides those
 * it does not have, but the commit itself still names them.
 */
export async function haveParents(git: Git, commits: string): Promise<boolean> {
  const objects = await git.text(["cat-file", "--batch=%(objecttype)"], commits);
  return /^commit\ntree [0-9a-f]+\nparent /m.test(objects);
}
