import type { Nodes, PhrasingContent, Strong } from "mdast";
import type { Link } from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { collapseSpaces } from "../../text/key.ts";
import { isPlaceholderTag } from "../html-tag.ts";
import { TooDeepError } from "./too-deep-error.ts";

/** A piece of inline content as a reader sees it, in order. */
export interface Run {
  readonly text: string;
  readonly at: Point;
  /** Whether the text stands in the source as it is from `at` on, line for line. */
  readonly isExact: boolean;
  readonly isCode: boolean;
  readonly isStruck: boolean;
  /** The outermost bold it stands in. */
  readonly bold: Strong | null;
  /** Directly in the paragraph: where separators count. */
  readonly isPlain: boolean;
  readonly link: Link | null;
}

/** What a walk over inline content needs to know, and where it leaves what it finds. */
export interface InlineScope {
  readonly section: number;
  /** What was parsed. */
  readonly source: string;
  /** Targets of link definitions by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly links: Link[];
  readonly diagrams: Point[];
  /** Added to the columns of the first line: a byte order mark is not part of the tree. */
  readonly shift: number;
}

/** The stack of this walk, and of whoever reads the tree, must hold. */
const DEEPEST = 200;
const LINE_BREAK = /^<br\s*\/?>$/i;

interface Around {
  readonly at: Point;
  readonly depth: number;
  readonly isStruck: boolean;
  readonly bold: Strong | null;
  readonly link: Link | null;
}

/** The visible text of inline content: no HTML, comments or footnotes; struck-out text is marked. */
export function readRuns(nodes: readonly PhrasingContent[], at: Point, scope: InlineScope): Run[] {
  const runs: Run[] = [];
  collect(nodes, { at, depth: 0, isStruck: false, bold: null, link: null }, scope, runs);
  return runs;
}

function collect(
  nodes: readonly PhrasingContent[],
  around: Around,
  scope: InlineScope,
  runs: Run[],
): void {
  if (around.depth > DEEPEST) {
    throw new TooDeepError(around.at, `emphasis and links nest deeper than ${DEEPEST} levels`);
  }
  for (const node of nodes) {
    // Nodes made by transforms (some bare addresses) have no place of their own.
    const at = node.position === undefined ? around.at : pointOf(node, scope.shift);
    const add = (text: string, link = around.link) => {
      if (text === "") return;
      const isPlain = around.depth === 0 && node.type === "text";
      const isCode = node.type === "inlineCode";
      const isExact = node.position !== undefined && !hasEscapedLineEnd(text, node, scope);
      const { isStruck, bold } = around;
      runs.push({ text, at, isExact, isCode, isStruck, bold, isPlain, link });
    };
    const inner = { ...around, at, depth: around.depth + 1 };
    switch (node.type) {
      case "text":
        add(withPlainLineEnds(node.value));
        break;
      case "inlineCode":
        add(node.value);
        break;
      case "break":
        add("\n");
        break;
      case "html":
        if (LINE_BREAK.test(node.value)) add("\n");
        else if (isPlaceholderTag(node.value)) add(node.value);
        break;
      case "emphasis":
        collect(node.children, inner, scope, runs);
        break;
      case "strong":
        collect(node.children, { ...inner, bold: around.bold ?? node }, scope, runs);
        break;
      case "delete":
        collect(node.children, { ...inner, isStruck: true }, scope, runs);
        break;
      case "link":
      case "linkReference": {
        const link = keepLink(targetOf(node, scope), node.children, at, scope);
        collect(node.children, { ...inner, link: link ?? around.link }, scope, runs);
        break;
      }
      case "image":
      case "imageReference": {
        scope.diagrams.push(at);
        const alt = withPlainLineEnds(node.alt ?? "");
        add(alt, keepLink(targetOf(node, scope), alt, at, scope) ?? around.link);
        break;
      }
      default:
        break;
    }
  }
}

export function withPlainLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}

/** A line end may be written as a character reference, and is none in the source then. */
function hasEscapedLineEnd(text: string, { position }: Nodes, { source }: InlineScope): boolean {
  if (!text.includes("\n")) return false;
  return source.slice(position?.start.offset, position?.end.offset).includes("&");
}

type Pointing = Extract<
  PhrasingContent,
  { type: "link" | "linkReference" | "image" | "imageReference" }
>;

function targetOf(node: Pointing, { definitions }: InlineScope): string {
  return "url" in node ? node.url : (definitions.get(node.identifier) ?? "");
}

function keepLink(
  target: string,
  content: readonly PhrasingContent[] | string,
  at: Point,
  { section, links }: InlineScope,
): Link | null {
  if (target === "") return null;
  const text = collapseSpaces(typeof content === "string" ? content : shownText(content, 0));
  const link = { target, text, at, section };
  links.push(link);
  return link;
}

/** Bounded like the walk that follows: links do not nest, so that this stays linear. */
function shownText(nodes: readonly PhrasingContent[], depth: number): string {
  if (depth > DEEPEST) return "";
  return nodes
    .map((node) => {
      if (node.type === "text" || node.type === "inlineCode") return node.value;
      if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
      if (node.type === "break") return " ";
      return "children" in node ? shownText(node.children, depth + 1) : "";
    })
    .join("");
}

export function pointOf(node: Nodes, shift: number): Point {
  const start = node.position?.start ?? { line: 1, column: 1 };
  return { line: start.line, column: start.line === 1 ? start.column + shift : start.column };
}

/** What a reader sees. Struck-out text is still visible: a title does not change by being struck. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** The same with inline code between backticks: what stands there is no placeholder. */
export function markedTextOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, isCode }) => (isCode ? `\`${text.replaceAll("`", "'")}\`` : text))
    .join("");
}

/**
 * What is claimed in a field or cell: struck-out text was taken back, and counts for nothing. A
 * struck owner is no owner; a struck number beside a new one is no second number.
 */
export function claimedIn(runs: readonly Run[]): Run[] {
  return runs.filter(({ isStruck }) => !isStruck);
}

export function linksOf(runs: readonly Run[]): Link[] {
  const links = runs.flatMap(({ link }) => (link === null ? [] : [link]));
  return [...new Set(links)];
}
