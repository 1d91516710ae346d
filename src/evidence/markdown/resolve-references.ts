import type { Definition, Nodes, Root } from "mdast";

/**
 * Turns `[text][name]` into the link it is on the page, in place; likewise for images. Of two
 * definitions of one name the first counts, as CommonMark has it.
 */
export function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  const references: Nodes[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "linkReference" || node.type === "imageReference") references.push(node);
    if (node.type === "definition" && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  for (const node of references) {
    if (node.type !== "linkReference" && node.type !== "imageReference") continue;
    const url = definitions.get(node.identifier)?.url;
    if (url === undefined) continue;
    Object.assign(node, { type: node.type === "linkReference" ? "link" : "image", url });
  }
}
