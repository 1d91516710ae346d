/** What can be said of a path without looking at any disk. */
export type PathShape = "inside" | "outside" | "impossible";

const MOST_BYTES = 4096;
const MOST_SEGMENT_BYTES = 255;

/**
 * Whether a path can name something in a repository: relative, forward slashes, no way up, nothing
 * of git's own. `impossible` is what no git tree can hold (`a//b`, `./a`, a name too long), and so
 * is absent.
 */
export function shapeOf(path: string): PathShape {
  if (path.includes("\0") || path.includes("\\")) return "outside";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "outside";
  const segments = path.split("/");
  if (segments.some((segment) => segment === ".." || isGitFolder(segment))) return "outside";
  if (segments.some((segment) => segment === "" || segment === ".")) return "impossible";
  const tooLong = segments.some((segment) => Buffer.byteLength(segment) > MOST_SEGMENT_BYTES);
  return tooLong || Buffer.byteLength(path) > MOST_BYTES ? "impossible" : "inside";
}

/** Code points that HFS+ leaves out when it compares names. */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * Whether some file system would take the name for `.git`: in another case, with dots or spaces at
 * its end or a stream behind it (NTFS), as its short name, or with ignored characters (HFS+).
 */
export function isGitFolder(segment: string): boolean {
  const name = segment.replaceAll(IGNORED_BY_HFS, "").toLowerCase();
  return /^(\.git|git~\d+)[. ]*(:.*)?$/s.test(name);
}

/** The folders a path lies in, outermost first: `a`, `a/b` for `a/b/c`. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
    folders.push(path.slice(0, slash));
  }
  return folders;
}
