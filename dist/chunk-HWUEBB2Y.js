import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  namedBranches
} from "./chunk-WPQ7RJF2.js";
import {
  loadPolicyFiles
} from "./chunk-VOJVDU5I.js";
import {
  isAbsent,
  problemWith,
  textOf
} from "./chunk-H5AMS74M.js";

// src/promotion/lately-used.ts
var LatelyUsed = class {
  #most;
  /** Oldest use first. */
  #kept = /* @__PURE__ */ new Map();
  constructor(most) {
    this.#most = most;
  }
  get(key) {
    const value = this.#kept.get(key);
    if (value !== void 0) this.set(key, value);
    return value;
  }
  set(key, value) {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== void 0) this.#kept.delete(oldest);
  }
  delete(key) {
    this.#kept.delete(key);
  }
};

// src/promotion/load-at-tip.ts
function filesOf({ policy, waivers, baseline, organization }) {
  return [policy, waivers, baseline, organization].filter(({ fact }) => !isAbsent(fact));
}
function originOf(at) {
  return { ref: at.ref, sha: at.sha, files: filesOf(at).map(({ name }) => name) };
}
var LOADED = /* @__PURE__ */ new WeakMap();
var MOST_LOADED = 50;
function loadAtTip(at, packs, repository) {
  const problems = filesOf(at).flatMap(problemWith);
  if (problems.length > 0) return { state: "invalid", problems };
  const text = (file) => isAbsent(file.fact) ? null : textOf(file);
  const texts = {
    repository: text(at.policy),
    organization: text(at.organization),
    waivers: text(at.waivers),
    baseline: text(at.baseline)
  };
  const key = JSON.stringify([
    repository,
    filesOf(at).map(({ name, fact }) => [name, blobOf(fact)])
  ]);
  const loaded = LOADED.get(packs) ?? new LatelyUsed(MOST_LOADED);
  LOADED.set(packs, loaded);
  const known = loaded.get(key);
  if (known !== void 0) return known;
  const fresh = loadPolicyFiles(texts, packs, repository);
  loaded.set(key, fresh);
  return fresh;
}
function branchesIn(packs) {
  return (at, repository) => {
    const loaded = loadAtTip(at, packs, repository);
    return loaded.state === "invalid" ? null : namedBranches(loaded.policy);
  };
}
function blobOf(fact) {
  return fact.state === "known" && fact.value.state === "file" ? fact.value.file.blob : null;
}

export {
  originOf,
  loadAtTip,
  branchesIn
};
