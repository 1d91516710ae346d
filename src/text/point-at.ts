import type { Point } from "../model/place.ts";

/** Line and column of an offset in UTF-16 units, whatever ends the lines. */
export function pointAt(text: string, offset: number): Point {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
