export interface HiddenCharacter {
  /** As a message names it: `right-to-left override (U+202E)`. */
  readonly name: string;
  readonly index: number;
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00ad, "soft hyphen"],
  [0x034f, "combining grapheme joiner"],
  [0x061c, "Arabic letter mark"],
  [0x180e, "Mongolian vowel separator"],
  [0x200b, "zero-width space"],
  [0x200c, "zero-width non-joiner"],
  [0x200d, "zero-width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "pop directional formatting"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x2060, "word joiner"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "pop directional isolate"],
  [0xfeff, "zero-width no-break space"],
]);

/**
 * Formatting characters (bidirectional and zero-width controls, tags), fillers that show as
 * nothing, and controls that are no white space. Variation selectors are not among them.
 */
const HIDDEN =
  /\p{Cf}|\u034F|[\u115F\u1160\u2800\u3164\uFFA0]|[\u17B4\u17B5]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/** Emoji made of several, and flags made of tags: there the joiners and tags show. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})*(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})*)+|\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;

/** Whole text is plain: nothing to look for. */
const PLAIN = /^[\t\n\r -~]*$/;

/**
 * The first bidirectional, zero-width or other control that a reader does not see. Joiners inside
 * emoji are fine. Scripts that need joiners get no exception: ids, fields and cells are to be typed
 * and compared.
 */
export function findHiddenCharacter(text: string): HiddenCharacter | null {
  if (PLAIN.test(text)) return null;
  const shown = text.replace(EMOJI, (emoji) => "x".repeat(emoji.length));
  const [found] = shown.matchAll(HIDDEN);
  if (found === undefined) return null;
  const code = found[0].codePointAt(0) ?? 0;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return { name: `${NAMES.get(code) ?? "hidden character"} (${number})`, index: found.index };
}
