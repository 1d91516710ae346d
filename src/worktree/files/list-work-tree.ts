import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Listed, Listing, MOST_PATHS } from "../../files/listing.ts";
import { isGitFolder } from "../../files/repository-path.ts";
import { type Git, GitFailure, records } from "../git/git.ts";

/**
 * Paths that would land if everything were committed: tracked ones, and untracked ones that are not
 * ignored. Names as git knows them, so on a file system without case `readme.md` is not `README.md`.
 *
 * @throws {GitFailure}
 */
export async function listWithGit(git: Git, most: number = MOST_PATHS): Promise<Listing<Listed>> {
  const [tracked, untracked] = await Promise.all([
    git.text(["ls-files", "-z", "-t", "--stage"]),
    git.ask(["ls-files", "-z", "--others", "--exclude-standard"]),
  ]);
  if (untracked.code !== 0) throw new GitFailure("unreadable", "untracked files cannot be listed");
  const entries = new Map<string, Listed>();
  for (const record of records(tracked)) {
    // `<tag> <mode> <blob> <stage>\t<path>`; stages 1 to 3 are sides of a conflict.
    const tab = record.indexOf("\t");
    const [tag, mode = "", blob = "", stage] = record.slice(0, tab).split(" ");
    const kind = stage !== "0" ? "conflict" : tag === "S" ? "skipped" : "tracked";
    const index = kind === "conflict" ? null : { mode, blob };
    entries.set(record.slice(tab + 1), { kind, index });
  }
  for (const path of records(untracked.stdout.toString("utf8"))) {
    if (path.endsWith("/")) entries.set(path.slice(0, -1), { kind: "repository", index: null });
    else entries.set(path, UNTRACKED);
  }
  if (entries.size > most) throw tooMany(most);
  return new Listing(entries, unreadableFolders(untracked.stderr));
}

/** Git goes on without a folder it may not open, and says so only here. */
function unreadableFolders(warnings: string): string[] {
  const found = warnings.matchAll(/could not open directory '(.*?)\/?': /gs);
  return [...found].map(([, folder = ""]) => folder);
}

/**
 * Without git: every file and link below a folder, links not followed.
 *
 * @throws {GitFailure} where there are too many.
 */
export function listWithoutGit(root: string, most: number = MOST_PATHS): Listing<Listed> {
  const entries = new Map<string, Listed>();
  const unreadable: string[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const child of childrenOf(root, folder, unreadable)) {
      if (isGitFolder(child.name)) continue;
      const path = folder === "" ? child.name : `${folder}/${child.name}`;
      if (child.isDirectory()) folders.push(path);
      else if (child.isFile() || child.isSymbolicLink()) entries.set(path, UNTRACKED);
      if (entries.size + folders.length > most) throw tooMany(most);
    }
  }
  return new Listing(entries, unreadable);
}

const UNTRACKED: Listed = { kind: "untracked", index: null };

function childrenOf(root: string, folder: string, unreadable: string[]) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    unreadable.push(folder);
    return [];
  }
}

function tooMany(most: number): GitFailure {
  return new GitFailure("too-large", `there are more than ${most} files`);
}
