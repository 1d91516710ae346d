import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  readPolicyFiles
} from "./chunk-YX4YN7J3.js";
import {
  loadPolicyFiles
} from "./chunk-VOJVDU5I.js";
import {
  POLICY_PATH
} from "./chunk-H5AMS74M.js";
import {
  openPacks
} from "./chunk-GW4FBKY7.js";

// src/cli/open-policy.ts
async function openPolicy(checkout, source, options) {
  const files = await readPolicyFiles(checkout, source, options);
  switch (files.state) {
    case "absent":
      return invalid([absent(files)]);
    case "invalid":
      return invalid(files.problems);
    case "found":
      return load(checkout, files);
  }
}
function load(checkout, files) {
  const { repository, organization, origin, from } = files;
  const sources = sourcesOf([repository, organization, files.waivers, files.baseline]);
  const loaded = loadPolicyFiles(files, openPacks(), checkout.repository);
  if (loaded.state === "invalid") return { ...loaded, origin, sources };
  return { ...loaded, from, origin, sources };
}
function invalid(problems) {
  const files = [...new Set(problems.map(({ at }) => at.file))];
  const origin = { ref: "work tree", sha: null, files };
  return { state: "invalid", origin, problems, sources: /* @__PURE__ */ new Map() };
}
function absent({ message, help }) {
  return { code: "policy-missing", message, at: { file: POLICY_PATH, line: 1, column: 1 }, help };
}
function sourcesOf(files) {
  return new Map(files.flatMap((file) => file === null ? [] : [[file.name, file.text]]));
}

export {
  openPolicy
};
