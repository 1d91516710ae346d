import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/cli/init/answers.ts
var STAGE = "production";
function parseApprovers(text) {
  const names = text.split(/[\s,]+/).filter((name) => name !== "");
  const isName = /^@?[A-Za-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9][\w.-]*)?$/;
  return names.every((name) => isName.test(name)) ? names.map((name) => `@${name.replace(/^@/, "")}`) : null;
}
function likelyBranch(branches) {
  const usual = ["production", "prod", "release", "live"];
  return usual.find((name) => hasBranch(branches, name)) ?? "production";
}
function hasBranch(branches, name) {
  return branches.includes(name) || branches.includes(`origin/${name}`);
}

export {
  STAGE,
  parseApprovers,
  likelyBranch,
  hasBranch
};
