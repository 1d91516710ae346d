import type { NextStep, Verdict } from "../model/verdict.ts";
import { inertLine } from "./inert-text.ts";
import { outline, stepsByWhom } from "./outline.ts";
import { counted } from "./sentence.ts";
import { summaryOf } from "./summary.ts";
import { type Look, paragraph } from "./terminal-text.ts";

/** What is left to do, by whom: what is wrong and where, and below it what to do or paste. */
export function renderNext(verdict: Verdict, look: Look): string {
  const { next } = verdict;
  const people = stepsByWhom(next);
  const groups = people.map(([who, count]) => [
    `${look.paint("strong", nameOf(who))}: ${counted(count, "step")}`,
    ...next.filter((step) => step.who === who).flatMap((step) => stepLines(step, look)),
  ]);
  const blocks = groups.map((lines) => lines.join("\n"));
  const rest = [...warnings(verdict, look), lastLine(verdict, people.length, look)];
  return `${[...blocks, ...rest].join("\n\n")}\n`;
}

/** What a baseline covers is to be done as well, if not now. */
function warnings({ gates }: Verdict, look: Look): string[] {
  const count = gates
    .flatMap(({ rules }) => rules)
    .flatMap(({ findings }) => findings)
    .filter(({ outcome }) => outcome === "warned").length;
  if (count === 0) return [];
  const verb = count === 1 ? "warns and blocks" : "warn and block";
  const text = `${counted(count, "finding")} ${verb} nothing: \`stage-gates check\` shows which`;
  return [look.paint("quiet", text)];
}

function nameOf(who: string | null): string {
  return who === null ? "whoever opened the pull request" : inertLine(who, 120);
}

function stepLines({ problem, step, at, service, gate, rule }: NextStep, look: Look): string[] {
  const of = [...(service === null ? [] : [service]), `${gate}/${rule}`].join(" ");
  const place = at === null ? of : `${at.file}:${at.line}`;
  return [
    "",
    ...paragraph(`${inertLine(place, 200)}  ${inertLine(problem)}`, look, {
      indent: 2,
      hanging: 2,
    }),
    ...paragraph(`fix: ${inertLine(step)}`, look, { indent: 4, hanging: 4 }),
  ];
}

function lastLine(verdict: Verdict, people: number, look: Look): string {
  const { length } = verdict.next;
  if (length === 0) return summaryOf(verdict, outline(verdict));
  const verb = length === 1 ? "remains" : "remain";
  const whom = people === 1 ? "" : `, for ${people} people`;
  return look.paint("strong", `${counted(length, "step")} ${verb}${whom}`);
}
