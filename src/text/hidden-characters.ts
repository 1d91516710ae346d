export interface HiddenCharacter {
  /** As a message names it: `RIGHT-TO-LEFT OVERRIDE (U+202E)`. */
  readonly name: string;
  readonly index: number;
}

const HIDDEN =
  /[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;

/** The first bidirectional or zero-width control of a text. */
export function findHiddenCharacter(text: string): HiddenCharacter | null {
  const found = HIDDEN.exec(text);
  if (found === null) return null;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { name: `hidden character (U+${code})`, index: found.index };
}
