import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  missing
} from "./chunk-5SW2YIMI.js";
import {
  formatInstant
} from "./chunk-2UVS6TJC.js";

// src/github/failure.ts
var GitHubFailure = class extends Error {
  reason;
  /** HTTP status; `null` where there was no answer. */
  status;
  constructor(reason, message, status = null) {
    super(message);
    this.name = "GitHubFailure";
    this.reason = reason;
    this.status = status;
  }
};
var NoConnection = class extends GitHubFailure {
  constructor(error) {
    super("unreadable", `the connection to GitHub failed${whyOf(error)}`);
  }
};
var ConversationLocked = class extends GitHubFailure {
  constructor(status) {
    super("unreadable", "the conversation is locked", status);
  }
};
function failureOf(error) {
  const failure = githubFailure(error);
  if (failure === null) throw error;
  return failure;
}
function githubFailure(error) {
  if (error instanceof GitHubFailure) return error;
  if (!(error instanceof Error)) return null;
  const { status, response } = error;
  if (typeof status === "number" && response !== void 0) {
    return refusal(status, error.message, response.headers ?? {});
  }
  if ([error, error.cause].some(isTimeout)) {
    return new GitHubFailure("timed-out", "GitHub took too long to answer");
  }
  if (typeof status === "number" || error.name === "TypeError" && error.cause !== void 0) {
    return new NoConnection(error);
  }
  return null;
}
function whyOf(error) {
  const { cause } = error;
  if (!(cause instanceof Error)) return "";
  const deeper = whyOf(cause);
  if (deeper !== "") return deeper;
  return "code" in cause && /^[A-Z\d_]+$/.test(String(cause.code)) ? ` (${cause.code})` : "";
}
function isTimeout(error) {
  return error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name);
}
function factOf(error) {
  const { reason, message } = failureOf(error);
  return missing(reason, message);
}
function refusal(status, message, headers) {
  if (status === 429 || status === 403 && isLimit(message, headers)) {
    return limitFailure(headers, status);
  }
  if (status === 401)
    return new GitHubFailure("forbidden", "GitHub does not accept the token", 401);
  if (/is locked/i.test(message)) {
    return new ConversationLocked(status);
  }
  if (status === 403) {
    const lacking = permissionIn(headers["x-accepted-github-permissions"]);
    const what = lacking === null ? "may not read this" : `lacks \`${lacking}\``;
    return new GitHubFailure("forbidden", `the token ${what}`, 403);
  }
  return new GitHubFailure("unreadable", `GitHub answered with ${status}`, status);
}
function limitFailure(headers, status) {
  const wait = Number(headers["retry-after"] ?? Number.NaN);
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  const isOver = String(headers["x-ratelimit-remaining"]) === "0";
  const when = Number.isFinite(wait) ? `; it asks to wait ${wait} s` : isOver && Number.isFinite(reset) ? `; it is lifted at ${formatInstant(reset * 1e3)}` : "";
  return new GitHubFailure("rate-limited", `GitHub's rate limit is used up${when}`, status);
}
function isLimit(message, headers) {
  return headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message);
}
function permissionIn(header) {
  const [, name, level] = /^([a-z_]+)=(read|write)/.exec(String(header ?? "")) ?? [];
  return name === void 0 ? null : `${name.replaceAll("_", "-")}: ${level}`;
}

export {
  GitHubFailure,
  NoConnection,
  failureOf,
  githubFailure,
  factOf,
  limitFailure
};
