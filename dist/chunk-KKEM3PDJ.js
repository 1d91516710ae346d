import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  GitHubFailure
} from "./chunk-OMCSVZS3.js";
import {
  known,
  missing
} from "./chunk-5SW2YIMI.js";

// src/github/answer-data.ts
function dataAt(data, ...path) {
  let node = data;
  for (const step of path) {
    if (typeof node !== "object" || node === null) return void 0;
    node = Object.hasOwn(node, step) ? node[step] : void 0;
  }
  return node;
}
function problemFailure({ type, message }, permission) {
  if (type !== "FORBIDDEN") return new GitHubFailure("unreadable", `GitHub says: ${message}`);
  const what = permission === void 0 ? "may not read this" : `lacks \`${permission}\``;
  return new GitHubFailure("forbidden", `the token ${what}`);
}
function problemFact(problem, permission) {
  const { reason, message } = problemFailure(problem, permission);
  return missing(reason, message);
}
function pageAt(answer, path, about) {
  const problem = answer.problemWithin(...path);
  if (problem !== null) return problemFact(problem, about.permission);
  const page = dataAt(answer.root, ...path);
  const nodes = dataAt(page, "nodes");
  if (Array.isArray(nodes) && !nodes.includes(null)) return known(page);
  return missing("unreadable", `GitHub did not give all ${about.what}`);
}
function listIn(data, ...path) {
  const list = dataAt(data, ...path);
  const isList = Array.isArray(list) && list.every((item) => typeof item === "object" && item);
  if (isList) return list;
  throw new GitHubFailure("unreadable", "GitHub's answer is not the list that was asked for");
}
function parseInstant(text) {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new RangeError(`GitHub gave \`${text}\` for a moment`);
  return moment;
}
function loginOf(actor) {
  if (actor === null || actor === void 0) return "ghost";
  return actor.__typename === "Bot" ? `${actor.login}[bot]` : actor.login;
}

export {
  dataAt,
  problemFailure,
  problemFact,
  pageAt,
  listIn,
  parseInstant,
  loginOf
};
