import type { MarkdownDocument, Section, TextBlock } from "../model/document.ts";
import type { Point } from "../model/place.ts";
import type { Remark } from "./import-plan.ts";
import { openingSign } from "./status-words.ts";

export interface TakenUp {
  /** Sections with something that a rule asks for. */
  readonly asked: ReadonlySet<number>;
  /** Sections that are answers, with all below them. */
  readonly answers: ReadonlySet<number>;
  /** What is remarked already. */
  readonly remarks: readonly Remark[];
}

/**
 * Text that no rule asks for although its author may think so: whoever reads the gates takes the
 * rest of the document for judged.
 */
export function findOverlooked(
  document: MarkdownDocument,
  /** Lists in which no bullet has a box, not even a nested one. */
  boxless: readonly Point[],
  { asked, answers, remarks }: TakenUp,
): readonly Remark[] {
  const told = new Set(remarks.map(({ at }) => at.line));
  const free = document.blocks.filter(({ section }) => !isWithin(document, section, answers));
  const freeLines = new Set(free.map(({ at }) => at.line));
  const paragraphs = free.filter(({ kind, at }) => kind === "paragraph" && !told.has(at.line));
  const found = [
    ...paragraphs.flatMap(remarkOn),
    ...boxless
      .filter(({ line }) => !told.has(line) && freeLines.has(line))
      .map((at) => ({
        at,
        problem: "no bullet of this list has a box, so nothing asks for what they say",
        help: "write each that must be done as `- [ ] <what must be done>`, and import again",
      })),
  ];
  const lines = new Set([...told, ...found.map(({ at }) => at.line)]);
  const spoken = new Set(
    document.blocks.filter(({ at }) => lines.has(at.line)).map(({ section }) => section),
  );
  const silent = new Set(
    paragraphs.map(({ section }) => section).filter((one) => !asked.has(one) && !spoken.has(one)),
  );
  // What stands right under the title introduces the document.
  const headings = document.sections.filter(({ index, depth }) => depth > 1 && silent.has(index));
  return [...found, ...noDemand(headings)];
}

function isWithin(
  { sections }: MarkdownDocument,
  section: number,
  outer: ReadonlySet<number>,
): boolean {
  for (let at: number | null = section; at !== null; at = sections[at]?.parent ?? null) {
    if (outer.has(at)) return true;
  }
  return false;
}

/** `What is …?`, `Q: What is …? A: …` */
const QUESTION = /[?？]$|^q(?:uestion)? ?\d*[:.)]/iu;

function remarkOn({ text, at }: TextBlock): Remark[] {
  if (QUESTION.test(text)) {
    return [
      {
        at,
        problem: "this question is no heading, so nothing asks for its answer",
        help: "write it as `### <question>` with its answer below, and import again",
      },
    ];
  }
  const sign = openingSign(text);
  if (sign === null) return [];
  return [
    {
      at,
      problem: `\`${sign}\` in a text is no box, so nothing asks for what it says`,
      help: "write each that must be done as `- [ ] <what must be done>`, and import again",
    },
  ];
}

const NAMED = 5;

function noDemand(sections: readonly Section[]): Remark[] {
  const [first] = sections;
  if (first === undefined) return [];
  const names = sections.slice(0, NAMED).map(({ heading }) => `\`${heading}\``);
  const more = sections.length > NAMED ? ` and ${sections.length - NAMED} more` : "";
  return [
    {
      at: first.at,
      problem: `nothing asks for the text under ${names.join(", ")}${more}`,
      help: "where it answers something, end the heading with `?`, and import again",
    },
  ];
}
