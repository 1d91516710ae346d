import type { Problem } from "../../model/finding.ts";
import { placeOf, type SourceFile, type Spot } from "./source-tree.ts";

export interface Told {
  readonly code: string;
  readonly message: string;
  readonly help?: string | null;
  readonly related?: { readonly message: string; readonly spot: Spot };
}

const LONG = 200;

/**
 * Collects problems. Those in a pack are told where the pack was asked for: nobody who reads the
 * message can change the pack, and everybody can refine or drop what it brings.
 */
export class ProblemList {
  readonly #found = new Map<string, { readonly problem: Problem; readonly file: SourceFile }>();
  readonly #askedFor: ReadonlyMap<string, Spot>;

  /** `askedFor`: by name of a pack's file, the entry of `extends` that names it. */
  constructor(askedFor: ReadonlyMap<string, Spot> = new Map()) {
    this.#askedFor = askedFor;
  }

  add(spot: Spot, told: Told): void {
    const reported = this.#askedFor.get(spot.file.name) ?? spot;
    const moved = reported !== spot;
    const related = told.related ?? (moved ? { message: whereIn(spot), spot } : undefined);
    const { file, length } = reported;
    const problem: Problem = {
      code: told.code,
      message: told.message,
      at: placeOf(reported),
      length,
      help: told.help ?? null,
      ...(related && { related: { message: related.message, at: placeOf(related.spot) } }),
    };
    const key = JSON.stringify([problem.code, problem.at, problem.message, moved && spot.at]);
    if (!this.#found.has(key)) this.#found.set(key, { problem, file });
  }

  /** Past this, more help with each of them helps nobody and takes long. */
  get isLong(): boolean {
    return this.#found.size > LONG;
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  /** By file (repository, organization, packs), line and column; each once. */
  sorted(): readonly Problem[] {
    const all = [...this.#found.values()].sort(byPlace).map(({ problem }) => problem);
    return all.filter((problem, index) => !isMootSyntax(problem, all[index - 1]));
  }
}

/** Quotes around `@ana` mend nothing where a login is due, which is written without the `@`. */
function isMootSyntax({ code, at }: Problem, before: Problem | undefined): boolean {
  if (code !== "yaml-syntax" || before?.code !== "invalid-format") return false;
  return before.at.file === at.file && before.at.line === at.line && before.at.column === at.column;
}

function whereIn(spot: Spot): string {
  return `it stands in ${spot.file.name} at line ${spot.at.line}`;
}

const ORDER = ["waivers", "baseline", "repository", "organization", "pack"] as const;

type Found = { readonly problem: Problem; readonly file: SourceFile };

function byPlace(a: Found, b: Found): number {
  return (
    ORDER.indexOf(a.file.kind) - ORDER.indexOf(b.file.kind) ||
    compareText(a.problem.at.file, b.problem.at.file) ||
    a.problem.at.line - b.problem.at.line ||
    a.problem.at.column - b.problem.at.column ||
    compareText(a.problem.code, b.problem.code) ||
    compareText(a.problem.message, b.problem.message)
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
