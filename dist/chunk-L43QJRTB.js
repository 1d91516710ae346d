import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  pathBelow
} from "./chunk-CHUEJL5J.js";
import {
  UsageError
} from "./chunk-RINCA6AC.js";

// src/cli/plain-path.ts
import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
var MOST_BYTES = 8 * 1024 * 1024;
function plainPathIn(root, file) {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === void 0) {
    throw new UsageError(`there is no file \`${file}\``, "name one by its path from here");
  }
  const way = pathBelow(root, file) ?? pathBelow(root, join(realpathSync(dirname(file)), basename(file)));
  if (way === null) {
    throw new UsageError(
      `\`${file}\` lies outside of the repository in \`${root}\``,
      "copy it into the repository first"
    );
  }
  refuseLinks(root, way);
  if (!stat.isFile()) throw new UsageError(`\`${way || file}\` is no file`, "name a file");
  if (stat.size > MOST_BYTES) {
    throw new UsageError(
      `\`${way}\` has ${stat.size} bytes; the limit is ${MOST_BYTES}`,
      "split it into several files"
    );
  }
  return way;
}
function refuseLinks(root, way) {
  let path = root;
  for (const part of way.split("/")) {
    path = join(path, part);
    if (!lstatSync(path).isSymbolicLink()) continue;
    throw new UsageError(
      `\`${pathBelow(root, path)}\` is a symbolic link, and nothing is written through one`,
      "name the file itself"
    );
  }
}

// src/cli/replace-file.ts
import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import { dirname as dirname2, join as join2 } from "node:path";
function replaceFile(root, path, before, after) {
  const target = join2(root, path);
  const mode = readUnchanged(root, path, before);
  const draft = join2(dirname2(target), `.stage-gates-${randomBytes(6).toString("hex")}.tmp`);
  const file = openSync(draft, "wx", 384);
  try {
    fchmodSync(file, mode);
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
function readUnchanged(root, path, before) {
  refuseLinks(root, path);
  const file = openSync(join2(root, path), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    if (!readFileSync(file).equals(before)) {
      throw new UsageError(
        `\`${path}\` changed in the meantime, so nothing was written`,
        "run the command again"
      );
    }
    return fstatSync(file).mode & 511;
  } finally {
    closeSync(file);
  }
}

export {
  plainPathIn,
  replaceFile
};
