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
  /** Empty where there is nothing to say. */
  content(): readonly RootContent[];
}

/** Prints pieces in the order given, as many as there is room for, and always the last one. */
export function printWithin(pieces: readonly Piece[], last: RootContent): string {
  const end = markdownOf([last]);
  const byRank = pieces.map((piece, index) => ({ piece, index }));
  byRank.sort((a, b) => a.piece.rank - b.piece.rank || a.index - b.index);
  let room = LIMIT - RESERVE - end.length;
  const kept = new Map<number, string>();
  const dropped = new Map<string, number>();
  for (const { piece, index } of byRank) {
    const content = piece.content();
    if (content.length === 0) continue;
    const text = room > 0 ? markdownOf(content) : "";
    // Once a piece does not fit, nothing less important is let past it.
    room = room <= 0 || text.length >= room ? 0 : room - text.length - 1;
    if (room > 0) kept.set(index, text);
    else dropped.set(piece.holds, (dropped.get(piece.holds) ?? 0) + 1);
  }
  const shown = [...kept].sort(([a], [b]) => a - b).map(([, text]) => text);
  return [...shown, ...droppedText(dropped), end].join("\n");
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

function markdownOf(content: readonly RootContent[]): string {
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
