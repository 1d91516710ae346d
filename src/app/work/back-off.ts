const FIRST = 2_000;
const LONGEST = 10 * 60_000;

/** How long to wait after so many tries that failed, in milliseconds: 2 s, doubled up to ten minutes. */
export function backOff(attempts: number): number {
  return Math.min(LONGEST, FIRST * 2 ** Math.max(0, Math.min(20, attempts - 1)));
}
