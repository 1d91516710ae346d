import type { NextStep, Verdict } from "../model/verdict.ts";
import { dayOf } from "../time/date.ts";
import { expiryLine } from "./expiry.ts";
import { inertLine, inertLines } from "./inert-text.ts";
import { outline, stepsByWhom } from "./outline.ts";
import { capitalised, counted } from "./sentence.ts";
import { summaryOf } from "./summary.ts";
import { type Look, paragraph } from "./terminal-text.ts";

/** A whole record to fill in is the longest there is to paste. */
const LONGEST_PASTE = 4000;

/**
 * What is left to do, by whom: what is wrong and where, and below it what to do, with what can be
 * pasted on lines of its own, unbroken. `since` says of files when they last changed.
 */
export function renderNext(
  verdict: Verdict,
  look: Look,
  since: ReadonlyMap<string, number> = new Map(),
): string {
  const { next, expiry } = verdict;
  const people = stepsByWhom(next);
  const groups = people.map(([who, count]) => [
    `${look.paint("strong", nameOf(who))}: ${counted(count, "step")}`,
    ...withAges(
      next.filter((step) => step.who === who),
      since,
    ).flatMap(([step, age]) => stepLines(step, age, look)),
  ]);
  const ahead = expiry === null ? [] : [expiryLines(expiryLine(expiry), look)];
  const blocks = [...groups, ...ahead].map((lines) => lines.join("\n"));
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

/** Each step with since when its file is as it is; of several in one file, the first says so. */
function withAges(
  steps: readonly NextStep[],
  since: ReadonlyMap<string, number>,
): readonly (readonly [NextStep, string])[] {
  const told = new Set<string>();
  return steps.map((step) => {
    const file = step.at?.file ?? "";
    const changed = told.has(file) ? undefined : since.get(file);
    told.add(file);
    return [step, changed === undefined ? "" : ` (unchanged since ${dayOf(changed)})`];
  });
}

function expiryLines(line: string, look: Look): string[] {
  return paragraph(capitalised(line), look, { indent: 0, hanging: 2 });
}

function nameOf(who: string | null): string {
  return who === null ? "whoever opened the pull request" : inertLine(who, 120);
}

function stepLines(step: NextStep, age: string, look: Look): string[] {
  const { problem, paste, at, service, gate, rule } = step;
  const of = [...(service === null ? [] : [service]), `${gate}/${rule}`].join(" ");
  const place = at === null ? of : `${at.file}:${at.line}`;
  const told = `${inertLine(place, 200)}  ${inertLine(problem)}${age}`;
  return [
    "",
    ...paragraph(told, look, { indent: 2, hanging: 2 }),
    ...paragraph(`fix: ${inertLine(wordsOf(step))}`, look, { indent: 4, hanging: 4 }),
    ...(paste === null ? [] : inertLines(paste, LONGEST_PASTE)).map((line) =>
      `      ${line}`.trimEnd(),
    ),
  ];
}

/** The remedy without what is to be pasted, where it ends with that. */
function wordsOf({ step, paste }: NextStep): string {
  if (paste === null) return step;
  const span = `\`${paste}\``;
  const words = step.endsWith(span) ? step.slice(0, -span.length) : (step.split("\n")[0] ?? step);
  return step.endsWith(span) ? `${words.trimEnd().replace(/:$/, "")}:` : words;
}

function lastLine(verdict: Verdict, people: number, look: Look): string {
  const { length } = verdict.next;
  if (length === 0) return summaryOf(verdict, outline(verdict));
  const verb = length === 1 ? "remains" : "remain";
  const whom = people === 1 ? "" : `, for ${people} people`;
  return look.paint("strong", `${counted(length, "step")} ${verb}${whom}`);
}
