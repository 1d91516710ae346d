import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  WorkFiles
} from "./chunk-7AD2QAEU.js";
import {
  CommitTree,
  LINK_MODE,
  Listing,
  MOST_PATHS,
  SUBMODULE_MODE,
  entryOf,
  foldersAbove,
  globOf,
  isGitFolder,
  isRegular,
  locatedAt,
  shapeOf
} from "./chunk-ZQEAAXPF.js";
import {
  BlobStore,
  MOST_BYTES
} from "./chunk-53U4FLTU.js";
import {
  known,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  GitFailure,
  gitError,
  records
} from "./chunk-4EDMUHKC.js";

// src/worktree/history.ts
var MOST_VERSIONS = 50;
async function readHistory(git, tip, path, shallow) {
  const output = await git.text([
    "log",
    // The diff against the first parent also for merges; no renames, so a path is just a path.
    ...["--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames"],
    ...["--no-ext-diff", "--no-textconv", "--no-show-signature"],
    ...["-z", "--format=%H %ct", `--max-count=${MOST_VERSIONS}`],
    ...[tip, "--", path]
  ]);
  const versions = parseLog(output, path);
  if (shallow && versions.length < MOST_VERSIONS && await endsEarly(git, tip)) {
    throw new GitFailure("needs-history", "this clone is shallow and ends before the file began");
  }
  return versions;
}
function parseLog(output, path) {
  const versions = [];
  const parts = records(output);
  let commit = "";
  let at = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const part = (parts[index] ?? "").trimStart();
    if (!part.startsWith(":")) {
      const [id = "", seconds] = part.split(" ");
      commit = id;
      at = Number(seconds) * 1e3;
      continue;
    }
    index += 1;
    if (parts[index] !== path) continue;
    const [, mode = "", , blob = "", status] = part.slice(1).split(" ");
    const content = status === "D" ? { state: "absent" } : locatedAt({ mode, blob });
    versions.push({ commit, at, content });
  }
  return versions;
}
async function endsEarly(git, tip) {
  const oldest = await git.text(["rev-list", "--first-parent", "--max-parents=0", tip]);
  return await haveParents(git, oldest);
}
async function haveParents(git, commits) {
  const objects = await git.text(["cat-file", "--batch=%(objecttype)"], commits);
  return /^commit\ntree [0-9a-f]+\nparent /m.test(objects);
}

// src/worktree/changes.ts
async function readChanges(comparison) {
  const { git, listing } = comparison;
  if (listing.unreadable.length > 0) {
    throw new GitFailure("unreadable", `the folder \`${listing.unreadable[0]}\` cannot be opened`);
  }
  const [from, unfiltered] = await Promise.all([mergeBase(comparison), withoutFilters(git)]);
  const raw = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff"];
  const [staged, unstaged] = await Promise.all([
    git.text(["diff-index", "--cached", ...raw, "--ignore-submodules=none", from, "--"]),
    // `dirty`: else git runs `status` inside each submodule, with that repository's settings.
    git.text([...unfiltered, "diff-files", ...raw, "--ignore-submodules=dirty", "--"])
  ]);
  const committed = parseRaw(staged);
  const edited = parseRaw(unstaged);
  const untracked = [...listing.entries].filter(([, { kind }]) => !isTracked(kind));
  const paths = /* @__PURE__ */ new Set([
    ...committed.keys(),
    ...edited.keys(),
    ...untracked.map(([path]) => path)
  ]);
  const changes = [];
  for (const path of paths) {
    const before = (committed.get(path) ?? edited.get(path))?.before ?? null;
    const listed = listing.entries.get(path);
    const isNew = listed !== void 0 && !isTracked(listed.kind);
    const after = isNew || edited.has(path) ? workSide(comparison.files, path, edited.get(path)?.after, before) : committed.get(path)?.after ?? null;
    if (!isSame(before, after)) changes.push({ path, before, after });
  }
  return pairMoves(changes);
}
function isTracked(kind) {
  return kind === "tracked" || kind === "skipped" || kind === "conflict";
}
function workSide(files, path, listed, before) {
  if (listed === null || listed === "unknown") return listed;
  const entry = files.entry(path);
  const behindLink = foldersAbove(path).some((folder) => files.entry(folder).kind === "link");
  if (entry.kind === "link" && !behindLink) {
    const blob = files.linkBlob(path);
    return blob === null ? "unknown" : { mode: LINK_MODE, blob };
  }
  if (entry.kind !== "file" || listed?.mode === SUBMODULE_MODE) return "unknown";
  const stored = files.store(path, entry.stats, before === null ? [] : [before.blob]);
  if ("kind" in stored) return "unknown";
  const executable = (entry.stats.mode & 64) !== 0;
  return { mode: listed?.mode ?? (executable ? "100755" : "100644"), blob: stored.blob };
}
function isSame(before, after) {
  if (before === null || after === null || after === "unknown") return before === after;
  return before.mode === after.mode && before.blob === after.blob;
}
function parseRaw(output) {
  const sides = /* @__PURE__ */ new Map();
  const parts = records(output);
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [from = "", to = "", old = "", now = "", status] = (parts[index] ?? "").slice(1).split(" ");
    const path = parts[index + 1] ?? "";
    if (sides.get(path)?.after === "unknown") continue;
    const after = status === "U" ? "unknown" : sideOf(to, now);
    sides.set(path, { before: sideOf(from, old), after });
  }
  return sides;
}
function sideOf(mode, blob) {
  return mode === "000000" ? null : { mode, blob };
}
function pairMoves(changes) {
  const gone = /* @__PURE__ */ new Map();
  const byPath = [...changes].sort((a, b) => a.path < b.path ? -1 : 1);
  for (const { path, before, after } of byPath) {
    if (before === null || after !== null) continue;
    gone.set(before.blob, [...gone.get(before.blob) ?? [], path]);
  }
  const moved = /* @__PURE__ */ new Set();
  const paired = byPath.map(({ path, before, after }) => {
    const isAdded = before === null && after !== null && after !== "unknown";
    const previous = isAdded ? gone.get(after.blob)?.shift() ?? null : null;
    if (previous !== null) moved.add(previous);
    return { path, previous };
  });
  return paired.filter(({ path }) => !moved.has(path));
}
async function mergeBase({ git, base, head, shallow }) {
  const { code, stdout } = await git.ask(["merge-base", base, head]);
  const [found = ""] = stdout.toString("utf8").split("\n", 1);
  if (code !== 0 || found === "") {
    const why = shallow ? "this clone is too shallow to show" : "base and head do not have";
    throw new GitFailure("needs-history", `${why} a common commit`);
  }
  if (!shallow) return found;
  const ends = await git.text(["rev-list", "--max-parents=0", base, head, `^${found}`]);
  if (!await haveParents(git, ends)) return found;
  throw new GitFailure("needs-history", "this clone is too shallow to compare base and head");
}
async function withoutFilters(git) {
  const args = ["config", "-z", "--name-only", "--get-regexp", "^filter\\."];
  const { stdout } = await git.ask(args);
  const names = records(stdout.toString("utf8")).map((key) => key.replace(/\.[^.]*$/, ""));
  return [...new Set(names)].flatMap((name) => {
    if (name.includes("=")) {
      throw new GitFailure("unreadable", `the name of the setting \`${name}\` has a \`=\` in it`);
    }
    return ["clean=", "smudge=", "process=", "required=false"].flatMap((set) => [
      "-c",
      `${name}.${set}`
    ]);
  });
}

// src/worktree/files/list-work-tree.ts
import { readdirSync } from "node:fs";
import { join } from "node:path";
async function listWithGit(git, most = MOST_PATHS) {
  const [tracked, untracked] = await Promise.all([
    git.text(["ls-files", "-z", "-t", "--stage"]),
    git.ask(["ls-files", "-z", "--others", "--exclude-standard"])
  ]);
  if (untracked.code !== 0) throw new GitFailure("unreadable", "untracked files cannot be listed");
  const entries = /* @__PURE__ */ new Map();
  for (const record of records(tracked)) {
    const tab = record.indexOf("	");
    const [tag, mode = "", blob = "", stage] = record.slice(0, tab).split(" ");
    const kind = stage !== "0" ? "conflict" : tag === "S" ? "skipped" : "tracked";
    const index = kind === "conflict" ? null : { mode, blob };
    entries.set(record.slice(tab + 1), { kind, index });
  }
  for (const path of records(untracked.stdout.toString("utf8"))) {
    if (path.endsWith("/")) entries.set(path.slice(0, -1), { kind: "repository", index: null });
    else entries.set(path, UNTRACKED);
  }
  if (entries.size > most) throw tooMany(most);
  return new Listing(entries, unreadableFolders(untracked.stderr));
}
function unreadableFolders(warnings) {
  const found = warnings.matchAll(/could not open directory '(.*?)\/?': /gs);
  return [...found].map(([, folder = ""]) => folder);
}
function listWithoutGit(root, most = MOST_PATHS) {
  const entries = /* @__PURE__ */ new Map();
  const unreadable = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    for (const child of childrenOf(root, folder, unreadable)) {
      if (isGitFolder(child.name)) continue;
      const path = folder === "" ? child.name : `${folder}/${child.name}`;
      if (child.isDirectory()) folders.push(path);
      else if (child.isFile() || child.isSymbolicLink()) entries.set(path, UNTRACKED);
      if (entries.size + folders.length > most) throw tooMany(most);
    }
  }
  return new Listing(entries, unreadable);
}
var UNTRACKED = { kind: "untracked", index: null };
function childrenOf(root, folder, unreadable) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    unreadable.push(folder);
    return [];
  }
}
function tooMany(most) {
  return new GitFailure("too-large", `there are more than ${most} files`);
}

// src/worktree/files/work-tree.ts
var WorkTree = class {
  #listing;
  #files;
  #blobs;
  constructor(listing, files, blobs) {
    this.#listing = listing;
    this.#files = files;
    this.#blobs = blobs;
  }
  /** The file, or the blob of the index that stands for it and is yet to be read. */
  file(path) {
    const shape = shapeOf(path);
    if (shape !== "inside") return known({ state: shape === "outside" ? "outside" : "absent" });
    const listed = this.#listing.entries.get(path);
    if (listed === void 0) return this.#unlisted(path);
    if (isForeign(listed)) return known({ state: "submodule" });
    const entry = this.#files.entry(path);
    switch (entry.kind) {
      case "file": {
        const stored = this.#files.store(path, entry.stats, knownBlobs(listed));
        if ("kind" in stored) return unread(path, stored);
        if (isLink(listed, stored)) return known({ state: "link" });
        return stored.bytes === null ? missing("too-large", `it is over ${MOST_BYTES / 1024 / 1024} MiB`) : known(this.#blobs.keep(stored.bytes, stored.blob));
      }
      case "absent":
        return known(skippedFile(listed) ?? { state: "absent" });
      case "unreadable":
        return unread(path, entry);
      case "special":
        return known({ state: "absent" });
      default:
        return known({ state: entry.kind });
    }
  }
  /** A path that would not land; what stands on its way says why. */
  #unlisted(path) {
    for (const folder of ["", ...foldersAbove(path)]) {
      const above = this.#listing.entries.get(folder);
      if (above !== void 0 && isForeign(above)) return known({ state: "submodule" });
      if (above !== void 0 && this.#files.entry(folder).kind === "link") {
        return known({ state: "link" });
      }
      if (this.#listing.unreadable.includes(folder)) {
        return closed(folder);
      }
    }
    const isFolder = this.#listing.folders.has(path) && this.#files.entry(path).kind === "directory";
    return known({ state: isFolder ? "directory" : "absent" });
  }
  files(glob, entries) {
    const hidden = this.#hidden(glob);
    if (hidden !== null) return hidden;
    const found = [];
    for (const [path, listed] of this.#listing.entries) {
      if (!glob.matches(path) || shapeOf(path) !== "inside") continue;
      const entry = this.#entryAt(path, listed);
      if (entry === null) continue;
      if ("detail" in entry) return unread(path, entry);
      if (entry.kind === void 0 || entries === "all") found.push(entry);
    }
    return known(found.sort((a, b) => a.path < b.path ? -1 : 1));
  }
  /** `null`: nothing would land there. */
  #entryAt(path, listed) {
    const entry = this.#files.entry(path);
    const isGone = entry.kind === "absent" && listed.kind !== "skipped";
    if (isForeign(listed)) {
      const { index } = listed;
      return index === null || isGone ? null : { path, blob: index.blob, kind: "submodule" };
    }
    switch (entry.kind) {
      case "file": {
        const stored = this.#files.store(path, entry.stats, knownBlobs(listed));
        if ("kind" in stored) return stored;
        const link = isLink(listed, stored) ? { kind: "link" } : {};
        return { path, blob: stored.blob, ...link };
      }
      case "link": {
        const blob = this.#files.linkBlob(path);
        if (blob === null)
          return { kind: "unreadable", detail: "it is a link that cannot be read" };
        return { path, blob, kind: "link" };
      }
      case "absent":
        return isGone || listed.index === null ? null : entryOf(path, listed.index);
      case "unreadable":
        return entry;
      default:
        return null;
    }
  }
  /** As git has no empty folders, only those with something in them that would land. */
  folders(glob) {
    const hidden = this.#hidden(glob);
    if (hidden !== null) return hidden;
    const wanted = new Set([...this.#listing.folders].filter((folder) => glob.matches(folder)));
    const found = /* @__PURE__ */ new Set();
    for (const [path, listed] of this.#listing.entries) {
      const open = foldersAbove(path).filter((folder) => wanted.has(folder) && !found.has(folder));
      if (open.length > 0 && this.#exists(path, listed))
        for (const folder of open) found.add(folder);
    }
    return known([...found].sort());
  }
  #exists(path, listed) {
    const { kind } = this.#files.entry(path);
    if (kind === "absent") return listed.kind === "skipped";
    const folders = foldersAbove(path).map((folder) => this.#files.entry(folder).kind);
    return kind !== "special" && folders.every((folder) => folder === "directory");
  }
  /** A list is judged whole or not at all. */
  #hidden(glob) {
    const folder = this.#listing.unreadable.find((name) => glob.reaches(name));
    return folder === void 0 ? null : closed(folder);
  }
};
function closed(folder) {
  return missing("unreadable", `the folder \`${folder === "" ? "." : folder}\` cannot be opened`);
}
function isForeign(listed) {
  return listed.kind === "repository" || listed.index?.mode === SUBMODULE_MODE;
}
function skippedFile({ kind, index }) {
  if (kind !== "skipped" || index === null || !isRegular(index.mode)) return null;
  return { state: "blob", blob: index.blob };
}
function isLink(listed, { blob }) {
  return listed.index?.mode === LINK_MODE && listed.index.blob === blob;
}
function knownBlobs({ index }) {
  return index === null ? [] : [index.blob];
}
function unread(path, { detail }) {
  return missing("unreadable", `${detail} (\`${path}\`)`);
}

// src/worktree/git/object-reader.ts
async function readBlobs(git, ids, store) {
  const contents = /* @__PURE__ */ new Map();
  const wanted = [];
  for (const id of new Set(ids)) {
    const content = store.get(id);
    if (content === void 0) wanted.push(id);
    else contents.set(id, known(content));
  }
  if (wanted.length === 0) return contents;
  const small = [];
  for (const [index, size] of (await sizesOf(git, wanted)).entries()) {
    const id = wanted[index] ?? "";
    if (size === null) contents.set(id, missing("needs-history", "this clone leaves it out"));
    else if (size > MOST_BYTES) {
      contents.set(id, missing("too-large", `it is over ${MOST_BYTES / 1024 / 1024} MiB`));
    } else small.push(id);
  }
  for (const [id, bytes] of await bytesOf(git, small)) {
    contents.set(id, known(store.keep(bytes, id)));
  }
  return contents;
}
async function sizesOf(git, ids) {
  const args = ["cat-file", "--batch-check=%(objecttype) %(objectsize)"];
  const { code, stdout, stderr } = await git.ask(args, ids.map((id) => `${id}
`).join(""));
  if (code !== 0) {
    if (!stderr.includes("promisor remote")) throw gitError(args, stderr);
    if (ids.length === 1) return [null];
    const middle = Math.floor(ids.length / 2);
    return [
      ...await sizesOf(git, ids.slice(0, middle)),
      ...await sizesOf(git, ids.slice(middle))
    ];
  }
  const lines = stdout.toString("utf8").split("\n");
  return ids.map((_, index) => {
    const [type, size] = (lines[index] ?? "").split(" ");
    return type === "blob" ? Number(size) : null;
  });
}
async function bytesOf(git, ids) {
  const blobs = /* @__PURE__ */ new Map();
  if (ids.length === 0) return blobs;
  const args = ["cat-file", "--batch=%(objectname) %(objectsize)"];
  const { stdout } = await git.ask(args, ids.map((id) => `${id}
`).join(""));
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf("\n", at);
    const [id = "", size] = stdout.toString("latin1", at, end).split(" ");
    const length = Number(size);
    if (end < 0 || !Number.isInteger(length)) break;
    blobs.set(id, Buffer.from(stdout.subarray(end + 1, end + 1 + length)));
    at = end + 1 + length + 1;
  }
  if (blobs.size < ids.length)
    throw new GitFailure("unreadable", "git lost an object while reading");
  return blobs;
}

// src/worktree/git/read-commit-tree.ts
async function readCommitTree(git, commit) {
  const { code, stdout } = await git.ask(["ls-tree", "-r", "-z", "--full-tree", commit]);
  if (code !== 0) {
    throw new GitFailure("needs-history", `the commit ${commit.slice(0, 12)} is not in this clone`);
  }
  const entries = /* @__PURE__ */ new Map();
  for (const record of records(stdout.toString("utf8"))) {
    const tab = record.indexOf("	");
    const [mode = "", , blob = ""] = record.slice(0, tab).split(" ");
    entries.set(record.slice(tab + 1), { mode, blob });
  }
  if (entries.size > MOST_PATHS) {
    throw new GitFailure("too-large", `there are more than ${MOST_PATHS} files`);
  }
  return new CommitTree(entries);
}

// src/worktree/checkout-source.ts
function checkoutSource(checkout) {
  const reader = new CheckoutReader(checkout);
  return { read: (requests) => reader.read(requests) };
}
var AT_ONCE = 4;
var CheckoutReader = class {
  #checkout;
  #files;
  #store = new BlobStore();
  #listing = null;
  #workTree = null;
  #trees = /* @__PURE__ */ new Map();
  constructor(checkout) {
    this.#checkout = checkout;
    this.#files = new WorkFiles(checkout.root, checkout.git?.hash ?? "sha1");
  }
  async read(requests) {
    const pending = await inTurns(requests, (request) => this.#begin(request));
    const contents = await this.#contents(pending.flatMap(({ blobs }) => blobs));
    return pending.map((answer) => answer.finish(contents));
  }
  async #contents(blobs) {
    const { git } = this.#checkout;
    if (git === null || blobs.length === 0) return /* @__PURE__ */ new Map();
    try {
      return await readBlobs(git.git, blobs, this.#store);
    } catch (error) {
      const failure = missingBecause(error);
      return new Map(blobs.map((blob) => [blob, failure]));
    }
  }
  async #begin(request) {
    try {
      return await this.#answer(request);
    } catch (error) {
      return settled(missingBecause(error));
    }
  }
  async #answer(request) {
    switch (request.kind) {
      case "file":
        return await this.#file(request.path, request.revision);
      case "files":
      case "folders": {
        const glob = globOf(request.glob);
        if (glob.state === "missing") return settled(glob);
        const tree = await this.#tree(request.revision);
        if (tree === null) return settled(known([]));
        return settled(
          request.kind === "files" ? tree.files(glob.value, request.entries) : tree.folders(glob.value)
        );
      }
      case "history":
        return await this.#history(request.path, request.revision);
      case "changes":
        return settled(await this.#changes());
      default:
        return settled(missing("needs-github", "there is no connection to GitHub"));
    }
  }
  async #file(path, revision) {
    const tree = await this.#tree(revision);
    if (tree === null) {
      return settled(known({ state: shapeOf(path) === "outside" ? "outside" : "absent" }));
    }
    const fact = tree.file(path);
    if (fact.state === "missing") return settled(fact);
    const { value } = fact;
    if (value.state !== "blob") return settled(known(value));
    return { blobs: [value.blob], finish: (contents) => contents.get(value.blob) ?? LOST };
  }
  async #history(path, revision) {
    const { base, head } = this.#checkout;
    const { git, shallow } = this.#git();
    if (revision === "base" && base === null) return settled(NO_BASE);
    const tip = revision === "base" ? base?.commit : revision === "evidence" ? head : commitIn(revision);
    if (tip === null || tip === void 0 || shapeOf(path) !== "inside") return settled(known([]));
    const versions = await readHistory(git, tip, path, shallow);
    const blobs = versions.flatMap(({ content }) => content.state === "blob" ? content.blob : []);
    return {
      blobs,
      finish(contents) {
        const lost = blobs.map((blob) => contents.get(blob) ?? LOST).find(isMissing);
        if (lost !== void 0) return lost;
        return known(
          versions.map((version) => ({ ...version, content: filled(version.content, contents) }))
        );
      }
    };
  }
  async #changes() {
    const { base, head } = this.#checkout;
    if (base === null) return NO_BASE;
    const { git, shallow } = this.#git();
    if (head === null) return missing("needs-history", "nothing is committed yet");
    const listing = await this.#list();
    const files = this.#files;
    return known(await readChanges({ git, listing, files, base: base.commit, head, shallow }));
  }
  /** `null`: the base where none was named. */
  async #tree(revision) {
    if (revision === "evidence") {
      this.#workTree ??= this.#list().then(
        (listing) => new WorkTree(listing, this.#files, this.#store)
      );
      return await this.#workTree;
    }
    const named = revision === "base" ? this.#checkout.base?.commit : revision;
    if (named === void 0) return null;
    const commit = commitIn(named);
    const { git } = this.#git();
    const tree = this.#trees.get(commit) ?? readCommitTree(git, commit);
    this.#trees.set(commit, tree);
    return await tree;
  }
  #list() {
    const { git, root } = this.#checkout;
    this.#listing ??= git === null ? Promise.resolve().then(() => listWithoutGit(root)) : listWithGit(git.git);
    return this.#listing;
  }
  #git() {
    const { git } = this.#checkout;
    if (git === null) throw new GitFailure("needs-history", "this folder is not a git work tree");
    return git;
  }
};
function commitIn(revision) {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) return revision;
  throw new GitFailure("needs-history", `\`${revision}\` is no commit`);
}
var NO_BASE = missing("needs-history", "no base was named");
var LOST = missing("unreadable", "git lost it while it was read");
function settled(fact) {
  return { blobs: [], finish: () => fact };
}
function isMissing(fact) {
  return fact.state === "missing";
}
function filled(content, contents) {
  if (content.state !== "blob") return content;
  const fact = contents.get(content.blob);
  return fact?.state === "known" ? fact.value : { state: "absent" };
}
function missingBecause(error) {
  if (error instanceof GitFailure) return missing(error.reason, error.message);
  return missing("unreadable", error instanceof Error ? error.message : String(error));
}
async function inTurns(items, use) {
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await use(items[index]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

export {
  checkoutSource
};
