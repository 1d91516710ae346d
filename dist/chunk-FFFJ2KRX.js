import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  NO_LINKS,
  blockingGate,
  code,
  conditions,
  furtherFindings,
  gatesFold,
  headingNodes,
  html,
  notesFold,
  paragraphOf,
  printWithin,
  problemItem,
  warning,
  words
} from "./chunk-47WF3OL4.js";
import {
  blocks,
  outline,
  stepsByWhom
} from "./chunk-A5CKXA6Z.js";
import {
  formatInstant
} from "./chunk-4CUAYF7T.js";
import {
  counted,
  formatCount
} from "./chunk-B7N2BQNV.js";

// src/render/markdown.ts
function renderMarkdown(verdict, links = NO_LINKS) {
  const arranged = outline(verdict);
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const others = arranged.told.filter(({ standing }) => !blocks(standing));
  const pieces = [
    piece(0, "heading", () => [
      { type: "heading", depth: 3, children: headingNodes(verdict, arranged) }
    ]),
    ...verdict.problems.map((problem) => piece(1, "problem", () => [problemItem(problem)])),
    ...blocking.flatMap((told, index) => [
      piece(2, "blocking gate", () => blockingGate(told, index + 1, links)),
      piece(5, "list of findings", () => furtherFindings(told, links))
    ]),
    piece(3, "summary of the next steps", () => nextSteps(verdict)),
    ...others.map((told) => piece(3, "condition", () => conditions(told, links))),
    ...others.flatMap(
      (told) => told.findings.filter(({ standing }) => standing === "warn").map((one) => piece(4, "warning", () => [warning(one, told, links)]))
    ),
    piece(7, "table of gates", () => gatesFold(arranged)),
    piece(6, "list of notes", () => notesFold(verdict.notes, links))
  ];
  return printWithin(pieces, [footer(verdict)]).text;
}
function piece(rank, holds, content) {
  return { rank, holds, content };
}
function nextSteps({ next }) {
  if (next.length === 0) return [];
  const shares = stepsByWhom(next).slice(0, 10).flatMap(([who, count]) => [
    words(`, ${formatCount(count)} for `),
    who === null ? words("whoever opened the pull request") : code(who)
  ]);
  const steps = words(`Shortest path to green: ${counted(next.length, "step")}`);
  return [paragraphOf(steps, ...shares)];
}
function footer({ commit, policy, validUntil }) {
  const sha = policy.sha === null ? "" : `@${policy.sha.slice(0, 7)}`;
  const what = commit === null ? [] : [words(" commit "), code(commit.slice(0, 7))];
  const until = validUntil === null ? "" : ` Time alone changes nothing before ${formatInstant(validUntil)}.`;
  return paragraphOf(
    html("<sub>"),
    words("Checked"),
    ...what,
    words(" with the policy at "),
    code(`${policy.ref}${sha}`),
    words(`.${until}`),
    html("</sub>")
  );
}

export {
  renderMarkdown
};
