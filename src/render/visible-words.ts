import type { InlineCode, Nodes, PhrasingContent, Text } from "mdast";
import { countWords } from "../text/words.ts";
import { code, prose, words } from "./markdown-text.ts";

/** Words a reader has before the eyes; what stands behind a fold is not to be handed in. */
export function visibleWords(nodes: readonly Nodes[]): number {
  return nodes.reduce((sum, node) => sum + countWords(textOf(node)), 0);
}

function textOf(node: Nodes): string {
  if (node.type === "html") return textOfHtml(node.value);
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join(" ") : "";
}

export function textOfHtml(html: string): string {
  return html.replace(/<!--.*?-->|<[^>]*>/gs, " ");
}

/** Foreign text, cut behind so many words; what is cut off stands elsewhere. */
export function briefProse(text: string, limit: number): PhrasingContent[] {
  const nodes: (Text | InlineCode)[] = [];
  let room = limit;
  for (const node of prose(text)) {
    if (node.type !== "text" && node.type !== "inlineCode") continue;
    const fits = countWords(node.value) <= room;
    // What is to be copied is whole or absent, but where there is nothing else.
    const isDropped = !fits && node.type === "inlineCode" && nodes.length > 0;
    const kept = fits ? node.value : isDropped ? "" : firstWords(node.value, room);
    room -= countWords(kept);
    if (kept !== "") nodes.push(node.type === "inlineCode" ? code(kept) : words(kept));
    if (kept !== node.value) return [...withoutHanging(nodes), words("…")];
  }
  return nodes;
}

/** Words that want another one behind them, and the marks that announce it. */
const HANGING =
  /(?:[\s:;,(]|(?<=\s)(?:an?|and|as|at|by|for|from|in|its|of|on|or|than|that|the|to|which|with))+$/;

function withoutHanging(nodes: readonly (Text | InlineCode)[]): (Text | InlineCode)[] {
  const last = nodes.at(-1);
  if (last?.type !== "text") return [...nodes];
  const value = last.value.replace(HANGING, "");
  return [...nodes.slice(0, -1), ...(value === "" ? [] : [words(value)])];
}

function firstWords(text: string, limit: number): string {
  const pieces = text.match(/\s*[^\s]+/g) ?? [];
  let kept = "";
  for (const piece of pieces) {
    if (countWords(kept + piece) > limit) break;
    kept += piece;
  }
  return kept;
}
