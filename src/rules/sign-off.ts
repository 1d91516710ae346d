import { defineRule } from "./define-rule.ts";
import { SIGN_OFF_CODES } from "./sign-off/codes.ts";
import { judgeSignOffs } from "./sign-off/judge-sign-offs.ts";
import { signOffOptions } from "./sign-off/options.ts";

export const signOff = defineRule({
  type: "sign-off",
  meta: {
    holdsWhen: "the holder of each role has approved what that role covers",
    why: "A tick is a claim of its author. A sign-off is somebody else's word for content that can be pointed at, and it ends when that content changes.",
    ages: "the sign-off, from when it was given",
  },
  options: signOffOptions,
  reads: ["pull-request", "account", "team", "file", "files"],
  codes: SIGN_OFF_CODES,
  evaluate: judgeSignOffs,
});
