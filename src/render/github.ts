import type { Place } from "../model/place.ts";
import type { Verdict } from "../model/verdict.ts";
import { inertCommandData, inertCommandProperty, inertLine } from "./inert-text.ts";
import { outline, type Standing, type ToldFinding, type ToldGate } from "./outline.ts";
import { capitalised, closed, counted } from "./sentence.ts";
import { summaryOf } from "./summary.ts";

/** GitHub shows ten annotations of a step; the last of them says how many more there are. */
const LIMIT = 9;

interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly at: Place | null;
  readonly title: string;
  readonly message: string;
}

/** Workflow commands that annotate files, what blocks first, and the verdict as the last line. */
export function renderGithub(verdict: Verdict): string {
  const arranged = outline(verdict);
  const said = arranged.told.flatMap(annotationsOf);
  // What only advises must not look like what blocks; a policy that cannot be read does block.
  const told = verdict.mode === "advisory" ? said.map(softened) : said;
  const all = [...problemsOf(verdict), ...told].sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level),
  );
  const shown = all.slice(0, LIMIT).map(command);
  const more = all.length - shown.length;
  const rest = more === 0 ? [] : [moreOf(more, verdict)];
  // Beside the annotations, of which there are only so many.
  const notes = verdict.notes.map(({ code, message }) => inertLine(`Note ${code}: ${message}`));
  return `${[...shown, ...rest, ...notes, inertLine(summaryOf(verdict, arranged))].join("\n")}\n`;
}

const LEVELS = ["error", "warning", "notice"] as const;

const LEVEL_OF: Readonly<Record<Standing, Annotation["level"]>> = {
  fail: "error",
  error: "error",
  wait: "warning",
  open: "notice",
  conditional: "notice",
  warn: "warning",
  pass: "notice",
  none: "notice",
};

function problemsOf({ problems }: Verdict): readonly Annotation[] {
  return problems.map(({ code, message, help, at }) => ({
    level: "error" as const,
    at,
    title: `Policy: ${code}`,
    message: sentences(message, help),
  }));
}

function annotationsOf({ gate, findings }: ToldGate): readonly Annotation[] {
  const name = gate.service === null ? gate.title : `${gate.service} · ${gate.title}`;
  const title = /gate/i.test(gate.title) ? name : `${name} gate`;
  return findings.map(({ finding, standing }: ToldFinding) => ({
    level: LEVEL_OF[standing],
    at: finding.at,
    title,
    message: `${sentences(finding.problem, finding.remedy)}${standing === "warn" ? " Does not block." : ""}`,
  }));
}

function softened(annotation: Annotation): Annotation {
  return annotation.level === "error" ? { ...annotation, level: "warning" } : annotation;
}

function sentences(problem: string, remedy: string | null): string {
  const first = closed(capitalised(problem));
  return remedy === null ? first : `${first} ${closed(capitalised(remedy))}`;
}

function moreOf(count: number, verdict: Verdict): string {
  const noun = verdict.problems.length > 0 ? "more problem" : "more finding";
  const message = counted(count, noun);
  const title = `stage-gates / ${verdict.stage}`;
  return command({ level: "notice", at: null, title, message: `${message}: see the report.` });
}

function command({ level, at, title, message }: Annotation): string {
  const place =
    at === null
      ? []
      : [`file=${inertCommandProperty(at.file)}`, `line=${at.line}`, `col=${at.column}`];
  const properties = [...place, `title=${inertCommandProperty(title)}`].join(",");
  return `::${level} ${properties}::${inertCommandData(message)}`;
}
