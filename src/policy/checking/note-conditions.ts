import { suggest } from "../../text/suggest.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { child, entriesOf, itemsOf, type SourceNode, type Spot } from "../source/source-tree.ts";

/**
 * A condition that compares a field with a value of another kind never holds, nor does one on a field
 * that is stated nowhere. Of the latter only the repository's own are told: packs and organizations
 * write conditions for repositories that may leave a field out.
 */
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
  for (const [field, { key, node }] of entriesOf(condition)) {
    const stated = kinds.get(field);
    if (stated === undefined) {
      if (node.file.kind === "repository") noteUnstated(key, field, [...kinds.keys()], notes);
      continue;
    }
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

function noteUnstated(
  key: Spot,
  field: string,
  stated: readonly string[],
  notes: ProblemList,
): void {
  const meant = notes.isLong ? null : suggest(field, stated);
  notes.add(key, {
    code: "never-holds",
    message: `no service states the field \`${field}\`, so this never holds and nobody is asked`,
    help:
      meant === null
        ? `state it under \`fields\`, or for one service under \`services.override\`: \`fields: {${field}: <value>}\``
        : `did you mean \`${meant}\`?`,
  });
}
