import { contextOf } from "../model/context.ts";
import type { Verdict } from "../model/verdict.ts";
import { type Annotation, gravestFirst, ofFindings, ofProblem } from "./annotations.ts";
import { inertCommandData, inertCommandProperty, inertLine } from "./inert-text.ts";
import { outline } from "./outline.ts";
import { counted } from "./sentence.ts";
import { summaryOf } from "./summary.ts";

/** GitHub shows ten annotations of a step; the last of them says how many more there are. */
const LIMIT = 9;

/** Workflow commands that annotate files, what blocks first, and the verdict as the last line. */
export function renderGithub(verdict: Verdict): string {
  const arranged = outline(verdict);
  const all = gravestFirst([...verdict.problems.map(ofProblem), ...ofFindings(verdict, arranged)]);
  const shown = all.slice(0, LIMIT).map(command);
  const more = all.length - shown.length;
  const rest = more === 0 ? [] : [moreOf(more, verdict)];
  // Beside the annotations, of which there are only so many.
  const notes = verdict.notes.map(({ code, message }) => inertLine(`Note ${code}: ${message}`));
  return `${[...shown, ...rest, ...notes, inertLine(summaryOf(verdict, arranged))].join("\n")}\n`;
}

function moreOf(count: number, verdict: Verdict): string {
  const noun = verdict.problems.length > 0 ? "more problem" : "more finding";
  const message = counted(count, noun);
  const title = contextOf(verdict.stage);
  return command({ level: "notice", at: null, title, message: `${message}: see the report.` });
}

function command({ level, at, title, message }: Omit<Annotation, "isGone">): string {
  const place =
    at === null
      ? []
      : [`file=${inertCommandProperty(at.file)}`, `line=${at.line}`, `col=${at.column}`];
  const properties = [...place, `title=${inertCommandProperty(title)}`].join(",");
  return `::${level} ${properties}::${inertCommandData(message)}`;
}
