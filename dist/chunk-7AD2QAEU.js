import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  foldersAbove
} from "./chunk-ZQEAAXPF.js";
import {
  MOST_BYTES,
  blobId,
  lfsPointer,
  withPlainLineEnds
} from "./chunk-53U4FLTU.js";

// src/worktree/files/work-files.ts
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync
} from "node:fs";
import { join } from "node:path";
var WorkFiles = class {
  #root;
  #hash;
  /** Folders looked at already: a judgement sees each of them once. */
  #folders = /* @__PURE__ */ new Map();
  constructor(root, hash) {
    this.#root = root;
    this.#hash = hash;
  }
  /** `path` has to be `inside` (see `shapeOf`). */
  entry(path) {
    for (const folder of foldersAbove(path)) {
      const above = this.#folders.get(folder) ?? this.#look(folder);
      this.#folders.set(folder, above);
      if (above.kind === "directory") continue;
      return above.kind === "link" || above.kind === "unreadable" ? above : { kind: "absent" };
    }
    return this.#look(path);
  }
  #look(path) {
    try {
      const stats = lstatSync(join(this.#root, path));
      if (stats.isFile()) return { kind: "file", stats };
      if (stats.isDirectory()) return { kind: "directory" };
      return { kind: stats.isSymbolicLink() ? "link" : "special" };
    } catch (error) {
      const code = codeOf(error);
      const isAbsent = code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG";
      return isAbsent ? { kind: "absent" } : { kind: "unreadable", detail: describe(code) };
    }
  }
  /**
   * The content and its blob. Line ends and LFS are undone where that gives one of the blobs git
   * has for the path already (`known`): a filter could tell more, but is a program that the
   * repository names.
   */
  store(path, seen, known) {
    return this.#open(path, seen, (file) => {
      const { size } = fstatSync(file);
      return size > MOST_BYTES ? this.#hashOnly(file, size, known) : this.#read(file, known);
    });
  }
  #read(file, known) {
    const bytes = Buffer.concat([...chunksOf(file)].map((chunk) => Uint8Array.from(chunk)));
    const blob = blobId(bytes, this.#hash);
    if (known.length === 0 || known.includes(blob)) return { blob, bytes };
    const plain = withPlainLineEnds(bytes);
    const plainBlob = blobId(plain, this.#hash);
    if (known.includes(plainBlob)) return { blob: plainBlob, bytes: plain };
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return this.#pointer(sha256, bytes.length, known) ?? { blob, bytes };
  }
  #hashOnly(file, size, known) {
    const content = createHash("sha256");
    const blob = createHash(this.#hash).update(`blob ${size}\0`);
    for (const chunk of chunksOf(file)) {
      content.update(chunk);
      blob.update(chunk);
    }
    const pointer = this.#pointer(content.digest("hex"), size, known);
    return pointer ?? { blob: blob.digest("hex"), bytes: null };
  }
  #pointer(sha256, size, known) {
    const bytes = lfsPointer(sha256, size);
    const blob = blobId(bytes, this.#hash);
    return known.includes(blob) ? { blob, bytes } : null;
  }
  /** The blob of a link is where it points to. */
  linkBlob(path) {
    try {
      const target = readlinkSync(join(this.#root, path), { encoding: "buffer" });
      return blobId(target, this.#hash);
    } catch {
      return null;
    }
  }
  #open(path, seen, use) {
    let file = null;
    try {
      const flags = constants.O_RDONLY | NO_FOLLOW | NON_BLOCK;
      file = openSync(join(this.#root, path), flags);
      const opened = fstatSync(file);
      const isSame = opened.isFile() && opened.ino === seen.ino && opened.dev === seen.dev;
      if (!isSame) return { kind: "unreadable", detail: "it changed while it was read" };
      return use(file);
    } catch (error) {
      return { kind: "unreadable", detail: describe(codeOf(error)) };
    } finally {
      if (file !== null) closeSync(file);
    }
  }
};
var NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
var NON_BLOCK = constants.O_NONBLOCK ?? 0;
function* chunksOf(file) {
  const { size } = fstatSync(file);
  const buffer = Buffer.allocUnsafe(Math.min(size, 256 * 1024));
  for (let position = 0; position < size; ) {
    const count = readSync(file, buffer, 0, Math.min(buffer.length, size - position), position);
    if (count === 0) return;
    position += count;
    yield buffer.subarray(0, count);
  }
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
function describe(code) {
  return code === "EACCES" || code === "EPERM" ? "permission is denied" : `it fails with ${code}`;
}

export {
  WorkFiles
};
