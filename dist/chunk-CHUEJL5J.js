import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  UsageError
} from "./chunk-RINCA6AC.js";

// src/cli/path-below.ts
import { isAbsolute, relative, sep } from "node:path";
function pathBelow(root, path) {
  const way = relative(root, path);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return way.split(sep).join("/");
}

// src/cli/create-file.ts
import { lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
function createFile(root, path, text) {
  const target = join(root, path);
  if (isThere(target)) return "exists";
  const folder = dirname(target);
  refuseOutside(root, folder, path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(target, text, { flag: "wx" });
  return "created";
}
function isThere(path) {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
function refuseOutside(root, folder, path) {
  let existing = folder;
  while (!isThere(existing)) existing = dirname(existing);
  if (pathBelow(root, realpathSync(existing)) === null) {
    throw new UsageError(
      `\`${path}\` would be written outside of the repository`,
      "a folder on the way is a symbolic link: put a real one in its place"
    );
  }
}

export {
  pathBelow,
  createFile
};
