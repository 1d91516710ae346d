import type { Point } from "../../model/place.ts";
import type { Run } from "./runs.ts";

/** Inline content between two separators. */
export interface Segment {
  readonly runs: readonly Run[];
  readonly at: Point;
  /** What stands before it. */
  readonly after: "start" | "dot" | "line";
}

const DOT = / · |^· | ·$|\n· | ·\n/u;
const DOT_OR_LINE = / · |^· | ·$|\n/u;

/**
 * Cuts inline content at each ` · ` that stands in its plain text (not in code, links or emphasis),
 * and at line ends where wanted.
 */
export function segmentsOf(
  runs: readonly Run[],
  at: Point,
  cut: "dots" | "dots-and-lines",
): Segment[] {
  const separator = cut === "dots" ? DOT : DOT_OR_LINE;
  const segments: { runs: Run[]; at: Point; after: Segment["after"] }[] = [
    { runs: [], at: runs[0]?.at ?? at, after: "start" },
  ];
  for (const run of runs) {
    let rest = run;
    for (
      let found = run.isPlain ? separator.exec(rest.text) : null;
      found !== null;
      found = separator.exec(rest.text)
    ) {
      const [before, after] = split(rest, found.index, found[0].length);
      if (before.text !== "") segments.at(-1)?.runs.push(before);
      segments.push({ runs: [], at: after.at, after: found[0].includes("·") ? "dot" : "line" });
      rest = after;
    }
    if (rest.text === "") continue;
    const current = segments.at(-1);
    if (current === undefined) continue;
    if (current.runs.length === 0) current.at = rest.at;
    current.runs.push(rest);
  }
  return segments;
}

function split(run: Run, index: number, length: number): [Run, Run] {
  const at = run.isExact ? behind(run, index + length) : run.at;
  return [
    { ...run, text: run.text.slice(0, index) },
    { ...run, text: run.text.slice(index + length), at },
  ];
}

function behind(run: Run, index: number): Point {
  const skipped = run.text.slice(0, index);
  const lines = skipped.split("\n");
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line: run.at.line, column: run.at.column + last }
    : { line: run.at.line + lines.length - 1, column: last + 1 };
}
