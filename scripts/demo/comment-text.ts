import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { wrapText } from "../../src/render/wrap-text.ts";

/** A comment as far as it is not folded, as text: links by their words, lists by their bullets. */
export function unfoldedText(comment: string, width: number): string {
  const blocks = fromMarkdown(comment).children;
  const fold = blocks.findIndex(({ type }) => type === "html");
  const shown = fold === -1 ? blocks : blocks.slice(0, fold);
  return shown.map((block) => blockText(block, width)).join("\n\n");
}

function blockText(block: Nodes, width: number): string {
  if (block.type !== "list") return wrapText(wordsOf(block), width).join("\n");
  return block.children
    .flatMap((item) =>
      wrapText(wordsOf(item), width - 2).map((line, at) => `${at ? " " : "-"} ${line}`),
    )
    .join("\n");
}

function wordsOf(node: Nodes): string {
  if ("value" in node) return node.type === "inlineCode" ? `\`${node.value}\`` : node.value;
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}
