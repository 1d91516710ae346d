import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/worktree/policy-files.ts
import { basename, dirname, isAbsolute, join as join2, relative, resolve, sep } from "node:path";

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
    const known2 = this.#known.get(blob);
    if (known2 !== void 0) return known2;
    const content = contentOf(bytes, blob);
    this.#known.set(blob, content);
    return content;
  }
};

// src/model/fact.ts
function known(value) {
  return { state: "known", value };
}
function missing(reason, detail) {
  return { state: "missing", reason, detail };
}
function factKey(request) {
  const { kind, ...rest } = request;
  const parts = Object.entries(rest).sort(([a], [b]) => a < b ? -1 : 1);
  return `${kind} ${JSON.stringify(parts)}`;
}

// src/worktree/files/work-files.ts
import { createHash as createHash2 } from "node:crypto";
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

// src/files/repository-path.ts
var MOST_BYTES2 = 4096;
var MOST_SEGMENT_BYTES = 255;
function shapeOf(path) {
  if (path.includes("\0") || path.includes("\\")) return "outside";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "outside";
  const segments = path.split("/");
  if (segments.some((segment) => segment === ".." || isGitFolder(segment))) return "outside";
  if (segments.some((segment) => segment === "" || segment === ".")) return "impossible";
  const tooLong = segments.some((segment) => Buffer.byteLength(segment) > MOST_SEGMENT_BYTES);
  return tooLong || Buffer.byteLength(path) > MOST_BYTES2 ? "impossible" : "inside";
}
var IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
function isGitFolder(segment) {
  const name = segment.replaceAll(IGNORED_BY_HFS, "").toLowerCase();
  return /^(\.git|git~\d+)[. ]*(:.*)?$/s.test(name);
}
function foldersAbove(path) {
  const folders = [];
  for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
    folders.push(path.slice(0, slash));
  }
  return folders;
}

// src/worktree/files/work-files.ts
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
      const isAbsent2 = code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG";
      return isAbsent2 ? { kind: "absent" } : { kind: "unreadable", detail: describe(code) };
    }
  }
  /**
   * The content and its blob. Line ends and LFS are undone where that gives one of the blobs git
   * has for the path already (`known`): a filter could tell more, but is a program that the
   * repository names.
   */
  store(path, seen, known2) {
    return this.#open(path, seen, (file) => {
      const { size } = fstatSync(file);
      return size > MOST_BYTES ? this.#hashOnly(file, size, known2) : this.#read(file, known2);
    });
  }
  #read(file, known2) {
    const bytes = Buffer.concat([...chunksOf(file)].map((chunk) => Uint8Array.from(chunk)));
    const blob = blobId(bytes, this.#hash);
    if (known2.length === 0 || known2.includes(blob)) return { blob, bytes };
    const plain = withPlainLineEnds(bytes);
    const plainBlob = blobId(plain, this.#hash);
    if (known2.includes(plainBlob)) return { blob: plainBlob, bytes: plain };
    const sha256 = createHash2("sha256").update(bytes).digest("hex");
    return this.#pointer(sha256, bytes.length, known2) ?? { blob, bytes };
  }
  #hashOnly(file, size, known2) {
    const content = createHash2("sha256");
    const blob = createHash2(this.#hash).update(`blob ${size}\0`);
    for (const chunk of chunksOf(file)) {
      content.update(chunk);
      blob.update(chunk);
    }
    const pointer = this.#pointer(content.digest("hex"), size, known2);
    return pointer ?? { blob: blob.digest("hex"), bytes: null };
  }
  #pointer(sha256, size, known2) {
    const bytes = lfsPointer(sha256, size);
    const blob = blobId(bytes, this.#hash);
    return known2.includes(blob) ? { blob, bytes } : null;
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

// src/worktree/policy-files.ts
var POLICY_PATH = ".github/stage-gates.yml";
var WAIVERS_PATH = ".github/stage-gates/waivers.yml";
var BASELINE_PATH = ".github/stage-gates/baseline.yml";
async function readPolicyFiles(checkout, source, options) {
  const organization = options.organization === null ? null : readNamed(checkout, options.organization, options.cwd);
  const found = await findOrigin(checkout, source, options);
  const { from, policy, waivers, baseline } = found;
  if (isAbsent(policy.fact) && from !== "option") return absent(checkout);
  const files = [policy, ...[waivers, baseline].filter(({ fact }) => !isAbsent(fact))];
  if (organization !== null) files.push(organization);
  const { ref, sha } = found;
  const origin = { ref, sha, files: files.map(({ name }) => name) };
  const problems = files.flatMap(problemWith);
  if (problems.length > 0) return { state: "invalid", origin, problems };
  return {
    state: "found",
    from,
    origin,
    repository: textOf(policy),
    organization: organization === null ? null : textOf(organization),
    waivers: isAbsent(waivers.fact) ? null : textOf(waivers),
    baseline: isAbsent(baseline.fact) ? null : textOf(baseline)
  };
}
async function findOrigin(checkout, source, { policy, cwd }) {
  if (policy !== null) {
    const beside = (name) => readNamed(checkout, join2(dirname(policy), "stage-gates", name), cwd);
    return {
      from: "option",
      ref: "--policy",
      sha: null,
      policy: readNamed(checkout, policy, cwd),
      waivers: beside("waivers.yml"),
      baseline: beside("baseline.yml")
    };
  }
  const remote = checkout.defaultBranch?.remote ?? null;
  if (remote !== null) {
    const { ref, commit } = remote;
    const files2 = await readAll(source, commit);
    if (!isAbsent(files2.policy.fact)) return { from: "default-branch", ref, sha: commit, ...files2 };
  }
  const files = await readAll(source, "evidence");
  return { from: "work-tree", ref: "work tree", sha: null, ...files };
}
async function readAll(source, revision) {
  const paths = [POLICY_PATH, WAIVERS_PATH, BASELINE_PATH];
  const facts = await source.read(paths.map((path) => ({ kind: "file", path, revision })));
  const all = facts;
  const [policy = UNANSWERED, waivers = UNANSWERED, baseline = UNANSWERED] = all;
  return {
    policy: { name: POLICY_PATH, fact: policy },
    waivers: { name: WAIVERS_PATH, fact: waivers },
    baseline: { name: BASELINE_PATH, fact: baseline }
  };
}
var UNANSWERED = missing("unreadable", "it was not answered");
function readNamed(checkout, named, cwd) {
  const path = resolve(cwd, named);
  const way = relative(checkout.root, path);
  const isInside = way !== "" && way.split(sep)[0] !== ".." && !isAbsolute(way);
  const name = isInside ? way.split(sep).join("/") : named || ".";
  const files = new WorkFiles(dirname(path), "sha1");
  const entry = files.entry(basename(path));
  switch (entry.kind) {
    case "file": {
      const stored = files.store(basename(path), entry.stats, []);
      if ("kind" in stored) return { name, fact: missing("unreadable", stored.detail) };
      if (stored.bytes === null) return { name, fact: missing("too-large", "it is over 1 MiB") };
      return { name, fact: known(contentOf(stored.bytes, blobId(stored.bytes, "sha1"))) };
    }
    case "unreadable":
      return { name, fact: missing("unreadable", entry.detail) };
    case "special":
      return { name, fact: missing("unreadable", "it is a pipe, a socket or a device") };
    default:
      return { name, fact: known({ state: entry.kind }) };
  }
}
function isAbsent(fact) {
  return fact.state === "known" && fact.value.state === "absent";
}
function textOf({ name, fact }) {
  const isText = fact.state === "known" && fact.value.state === "file";
  return { name, text: isText ? fact.value.file.text : "" };
}
var PROBLEMS = {
  absent: ["file-missing", "does not exist"],
  directory: ["file-is-folder", "is a folder"],
  link: ["file-is-link", "is a symbolic link, or lies behind one"],
  submodule: ["file-is-submodule", "is a submodule, or lies in one"],
  "lfs-pointer": ["file-is-lfs-pointer", "is a Git LFS pointer, not the file itself"],
  binary: ["file-not-utf-8", "is not UTF-8 text"],
  outside: ["file-outside", "lies outside the repository"]
};
function problemWith({ name, fact }) {
  const at = { file: name, line: 1, column: 1 };
  if (fact.state === "missing") {
    const code2 = fact.reason === "too-large" ? "file-too-large" : "file-unreadable";
    const message = `\`${name}\` cannot be read: ${fact.detail}`;
    return [{ code: code2, message, at, help: null }];
  }
  const { state } = fact.value;
  const [code, what] = PROBLEMS[state] ?? [];
  const help = state === "absent" ? helpForAbsent(name) : "it has to be a regular file of UTF-8 text";
  return code === void 0 ? [] : [{ code, message: `\`${name}\` ${what}`, at, help }];
}
function helpForAbsent(name) {
  return name === POLICY_PATH ? "run `stage-gates init` to write one" : "correct the path";
}
function absent({ defaultBranch }) {
  const remote = defaultBranch?.remote ?? null;
  const where = remote === null ? "" : ` at the tip of \`${remote.ref}\` or in the work tree`;
  return {
    state: "absent",
    message: `there is no \`${POLICY_PATH}\`${where}`,
    help: "run `stage-gates init` to write one, or name a file with `--policy <file>`"
  };
}

export {
  MOST_BYTES,
  BlobStore,
  known,
  missing,
  factKey,
  shapeOf,
  isGitFolder,
  foldersAbove,
  WorkFiles,
  POLICY_PATH,
  BASELINE_PATH,
  readPolicyFiles
};
