import type { List, RootContent } from "mdast";
import { parseSyntaxTree } from "../evidence/markdown/syntax-tree.ts";
import type { Point } from "../model/place.ts";

export interface ItemEnds {
  /** Behind the text of each task item, in document order; `null` where an item has none. */
  readonly ends: readonly (number | null)[];
  /** Bullets without a box in lists that have boxes. */
  readonly boxless: readonly Point[];
  /** First bullets of lists that hold no box, nested ones included. */
  readonly plain: readonly Point[];
  /** HTML, code and footnotes that hold what looks like an item or a table. */
  readonly unread: readonly Point[];
}

/** Where a comment behind each task item belongs. The order is that of the document's items. */
export function findItemEnds(text: string): ItemEnds {
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const found: Found = { shift, ends: [], boxless: [], plain: [], unread: [] };
  for (const node of parseSyntaxTree(text.slice(shift)).children) visit(node, found);
  return found;
}

interface Found {
  /** Length of the byte order mark. */
  readonly shift: number;
  readonly ends: (number | null)[];
  readonly boxless: Point[];
  readonly plain: Point[];
  readonly unread: Point[];
}

const LIKE_ITEMS = /(?:^|<!--)\s*(?:[-*+]|\d+[.)])\s+\[[ xX]?\]|<(?:li|td|input)\b/im;

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
  } else if (node.type === "html" || node.type === "code") {
    if (LIKE_ITEMS.test(node.value)) found.unread.push(...startOf(node, found));
  } else if (node.type === "footnoteDefinition" && hasBox(node)) {
    found.unread.push(...startOf(node, found));
  }
}

function hasBox(node: RootContent): boolean {
  if (node.type === "listItem" && typeof node.checked === "boolean") return true;
  return "children" in node && node.children.some(hasBox);
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

function startOf({ position }: RootContent, { shift }: Found): Point[] {
  if (position === undefined) return [];
  const { line, column } = position.start;
  return [{ line, column: line === 1 ? column + shift : column }];
}
