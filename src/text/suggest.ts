import { distance } from "fastest-levenshtein";

/** Longer words are pasted text, and comparing them takes long. */
const LONGEST = 64;

/**
 * The candidate a misspelt word most likely stands for: the same apart from case, `-` and `_`, at
 * most a third of its letters away, or one the beginning of the other (`warning`, `warn`).
 * Among equally near ones, the first given.
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > LONGEST) return null;
  const wanted = bare(word);
  let best: { readonly candidate: string; readonly far: number } | null = null;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > LONGEST) continue;
    const far = howFar(wanted, bare(candidate));
    if (far !== null && (best === null || far < best.far)) best = { candidate, far };
  }
  return best === null ? null : best.candidate;
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[-_\s]/g, "");
}

/** `null`: too far. */
function howFar(word: string, candidate: string): number | null {
  if (word === "" || candidate === "") return null;
  const longer = Math.max(word.length, candidate.length);
  const shorter = Math.min(word.length, candidate.length);
  const steps = distance(word, candidate);
  if (steps <= Math.round(longer / 3)) return steps;
  const begins = word.startsWith(candidate) || candidate.startsWith(word);
  return begins && shorter >= 3 ? steps : null;
}
