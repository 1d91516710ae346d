import { Composer, LineCounter, Parser } from "yaml";
import type { LocatedEntry, LocatedScalar, LocatedValue } from "../model/document.ts";
import type { Point } from "../model/place.ts";
import { buildTree, MOST_PROBLEMS } from "./yaml/build-tree.ts";
import { findControlCharacter } from "./yaml/control-character.ts";
import { inspectTokens } from "./yaml/inspect-tokens.ts";
import { keptYaml } from "./yaml/kept-yaml.ts";
import { isRecoverable, syntaxProblem } from "./yaml/syntax-problem.ts";

/** A value and how many characters of its first line belong to it. */
export interface YamlNode extends LocatedValue {
  readonly length: number;
  readonly value: LocatedScalar | readonly YamlNode[] | ReadonlyMap<string, YamlEntry>;
}

export interface YamlEntry extends LocatedEntry {
  readonly keyLength: number;
  readonly node: YamlNode;
}

export interface YamlProblem {
  /** `yaml-syntax`, `yaml-duplicate-key`, `yaml-alias`, `yaml-tag`, `yaml-merge-key`, … */
  readonly code: string;
  readonly message: string;
  readonly at: Point;
  readonly length: number;
  readonly help: string | null;
  readonly related: { readonly message: string; readonly at: Point } | null;
}

export type ParsedYaml =
  | { readonly state: "parsed" /** `null`: empty. */; readonly root: YamlNode | null }
  | {
      readonly state: "malformed";
      /** Sorted by place; at least one. */
      readonly problems: readonly YamlProblem[];
      /**
       * What stands there all the same, so that a reader can report more at once; `null` where the
       * structure is in doubt. Never to be used as data.
       */
      readonly root: YamlNode | null;
    };

/**
 * Reads one YAML document, with the place of each value and all problems at once. Never throws.
 *
 * Strict where readers of YAML differ: no anchors, aliases, merge keys, tags, directives or second
 * documents; keys are text and unique. Plain scalars are `null`, `true`, `false`, decimal numbers
 * or text: dates, `no`, `017`, `0x1F`, `.nan` and whole numbers too large to be exact stay the
 * text they were written as. Maps are `Map`s, so no key can reach a prototype. A missing value
 * behind which a comment stands has the place of that comment.
 */
export function parseYaml(written: string): ParsedYaml {
  const kept = keptYaml(written);
  if (kept !== null) return { state: "parsed", root: kept };
  // A lone carriage return ends a line of YAML, which the parser does not know; offsets stay.
  const text = written.replace(/\r(?!\n)/g, "\n");
  const lines = new LineCounter();
  const pointAt = pointsOf(text, lines);
  const control = findControlCharacter(text);
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  if (control !== null) return malformed([{ ...control, at: pointAt(control.offset) }], null);

  const inspected = inspectTokens(tokens, pointAt);
  if (inspected.tooDeep !== null) return malformed([inspected.tooDeep], null);

  const composer = new Composer({
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const [document] = [...composer.compose(inspected.first, true, text.length)];
  if (document === undefined) return { state: "parsed", root: null };
  const refusedLines = new Set(inspected.problems.map((problem) => problem.at.line));
  const errors = document.errors.filter(
    (error) => !refusedLines.has(pointAt(error.pos[0]).line) && error.code !== "TAG_RESOLVE_FAILED",
  );
  const structural = oncePerLine(
    errors
      .filter((error) => !isRecoverable(error))
      .slice(0, 10 * MOST_PROBLEMS)
      .map((error) => syntaxProblem(error, text, pointAt)),
  );
  const recoverable = errors
    .filter((error) => isRecoverable(error))
    .slice(0, MOST_PROBLEMS)
    .map((error) => syntaxProblem(error, text, pointAt));
  if (structural.length > 0) {
    // What follows from a bracket that is never closed is noise beside the reason for it.
    const causes = inspected.swallowed === null ? structural : [inspected.swallowed];
    return malformed([...inspected.problems, ...causes, ...recoverable], null);
  }
  const built = buildTree(document.contents, text, pointAt);
  const problems = [...inspected.problems, ...recoverable, ...built.problems];
  if (problems.length > 0) return malformed(problems, built.root);
  return { state: "parsed", root: built.root };
}

function malformed(problems: readonly YamlProblem[], root: YamlNode | null): ParsedYaml {
  const sorted = [...problems].sort(byPlace).slice(0, MOST_PROBLEMS);
  return { state: "malformed", problems: sorted, root };
}

function byPlace(a: YamlProblem, b: YamlProblem): number {
  return a.at.line - b.at.line || a.at.column - b.at.column;
}

/** One broken line makes the parser stumble several times; the first is the cause. */
function oncePerLine(problems: readonly YamlProblem[]): YamlProblem[] {
  const lines = new Set<number>();
  return [...problems].sort(byPlace).filter((problem) => {
    const isFirst = !lines.has(problem.at.line);
    lines.add(problem.at.line);
    return isFirst;
  });
}

/** Places of offsets. A byte order mark takes no column. */
function pointsOf(text: string, lines: LineCounter): (offset: number) => Point {
  const marked = text.startsWith("\uFEFF");
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(line === 1 && marked ? col - 1 : col, 1) };
  };
}
