import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  type Stats,
} from "node:fs";
import { join } from "node:path";
import {
  blobId,
  type HashName,
  lfsPointer,
  MOST_BYTES,
  withPlainLineEnds,
} from "../../files/content.ts";
import { foldersAbove } from "../../files/repository-path.ts";

/** What stands at a path, no link followed. */
export type WorkEntry =
  | { readonly kind: "file"; readonly stats: Stats }
  | { readonly kind: "link" | "directory" | "absent" }
  /** A pipe, socket or device: git cannot hold it, and opening it could wait for ever. */
  | { readonly kind: "special" }
  | Unreadable;

export interface Unreadable {
  readonly kind: "unreadable";
  /** A clause: "permission is denied". */
  readonly detail: string;
}

/** As git would store a file, where that can be told without running the filters it names. */
export interface StoredBlob {
  readonly blob: string;
  /** `null` where the file is over the limit. */
  readonly bytes: Uint8Array | null;
}

/**
 * Files below a folder, reached without following any link: every folder on the way is looked at
 * first, and what was opened must be the regular file that was seen.
 */
export class WorkFiles {
  readonly #root: string;
  readonly #hash: HashName;
  /** Folders looked at already: a judgement sees each of them once. */
  readonly #folders = new Map<string, WorkEntry>();

  constructor(root: string, hash: HashName) {
    this.#root = root;
    this.#hash = hash;
  }

  /** `path` has to be `inside` (see `shapeOf`). */
  entry(path: string): WorkEntry {
    for (const folder of foldersAbove(path)) {
      const above = this.#folders.get(folder) ?? this.#look(folder);
      this.#folders.set(folder, above);
      if (above.kind === "directory") continue;
      return above.kind === "link" || above.kind === "unreadable" ? above : { kind: "absent" };
    }
    return this.#look(path);
  }

  #look(path: string): WorkEntry {
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
  store(path: string, seen: Stats, known: readonly string[]): StoredBlob | Unreadable {
    return this.#open(path, seen, (file) => {
      const { size } = fstatSync(file);
      return size > MOST_BYTES ? this.#hashOnly(file, size, known) : this.#read(file, known);
    });
  }

  #read(file: number, known: readonly string[]): StoredBlob {
    const bytes = Buffer.concat([...chunksOf(file)].map((chunk) => Uint8Array.from(chunk)));
    const blob = blobId(bytes, this.#hash);
    if (known.length === 0 || known.includes(blob)) return { blob, bytes };
    const plain = withPlainLineEnds(bytes);
    const plainBlob = blobId(plain, this.#hash);
    if (known.includes(plainBlob)) return { blob: plainBlob, bytes: plain };
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return this.#pointer(sha256, bytes.length, known) ?? { blob, bytes };
  }

  #hashOnly(file: number, size: number, known: readonly string[]): StoredBlob {
    const content = createHash("sha256");
    const blob = createHash(this.#hash).update(`blob ${size}\0`);
    for (const chunk of chunksOf(file)) {
      content.update(chunk);
      blob.update(chunk);
    }
    const pointer = this.#pointer(content.digest("hex"), size, known);
    return pointer ?? { blob: blob.digest("hex"), bytes: null };
  }

  #pointer(sha256: string, size: number, known: readonly string[]): StoredBlob | null {
    const bytes = lfsPointer(sha256, size);
    const blob = blobId(bytes, this.#hash);
    return known.includes(blob) ? { blob, bytes } : null;
  }

  /** The blob of a link is where it points to. */
  linkBlob(path: string): string | null {
    try {
      const target = readlinkSync(join(this.#root, path), { encoding: "buffer" });
      return blobId(target, this.#hash);
    } catch {
      return null;
    }
  }

  #open<T>(path: string, seen: Stats, use: (file: number) => T): T | Unreadable {
    let file: number | null = null;
    try {
      // `O_NONBLOCK`: should a pipe have taken its place, opening it must not wait.
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
}

/** Windows knows neither. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
const NON_BLOCK = constants.O_NONBLOCK ?? 0;

/** Not more than it had when it was opened, so that a file somebody writes to has an end. */
function* chunksOf(file: number): Generator<Uint8Array> {
  const { size } = fstatSync(file);
  const buffer = Buffer.allocUnsafe(Math.min(size, 256 * 1024));
  for (let position = 0; position < size; ) {
    const count = readSync(file, buffer, 0, Math.min(buffer.length, size - position), position);
    if (count === 0) return;
    position += count;
    yield buffer.subarray(0, count);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

function describe(code: string): string {
  return code === "EACCES" || code === "EPERM" ? "permission is denied" : `it fails with ${code}`;
}
