let segmenter: Intl.Segmenter | undefined;

/** Words as the `en` segmenter of the runtime finds them, in any script. */
export function countWords(text: string): number {
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike === true) count += 1;
  return count;
}
