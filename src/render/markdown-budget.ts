import type { RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { paragraphOf, words } from "./markdown-text.ts";
import { formatCount } from "./sentence.ts";

/** GitHub takes 65,536 characters; the rest is room for what wraps a report. */
const LIMIT = 60_000;
/** For the line that counts what had to go. */
const RESERVE = 400;

/** A piece of a report that stays or goes as a whole. */
export interface Piece {
  /** 0 stays longest. */
  readonly rank: number;
  /** What is missing when it goes, in the singular. */
  readonly holds: string;
  /** HTML of ours, or from `asHtml`: neighbours that have the same stand behind this one line. */
  readonly behind?: string;
  /** Empty where there is nothing to say. */
  content(): readonly RootContent[];
}

export interface Printed {
  readonly text: string;
  /** Whether something had to go, which a line of its own counts. */
  readonly isCut: boolean;
}

/**
 * Prints pieces in the order given, as many as there is room for, and always the last nodes.
 *
 * @param sizeOf what GitHub counts of this kind of text: its characters unless given
 */
export function printWithin(
  pieces: readonly Piece[],
  last: readonly RootContent[],
  sizeOf: (text: string) => number = ({ length }) => length,
): Printed {
  const end = markdownOf(last);
  const byRank = pieces.map((piece, index) => ({ piece, index }));
  byRank.sort((a, b) => a.piece.rank - b.piece.rank || a.index - b.index);
  let room = LIMIT - RESERVE - sizeOf(end);
  const kept: (string | undefined)[] = [];
  const folds = new Set<string>();
  const dropped = new Map<string, number>();
  for (const { piece, index } of byRank) {
    const content = piece.content();
    if (content.length === 0) continue;
    const { behind = null } = piece;
    const line = behind === null || folds.has(behind) ? 0 : sizeOf(behind) + FOLD.length;
    const text = room > 0 ? markdownOf(content) : "";
    // Once a piece does not fit, nothing less important is let past it.
    const size = sizeOf(text) + line;
    room = room <= 0 || size >= room ? 0 : room - size - 1;
    if (room > 0) {
      kept[index] = text;
      if (behind !== null) folds.add(behind);
    } else dropped.set(piece.holds, (dropped.get(piece.holds) ?? 0) + 1);
  }
  const text = [...folded(pieces, kept), ...droppedText(dropped), end].join("\n");
  return { text, isCut: dropped.size > 0 };
}

const FOLD = "<details>\n<summary></summary>\n\n\n</details>\n";

/** What is kept, with the lines that neighbours stand behind. */
function folded(pieces: readonly Piece[], kept: readonly (string | undefined)[]): string[] {
  const shown: string[] = [];
  let open: string | null = null;
  for (const [index, piece] of pieces.entries()) {
    const text = kept[index];
    if (text === undefined) continue;
    const { behind = null } = piece;
    if (behind !== open) {
      if (open !== null) shown.push("</details>\n");
      if (behind !== null) shown.push(`<details>\n<summary>${behind}</summary>\n`);
      open = behind;
    }
    shown.push(text);
  }
  return open === null ? shown : [...shown, "</details>\n"];
}

function droppedText(dropped: ReadonlyMap<string, number>): string[] {
  if (dropped.size === 0) return [];
  const counts = [...dropped].map(
    ([holds, count]) => `${formatCount(count)} more ${plural(holds, count)}`,
  );
  return [markdownOf([paragraphOf(words(`Too long to show: ${counts.join(", ")}.`))])];
}

/** `list of findings`, `lists of findings` */
function plural(noun: string, count: number): string {
  return count === 1 ? noun : noun.replace(/^(?:blocking |)\w+/, "$&s");
}

export function markdownOf(content: readonly RootContent[]): string {
  return toMarkdown(
    { type: "root", children: [...content] },
    {
      bullet: "-",
      fences: true,
      rule: "-",
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    },
  );
}
