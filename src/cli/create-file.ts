import { lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathBelow } from "./path-below.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Writes a file that is not there yet, with the folders it needs. Whatever is there already, be it
 * a dangling link, stays as it is.
 *
 * @param root absolute, links resolved; nothing is written outside of it.
 * @param path relative to `root`, with forward slashes.
 */
export function createFile(root: string, path: string, text: string): "created" | "exists" {
  const target = join(root, path);
  if (isThere(target)) return "exists";
  const folder = dirname(target);
  refuseOutside(root, folder, path);
  mkdirSync(folder, { recursive: true });
  // `wx` fails on anything that is there, links included.
  writeFileSync(target, text, { flag: "wx" });
  return "created";
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** A link in the repository must not make us write somewhere else. */
function refuseOutside(root: string, folder: string, path: string): void {
  let existing = folder;
  while (!isThere(existing)) existing = dirname(existing);
  if (pathBelow(root, realpathSync(existing)) === null) {
    throw new UsageError(
      `\`${path}\` would be written outside of the repository`,
      "a folder on the way is a symbolic link: put a real one in its place",
    );
  }
}
