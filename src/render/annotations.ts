import type { Problem } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Outline, Standing, ToldFinding, ToldGate } from "./outline.ts";
import { capitalised, closed } from "./sentence.ts";

/** A remark beside a line. Its text is foreign as yet: whoever prints it makes it harmless. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly at: Place | null;
  /** Whether there is no such file yet. */
  readonly isGone: boolean;
  readonly title: string;
  readonly message: string;
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

/** In the order of the verdict within each level. */
export function gravestFirst(all: readonly Annotation[]): readonly Annotation[] {
  return all.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

export function ofProblem({ code, message, help, at }: Problem): Annotation {
  const said = sentences(message, help);
  return { level: "error", at, isGone: false, title: `Policy: ${code}`, message: said };
}

export function ofFindings({ mode }: Verdict, { told }: Outline): readonly Annotation[] {
  const all = told.flatMap(ofGate);
  // What only advises must not look like what blocks; a policy that cannot be read does block.
  return mode === "advisory" ? all.map(softened) : all;
}

function ofGate({ gate, findings }: ToldGate): readonly Annotation[] {
  const name = gate.service === null ? gate.title : `${gate.service} · ${gate.title}`;
  const title = /gate/i.test(gate.title) ? name : `${name} gate`;
  return findings.map(({ finding, standing }: ToldFinding) => ({
    level: LEVEL_OF[standing],
    at: finding.at,
    isGone: finding.at !== null && finding.at.file === finding.creates,
    title,
    message: `${sentences(finding.problem, finding.remedy)}${standing === "warn" ? " Does not block." : ""}`,
  }));
}

function softened(annotation: Annotation): Annotation {
  return annotation.level === "error" ? { ...annotation, level: "warning" } : annotation;
}

function sentences(problem: string, remedy: string | null): string {
  const first = closed(capitalised(problem));
  if (remedy === null) return first;
  // What is to be pasted below has no full stop of ours.
  const fix = capitalised(remedy);
  return `${first} ${/:\n/.test(fix) ? fix : closed(fix)}`;
}
