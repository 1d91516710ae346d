import type { Condition } from "../../model/condition.ts";
import type { Severity } from "../../model/outcome.ts";
import type { Gate, Rule } from "../../model/policy.ts";
import { parseDuration } from "../../time/duration.ts";
import type { RuleOptions } from "../checking/check-gates.ts";
import { DEFAULTS, defaultIssue } from "../schema/defaults.ts";
import { idOf, referenceOf } from "../source/policy-entries.ts";
import { child, isList, itemsOf, placeOf, type SourceNode } from "../source/source-tree.ts";
import { dayAt, fieldOf, flag, listOf, numberOf, recordOf, textAt } from "./read-value.ts";

export function buildGate(gate: SourceNode, options: RuleOptions): Gate {
  const id = idOf(gate) ?? "";
  const locked = flag(child(gate, "locked")) ?? false;
  return {
    id,
    title: textAt(gate, "title") ?? asWords(id),
    heading: textAt(gate, "heading"),
    require: requirement(child(gate, "require")),
    depends_on: listOf(child(gate, "depends_on")) ?? [],
    changed: listOf(child(gate, "changed")),
    when: condition(child(gate, "when")),
    enforce_from: dayAt(gate, "enforce_from"),
    rules: itemsOf(child(gate, "rules")).map((rule) =>
      buildRule(rule, options.get(referenceOf(gate, rule)), locked),
    ),
    locked,
    at: placeOf(gate),
  };
}

function buildRule(rule: SourceNode, options: unknown, lockedGate: boolean): Rule {
  const id = idOf(rule) ?? "";
  const type = textAt(rule, "type") ?? "";
  const age = textAt(rule, "max_age");
  return {
    id,
    type,
    title: textAt(rule, "title") ?? asWords(id),
    severity: (textAt(rule, "severity") ?? DEFAULTS.severity) as Severity,
    when: condition(child(rule, "when")),
    enforce_from: dayAt(rule, "enforce_from"),
    max_age: age === null ? null : parseDuration(age),
    remedy: textAt(rule, "remedy"),
    asks: textAt(rule, "asks"),
    waivable: flag(child(rule, "waivable")) ?? DEFAULTS.waivable,
    issue: (textAt(rule, "issue") ?? defaultIssue(type)) as Rule["issue"],
    controls: listOf(child(rule, "controls")) ?? [],
    options,
    locked: lockedGate || (flag(child(rule, "locked")) ?? false),
    at: placeOf(rule),
  };
}

/** `named-owners` → `Named owners` */
function asWords(id: string): string {
  const words = id.replaceAll("-", " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function requirement(node: SourceNode | undefined): Gate["require"] {
  const least = numberOf(child(node, "at_least"));
  if (least !== null) return { at_least: least };
  return node?.value === "any" ? "any" : DEFAULTS.require;
}

function condition(node: SourceNode | undefined): Condition | null {
  if (node === undefined) return null;
  return recordOf(node, (wanted) => (isList(wanted) ? wanted.value.map(fieldOf) : fieldOf(wanted)));
}
