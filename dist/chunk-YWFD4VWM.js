import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/model/context.ts
var GITHUB_ACTIONS = 15368;
function contextOf(stage) {
  return `stage-gates / ${stage}`;
}
function stageIn(context) {
  return context.slice(contextOf("").length);
}
var POLICY_CONTEXT = contextOf("policy");
function isStageContext(context) {
  return isOurContext(context) && context !== POLICY_CONTEXT;
}
function isOurContext(context) {
  return context.startsWith(contextOf(""));
}

export {
  GITHUB_ACTIONS,
  contextOf,
  stageIn,
  POLICY_CONTEXT,
  isStageContext,
  isOurContext
};
