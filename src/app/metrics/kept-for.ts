/**
 * Asks no more often than so: whoever asks in between gets what was there.
 *
 * @param ask never rejects
 * @param now by a clock that never goes back
 */
export function keptFor<Value>(
  milliseconds: number,
  ask: () => Promise<Value>,
  now: () => number,
): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly at: number } | null = null;
  return () => {
    if (kept === null || now() - kept.at >= milliseconds) kept = { value: ask(), at: now() };
    return kept.value;
  };
}
