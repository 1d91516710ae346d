import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  loadPolicyFiles
} from "./chunk-KINSLS44.js";
import {
  isAbsent,
  problemWith,
  textOf
} from "./chunk-H5AMS74M.js";

// src/promotion/load-at-tip.ts
function filesOf({ policy, waivers, baseline, organization }) {
  return [policy, waivers, baseline, organization].filter(({ fact }) => !isAbsent(fact));
}
function originOf(at) {
  return { ref: at.ref, sha: at.sha, files: filesOf(at).map(({ name }) => name) };
}
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
  return loadPolicyFiles(texts, packs, repository);
}

export {
  originOf,
  loadAtTip
};
