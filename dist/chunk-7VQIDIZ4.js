import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  UsageError
} from "./chunk-BLFBGBXB.js";

// src/cli/replace-file.ts
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
  writeFileSync
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
var MOST_BYTES = 8 * 1024 * 1024;
function plainPathIn(root, file) {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === void 0) throw new UsageError(`there is no file \`${file}\``);
  const way = wayTo(root, file) ?? wayTo(root, join(realpathSync(dirname(file)), basename(file)));
  if (way === null) {
    throw new UsageError(
      `\`${file}\` lies outside of the repository in \`${root}\``,
      "copy it into the repository first"
    );
  }
  refuseLinks(root, way);
  if (!stat.isFile()) throw new UsageError(`\`${way}\` is no file`);
  if (stat.size > MOST_BYTES) {
    throw new UsageError(`${way}:1:1: the file has ${stat.size} bytes; the limit is ${MOST_BYTES}`);
  }
  return way.split(sep).join("/");
}
function wayTo(root, file) {
  const way = relative(root, file);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? null : way;
}
function refuseLinks(root, way) {
  let path = root;
  for (const part of way.split(sep)) {
    path = join(path, part);
    if (!lstatSync(path).isSymbolicLink()) continue;
    throw new UsageError(
      `\`${relative(root, path)}\` is a symbolic link, and nothing is written through one`,
      "name the file itself"
    );
  }
}
function replaceFile(root, path, before, after) {
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
function readUnchanged(root, path, before) {
  refuseLinks(root, path.split("/").join(sep));
  const file = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW);
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
