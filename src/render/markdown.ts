import type { PhrasingContent, RootContent } from "mdast";
import type { Verdict } from "../model/verdict.ts";
import { formatInstant } from "../time/date.ts";
import { type Links, NO_LINKS } from "./links.ts";
import { type Piece, printWithin } from "./markdown-budget.ts";
import { gatesFold, notesFold } from "./markdown-folds.ts";
import { blockingGate, conditions, furtherFindings, warning } from "./markdown-gate.ts";
import { headingNodes } from "./markdown-heading.ts";
import { portfolioTable, serviceFold, toldByService } from "./markdown-portfolio.ts";
import { problemItem } from "./markdown-problem.ts";
import { stepsFold } from "./markdown-steps.ts";
import { code, html, paragraphOf, words } from "./markdown-text.ts";
import { blocks, type Outline, outline, stepsByWhom } from "./outline.ts";
import { portfolioOf } from "./portfolio.ts";
import { counted, formatCount } from "./sentence.ts";

/** The report for people: the verdict in words, then what blocks, who acts, and the rest folded. */
export function renderMarkdown(verdict: Verdict, links: Links = NO_LINKS): string {
  const arranged = outline(verdict);
  const pieces: Piece[] = [
    piece(0, "heading", () => [
      { type: "heading", depth: 3, children: headingNodes(verdict, arranged) },
    ]),
    ...reportPieces(verdict, arranged, links),
  ];
  return printWithin(pieces, [footer(verdict)]).text;
}

/** All but the heading and the foot. */
export function reportPieces(verdict: Verdict, arranged: Outline, links: Links): Piece[] {
  return [
    ...verdict.problems.map((problem) => piece(1, "problem", () => [problemItem(problem)])),
    ...(portfolioOf(verdict) === null ? gatePieces : portfolioPieces)(verdict, arranged, links),
    piece(5, "list of steps by person", () => stepsFold(verdict, links)),
    piece(6, "list of notes", () => notesFold(verdict.notes, links)),
  ];
}

/** One service: what blocks in full, what passes in a table behind one line. */
function gatePieces(verdict: Verdict, arranged: Outline, links: Links): Piece[] {
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const others = arranged.told.filter(({ standing }) => !blocks(standing));
  return [
    ...blocking.flatMap((told, index) => [
      piece(2, "blocking gate", () => blockingGate(told, index + 1, links)),
      piece(5, "list of findings", () => furtherFindings(told, links)),
    ]),
    piece(3, "summary of the next steps", () => nextSteps(verdict)),
    ...others.map((told) => piece(3, "condition", () => conditions(told, links))),
    ...others.flatMap((told) =>
      told.findings
        .filter(({ standing }) => standing === "warn")
        .map((one) => piece(4, "warning", () => [warning(one, told, links)])),
    ),
    piece(7, "table of gates", () => gatesFold(arranged)),
  ];
}

/** Many services: how each stands at each gate, and what is told of each behind a line of its own. */
function portfolioPieces(verdict: Verdict, arranged: Outline, links: Links): Piece[] {
  return [
    piece(1, "table of services", () => portfolioTable(verdict)),
    piece(2, "summary of the next steps", () => nextSteps(verdict)),
    ...[...toldByService(arranged)].map(([service, told]) => {
      const rank = told.some(({ standing }) => blocks(standing)) ? 3 : 4;
      return piece(rank, "service", () => serviceFold(service, told, links));
    }),
  ];
}

function piece(rank: number, holds: string, content: Piece["content"]): Piece {
  return { rank, holds, content };
}

/** How many steps are left, and for whom; each stands with its finding. */
function nextSteps({ next }: Verdict): RootContent[] {
  if (next.length === 0) return [];
  const shares = stepsByWhom(next)
    .slice(0, 10)
    .flatMap(([who, count]): PhrasingContent[] => [
      words(`, ${formatCount(count)} for `),
      who === null ? words("whoever opened the pull request") : code(who),
    ]);
  const steps = words(`Shortest path to green: ${counted(next.length, "step")}`);
  return [paragraphOf(steps, ...shares)];
}

function footer({ commit, policy, validUntil }: Verdict): RootContent {
  const sha = policy.sha === null ? "" : `@${policy.sha.slice(0, 7)}`;
  const what = commit === null ? [] : [words(" commit "), code(commit.slice(0, 7))];
  const until =
    validUntil === null ? "" : ` Time alone changes nothing before ${formatInstant(validUntil)}.`;
  return paragraphOf(
    html("<sub>"),
    words("Checked"),
    ...what,
    words(" with the policy at "),
    code(`${policy.ref}${sha}`),
    words(`.${until}`),
    html("</sub>"),
  );
}
