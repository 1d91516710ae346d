import { CommitTree, type TreeEntry } from "../../files/commit-tree.ts";
import { MOST_PATHS } from "../../files/listing.ts";
import { type Git, GitFailure, records } from "./git.ts";

/**
 * Reads the whole tree of a commit in one call.
 *
 * @throws {GitFailure} `needs-history` where this clone does not have it.
 */
export async function readCommitTree(git: Git, commit: string): Promise<CommitTree> {
  const { code, stdout } = await git.ask(["ls-tree", "-r", "-z", "--full-tree", commit]);
  if (code !== 0) {
    throw new GitFailure("needs-history", `the commit ${commit.slice(0, 12)} is not in this clone`);
  }
  const entries = new Map<string, TreeEntry>();
  for (const record of records(stdout.toString("utf8"))) {
    // `<mode> <type> <id>\t<path>`
    const tab = record.indexOf("\t");
    const [mode = "", , blob = ""] = record.slice(0, tab).split(" ");
    entries.set(record.slice(tab + 1), { mode, blob });
  }
  if (entries.size > MOST_PATHS) {
    throw new GitFailure("too-large", `there are more than ${MOST_PATHS} files`);
  }
  return new CommitTree(entries);
}
