import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  openPolicy
} from "./chunk-JS7FLSM4.js";
import {
  checkoutSource
} from "./chunk-RVDEVD3B.js";
import {
  POLICY_PATH
} from "./chunk-PNTW4M3K.js";
import {
  openCheckout
} from "./chunk-DVWJM53H.js";
import "./chunk-JFONLSVW.js";
import "./chunk-3Z6PBV7K.js";
import "./chunk-X4Q6VVDJ.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import "./chunk-LIALXT4F.js";
import {
  renderProblems
} from "./chunk-APQ7POQI.js";
import "./chunk-OKGOBK43.js";
import "./chunk-4CUAYF7T.js";
import {
  counted
} from "./chunk-B7N2BQNV.js";
import "./chunk-UZJ2PFH2.js";
import "./chunk-M3ASEG5F.js";

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
function success({ origin, policy, waivers, remarks }) {
  const rules = policy.gates.reduce((sum, gate) => sum + gate.rules.length, 0);
  const what = [
    counted(policy.stages.length, "stage"),
    counted(policy.gates.length, "gate"),
    counted(rules, "rule"),
    ...waivers.length === 0 ? [] : [counted(waivers.length, "waiver")]
  ];
  const notes = remarks.map(
    ({ message, at }) => `note: ${message}
  --> ${at.file}:${at.line}:${at.column}
`
  );
  return `${origin.files[0]} is valid: ${what.join(", ")}.
${notes.join("")}`;
}
export {
  validate
};
