import type { Nodes } from "mdast";

const MARKER = /^<!--\s*(id|gate):\s*([^\s<>]+)\s*-->$/;

/** `x` of a comment that is `<!-- id: x -->` or `<!-- gate: x -->` and nothing else. */
export function markerIn(node: Nodes, kind: "id" | "gate"): string | null {
  if (node.type !== "html" || node.value.length > 400) return null;
  const found = MARKER.exec(node.value.trim());
  return found?.[1] === kind ? (found[2] ?? null) : null;
}
