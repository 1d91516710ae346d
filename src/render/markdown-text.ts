import type {
  Code,
  Heading,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
  Text,
} from "mdast";
import type { Finding } from "../model/finding.ts";
import { inertLine, inertLines } from "./inert-text.ts";

/**
 * Words that GitHub would make something of: a mention calls people, `#1` leaves a trace on that
 * issue (and "fixes #1" closes it), a bare address becomes a link, and what stands between dollars
 * is set as mathematics. In a code span they are words.
 */
const ACTIVE = /@[\p{L}\p{N}_-]|#\d|\bGH-\d|:\/\/|www\.|@\/|\$/iu;
const PUNCTUATION = /^([("'[]*)(.*?)([.,;:!?)"'\]]*)$/su;

/** Foreign text as the inside of a paragraph. What stands in backticks stays a code span. */
export function prose(text: string): PhrasingContent[] {
  const parts = inertLine(text).split(/(`[^`]+`)/);
  return joined(
    parts.flatMap((part) => (isSpan(part) ? [code(part.slice(1, -1))] : plainWords(part))),
  );
}

function isSpan(part: string): boolean {
  return part.length > 2 && part.startsWith("`") && part.endsWith("`");
}

function plainWords(part: string): (Text | InlineCode)[] {
  const nodes: (Text | InlineCode)[] = [];
  for (const word of part.split(/( )/)) {
    if (ACTIVE.test(word)) {
      const [, before = "", core = "", after = ""] = PUNCTUATION.exec(word) ?? [];
      nodes.push(words(before), code(core), words(after));
    } else nodes.push(words(word));
  }
  return nodes;
}

/**
 * Neighbours of a kind as one: escaping sees whole sentences, and the backticks around two code
 * spans do not meet.
 */
function joined(nodes: readonly (Text | InlineCode)[]): PhrasingContent[] {
  const result: (Text | InlineCode)[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.value === "") continue;
    if (last?.type === node.type) last.value += node.value;
    else result.push({ ...node });
  }
  return result;
}

/** Our own words. */
export function words(value: string): Text {
  return { type: "text", value };
}

export function strong(...children: PhrasingContent[]): PhrasingContent {
  return { type: "strong", children };
}

/** A name, a path or any other foreign word. */
export function code(text: string): InlineCode {
  return { type: "inlineCode", value: inertLine(text) };
}

/** To an address of ours; foreign parts of it are encoded. */
export function link(url: string, ...children: (Text | InlineCode)[]): Link {
  return { type: "link", url, children };
}

/** HTML of ours only. Foreign text goes through `asHtml` first. */
export function html(value: string): { type: "html"; value: string } {
  return { type: "html", value };
}

/** A title inside an issue: words of ours. */
export function heading(title: string): Heading {
  return { type: "heading", depth: 3, children: [words(title)] };
}

export function paragraphOf(...children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

export function bullets(items: readonly ListItem[]): List {
  return { type: "list", ordered: false, spread: false, children: [...items] };
}

export function bullet(children: readonly (Paragraph | Code | List)[]): ListItem {
  return { type: "listItem", spread: false, children: [...children] };
}

/** Titles are words of ours, or names. */
export function tableOf(
  titles: readonly (string | InlineCode)[],
  rows: readonly (readonly PhrasingContent[][])[],
): Table {
  const row = (cells: readonly PhrasingContent[][]): TableRow => ({
    type: "tableRow",
    children: cells.map((children) => ({ type: "tableCell", children })),
  });
  return {
    type: "table",
    children: [
      row(titles.map((title) => [typeof title === "string" ? words(title) : title])),
      ...rows.map(row),
    ],
  };
}

/** A whole record to fill in is the longest there is to paste. */
const LONGEST_PASTE = 4000;

/**
 * What is to be pasted, where it is more than a line. Bots read commands at the start of a line, in
 * a fence as well, and nothing we have people paste begins as one.
 */
export function pasted({ remedy, paste }: Pick<Finding, "remedy" | "paste">): Code[] {
  const [, ...after] = remedy.split(/\r\n|[\r\n]/);
  if (after.length === 0) return [];
  const lines = inertLines(paste ?? after.join("\n"), LONGEST_PASTE).map((line) =>
    line.replace(/^\s*(?=[/@])/, "$&\\"),
  );
  return [{ type: "code", value: lines.join("\n").trim() }];
}

/** Foreign text inside a line of HTML, where markdown is not read but mentions still are. */
export function asHtml(text: string): string {
  return prose(text)
    .map((node) => {
      if (node.type === "inlineCode") return `<code>${escapeHtml(node.value)}</code>`;
      return node.type === "text" ? escapeHtml(node.value) : "";
    })
    .join("");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Behind one line. `summary` is HTML of ours, or from `asHtml`. */
export function fold(summary: string, content: readonly RootContent[]): RootContent[] {
  return [html(`<details>\n<summary>${summary}</summary>`), ...content, html("</details>")];
}
