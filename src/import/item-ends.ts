import type { List, RootContent } from "mdast";
import { parseSyntaxTree } from "../evidence/markdown/syntax-tree.ts";
import type { Point } from "../model/place.ts";

export interface ItemEnds {
  /** Behind the text of each task item, in document order; `null` where an item has none. */
  readonly ends: readonly (number | null)[];
  /** Bullets without a box in lists that have boxes. */
  readonly boxless: readonly Point[];
}

/** Where a comment behind each task item belongs. The order is that of the document's items. */
export function findItemEnds(text: string): ItemEnds {
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const ends: (number | null)[] = [];
  const boxless: Point[] = [];
  for (const node of parseSyntaxTree(text.slice(shift)).children) visit(node, shift, ends, boxless);
  return { ends, boxless };
}

/** Footnotes and headings hold no items. */
function visit(node: RootContent, shift: number, ends: (number | null)[], boxless: Point[]): void {
  if (node.type === "blockquote") {
    for (const child of node.children) visit(child, shift, ends, boxless);
  } else if (node.type === "list") visitList(node, shift, ends, boxless);
}

function visitList(list: List, shift: number, ends: (number | null)[], boxless: Point[]): void {
  const hasBoxes = list.children.some(({ checked }) => typeof checked === "boolean");
  for (const item of list.children) {
    if (typeof item.checked === "boolean") {
      const end = item.children.find(({ type }) => type === "paragraph")?.position?.end.offset;
      ends.push(end === undefined ? null : end + shift);
    } else if (hasBoxes && item.position !== undefined) {
      const { line, column } = item.position.start;
      boxless.push({ line, column: line === 1 ? column + shift : column });
    }
    for (const child of item.children) visit(child, shift, ends, boxless);
  }
}
