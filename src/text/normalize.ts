/**
 * More combining marks on one letter than any script writes (Unicode calls a text without such runs
 * stream-safe), the half-width ones that become combining marks included.
 */
const PILE = /[\p{M}\uff9e\uff9f]{31}/u;

/**
 * `String.normalize` in time that grows with the text: it sorts the marks on a letter one by one,
 * and takes minutes for a few hundred kilobytes of them. Such piles stay as they are.
 */
export function normalize(text: string, form: "NFC" | "NFKC"): string {
  return PILE.test(text) ? text : text.normalize(form);
}
