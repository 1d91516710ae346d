import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/files/policy-file.ts
var POLICY_PATH = ".github/stage-gates.yml";
var WAIVERS_PATH = ".github/stage-gates/waivers.yml";
var BASELINE_PATH = ".github/stage-gates/baseline.yml";
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

export {
  POLICY_PATH,
  WAIVERS_PATH,
  BASELINE_PATH,
  isAbsent,
  textOf,
  problemWith
};
