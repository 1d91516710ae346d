import { normalize } from "./normalize.ts";

const SPACES = /\p{White_Space}+/gu;

/** ASCII words with one space between them, as most names and values are: nothing to collapse or to fold but capitals. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** One space for any run of white space, none at the ends. Keeps zero-width characters, which `trim` would not. */
export function collapseSpaces(text: string): string {
  if (PLAIN.test(text)) return text;
  const collapsed = text.replace(SPACES, " ");
  const start = collapsed.startsWith(" ") ? 1 : 0;
  return collapsed.slice(
    start,
    collapsed.endsWith(" ") ? Math.max(start, collapsed.length - 1) : undefined,
  );
}

/**
 * What two names must share to be the same name: NFKC, case-folded, white space collapsed. Look-alike
 * letters of other scripts and hidden characters stay different.
 */
export function keyOf(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const folded = normalize(text, "NFKC").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return collapseSpaces(normalize(folded, "NFKC"));
}

/** Emoji with their joiners and variants, and digits in keycaps. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\p{Variation_Selector}|\p{Join_Control}|\p{Emoji_Modifier})*|[\d#*]\uFE0F?\u20E3/gu;
const PUNCTUATION = /[^\p{L}\p{M}\p{N}\p{Cf}%+#&]+/gu;

/** "Gate 2 ·", "Phase 1:", "2.", "1.2". A number without a mark behind it belongs to the title. */
const NUMBERING =
  /^[^\p{L}\p{N}]*(?:(?:gate|phase|step|stage|week|part|section|chapter) +)?(?:\d+(?:\.\d+)*[ \t]*[.):·|–—-]+|\d+(?:\.\d+)+)(?=\s)/u;

/** `keyOf` without punctuation, emoji and prefixes such as "Gate 2 ·", "2." or "Phase 1:". */
export function headingKey(text: string): string {
  const key = keyOf(text.replace(EMOJI, " "));
  return wordsOf(key.replace(NUMBERING, "")) || wordsOf(key) || keyOf(text);
}

/** The heading as a title: without emoji and such a prefix, its letters as they are. */
export function headingTitle(text: string): string {
  const plain = collapseSpaces(text.replace(EMOJI, " "));
  const title = collapseSpaces(plain.replace(new RegExp(NUMBERING.source, "iu"), ""));
  return wordsOf(title) === "" ? plain || collapseSpaces(text) : title;
}

/** The number of such a prefix: tells "Phase 1: Rollout" from "Phase 2: Rollout"; `null` without one. */
export function headingNumber(text: string): string | null {
  const prefix = NUMBERING.exec(keyOf(text.replace(EMOJI, " ")))?.[0];
  return prefix === undefined ? null : (/\d+(?:\.\d+)*/.exec(prefix)?.[0] ?? null);
}

function wordsOf(text: string): string {
  return collapseSpaces(text.replace(PUNCTUATION, " "));
}
