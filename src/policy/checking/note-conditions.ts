import type { ProblemList } from "../source/problem-list.ts";
import { child, entriesOf, itemsOf, type SourceNode } from "../source/source-tree.ts";

/** A condition that compares a field with a value of another kind never holds. */
export function noteConditions(tree: SourceNode, notes: ProblemList): void {
  const kinds = new Map<string, Set<string>>();
  const services = entriesOf(child(child(tree, "services"), "override"));
  for (const owner of [tree, ...[...services.values()].map(({ node }) => node)]) {
    for (const [name, { node }] of entriesOf(child(owner, "fields"))) {
      kinds.set(name, (kinds.get(name) ?? new Set()).add(typeof node.value));
    }
  }
  noteIn(child(tree, "gates"), kinds, notes);
}

function noteIn(
  node: SourceNode | undefined,
  kinds: ReadonlyMap<string, ReadonlySet<string>>,
  notes: ProblemList,
): void {
  for (const item of itemsOf(node)) noteIn(item, kinds, notes);
  for (const [name, { node: inside }] of entriesOf(node)) {
    if (name !== "when") noteIn(inside, kinds, notes);
    else noteCondition(inside, kinds, notes);
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "`true` or `false`",
};

function noteCondition(
  condition: SourceNode,
  kinds: ReadonlyMap<string, ReadonlySet<string>>,
  notes: ProblemList,
): void {
  for (const [field, { node }] of entriesOf(condition)) {
    const stated = kinds.get(field);
    if (stated === undefined) continue;
    const wanted = Array.isArray(node.value) ? itemsOf(node) : [node];
    if (wanted.some(({ value }) => stated.has(typeof value))) continue;
    const kind = [...stated].map((one) => KINDS[one] ?? one).join(" or ");
    notes.add(node, {
      code: "never-holds",
      message: `the field \`${field}\` is ${kind} wherever it is stated, so this never holds`,
      help: "write both with or both without quotes",
    });
  }
}
