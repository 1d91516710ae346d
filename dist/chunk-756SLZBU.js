import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/cli/exit-code.ts
var EXIT = {
  /** The decision lets it pass, or the command did what it was asked. */
  pass: 0,
  /** The decision is `no-go`. */
  blocked: 1,
  /** No verdict: usage, a policy with problems, something that cannot be read. */
  noVerdict: 2
};
function exitCodeOf(decision) {
  return decision === "no-go" ? EXIT.blocked : EXIT.pass;
}

export {
  EXIT,
  exitCodeOf
};
