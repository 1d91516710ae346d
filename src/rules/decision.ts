import { DECISION_CODES } from "./decision/codes.ts";
import { judgeDecisions } from "./decision/judge-decisions.ts";
import { decisionOptions } from "./decision/options.ts";
import { defineRule } from "./define-rule.ts";

export const decision = defineRule({
  type: "decision",
  meta: {
    holdsWhen: "the newest decision record allows it",
    why: "A promotion is somebody's decision, with reasons that can be read later. Records on the base branch cannot be rewritten by the pull request that they judge.",
    ages: "the record, from the day of `decided`",
  },
  options: decisionOptions,
  reads: ["file", "files", "pull-request", "account", "team"],
  codes: DECISION_CODES,
  evaluate: judgeDecisions,
});
