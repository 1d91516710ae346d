import type { PhrasingContent, RootContent } from "mdast";
import type { CheckAnnotation } from "../model/effect.ts";
import type { Verdict } from "../model/verdict.ts";
import { type Annotation, gravestFirst, ofFindings } from "./annotations.ts";
import { type CommentTerms, commentParts, WORDS } from "./comment.ts";
import { layOut } from "./comment-layout.ts";
import { inertLine, inertLines } from "./inert-text.ts";
import { reportPieces } from "./markdown.ts";
import { type Piece, printWithin } from "./markdown-budget.ts";
import { code, link, paragraphOf, words } from "./markdown-text.ts";
import { outline } from "./outline.ts";
import { counted, formatCount } from "./sentence.ts";
import { renderStatus } from "./status.ts";

export interface CheckRunTerms extends Omit<CommentTerms, "tracked" | "issueTrouble"> {
  /** Number of the pull request it is about, where several share the commit. */
  readonly other: number | null;
}

export interface CheckRunText {
  readonly title: string;
  readonly summary: string;
  readonly text: string | null;
  readonly annotations: readonly CheckAnnotation[];
}

/** Beside lines nobody reads more; what there is beyond them is counted. */
export const MOST_ANNOTATIONS = 200;

/**
 * A verdict as its check run: in the summary what a reader needs to begin, in the text all of it, and
 * remarks at the lines they are about. Nothing in it depends on what is written after it, such as
 * issues: else it would have to be written again.
 */
export function renderCheckRun(verdict: Verdict, terms: CheckRunTerms): CheckRunText {
  const arranged = outline(verdict);
  const parts = commentParts(verdict, { ...terms, tracked: () => [], issueTrouble: null });
  const pieces = layOut(parts, WORDS).filter(({ holds }) => holds !== "heading");
  const all = annotationsOf(verdict);
  const summary = printWithin(
    [about(terms), ...pieces.filter((piece) => !isFolded(piece)), more(all.length)],
    [parts.foot],
    bytesOf,
  );
  const details = [
    ...reportPieces(verdict, arranged, terms.links),
    piece(3, "list of commands", parts.waive),
    piece(4, "list of policy files", policyFiles(verdict)),
  ];
  const text = printWithin(details, [], bytesOf).text;
  return {
    title: renderStatus(verdict, "", terms.other),
    summary: summary.text,
    text: text.trim() === "" ? null : text,
    annotations: all.slice(0, MOST_ANNOTATIONS).flatMap(printed),
  };
}

/** GitHub counts bytes here, unlike in comments. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What the comment has behind a line stands in the text. */
function isFolded({ behind, content }: Piece): boolean {
  return behind !== undefined || content()[0]?.type === "html";
}

function about({ other, repository }: CheckRunTerms): Piece {
  if (other === null) return piece(0, "heading", []);
  const which = link(`${repository}/pull/${other}`, words(`#${other}`));
  return piece(0, "heading", [
    paragraphOf(words("This is about "), which, words(", which asks to promote the same commit.")),
  ]);
}

function more(count: number): Piece {
  const left = count - MOST_ANNOTATIONS;
  if (left <= 0) return piece(2, "remark", []);
  const shown = counted(MOST_ANNOTATIONS, "finding");
  const said = `${shown} are shown at their lines, ${formatCount(left)} more in the details.`;
  return piece(2, "remark", [paragraphOf(words(said))]);
}

function policyFiles({ policy: { files } }: Verdict): RootContent[] {
  if (files.length === 0) return [];
  const names = files.flatMap((file, index): PhrasingContent[] =>
    index === 0 ? [code(file)] : [words(", "), code(file)],
  );
  return [paragraphOf(words("The policy is made of "), ...names, words("."))];
}

function piece(rank: number, holds: string, nodes: readonly RootContent[]): Piece {
  return { rank, holds, content: () => nodes };
}

/** At lines of what would land. The policy that holds is none of it, and a missing file has no line. */
function annotationsOf(verdict: Verdict): readonly Annotation[] {
  const { files } = verdict.policy;
  return gravestFirst(ofFindings(verdict, outline(verdict))).filter(
    ({ at, isGone }) =>
      at !== null &&
      !isGone &&
      !files.includes(at.file) &&
      !/^pack:|^\.github\/stage-gates/.test(at.file),
  );
}

const LEVELS = { error: "failure", warning: "warning", notice: "notice" } as const;
const LONGEST_TITLE = 255;
const LONGEST_MESSAGE = 4_000;

/** Not at all where the path is not what it looks like: GitHub would show the remark elsewhere. */
export function printed({ level, at, title, message }: Annotation): readonly CheckAnnotation[] {
  if (at === null || inertLine(at.file, at.file.length) !== at.file) return [];
  return [
    {
      level: LEVELS[level],
      file: at.file,
      line: at.line,
      title: inertLine(title, LONGEST_TITLE),
      message: inertLines(message, LONGEST_MESSAGE).join("\n"),
    },
  ];
}
