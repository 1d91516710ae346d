import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  renderGates,
  renderItem,
  renderMergedGate,
  renderRule,
  renderStages,
  renderWholePolicy
} from "./chunk-53UKQRKY.js";
import "./chunk-QSZG2IW5.js";
import {
  gatesOfStage
} from "./chunk-PODXRERM.js";
import "./chunk-HAXGSIID.js";
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
import {
  ruleType
} from "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import {
  openCheckout
} from "./chunk-4EDMUHKC.js";
import "./chunk-H5AMS74M.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  renderProblems
} from "./chunk-XJ2BGPWV.js";
import "./chunk-OBXZQG3I.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import {
  UsageError,
  unknownName
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/commands/explain.ts
import { statSync } from "node:fs";
import { resolve } from "node:path";
async function explain(what, options, terminal) {
  const { cwd, look } = terminal;
  const asked = askedFor(what, options.policy, cwd);
  const checkout = await openCheckout(cwd, { base: null });
  const opened = await openPolicy(checkout, checkoutSource(checkout), {
    policy: asked.file,
    organization: options.orgPolicy ?? null,
    cwd
  });
  if (opened.state === "invalid") {
    terminal.tell(renderProblems(opened.problems, opened.sources, terminal.toldPaint));
    return EXIT.noVerdict;
  }
  const { policy, provenance } = opened;
  const originOf = (path) => provenance.get(path) ?? null;
  if (asked.what !== null) terminal.print(explained(asked.what, policy, { asked, originOf, look }));
  else if (asked.merged) terminal.print(renderWholePolicy(policy, originOf, look));
  else {
    terminal.print(renderStages(policy.stages, (stage) => gatesOfStage(policy, stage), look));
    terminal.tell("\n`stage-gates explain <gate>` shows its rules, `<gate>/<rule>` one of them.\n");
  }
  return EXIT.pass;
}
function askedFor(what, policy, cwd) {
  if (typeof policy !== "string")
    return { what: what ?? null, merged: policy === true, file: null };
  if (what !== void 0 || namesFile(policy, cwd)) {
    return { what: what ?? null, merged: what === void 0, file: policy };
  }
  return { what: policy, merged: true, file: null };
}
function namesFile(name, cwd) {
  if (/\.(?:ya?ml|json)$/i.test(name)) return true;
  return statSync(resolve(cwd, name), { throwIfNoEntry: false })?.isFile() === true;
}
function explained(what, policy, { asked, originOf, look }) {
  const items = itemsCalled(what, policy);
  if (items.length > 0) return items.map((item) => renderItem(item, originOf, look)).join("\n");
  const [gateName = "", ruleName, ...more] = what.split("/");
  if (more.length > 0) {
    throw new UsageError(
      `\`${what}\` is no gate, no rule and no item`,
      "write `<gate>`, `<gate>/<rule>` or the id of an item"
    );
  }
  const gate = ruleName === void 0 ? find("gate or item", gateName, policy.gates, { others: itemIds(policy) }) : find("gate", gateName, policy.gates);
  if (ruleName === void 0) {
    return asked.merged ? renderMergedGate(gate, originOf, look) : renderGates([gate], look);
  }
  const rule = find("rule", ruleName, gate.rules, { where: ` in the gate \`${gate.id}\`` });
  return renderRule(gate, rule, factsOf(rule), originOf, look);
}
function itemsCalled(what, { gates }) {
  if (gates.some(({ id }) => id === what)) return [];
  return gates.flatMap(
    (gate) => gate.rules.flatMap(
      (rule) => itemsOf(rule.options).filter(({ id }) => id === what || `${gate.id}/${rule.id}/${id}` === what).map((item) => ({ gate, rule, item }))
    )
  );
}
function itemIds({ gates }) {
  const all = gates.flatMap(({ rules }) => rules.flatMap(({ options }) => itemsOf(options)));
  return [...new Set(all.map(({ id }) => id))];
}
function itemsOf(options) {
  const { items } = Object(options);
  if (!Array.isArray(items)) return [];
  return items.filter((item) => typeof Object(item).id === "string");
}
function find(kind, name, all, { where = "", others = [] } = {}) {
  const byTitle = ({ title }) => title.toLowerCase() === name.toLowerCase();
  const found = all.find(({ id }) => id === name) ?? all.find(byTitle);
  if (found !== void 0) return found;
  throw unknownName(kind, name, [...all.map(({ id }) => id), ...others], where);
}
function factsOf(rule) {
  const type = ruleType(rule.type);
  if (type === void 0) throw new Error(`there is no rule type \`${rule.type}\``);
  return { ...type.meta, codes: type.codes };
}
export {
  explain
};
