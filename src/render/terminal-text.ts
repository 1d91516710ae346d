import type { Standing } from "./outline.ts";
import { wrapText } from "./wrap-text.ts";

export type Tone = Standing | "strong" | "quiet" | "added" | "removed";

/** Colours a text, or not. Colour only repeats what the words say. */
export type Paint = (tone: Tone, text: string) => string;

/** How a terminal wants it. */
export interface Look {
  /** Columns to fill. */
  readonly width: number;
  readonly paint: Paint;
}

/** The words of a verdict, five letters at most so that they make a column. */
export const WORDS: Readonly<Record<Standing, string>> = {
  fail: "FAIL",
  error: "ERROR",
  wait: "WAIT",
  open: "OPEN",
  conditional: "COND",
  warn: "WARN",
  pass: "PASS",
  none: "N/A",
};

/** Columns of the words; all other text stands right of them. */
export const INDENT = 6;

export function paintWord(standing: Standing, look: Look): string {
  return look.paint(standing, WORDS[standing].padEnd(INDENT));
}

export interface ParagraphStyle {
  readonly tone?: Tone;
  /** Columns before it; those of the words unless given. */
  readonly indent?: number;
  /** Columns more from its second line on. */
  readonly hanging?: number;
}

export function paragraph(
  text: string,
  look: Look,
  { tone, indent = INDENT, hanging = 0 }: ParagraphStyle = {},
): string[] {
  return wrapText(text, look.width - indent - hanging).map((line, index) => {
    const before = " ".repeat(indent + (index === 0 ? 0 : hanging));
    return before + (tone === undefined ? line : look.paint(tone, line));
  });
}

/** A word and a paragraph beside it. */
export function entry(word: string, text: string, look: Look): string[] {
  const [first = "", ...rest] = paragraph(text, look);
  return [`${word}${first.slice(INDENT)}`.trimEnd(), ...rest];
}
