/** Asks no more often than so: whoever asks in between gets what was there. A failure is not kept. */
export function keptFor<Value>(
  milliseconds: number,
  ask: () => Promise<Value>,
  now: () => number,
): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly at: number } | null = null;
  return () => {
    if (kept === null || now() - kept.at >= milliseconds || now() < kept.at) {
      const value = ask();
      kept = { value, at: now() };
      value.catch(() => {
        kept = null;
      });
    }
    return kept.value;
  };
}
