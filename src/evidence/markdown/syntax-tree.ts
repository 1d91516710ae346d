import type { Nodes, Paragraph, Root, RootContent } from "mdast";
import { type Extension, fromMarkdown, type Handle } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { inlineLimit } from "./inline-limit.ts";

// Put together once: combining them takes as long as parsing a short document.
const SYNTAX = [gfm(), frontmatter(["yaml"])];
const TREE = [...gfmFromMarkdown().map(sparing), checkedItems(), frontmatterFromMarkdown(["yaml"])];

/** The syntax tree of GitHub's markdown with front matter. May throw; a hostile text makes it do so early. */
export function parseSyntaxTree(source: string): Root {
  return fromMarkdown(source, {
    extensions: [...SYNTAX, inlineLimit(source)],
    mdastExtensions: TREE,
  });
}

/** The one transformation there is looks for bare addresses, and is slow also where there are none. */
function sparing({ transforms, ...extension }: Extension): Extension {
  if (transforms == null) return extension;
  return {
    ...extension,
    transforms: transforms.map((transform) => (tree) => {
      if (mayHoldAddress(tree)) return transform(tree);
    }),
  };
}

/** Each address that it finds has one of these; the text of a link is left alone. */
const ADDRESS = /https?:\/\/|www\.|[\w+\-.]@[\w-]/i;

function mayHoldAddress(node: Nodes): boolean {
  if (node.type === "text") return ADDRESS.test(node.value);
  if (node.type === "link" || node.type === "linkReference") return false;
  return "children" in node && node.children.some(mayHoldAddress);
}

/**
 * Behind an empty list item, micromark-extension-gfm-task-list-item takes the box of a paragraph for
 * one, and its tree then ticks whatever is around the paragraph. Only list items have boxes.
 */
function checkedItems(): Extension {
  const check: Handle = function ({ type }: { readonly type: string }) {
    const node = this.stack.at(-2);
    if (node?.type === "listItem") node.checked = type === "taskListCheckValueChecked";
  };
  return { exit: { taskListCheckValueChecked: check, taskListCheckValueUnchecked: check } };
}

/** Targets of link definitions by identifier; the first of one identifier counts. */
export function definitionsIn(tree: Root, source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (source.includes("]:")) collect(tree.children, found);
  return found;
}

function collect(nodes: readonly RootContent[], found: Map<string, string>): void {
  for (const node of nodes) {
    if (node.type === "definition") {
      if (!found.has(node.identifier)) found.set(node.identifier, node.url);
    } else if (
      node.type === "list" ||
      node.type === "listItem" ||
      node.type === "blockquote" ||
      node.type === "footnoteDefinition"
    ) {
      collect(node.children, found);
    }
  }
}

/**
 * Where a box ends its line, mdast-util-gfm-task-list-item takes the line end behind it for a space,
 * and places the text a column too far to the right instead of on the next line.
 */
export function mendTextBehindBox({ children: [first] }: Paragraph, source: string): void {
  const start = first?.position?.start;
  if (start?.offset === undefined) return;
  const before = source[start.offset - 1];
  if (before === "\n" || (before === "\r" && source[start.offset] !== "\n")) {
    start.line += 1;
    start.column = 1;
  } else if (before === "\r") start.column -= 1;
}
