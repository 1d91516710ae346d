import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { UsageError } from "./usage-error.ts";

/** Larger files are no documents that could be judged; the limit on those is lower. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Path of a file below `root` with forward slashes. Neither it nor a folder on the way may be a
 * symbolic link: what is edited is what is named.
 *
 * @param root absolute, links resolved.
 * @param file absolute.
 */
export function plainPathIn(root: string, file: string): string {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`there is no file \`${file}\``);
  // The way to the repository may hold links, the way within it may not.
  const way = wayTo(root, file) ?? wayTo(root, join(realpathSync(dirname(file)), basename(file)));
  if (way === null) {
    throw new UsageError(
      `\`${file}\` lies outside of the repository in \`${root}\``,
      "copy it into the repository first",
    );
  }
  refuseLinks(root, way);
  if (!stat.isFile()) throw new UsageError(`\`${way}\` is no file`);
  if (stat.size > MOST_BYTES) {
    throw new UsageError(`${way}:1:1: the file has ${stat.size} bytes; the limit is ${MOST_BYTES}`);
  }
  return way.split(sep).join("/");
}

function wayTo(root: string, file: string): string | null {
  const way = relative(root, file);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? null : way;
}

function refuseLinks(root: string, way: string): void {
  let path = root;
  for (const part of way.split(sep)) {
    path = join(path, part);
    if (!lstatSync(path).isSymbolicLink()) continue;
    throw new UsageError(
      `\`${relative(root, path)}\` is a symbolic link, and nothing is written through one`,
      "name the file itself",
    );
  }
}

/**
 * Puts a new text in the place of a file at once: whoever reads it sees the old or the new one.
 *
 * @param before what was read; where it is another by now, nothing is written.
 */
export function replaceFile(root: string, path: string, before: Buffer, after: string): void {
  const target = join(root, path);
  const mode = readUnchanged(root, path, before);
  const draft = join(dirname(target), `.stage-gates-${randomBytes(6).toString("hex")}.tmp`);
  const file = openSync(draft, "wx", mode);
  try {
    writeFileSync(file, after);
    fsyncSync(file);
    readUnchanged(root, path, before);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The mode of the file, which still holds what was read. */
function readUnchanged(root: string, path: string, before: Buffer): number {
  refuseLinks(root, path.split("/").join(sep));
  const file = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    if (!readFileSync(file).equals(before)) {
      throw new UsageError(
        `\`${path}\` changed in the meantime, so nothing was written`,
        "run the command again",
      );
    }
    return fstatSync(file).mode & 0o777;
  } finally {
    closeSync(file);
  }
}
