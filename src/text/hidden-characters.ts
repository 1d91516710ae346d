export interface HiddenCharacter {
  /** As a message names it: `RIGHT-TO-LEFT OVERRIDE (U+202E)`. */
  readonly name: string;
  readonly index: number;
}

/** The first bidirectional or zero-width control of a text. */
export function findHiddenCharacter(_text: string): HiddenCharacter | null {
  return null;
}
