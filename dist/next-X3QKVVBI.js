import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  paragraph
} from "./chunk-K7XJ4OZZ.js";
import "./chunk-KDC5AMTD.js";
import {
  judgeCheckout,
  withProgress
} from "./chunk-2DUD3AF5.js";
import "./chunk-SIHMGJJP.js";
import "./chunk-MOFI6JKW.js";
import "./chunk-NBH3264R.js";
import "./chunk-LSYMBCUK.js";
import "./chunk-JM3G224A.js";
import "./chunk-PN72QAEI.js";
import "./chunk-LHLPKCSS.js";
import "./chunk-M2J3WGPH.js";
import "./chunk-AWHFEREL.js";
import "./chunk-MUAM4H6C.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-756SLZBU.js";
import "./chunk-H5AMS74M.js";
import "./chunk-I7DRUK4O.js";
import "./chunk-GEYARX47.js";
import "./chunk-6GBBCTWT.js";
import {
  renderProblems
} from "./chunk-NPY5JSOJ.js";
import "./chunk-UR5QOAUM.js";
import "./chunk-V7XYMT6F.js";
import {
  outline,
  stepsByWhom,
  summaryOf
} from "./chunk-A5CKXA6Z.js";
import "./chunk-FJAALNWA.js";
import "./chunk-4CUAYF7T.js";
import {
  counted
} from "./chunk-B7N2BQNV.js";
import {
  inertLine
} from "./chunk-UR5HFCGQ.js";
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
