import { byId, isDropped } from "../source/policy-entries.ts";
import {
  child,
  entriesOf,
  isList,
  isMap,
  itemsOf,
  type SourceEntry,
  type SourceNode,
  textOf,
  withList,
} from "../source/source-tree.ts";
import { BY_ID, type Kind } from "./merge.ts";

/**
 * The tree without the gates, rules and items that say `enabled: false`, and without what names
 * such a gate: a pack's other gates wait for it no longer, and its stages do without it.
 */
export function withoutDropped(tree: SourceNode): SourceNode {
  const all = byId(itemsOf(child(tree, "gates")));
  const dropped = new Set([...all].flatMap(([id, gate]) => (isDropped(gate) ? [id] : [])));
  const kept = dropIn(tree, "file");
  if (dropped.size === 0) return kept;
  const gates = itemsOf(child(kept, "gates")).map((gate) => {
    const awaited = named(gate, "depends_on", dropped);
    return withList(gate, "depends_on", awaited);
  });
  // A stage that would be left without a gate keeps the names, and is told that they are unknown.
  const stages = itemsOf(child(kept, "stages")).map((stage) => {
    const judged = named(stage, "gates", dropped);
    return judged.length === 0 ? stage : withList(stage, "gates", judged);
  });
  return withList(withList(kept, "gates", gates), "stages", stages);
}

/** Entries of a list of names, without some. */
function named(
  node: SourceNode,
  list: string,
  without: ReadonlySet<string>,
): readonly SourceNode[] {
  return itemsOf(child(node, list)).filter((entry) => !without.has(textOf(entry) ?? ""));
}

function dropIn(node: SourceNode, kind: Kind): SourceNode {
  if (!isMap(node)) return node;
  const entries = new Map<string, SourceEntry>();
  for (const [name, entry] of entriesOf(node)) {
    const inside = BY_ID[kind].get(name);
    const list = entry.node;
    if (inside === undefined || !isList(list)) entries.set(name, entry);
    else {
      const kept = list.value.filter((one) => !isDropped(one)).map((one) => dropIn(one, inside));
      entries.set(name, { ...entry, node: { ...list, value: kept } });
    }
  }
  return { ...node, value: entries };
}
