import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/files/content.ts
import { createHash } from "node:crypto";
var MOST_BYTES = 1024 * 1024;
function blobId(content, hash) {
  return createHash(hash).update(`blob ${content.length}\0`).update(content).digest("hex");
}
var MARK = "\uFEFF";
var LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v\d\r?\n(?:.*\n)*?oid sha256:/;
function contentOf(bytes, blob) {
  const text = decode(bytes);
  if (text === null) return { state: "binary" };
  if (text === "" || text === MARK) return { state: "empty" };
  if (text.length < 1024 && LFS_POINTER.test(text)) return { state: "lfs-pointer" };
  return { state: "file", file: { text, blob } };
}
function decode(bytes) {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
function lfsPointer(sha256, size) {
  const text = `version https://git-lfs.github.com/spec/v1
oid sha256:${sha256}
size ${size}
`;
  return Buffer.from(text);
}
function withPlainLineEnds(bytes) {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
var BlobStore = class {
  #known = /* @__PURE__ */ new Map();
  get(blob) {
    return this.#known.get(blob);
  }
  keep(bytes, blob) {
    const known = this.#known.get(blob);
    if (known !== void 0) return known;
    const content = contentOf(bytes, blob);
    this.#known.set(blob, content);
    return content;
  }
};

export {
  MOST_BYTES,
  blobId,
  contentOf,
  lfsPointer,
  withPlainLineEnds,
  BlobStore
};
