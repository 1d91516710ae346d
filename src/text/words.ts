let segmenter: Intl.Segmenter | undefined;

/**
 * What makes words that only the segmenter knows: other scripts, `_`, which joins words and is
 * none, and `:` between letters, which not every version takes for a joint.
 */
const SPECIAL = /[_\u0080-\uFFFF]|:[A-Za-z]/;

const PLAIN_WORD =
  /[A-Za-z0-9](?:[A-Za-z0-9]|(?<=[A-Za-z])[.'](?=[A-Za-z])|(?<=[0-9])[.,;'](?=[0-9]))*/g;

/** Words as the `en` segmenter of the runtime finds them, in any script. */
export function countWords(text: string): number {
  // The segmenter reads its dictionaries when it is made, which takes longer than most documents do.
  if (!SPECIAL.test(text)) return text.match(PLAIN_WORD)?.length ?? 0;
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike === true) count += 1;
  return count;
}
