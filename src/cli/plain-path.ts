import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathBelow } from "./path-below.ts";
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
  if (stat === undefined) {
    throw new UsageError(`there is no file \`${file}\``, "name one by its path from here");
  }
  // The way to the repository may hold links, the way within it may not.
  const way =
    pathBelow(root, file) ?? pathBelow(root, join(realpathSync(dirname(file)), basename(file)));
  if (way === null) {
    throw new UsageError(
      `\`${file}\` lies outside of the repository in \`${root}\``,
      "copy it into the repository first",
    );
  }
  refuseLinks(root, way);
  if (!stat.isFile()) throw new UsageError(`\`${way || file}\` is no file`, "name a file");
  if (stat.size > MOST_BYTES) {
    throw new UsageError(
      `\`${way}\` has ${stat.size} bytes; the limit is ${MOST_BYTES}`,
      "split it into several files",
    );
  }
  return way;
}

/** `way` is below `root`, with slashes. */
export function refuseLinks(root: string, way: string): void {
  let path = root;
  for (const part of way.split("/")) {
    path = join(path, part);
    if (!lstatSync(path).isSymbolicLink()) continue;
    throw new UsageError(
      `\`${pathBelow(root, path)}\` is a symbolic link, and nothing is written through one`,
      "name the file itself",
    );
  }
}
