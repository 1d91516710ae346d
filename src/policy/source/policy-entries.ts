import { child, itemsOf, type SourceNode, textOf } from "./source-tree.ts";

export function idOf(node: SourceNode): string | null {
  return textOf(child(node, "id"));
}

/** The first of each id; what has none is not in it. */
export function byId(nodes: readonly SourceNode[]): ReadonlyMap<string, SourceNode> {
  const found = new Map<string, SourceNode>();
  for (const node of nodes) {
    const id = idOf(node);
    if (id !== null && id !== "" && !found.has(id)) found.set(id, node);
  }
  return found;
}

/** `gate/rule`, the reference people use. */
export function referenceOf(gate: SourceNode, rule: SourceNode): string {
  return `${idOf(gate) ?? ""}/${idOf(rule) ?? ""}`;
}

/** Every rule of a tree, with its gate. */
export function rulesOf(tree: SourceNode): { gate: SourceNode; rule: SourceNode }[] {
  return itemsOf(child(tree, "gates")).flatMap((gate) =>
    itemsOf(child(gate, "rules")).map((rule) => ({ gate, rule })),
  );
}

/** A gate, rule or item that a later file takes out again. */
export function isDropped(node: SourceNode): boolean {
  return child(node, "enabled")?.value === false;
}
