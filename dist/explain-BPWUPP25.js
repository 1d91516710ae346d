import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGates,
  renderRule,
  renderStages,
  renderWholePolicy
} from "./chunk-DCRY4FUO.js";
import {
  gatesOfStage
} from "./chunk-H6E2YVLQ.js";
import {
  openPolicy
} from "./chunk-JS7FLSM4.js";
import {
  checkoutSource
} from "./chunk-RVDEVD3B.js";
import "./chunk-NB7KAVJC.js";
import "./chunk-PNTW4M3K.js";
import {
  openCheckout
} from "./chunk-DVWJM53H.js";
import {
  ruleType
} from "./chunk-JFONLSVW.js";
import "./chunk-3Z6PBV7K.js";
import "./chunk-X4Q6VVDJ.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import {
  UsageError,
  unknownName
} from "./chunk-BLFBGBXB.js";
import "./chunk-LIALXT4F.js";
import {
  renderProblems
} from "./chunk-APQ7POQI.js";
import "./chunk-OKGOBK43.js";
import "./chunk-KDC5AMTD.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UZJ2PFH2.js";
import "./chunk-M3ASEG5F.js";

// src/cli/commands/explain.ts
async function explain(what, options, terminal) {
  const { cwd, look } = terminal;
  const checkout = await openCheckout(cwd, { base: null });
  const opened = await openPolicy(checkout, checkoutSource(checkout), {
    policy: typeof options.policy === "string" ? options.policy : null,
    organization: options.orgPolicy ?? null,
    cwd
  });
  if (opened.state === "invalid") {
    terminal.tell(renderProblems(opened.problems, opened.sources, terminal.toldPaint));
    return EXIT.noVerdict;
  }
  const { policy, provenance } = opened;
  if (what !== void 0) terminal.print(explained(what, policy, provenance, terminal));
  else if (options.policy === void 0) {
    terminal.print(renderStages(policy.stages, (stage) => gatesOfStage(policy, stage), look));
    terminal.tell("\n`stage-gates explain <gate>` shows its rules, `<gate>/<rule>` one of them.\n");
  } else {
    terminal.print(renderWholePolicy(policy, (path) => provenance.get(path) ?? null, look));
  }
  return EXIT.pass;
}
function explained(what, policy, provenance, { look }) {
  const [gateName = "", ruleName, ...more] = what.split("/");
  if (more.length > 0)
    throw new UsageError(`\`${what}\` is no gate and no rule`, "write `<gate>/<rule>`");
  const gate = find("gate", gateName, policy.gates);
  if (ruleName === void 0) return renderGates([gate], look);
  const rule = find("rule", ruleName, gate.rules, ` in the gate \`${gate.id}\``);
  const originOf = (path) => provenance.get(path) ?? null;
  return renderRule(gate, rule, factsOf(rule), originOf, look);
}
function find(kind, name, all, where = "") {
  const byTitle = ({ title }) => title.toLowerCase() === name.toLowerCase();
  const found = all.find(({ id }) => id === name) ?? all.find(byTitle);
  const ids = all.map(({ id }) => id);
  if (found === void 0) throw unknownName(kind, name, ids, where);
  return found;
}
function factsOf(rule) {
  const type = ruleType(rule.type);
  if (type === void 0) throw new Error(`there is no rule type \`${rule.type}\``);
  return { ...type.meta, codes: type.codes };
}
export {
  explain
};
