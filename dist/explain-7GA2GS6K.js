import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGates,
  renderRule,
  renderStages,
  renderWholePolicy
} from "./chunk-7VD3D6EN.js";
import "./chunk-QSZG2IW5.js";
import {
  gatesOfStage
} from "./chunk-COKONDHS.js";
import {
  openPolicy
} from "./chunk-VSIGHKHV.js";
import "./chunk-FZD3CARH.js";
import {
  ruleType
} from "./chunk-TP2DLNXU.js";
import {
  renderProblems
} from "./chunk-NPY5JSOJ.js";
import "./chunk-B7N2BQNV.js";
import "./chunk-UR5HFCGQ.js";
import {
  checkoutSource
} from "./chunk-5TMTWWQY.js";
import "./chunk-MK4ZRGSQ.js";
import "./chunk-53U4FLTU.js";
import "./chunk-M2J3WGPH.js";
import "./chunk-H5AMS74M.js";
import "./chunk-F4OJ57BG.js";
import {
  openCheckout
} from "./chunk-4EDMUHKC.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import "./chunk-OKGOBK43.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-UR5QOAUM.js";
import "./chunk-V7XYMT6F.js";
import {
  UsageError,
  unknownName
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

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
