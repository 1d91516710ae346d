import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  globMatcher
} from "./chunk-HU7C56Q2.js";

// src/verdict/select-stage.ts
function stageOfBranch({ stages }, branch) {
  const owner = stages.find(({ branches }) => globMatcher(branches)(branch));
  return owner ?? null;
}
var GLOB = /[*?[\]{}\\]/;
function namedBranches({ stages }) {
  const branches = stages.flatMap((stage) => stage.branches);
  return branches.some((branch) => GLOB.test(branch)) ? null : branches;
}

export {
  stageOfBranch,
  namedBranches
};
