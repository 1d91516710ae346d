import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  openPolicy
} from "./chunk-YACWHGK4.js";
import "./chunk-YX4YN7J3.js";
import "./chunk-I3GTUB5F.js";
import {
  checkoutSource
} from "./chunk-JX7CMHZV.js";
import "./chunk-7AD2QAEU.js";
import "./chunk-ZQEAAXPF.js";
import "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import {
  openCheckout
} from "./chunk-4EDMUHKC.js";
import {
  POLICY_PATH
} from "./chunk-H5AMS74M.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  renderNotes,
  renderProblems
} from "./chunk-XJ2BGPWV.js";
import {
  counted
} from "./chunk-OBXZQG3I.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/commands/validate.ts
import { resolve } from "node:path";
async function validate(file, { orgPolicy }, terminal) {
  const { cwd, look } = terminal;
  const checkout = await openCheckout(cwd, { base: null });
  const policy = file ?? resolve(checkout.root, POLICY_PATH);
  const options = { policy, organization: orgPolicy ?? null, cwd };
  const opened = await openPolicy(checkout, checkoutSource(checkout), options);
  const problems = opened.state === "invalid" ? opened.problems : opened.besideProblems;
  if (problems.length > 0) {
    terminal.print(renderProblems(problems, opened.sources, look.paint));
    return EXIT.noVerdict;
  }
  if (opened.state === "valid") terminal.print(success(opened));
  return EXIT.pass;
}
function success({ origin, policy, waivers, notes }) {
  const rules = policy.gates.reduce((sum, gate) => sum + gate.rules.length, 0);
  const what = [
    counted(policy.stages.length, "stage"),
    counted(policy.gates.length, "gate"),
    counted(rules, "rule"),
    ...waivers.length === 0 ? [] : [counted(waivers.length, "waiver")]
  ];
  return `${origin.files[0]} is valid: ${what.join(", ")}.
${renderNotes(notes)}`;
}
export {
  validate
};
