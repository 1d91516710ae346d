import type { List, ListItem, RootContent } from "mdast";
import { parseSyntaxTree } from "../evidence/markdown/syntax-tree.ts";
import type { Point } from "../model/place.ts";

export interface ItemEnds {
  /** Behind the text of each task item, in document order; `null` where an item has none. */
  readonly ends: readonly (number | null)[];
  /** Bullets without a box in lists that have boxes. */
  readonly boxless: readonly Point[];
  /** First bullets of lists that hold no box, nested ones included. */
  readonly plain: readonly Point[];
}

/** Where a comment behind each task item belongs. The order is that of the document's items. */
export function findItemEnds(text: string): ItemEnds {
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const found: Found = { shift, ends: [], boxless: [], plain: [] };
  for (const node of parseSyntaxTree(text.slice(shift)).children) visit(node, found);
  return found;
}

interface Found {
  /** Length of the byte order mark. */
  readonly shift: number;
  readonly ends: (number | null)[];
  readonly boxless: Point[];
  readonly plain: Point[];
}

/** Footnotes and headings hold no items. */
function visit(node: RootContent, found: Found, isInItem = false): void {
  if (node.type === "blockquote") {
    for (const child of node.children) visit(child, found, isInItem);
  } else if (node.type === "list") {
    const before = found.ends.length;
    visitList(node, found);
    const [first] = node.children;
    const isPlain = !isInItem && found.ends.length === before;
    if (isPlain && first !== undefined) found.plain.push(...startOf(first, found));
  }
}

function visitList(list: List, found: Found): void {
  const hasBoxes = list.children.some(({ checked }) => typeof checked === "boolean");
  for (const item of list.children) {
    if (typeof item.checked === "boolean") {
      const end = item.children.find(({ type }) => type === "paragraph")?.position?.end.offset;
      found.ends.push(end === undefined ? null : end + found.shift);
    } else if (hasBoxes) {
      found.boxless.push(...startOf(item, found));
    }
    for (const child of item.children) visit(child, found, true);
  }
}

function startOf({ position }: ListItem, { shift }: Found): Point[] {
  if (position === undefined) return [];
  const { line, column } = position.start;
  return [{ line, column: line === 1 ? column + shift : column }];
}
