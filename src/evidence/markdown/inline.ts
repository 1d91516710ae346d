import type { Nodes, PhrasingContent } from "mdast";
import type { Point } from "../../model/place.ts";

/** A link or bare address found in inline content. */
export interface InlineLink {
  readonly target: string;
  readonly text: string;
  readonly at: Point;
}

/** Inline content cut at ` · `. */
export interface Segment {
  readonly text: string;
  readonly links: readonly InlineLink[];
  readonly at: Point;
}

export function pointOf(node: Nodes): Point {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** What a reader of the page sees: no HTML, no footnotes. */
export function visibleText(nodes: readonly Nodes[]): string {
  return nodes.map(textOfNode).join("");
}

function textOfNode(node: Nodes): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "code":
      return node.value;
    case "image":
      return node.alt ?? "";
    case "break":
      return "\n";
    case "html":
    case "footnoteReference":
    case "definition":
    case "yaml":
      return "";
    default:
      return "children" in node ? visibleText(node.children) : "";
  }
}

/** The same with inline code between backticks: what stands there is no placeholder. */
export function markedText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === "inlineCode") return `\`${node.value.replaceAll("`", "'")}\``;
      return "children" in node ? markedText(node.children) : visibleText([node]);
    })
    .join("");
}

export function linksOf(nodes: readonly Nodes[]): readonly InlineLink[] {
  return nodes.flatMap((node): readonly InlineLink[] => {
    if (node.type === "link") {
      return [{ target: node.url, text: visibleText(node.children), at: pointOf(node) }];
    }
    return "children" in node ? linksOf(node.children) : [];
  });
}

const SEPARATOR = /\s·\s|\s·$|^·\s/;

/** Cuts inline content at the separators that stand in its plain text. */
export function segmentsOf(nodes: readonly PhrasingContent[], at: Point): readonly Segment[] {
  const segments: { text: string; links: InlineLink[]; at: Point }[] = [
    { text: "", links: [], at },
  ];
  for (const node of nodes) {
    const current = segments.at(-1);
    if (current === undefined) continue;
    if (node.type === "text") {
      const [first = "", ...rest] = node.value.split(SEPARATOR);
      current.text += first;
      for (const part of rest) segments.push({ text: part, links: [], at: pointOf(node) });
    } else {
      current.text += textOfNode(node);
      current.links.push(...linksOf([node]));
    }
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.trim() }));
}
