import type { Problem } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { PolicyNote } from "../model/policy.ts";
import { codeFrame } from "../text/code-frame.ts";
import { inertLine, inertLines } from "./inert-text.ts";
import { counted } from "./sentence.ts";
import type { Paint } from "./terminal-text.ts";

/** Texts of the policy's files by the name that problems give them. */
export type Sources = ReadonlyMap<string, string>;

/** Frames shown; a file with more is better mended from the first one on. */
const SHOWN = 50;

/** All problems with their spots in the text, and how many there are as the last line. */
export function renderProblems(
  problems: readonly Problem[],
  sources: Sources,
  paint: Paint,
): string {
  return `${[...framesOf(problems, sources, paint), lastLine(problems)].join("\n\n")}\n`;
}

/** Why a document cannot be imported; it was not to be evaluated. */
export function renderRefusal(
  problems: readonly Problem[],
  sources: Sources,
  paint: Paint,
): string {
  const last = `${errorsIn(problems)}. Nothing was imported.`;
  return `${[...framesOf(problems, sources, paint), last].join("\n\n")}\n`;
}

/** `4 errors in .github/stage-gates.yml. Nothing was evaluated.` */
export function lastLine(problems: readonly Problem[]): string {
  return `${errorsIn(problems)}. Nothing was evaluated.`;
}

function framesOf(problems: readonly Problem[], sources: Sources, paint: Paint): string[] {
  const frames = problems.slice(0, SHOWN).map((problem) => frameOf(problem, sources, paint));
  const more = problems.length - frames.length;
  const rest = more === 0 ? [] : [`${counted(more, "more error")}: --format json lists all`];
  return [...frames, ...rest];
}

function errorsIn(problems: readonly Problem[]): string {
  const byFile = new Map<string, number>();
  for (const { at } of problems) byFile.set(at.file, (byFile.get(at.file) ?? 0) + 1);
  const parts = [...byFile].map(
    ([file, count]) => `${counted(count, "error")} in ${inertLine(file)}`,
  );
  return parts.join(", ");
}

/** Remarks on a policy that is valid all the same. */
export function renderNotes(notes: readonly PolicyNote[]): string {
  const told = notes.flatMap(({ message, at, help }) => [
    `note: ${inertLine(message)}`,
    `  --> ${placeText(at)}`,
    ...(help === null ? [] : remark("help", help)),
  ]);
  return told.map((line) => `${line}\n`).join("");
}

function frameOf(problem: Problem, sources: Sources, paint: Paint): string {
  const { code, message, at, help, related } = problem;
  const source = sources.get(at.file);
  const frame = source === undefined ? [] : [codeFrame(source, at, problem.length ?? 1)];
  return [
    `${paint("fail", `error[${inertLine(code)}]`)}: ${paint("strong", inertLine(message))}`,
    `  --> ${placeText(at)}`,
    ...frame,
    ...(help === null ? [] : remark("help", help)),
    ...(related === undefined ? [] : remark("note", related.message)),
  ].join("\n");
}

/** What is to be pasted keeps its lines. */
function remark(kind: "help" | "note", text: string): string[] {
  const [first = "", ...rest] = inertLines(text);
  return [`   = ${kind}: ${first}`, ...rest.map((line) => `${" ".repeat(11)}${line}`.trimEnd())];
}

function placeText({ file, line, column }: Place): string {
  return `${inertLine(file)}:${line}:${column}`;
}
