import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  known,
  missing
} from "./chunk-5SW2YIMI.js";
import {
  require_picomatch
} from "./chunk-TH4X3JRS.js";
import {
  __toESM
} from "./chunk-JULNA7AP.js";

// src/files/glob.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var MOST_STARS = 3;
function globOf(pattern) {
  const stars = pattern.split("/").map((segment) => segment.replaceAll("**", "*").split("*").length - 1);
  if (Math.max(...stars) > MOST_STARS) {
    return missing("too-large", `\`${pattern}\` has more than ${MOST_STARS} stars in one name`);
  }
  if (pattern === "") return known({ matches: () => false, reaches: () => false });
  try {
    const matches = (0, import_picomatch.default)(pattern, { dot: true, windows: false, flags: "s" });
    const { base, negated } = import_picomatch.default.scan(pattern);
    const fixed = negated ? "" : base;
    return known({
      matches: (path) => matches(path),
      reaches: (folder) => fixed === "" || folder === "" || fixed === folder || fixed.startsWith(`${folder}/`) || folder.startsWith(`${fixed}/`)
    });
  } catch {
    return missing("too-large", "the pattern is longer than a pattern can be");
  }
}

// src/files/repository-path.ts
var MOST_BYTES = 4096;
var MOST_SEGMENT_BYTES = 255;
function shapeOf(path) {
  if (path.includes("\0") || path.includes("\\")) return "outside";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "outside";
  const segments = path.split("/");
  if (segments.some((segment) => segment === ".." || isGitFolder(segment))) return "outside";
  if (segments.some((segment) => segment === "" || segment === ".")) return "impossible";
  const tooLong = segments.some((segment) => Buffer.byteLength(segment) > MOST_SEGMENT_BYTES);
  return tooLong || Buffer.byteLength(path) > MOST_BYTES ? "impossible" : "inside";
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

// src/files/listing.ts
var LINK_MODE = "120000";
var SUBMODULE_MODE = "160000";
var Listing = class {
  entries;
  /** Folders that could not be looked into. */
  unreadable;
  #folders = null;
  constructor(entries, unreadable = []) {
    this.entries = entries;
    this.unreadable = unreadable;
  }
  /** Folders with an entry somewhere below. */
  get folders() {
    this.#folders ??= new Set([...this.entries.keys()].flatMap(foldersAbove));
    return this.#folders;
  }
};
var MOST_PATHS = 5e5;

// src/files/commit-tree.ts
var CommitTree = class {
  #listing;
  constructor(entries) {
    this.#listing = new Listing(entries);
  }
  file(path) {
    return known(this.#locate(path));
  }
  #locate(path) {
    const shape = shapeOf(path);
    if (shape !== "inside") return { state: shape === "outside" ? "outside" : "absent" };
    const entry = this.#listing.entries.get(path);
    if (entry !== void 0) return locatedAt(entry);
    if (this.#listing.folders.has(path)) return { state: "directory" };
    for (const folder of foldersAbove(path)) {
      const above = this.#listing.entries.get(folder);
      if (above?.mode === LINK_MODE) return { state: "link" };
      if (above?.mode === SUBMODULE_MODE) return { state: "submodule" };
    }
    return { state: "absent" };
  }
  files(glob, entries) {
    const found = [...this.#listing.entries].filter(([path, { mode }]) => (isRegular(mode) || entries === "all") && glob.matches(path)).map(([path, entry]) => entryOf(path, entry));
    return known(found.sort((a, b) => a.path < b.path ? -1 : 1));
  }
  folders(glob) {
    return known([...this.#listing.folders].filter((folder) => glob.matches(folder)).sort());
  }
};
function entryOf(path, { mode, blob }) {
  if (isRegular(mode)) return { path, blob };
  return { path, blob, kind: mode === SUBMODULE_MODE ? "submodule" : "link" };
}
function isRegular(mode) {
  return mode.startsWith("100");
}
function locatedAt({ mode, blob }) {
  if (mode === LINK_MODE) return { state: "link" };
  if (mode === SUBMODULE_MODE) return { state: "submodule" };
  return isRegular(mode) ? { state: "blob", blob } : { state: "directory" };
}

export {
  globOf,
  shapeOf,
  isGitFolder,
  foldersAbove,
  LINK_MODE,
  SUBMODULE_MODE,
  Listing,
  MOST_PATHS,
  CommitTree,
  entryOf,
  isRegular,
  locatedAt
};
