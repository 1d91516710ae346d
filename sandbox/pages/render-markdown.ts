import type { Element, ElementContent, Root, Text } from "hast";
import { raw } from "hast-util-raw";
import { defaultSchema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { withEmoji } from "./emoji.ts";
import { type Html, safe } from "./html.ts";

/** Whom and what a text can name, as addresses; `null` for what there is not. */
export interface Names {
  person(name: string): string | null;
  issue(number: number): string | null;
}

/**
 * What people wrote, as GitHub shows it in comments: GitHub flavoured, lines broken where they were,
 * HTML made harmless and its comments gone, people and issues that it names linked.
 */
export function renderMarkdown(text: string, names: Names): Html {
  const tree = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  breakLines(tree);
  const whole = raw(toHast(tree, { allowDangerousHtml: true }) as Root);
  const clean = sanitize(whole, defaultSchema) as Root;
  linkNames(clean, names);
  return shown(clean);
}

/** A few words that are no markdown, with pictures for emoji. */
export function renderText(value: string): Html {
  return shown({ type: "root", children: [{ type: "text", value }] });
}

/** After everything that was written is harmless. */
function shown(root: Root): Html {
  drawEmoji(root);
  return safe(toHtml(root, { space: "html" }));
}

function drawEmoji(node: Root | Element): void {
  const children = node.children as ElementContent[];
  node.children = children.flatMap((child) => {
    if (child.type === "element") drawEmoji(child);
    return child.type === "text" ? withEmoji(child) : [child];
  });
}

/** In comments, unlike in files, GitHub keeps line breaks. */
function breakLines(node: Nodes): void {
  if (!("children" in node)) return;
  const children: Nodes[] = [...node.children];
  const broken = children.flatMap((child): Nodes[] => {
    breakLines(child);
    if (child.type !== "text" || !child.value.includes("\n")) return [child];
    return child.value
      .split(/\r?\n/)
      .flatMap((value, index): Nodes[] => [
        ...(index > 0 ? [{ type: "break" } as const] : []),
        { type: "text", value },
      ]);
  });
  Object.assign(node, { children: broken });
}

const NAME =
  /(?<![\w/@#`.-])(?:@(?<person>[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\/[\w.-]*\w)?)|#(?<issue>\d+))(?![\w/-])/gi;

/** Code and links stay as they are. */
const QUIET: ReadonlySet<string> = new Set(["a", "code", "pre", "tt", "samp", "kbd"]);

function linkNames(node: Root | Element, names: Names): void {
  const children = node.children as ElementContent[];
  const linked = children.flatMap((child) => {
    if (child.type === "element" && !QUIET.has(child.tagName)) linkNames(child, names);
    return child.type === "text" ? linksIn(child, names) : [child];
  });
  node.children = linked;
}

function linksIn({ value }: Text, names: Names): ElementContent[] {
  const parts: ElementContent[] = [];
  let done = 0;
  for (const match of value.matchAll(NAME)) {
    const { person, issue } = match.groups ?? {};
    const address = issue === undefined ? names.person(person ?? "") : names.issue(Number(issue));
    if (address === null) continue;
    parts.push({ type: "text", value: value.slice(done, match.index) });
    const className = issue === undefined ? ["mention"] : ["issue-link"];
    const [text] = match;
    parts.push({
      type: "element",
      tagName: "a",
      properties: { href: address, className },
      children: [{ type: "text", value: text }],
    });
    done = match.index + text.length;
  }
  return [...parts, { type: "text", value: value.slice(done) }];
}
