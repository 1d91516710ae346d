import type { Paragraph, Root } from "mdast";
import { parseWithinLimits } from "../evidence/markdown/parse-within-limits.ts";
import { OpenTags } from "./open-tags.ts";

/** A line of a comment that begins with `/gate`, where a reader sees it as plain text. */
export interface CommandLine {
  /** As typed, white space at its ends apart. */
  readonly text: string;
  /** Some of it parses as HTML, which GitHub does not show: `<date>`. */
  readonly hasTags: boolean;
}

export type CommandLines =
  | { readonly state: "read"; readonly lines: readonly CommandLine[] }
  /** There may be commands, and the comment is not to be parsed. */
  | { readonly state: "unreadable"; readonly problem: string };

const BEGINS = /^\/gate(?:\s|$)/i;
const MAY_BEGIN = /(?:^|[\r\n])[^\S\r\n]*\/gate(?:\s|$)/i;

/** Commands are short; whatever stands around them would only have to be parsed. */
const LONGEST = 10_000;

/**
 * The command lines of a comment, from its syntax tree: of paragraphs that stand by themselves, not
 * in quotes, lists, tables, footnotes, code or HTML. Never throws.
 */
export function commandLines(body: string): CommandLines {
  if (!MAY_BEGIN.test(body)) return { state: "read", lines: [] };
  if (body.length > LONGEST) {
    const problem = `the comment has ${body.length} characters; commands are read up to ${LONGEST}`;
    return { state: "unreadable", problem };
  }
  // GitHub knows no front matter in comments; behind a line end there is none here either.
  const source = `\n${body}`;
  const parsed = parseWithinLimits(source, (tree) => linesIn(tree, source));
  if (parsed.state === "parsed") return { state: "read", lines: parsed.value };
  return { state: "unreadable", problem: parsed.error.problem };
}

function linesIn({ children }: Root, source: string): readonly CommandLine[] {
  const tags = new OpenTags();
  return children.flatMap((node) => {
    if (node.type === "html") tags.read(node.value);
    return node.type === "paragraph" ? linesOf(node, source, tags) : [];
  });
}

function linesOf(paragraph: Paragraph, source: string, tags: OpenTags): CommandLine[] {
  const found: CommandLine[] = [];
  for (const { start, end } of spansOf(paragraph, source)) {
    const html = paragraph.children.filter(
      (child) => child.type === "html" && offsetOf(child) >= start && offsetOf(child) < end,
    );
    const text = source.slice(start, end).trimEnd();
    if (tags.areNone && BEGINS.test(text) && isPlainAt(paragraph, start)) {
      found.push({ text, hasTags: html.length > 0 });
      continue;
    }
    for (const child of html) if (child.type === "html") tags.read(child.value);
  }
  return found;
}

/** Lines of the source without the white space before them. */
function spansOf({ position }: Paragraph, source: string): { start: number; end: number }[] {
  const from = position?.start.offset ?? 0;
  const text = source.slice(from, position?.end.offset ?? from);
  return [...text.matchAll(/[^\r\n]+/g)].map(({ index, 0: line }) => ({
    start: from + index + (line.length - line.trimStart().length),
    end: from + index + line.length,
  }));
}

/** Not inside a code span, a link, emphasis or a tag that began on a line before. */
function isPlainAt({ children }: Paragraph, offset: number): boolean {
  // Texts that addresses were cut out of carry no position; all else does.
  return !children.some(
    ({ type, position }) =>
      type !== "text" &&
      position?.start.offset !== undefined &&
      position.start.offset <= offset &&
      offset < (position.end.offset ?? 0),
  );
}

function offsetOf({ position }: Paragraph["children"][number]): number {
  return position?.start.offset ?? -1;
}
