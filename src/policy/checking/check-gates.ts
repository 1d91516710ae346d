import { ruleType } from "../../rules/index.ts";
import { byId, idOf, referenceOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { child, itemsOf, type SourceNode, textOf, textsOf } from "../source/source-tree.ts";
import { checkReference } from "./check-references.ts";
import { checkRule } from "./check-rule.ts";

/** What the types made of the settings of each rule, by `gate/rule`. */
export type RuleOptions = ReadonlyMap<string, unknown>;

/** Holds the merged gates against what a gate needs to be judged. */
export function checkGates(tree: SourceNode, problems: ProblemList): RuleOptions {
  const options = new Map<string, unknown>();
  const gates = itemsOf(child(tree, "gates"));
  const ids = [...byId(gates).keys()];
  for (const gate of gates) {
    const rules = itemsOf(child(gate, "rules"));
    if (rules.length === 0) addNoRules(gate, problems);
    else checkRequire(gate, rules.length, problems);
    for (const rule of rules) {
      const type = typeOf(rule, problems);
      if (type !== undefined) options.set(referenceOf(gate, rule), checkRule(rule, type, problems));
    }
    for (const { text, node } of textsOf(child(gate, "depends_on"))) {
      checkReference(node, { what: "gate", name: text, known: ids }, problems);
    }
  }
  checkCycles(gates, problems);
  return options;
}

function addNoRules(gate: SourceNode, problems: ProblemList): void {
  problems.add(child(gate, "rules") ?? child(gate, "id") ?? gate, {
    code: "gate-without-rules",
    message: `the gate \`${idOf(gate) ?? ""}\` has no rules, so it would never block`,
    help: "give it a rule, or drop it with `enabled: false`",
  });
}

function checkRequire(gate: SourceNode, count: number, problems: ProblemList): void {
  const spot = child(child(gate, "require"), "at_least");
  if (typeof spot?.value !== "number" || spot.value <= count) return;
  problems.add(spot, {
    code: "invalid-value",
    message: `at least ${spot.value} rules cannot hold: the gate has ${count}`,
  });
}

function typeOf(rule: SourceNode, problems: ProblemList) {
  const type = child(rule, "type");
  if (type !== undefined) return ruleType(textOf(type) ?? "");
  const id = idOf(rule);
  problems.add(rule, {
    code: "missing-key",
    message: "`type` is missing",
    help:
      id === null
        ? null
        : `no pack and no other file states the rule \`${id}\` of this gate, so its type has to stand here`,
  });
  return undefined;
}

/** A gate that waits for itself waits for ever. Each cycle is told once, at its first gate. */
function checkCycles(gates: readonly SourceNode[], problems: ProblemList): void {
  const waits = new Map(
    [...byId(gates)].map(([id, gate]) => [id, textsOf(child(gate, "depends_on"))]),
  );
  const done = new Set<string>();
  for (const start of waits.keys()) {
    const way: string[] = [];
    const open = [{ id: start, next: 0 }];
    while (open.length > 0) {
      const at = open[open.length - 1];
      if (at === undefined) break;
      if (at.next === 0) way.push(at.id);
      const step = waits.get(at.id)?.[at.next];
      at.next += 1;
      if (step === undefined || done.has(at.id)) {
        done.add(at.id);
        way.pop();
        open.pop();
      } else if (way.includes(step.text)) {
        const cycle = [...way.slice(way.indexOf(step.text)), step.text];
        problems.add(step.node, {
          code: "dependency-cycle",
          message:
            cycle.length === 2
              ? `the gate \`${step.text}\` waits for itself`
              : `gates wait for each other: ${cycle.map((id) => `\`${id}\``).join(" → ")}`,
        });
      } else if (waits.has(step.text)) open.push({ id: step.text, next: 0 });
    }
  }
}
