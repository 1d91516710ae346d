import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/protection/context.ts
var GITHUB_ACTIONS = 15368;
function contextOf(stage) {
  return `stage-gates / ${stage}`;
}
function isOurContext(context) {
  return context.startsWith(contextOf(""));
}

export {
  GITHUB_ACTIONS,
  contextOf,
  isOurContext
};
