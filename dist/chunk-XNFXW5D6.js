import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  UsageError
} from "./chunk-BLFBGBXB.js";

// src/cli/create-file.ts
import { lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
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
  const way = relative(root, realpathSync(existing));
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    throw new UsageError(`\`${path}\` would be written outside of the repository`);
  }
}

export {
  createFile
};
