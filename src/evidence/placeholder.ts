import { isPlaceholderTag } from "./html-tag.ts";

const CODE = /(`+)[^`]*\1/g;

/** `<…>`; not `a <b> c` of generics glued to a word, nor `< 5 and > 3`. */
const ANGLES = /(?<!\w)<(?![\s/!?<>=])[^<>\n]{0,119}[^<>\s]>/gu;
const ADDRESS = /^<(?:[a-z][a-z\d+.-]*:\S*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>$/i;
const TAG = /^<[a-z]/i;

const WORDS = /\b(?:TODO|TBD|FIXME)\b|\b[Tt]odo:/u;
const PHRASES = /\blorem ipsum\b|\breplace me\b|\bYYYY-MM-DD\b/iu;

/**
 * The first placeholder of a text, as it stands there: `<…>`, `TODO`, `TBD`, `FIXME`, "lorem
 * ipsum", "replace me", `YYYY-MM-DD`. Not what stands between backticks: commands take arguments.
 */
export function findPlaceholder(text: string): string | null {
  const prose = text.includes("`") ? text.replace(CODE, " ") : text;
  return inAngles(prose) ?? WORDS.exec(prose)?.[0] ?? PHRASES.exec(prose)?.[0] ?? null;
}

/** What stands for text that is yet to be written where it is all there is: `to do` ends no sentence. */
const UNWRITTEN =
  /^(?:to[ -]?do|t\.? ?b\.? ?[acdn]\.?|to be (?:added|announced|confirmed|decided|defined|determined|done|filled in)|fixme|wip|_+|\?+|…|\.{2,})[.:!]?$/iu;

/** A text that says no more than that it is yet to be written. */
export function isUnwritten(text: string): boolean {
  return UNWRITTEN.test(text.trim());
}

function inAngles(text: string): string | null {
  if (!text.includes("<")) return null;
  for (const [found] of text.matchAll(ANGLES)) {
    if (ADDRESS.test(found) || (TAG.test(found) && !isPlaceholderTag(found))) continue;
    return found;
  }
  return null;
}
