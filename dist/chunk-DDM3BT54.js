import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  NO_LINKS,
  blockingGate,
  bullet,
  bullets,
  code,
  conditions,
  fold,
  furtherFindings,
  gatesFold,
  headingNodes,
  html,
  notesFold,
  paragraphOf,
  placeNodes,
  portfolioTable,
  printWithin,
  problemItem,
  prose,
  serviceFold,
  strong,
  toldByService,
  warning,
  words
} from "./chunk-7HZYVWXB.js";
import {
  portfolioOf
} from "./chunk-Z6FM3TGP.js";
import {
  blocks,
  outline,
  stepsByWhom
} from "./chunk-WB55W2T5.js";
import {
  counted,
  formatCount
} from "./chunk-B7N2BQNV.js";
import {
  formatInstant
} from "./chunk-4CUAYF7T.js";

// src/render/markdown-steps.ts
var PEOPLE = 20;
var STEPS = 10;
function stepsFold({ next }, links) {
  const people = stepsByWhom(next);
  if (people.length < 2) return [];
  const items = people.slice(0, PEOPLE).map(([who, count]) => {
    const name = who === null ? words("Whoever opened the pull request") : code(who);
    const steps = next.filter((step) => step.who === who).slice(0, STEPS).map((step) => stepItem(step, links));
    const more = count - steps.length;
    const rest = more > 0 ? [bullet([paragraphOf(words(`${counted(more, "step")} more`))])] : [];
    const title = paragraphOf(strong(name), words(`: ${counted(count, "step")}`));
    return bullet([title, bullets([...steps, ...rest])]);
  });
  const unseen = people.length - items.length;
  const last = unseen > 0 ? [bullet([paragraphOf(words(`${counted(unseen, "person")} more`))])] : [];
  return fold("Steps, person by person", [bullets([...items, ...last])]);
}
function stepItem({ problem, at, service }, links) {
  const of = service === null ? [] : [code(service), words(" \xB7 ")];
  return bullet([paragraphOf(...of, ...prose(problem), ...placeNodes(at, links))]);
}

// src/render/markdown.ts
function renderMarkdown(verdict, links = NO_LINKS) {
  const arranged = outline(verdict);
  const pieces = [
    piece(0, "heading", () => [
      { type: "heading", depth: 3, children: headingNodes(verdict, arranged) }
    ]),
    ...verdict.problems.map((problem) => piece(1, "problem", () => [problemItem(problem)])),
    ...(portfolioOf(verdict) === null ? gatePieces : portfolioPieces)(verdict, arranged, links),
    piece(5, "list of steps by person", () => stepsFold(verdict, links)),
    piece(6, "list of notes", () => notesFold(verdict.notes, links))
  ];
  return printWithin(pieces, [footer(verdict)]).text;
}
function gatePieces(verdict, arranged, links) {
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const others = arranged.told.filter(({ standing }) => !blocks(standing));
  return [
    ...blocking.flatMap((told, index) => [
      piece(2, "blocking gate", () => blockingGate(told, index + 1, links)),
      piece(5, "list of findings", () => furtherFindings(told, links))
    ]),
    piece(3, "summary of the next steps", () => nextSteps(verdict)),
    ...others.map((told) => piece(3, "condition", () => conditions(told, links))),
    ...others.flatMap(
      (told) => told.findings.filter(({ standing }) => standing === "warn").map((one) => piece(4, "warning", () => [warning(one, told, links)]))
    ),
    piece(7, "table of gates", () => gatesFold(arranged))
  ];
}
function portfolioPieces(verdict, arranged, links) {
  return [
    piece(1, "table of services", () => portfolioTable(verdict)),
    piece(2, "summary of the next steps", () => nextSteps(verdict)),
    ...[...toldByService(arranged)].map(([service, told]) => {
      const rank = told.some(({ standing }) => blocks(standing)) ? 3 : 4;
      return piece(rank, "service", () => serviceFold(service, told, links));
    })
  ];
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
