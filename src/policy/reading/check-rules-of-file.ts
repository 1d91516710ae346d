import type { AnyRuleType } from "../../rules/define-rule.ts";
import { ruleType } from "../../rules/index.ts";
import { keysAt } from "../schema/keys-at.ts";
import { ruleSettings } from "../schema/rule-schema.ts";
import { checkShape } from "../shape/check-shape.ts";
import { unknownKey } from "../shape/issue-problem.ts";
import { byId, idOf, isDropped, referenceOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import {
  child,
  entriesOf,
  isMap,
  itemsOf,
  type SourceEntry,
  type SourceFile,
  type SourceNode,
  textOf,
  UNSAFE_KEYS,
  withEntries,
  withList,
} from "../source/source-tree.ts";

const SETTINGS = Object.keys(ruleSettings);

/** Settings that rules have in some kinds of file only. */
const EXTRA: Readonly<Record<SourceFile["kind"], readonly string[]>> = {
  repository: [],
  organization: ["locked"],
  pack: ["answers"],
  waivers: [],
  baseline: [],
};

/**
 * Holds what a file says of rules against the types they have in the merged policy. Returns the
 * file's tree with misspelt settings under the names they were likely meant as. Where there are
 * other files (`partial`), nothing is missing here, and a value that another file replaces is
 * checked all the same; a file that is the whole policy is checked once, as such.
 */
export function checkRulesOfFile(
  tree: SourceNode,
  { types, partial }: { readonly types: ReadonlyMap<string, string>; readonly partial: boolean },
  problems: ProblemList,
): SourceNode {
  const gates = child(tree, "gates");
  const checked = itemsOf(gates).map((gate) => {
    const rules = child(gate, "rules");
    const repaired = itemsOf(rules).map((rule) => {
      const type = ruleType(
        textOf(child(rule, "type")) ?? types.get(referenceOf(gate, rule)) ?? "",
      );
      if (type === undefined || !isMap(rule)) return rule;
      const known = nameSettings(rule, type, problems);
      if (partial) checkShape(settingsOf(known), type.options, problems, { partial });
      return known;
    });
    return withList(gate, "rules", repaired);
  });
  return withList(tree, "gates", checked);
}

/** The settings of its type alone, without checklist items that were dropped. */
export function settingsOf(rule: SourceNode): SourceNode {
  const entries = new Map<string, SourceEntry>();
  for (const [name, entry] of entriesOf(rule)) {
    if (SETTINGS.includes(name) || isExtra(name)) continue;
    entries.set(name, name === "items" ? { ...entry, node: keptItems(entry.node) } : entry);
  }
  return { ...rule, value: entries };
}

function isExtra(name: string): boolean {
  return Object.values(EXTRA).some((names) => names.includes(name));
}

function keptItems(list: SourceNode): SourceNode {
  if (!Array.isArray(list.value)) return list;
  const first = byId(itemsOf(list));
  const kept = itemsOf(list).filter((item) => {
    // An id that stands twice is told by `check-ids.ts`, at its own place.
    const id = idOf(item);
    return !isDropped(item) && (id === null || first.get(id) === item);
  });
  return {
    ...list,
    value: kept.map((item) => (isMap(item) ? withEntries(item, { enabled: undefined }) : item)),
  };
}

function nameSettings(rule: SourceNode, type: AnyRuleType, problems: ProblemList): SourceNode {
  const known = [...SETTINGS, ...EXTRA[rule.file.kind], ...keysAt(type.options, [])];
  let named = rule;
  for (const [name, entry] of entriesOf(rule)) {
    if (known.includes(name) || UNSAFE_KEYS.has(name)) continue;
    const free = known.filter((key) => !entriesOf(named).has(key));
    const { spot, key, ...problem } = unknownKey({ spot: entry.key, in: [], name, known: free });
    problems.add(spot, problem);
    const meant = key?.meant ?? null;
    named = withEntries(named, { [name]: undefined, ...(meant !== null && { [meant]: entry }) });
  }
  return named;
}
