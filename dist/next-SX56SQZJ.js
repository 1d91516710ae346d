import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  outline,
  stepsByWhom,
  summaryOf
} from "./chunk-WB55W2T5.js";
import {
  paragraph
} from "./chunk-OTT52YRX.js";
import "./chunk-QSZG2IW5.js";
import {
  judgeCheckout
} from "./chunk-VSJEWYFD.js";
import "./chunk-EDRF3LNO.js";
import "./chunk-7QVWFKLL.js";
import "./chunk-MOFI6JKW.js";
import "./chunk-JYLHQQIW.js";
import {
  withProgress
} from "./chunk-Q5Q3HCI7.js";
import "./chunk-FIZGKMT6.js";
import "./chunk-QWNMVPTB.js";
import {
  renderProblems
} from "./chunk-NPY5JSOJ.js";
import {
  counted
} from "./chunk-B7N2BQNV.js";
import {
  inertLine
} from "./chunk-UR5HFCGQ.js";
import "./chunk-5RAR7TTO.js";
import "./chunk-I5SDKYXN.js";
import "./chunk-53U4FLTU.js";
import "./chunk-M2J3WGPH.js";
import "./chunk-H5AMS74M.js";
import "./chunk-GASHIKRN.js";
import "./chunk-ACFD7EWA.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-756SLZBU.js";
import "./chunk-OKGOBK43.js";
import "./chunk-4CUAYF7T.js";
import "./chunk-UR5QOAUM.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-BLFBGBXB.js";
import "./chunk-LIALXT4F.js";
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
  const rest = [...warnings(verdict, look), lastLine(verdict, people.length, look)];
  return `${[...blocks, ...rest].join("\n\n")}
`;
}
function warnings({ gates }, look) {
  const count = gates.flatMap(({ rules }) => rules).flatMap(({ findings }) => findings).filter(({ outcome }) => outcome === "warned").length;
  if (count === 0) return [];
  const verb = count === 1 ? "warns and blocks" : "warn and block";
  const text = `${counted(count, "finding")} ${verb} nothing: \`stage-gates check\` shows which`;
  return [look.paint("quiet", text)];
}
function nameOf(who) {
  return who === null ? "whoever opened the pull request" : inertLine(who, 120);
}
function stepLines({ problem, step, at, service, gate, rule }, look) {
  const of = [...service === null ? [] : [service], `${gate}/${rule}`].join(" ");
  const place = at === null ? of : `${at.file}:${at.line}`;
  return [
    "",
    ...paragraph(`${inertLine(place, 200)}  ${inertLine(problem)}`, look, {
      indent: 2,
      hanging: 2
    }),
    ...paragraph(`fix: ${inertLine(step)}`, look, { indent: 4, hanging: 4 })
  ];
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
