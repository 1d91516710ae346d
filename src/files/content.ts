import { createHash } from "node:crypto";
import type { FileFact } from "../model/fact.ts";

/** A file over this is not read: no document or data file of a promotion is that long. */
export const MOST_BYTES = 1024 * 1024;

export type HashName = "sha1" | "sha256";

/** Git's id of a blob with this content. */
export function blobId(content: Uint8Array, hash: HashName): string {
  return createHash(hash).update(`blob ${content.length}\0`).update(content).digest("hex");
}

const MARK = "\uFEFF";
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v\d\r?\n(?:.*\n)*?oid sha256:/;

/**
 * What the bytes of a regular file are. Text is UTF-8 without NUL, so UTF-16 and Latin-1 are
 * `binary`; byte order mark and line ends stay.
 */
export function contentOf(bytes: Uint8Array, blob: string): FileFact {
  const text = decode(bytes);
  if (text === null) return { state: "binary" };
  if (text === "" || text === MARK) return { state: "empty" };
  if (text.length < 1024 && LFS_POINTER.test(text)) return { state: "lfs-pointer" };
  return { state: "file", file: { text, blob } };
}

function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The pointer that Git LFS commits in place of such a file. */
export function lfsPointer(sha256: string, size: number): Uint8Array {
  const text = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`;
  return Buffer.from(text);
}

/** The content with line ends as git stores them where `core.autocrlf` or `eol` is set. */
export function withPlainLineEnds(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}

/** Keeps one answer per blob, so that base and evidence share the object and with it the parse. */
export class BlobStore {
  readonly #known = new Map<string, FileFact>();

  get(blob: string): FileFact | undefined {
    return this.#known.get(blob);
  }

  keep(bytes: Uint8Array, blob: string): FileFact {
    const known = this.#known.get(blob);
    if (known !== undefined) return known;
    const content = contentOf(bytes, blob);
    this.#known.set(blob, content);
    return content;
  }
}
