import type { Point } from "../model/place.ts";

const WIDEST = 120;

/** Controls, which could repaint a terminal, and the bidirectional ones, which could deceive. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/**
 * The line of a text with what is meant underlined, ASCII only around it:
 *
 *        |
 *      7 |     requier: all
 *        |     ^^^^^^^
 *
 * Never longer than three lines, whatever the text; a long line is cut around the spot.
 */
export function codeFrame(source: string, point: Point, length: number): string {
  const line = (lineOf(source, point.line) ?? "")
    .replaceAll("\t", " ")
    .replaceAll(UNSAFE, "\uFFFD");
  const start = Math.min(Math.max(point.column - 1, 0), line.length);
  const cut = start > WIDEST - 40 ? start - 40 : 0;
  const shown = `${cut > 0 ? "..." : ""}${line.slice(cut, cut + WIDEST)}`;
  const more = line.length > cut + WIDEST ? "..." : "";
  const before = start - cut + (cut > 0 ? 3 : 0);
  const carets = Math.max(1, Math.min(length, shown.length - before));
  const number = String(point.line).padStart(2);
  const gutter = " ".repeat(number.length);
  return [
    `${gutter} |`,
    `${number} | ${shown}${more}`.trimEnd(),
    `${gutter} | ${" ".repeat(before)}${"^".repeat(carets)}`,
  ].join("\n");
}

/** The text of a line, counted from 1, without its end and without a byte order mark. */
function lineOf(source: string, wanted: number): string | null {
  const lineEnd = /\r\n|\n|\r/g;
  let start = source.startsWith("\uFEFF") ? 1 : 0;
  for (let line = 1; line < wanted; line += 1) {
    lineEnd.lastIndex = start;
    if (!lineEnd.test(source)) return null;
    start = lineEnd.lastIndex;
  }
  lineEnd.lastIndex = start;
  return source.slice(start, lineEnd.exec(source)?.index);
}
