const SPACES = /\p{White_Space}+/gu;

/** One space for any run of white space, none at the ends. Keeps zero-width characters, which `trim` would not. */
export function collapseSpaces(text: string): string {
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
  const folded = text.normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return collapseSpaces(folded.normalize("NFKC"));
}

/** `keyOf` without punctuation, emoji and prefixes such as "Gate 2 ·", "2." or "Phase 1:". */
export function headingKey(text: string): string {
  const words = keyOf(text)
    .replace(/[^\p{L}\p{N}\p{Cf}%+#&]+/gu, " ")
    .trim();
  return words.replace(
    /^(?:(?:gate|phase|step|stage|week|part|section|chapter)? ?\d+(?:\s\d+)*)\s+(?=\S)/u,
    "",
  );
}
