import type { MarkdownDocument } from "../model/document.ts";
import type { Point } from "../model/place.ts";
import { findHiddenCharacter } from "../text/hidden-characters.ts";
import { pointAt } from "../text/point-at.ts";
import type { ImportRefusal, Remark } from "./import-plan.ts";

export function nothingMapped({ at, problem, help }: Remark): ImportRefusal {
  return {
    code: "nothing-to-import",
    problem: `nothing of the document can be imported: ${problem}`,
    help,
    at,
  };
}

/**
 * How many there may be. Of what becomes a demand: more than anybody reads, and a policy larger than
 * one may be. Of tables: each is compared with all others.
 */
const LIMITS = { "items, rows and questions": 2000, tables: 200 } as const;
/** Each is looked for among all headings: some seconds. */
const MOST_STEPS = 1_000_000;

export function tooMuch(
  { sections }: MarkdownDocument,
  what: keyof typeof LIMITS,
  things: readonly { readonly at: Point }[],
): ImportRefusal | null {
  const limit = LIMITS[what];
  const most = Math.min(limit, Math.ceil(MOST_STEPS / sections.length));
  const [first] = things.slice(most);
  if (first === undefined) return null;
  const headings = most < limit ? ` under ${sections.length - 1} headings` : "";
  return {
    code: "too-much-to-import",
    problem: `the document has ${things.length} ${what}${headings}; the limit is ${most}`,
    help: "split it, and import what is needed before a promotion",
    at: first.at,
  };
}

export function nothingFound(
  { nearMisses, blocks }: MarkdownDocument,
  text: string,
): ImportRefusal {
  const [miss] = nearMisses;
  const at = miss?.at ?? { line: 1, column: 1 };
  return {
    code: "nothing-to-import",
    problem:
      blocks.length === 0
        ? `the document has no text${text.trim() === "" ? "" : " outside of HTML and comments"}`
        : "the document has no task item, no table with a status and no question to import",
    help:
      miss === undefined
        ? "write what must be done as `- [ ] <item>`, and import again"
        : `is line ${at.line} an item? Write it as \`${miss.meant}\`, and import again`,
    at,
  };
}

/** A byte order mark at the very start is fine. */
export function hiddenCharacterIn(text: string): ImportRefusal | null {
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const hidden = findHiddenCharacter(text.slice(shift));
  if (hidden === null) return null;
  return {
    code: "hidden-character",
    problem: `the document holds a ${hidden.name}, which nobody sees`,
    help: "take it out, and import again: what nobody sees cannot be judged",
    at: pointAt(text, hidden.index + shift),
  };
}
