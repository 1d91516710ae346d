import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import type { GateVerdict, Verdict } from "../model/verdict.ts";
import { countWords } from "../text/words.ts";
import { type BriefTerms, briefGates, fitted, shortName, wholeGate } from "./comment-gate.ts";
import { expiryItem, noteItem, troubleItem } from "./comment-remarks.ts";
import type { Links } from "./links.ts";
import type { Piece } from "./markdown-budget.ts";
import { gatesFold, notesFold } from "./markdown-folds.ts";
import { conditions, furtherFindings, warning } from "./markdown-gate.ts";
import { portfolioTable } from "./markdown-portfolio.ts";
import { problemItem } from "./markdown-problem.ts";
import { fold, paragraphOf, strong, words } from "./markdown-text.ts";
import { blocks, type Outline, type ToldGate } from "./outline.ts";
import { counted, formatCount } from "./sentence.ts";
import { textOfHtml, visibleWords } from "./visible-words.ts";

/** What blocks and is told before the fold, and the words of that fold's line. */
const TOLD = 3;
const LINE = 10;

export interface CommentParts {
  readonly verdict: Verdict;
  readonly arranged: Outline;
  readonly heading: RootContent;
  readonly foot: Paragraph;
  readonly links: Links;
  tracked(gate: GateVerdict): readonly PhrasingContent[];
  readonly issueTrouble: string | null;
  /** How to waive what blocks, folded. */
  readonly waive: readonly RootContent[];
}

/** A part that may stand before the folds or behind one. */
interface Part {
  readonly rank: number;
  readonly holds: string;
  readonly nodes: readonly RootContent[];
}

/** Decides what a reader sees at once, of at most so many words, and what stands behind a line. */
export function layOut(parts: CommentParts, limit: number): Piece[] {
  const { verdict, arranged, heading, foot, links, waive, issueTrouble } = parts;
  const trouble = issueTrouble === null ? [] : [troubleItem(issueTrouble)];
  const expiry =
    verdict.expiry === null || verdict.decision === "no-go"
      ? []
      : [expiryItem(verdict.expiry, links)];
  const passing = overview(verdict, arranged);
  // Where no gate says what blocks, the remarks do.
  const unexplained = verdict.decision === "no-go" && !arranged.told.some(isBlocking);
  const reasons = unexplained ? verdict.notes.map((note) => noteItem(note, links)) : [];
  const notes = unexplained ? [] : notesFold(verdict.notes, links);
  const fixed = visibleWords([heading, foot, ...trouble]) + linesOf(passing, waive, notes);
  const room = { left: limit - fixed };
  return [
    { rank: 0, holds: "heading", content: () => [heading] },
    ...spread(verdict.problems.map(problemItem), { rank: 1, holds: "problem" }, room),
    ...spread(reasons, { rank: 1, holds: "note" }, room),
    ...unjudged(arranged, room),
    ...gates(parts, room),
    ...others(parts, room),
    ...spread(expiry, { rank: 4, holds: "remark" }, room),
    piece({ rank: 1, holds: "remark", nodes: trouble }),
    piece({ rank: 7, holds: "table of gates", nodes: passing }),
    piece({ rank: 3, holds: "list of commands", nodes: waive }),
    piece({ rank: 6, holds: "list of notes", nodes: notes }),
  ];
}

/** Of many services each stands in a line; of one, what passes. */
function overview(verdict: Verdict, arranged: Outline): RootContent[] {
  const table = portfolioTable(verdict);
  if (table.length === 0) return gatesFold(arranged);
  return fold(`${counted(verdict.services.length, "service")} at a glance`, table);
}

function gates({ arranged, links, tracked }: CommentParts, room: { left: number }): Piece[] {
  const blocking = arranged.told.filter(isBlocking);
  const first = blocking.slice(0, TOLD);
  // The line that the rest stands behind.
  room.left -= LINE;
  const forms = first.map((told, index) =>
    briefGates(told, index + 1, { links, tracked: tracked(told.gate) }),
  );
  const briefs = fitted(forms, room.left);
  room.left -= briefs.reduce((sum, { words }) => sum + words, 0);
  const whole = new Set(first.filter((_, index) => briefs[index]?.isWhole));
  const inFull = blocking.filter((told) => !whole.has(told));
  // Who opened the pull request is named above, and need not be at each finding.
  const unnamed: Links = { ...links, author: null };
  const behind = lineOf(blocking.length, inFull.length, whole.size);
  return [
    ...briefs.map(({ nodes }) => piece({ rank: 1, holds: "gate", nodes })),
    ...inFull.flatMap((told) => {
      const terms = { links: unnamed, tracked: tracked(told.gate) };
      return inFullPieces(told, blocking.indexOf(told) + 1, terms, behind);
    }),
  ];
}

/** No waiver lets these through, so they are named at once, however many others come before them. */
function unjudged({ told }: Outline, room: { left: number }): Piece[] {
  const hidden = told
    .filter(isBlocking)
    .slice(TOLD)
    .filter(({ standing }) => standing === "error");
  const [first] = hidden;
  if (first === undefined) return [];
  const more = hidden.length === 1 ? [] : [words(`, and ${formatCount(hidden.length - 1)} more`)];
  const line = paragraphOf(
    words("⚠️ "),
    strong(words("Cannot be judged, nor waived:")),
    words(" "),
    ...shortName(first, 5),
    ...more,
  );
  room.left -= visibleWords([line]);
  return [piece({ rank: 1, holds: "remark", nodes: [line] })];
}

function inFullPieces(told: ToldGate, number: number, terms: BriefTerms, behind: string): Piece[] {
  return [
    {
      rank: 2,
      holds: "blocking gate",
      behind,
      content: () => wholeGate(told, number, terms),
    },
    {
      rank: 5,
      holds: "list of findings",
      behind,
      content: () => furtherFindings(told, terms.links),
    },
  ];
}

function lineOf(blocking: number, inFull: number, whole: number): string {
  if (whole === 0) return "❌ All that blocks, with what to paste";
  if (whole === TOLD)
    return `❌ ${counted(inFull, "more gate")} ${inFull === 1 ? "blocks" : "block"}`;
  return `❌ ${formatCount(inFull)} of ${counted(blocking, "gate")} that block, in full`;
}

/** Waivers, conditions and warnings: at once while there is room. */
function others({ arranged, links, tracked }: CommentParts, room: { left: number }): Piece[] {
  const rest = arranged.told.filter(({ standing }) => !blocks(standing));
  const passes = rest.flatMap((told) => {
    const note = tracked(told.gate);
    return conditions(told, links).map((node) =>
      note.length === 0 || node.type !== "paragraph"
        ? node
        : paragraphOf(...node.children, words(". "), ...note),
    );
  });
  const warnings = arranged.told.flatMap((told) =>
    blocks(told.standing)
      ? []
      : told.findings
          .filter(({ standing }) => standing === "warn")
          .map((one) => warning(one, told, links)),
  );
  return [
    ...spread(passes, { rank: 3, holds: "condition" }, room),
    ...spread(warnings, { rank: 4, holds: "warning" }, room),
  ];
}

function isBlocking({ standing }: ToldGate): boolean {
  return blocks(standing);
}

/** As many as there is room for, in their order, the others behind a line. */
function spread(
  nodes: readonly RootContent[],
  kind: Pick<Part, "rank" | "holds">,
  room: { left: number },
): Piece[] {
  let shown = 0;
  let left = room.left;
  for (const node of nodes) {
    left -= visibleWords([node]);
    // Two words for the line that counts the rest.
    if (left < (shown + 1 < nodes.length ? 4 : 0)) break;
    shown += 1;
    room.left = left;
  }
  if (shown < nodes.length) room.left -= 4;
  const more = `${shown === 0 ? "" : "more "}${kind.holds}`;
  const behind = counted(nodes.length - shown, more);
  return nodes.map((node, index) => ({
    ...kind,
    content: () => [node],
    ...(index < shown ? {} : { behind }),
  }));
}

function piece({ rank, holds, nodes }: Part): Piece {
  return { rank, holds, content: () => nodes };
}

/** Of folds a reader sees the first line. */
function linesOf(...folds: readonly (readonly RootContent[])[]): number {
  return folds.reduce((sum, [first]) => {
    return sum + (first?.type === "html" ? countWords(textOfHtml(first.value)) : 0);
  }, 0);
}
