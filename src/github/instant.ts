/** Milliseconds since 1970 of a moment as GitHub writes it. */
export function parseInstant(text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new RangeError(`GitHub gave \`${text}\` for a moment`);
  return moment;
}
