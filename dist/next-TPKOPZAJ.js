import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  judgeCheckout,
  withProgress
} from "./chunk-DBLAZVJN.js";
import "./chunk-H6E2YVLQ.js";
import "./chunk-JS7FLSM4.js";
import "./chunk-RVDEVD3B.js";
import "./chunk-NB7KAVJC.js";
import "./chunk-PNTW4M3K.js";
import "./chunk-DVWJM53H.js";
import "./chunk-JFONLSVW.js";
import "./chunk-3Z6PBV7K.js";
import "./chunk-X4Q6VVDJ.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-756SLZBU.js";
import "./chunk-BLFBGBXB.js";
import "./chunk-LIALXT4F.js";
import {
  renderProblems
} from "./chunk-APQ7POQI.js";
import "./chunk-OKGOBK43.js";
import {
  paragraph
} from "./chunk-U5LRZSWQ.js";
import "./chunk-KDC5AMTD.js";
import "./chunk-4CUAYF7T.js";
import {
  outline,
  stepsByWhom,
  summaryOf
} from "./chunk-T7LKWAK6.js";
import {
  counted
} from "./chunk-B7N2BQNV.js";
import {
  inertLine
} from "./chunk-UZJ2PFH2.js";
import "./chunk-M3ASEG5F.js";

// src/render/next.ts
function renderNext(verdict, look) {
  const { next: next2 } = verdict;
  const people = stepsByWhom(next2);
  const groups = people.map(([who, count]) => [
    `${look.paint("strong", nameOf(who))}: ${counted(count, "step")}`,
    ...next2.filter((step) => step.who === who).flatMap((step) => stepLines(step, look))
  ]);
  const blocks = groups.map((lines) => lines.join("\n"));
  return `${[...blocks, lastLine(verdict, people.length, look)].join("\n\n")}
`;
}
function nameOf(who) {
  return who === null ? "whoever opened the pull request" : inertLine(who, 120);
}
function stepLines({ problem, step, at, service, gate, rule }, look) {
  const of = [...service === null ? [] : [service], `${gate}/${rule}`].join(" ");
  const place = at === null ? of : `${at.file}:${at.line}`;
  const narrow = { ...look, width: look.width - 2 };
  return [
    "",
    ...paragraph(`${inertLine(place, 200)}  ${inertLine(problem)}`, narrow, null, 2).map(outdented),
    ...paragraph(`fix: ${inertLine(step)}`, narrow, null, 4).map((line) => line.slice(2))
  ];
}
function outdented(line) {
  return line.slice(4);
}
function lastLine(verdict, people, look) {
  const { length } = verdict.next;
  if (length === 0) return summaryOf(verdict, outline(verdict));
  const verb = length === 1 ? "remains" : "remain";
  const whom = people === 1 ? "" : `, for ${people} people`;
  return look.paint("strong", `${counted(length, "step")} ${verb}${whom}`);
}

// src/cli/commands/next.ts
async function next(dir, options, terminal) {
  const { verdict, sources } = await withProgress(
    terminal,
    "reading and judging",
    () => judgeCheckout(dir, options, terminal.cwd)
  );
  if (verdict.problems.length > 0) {
    terminal.tell(renderProblems(verdict.problems, sources, terminal.toldPaint));
    return EXIT.noVerdict;
  }
  terminal.print(renderNext(verdict, terminal.look));
  return exitCodeOf(verdict.decision);
}
export {
  next
};
