import type { Finding, FindingOutcome } from "../model/finding.ts";

type Told<Code extends string> = Pick<Finding<Code>, "code" | "problem" | "remedy"> &
  Partial<Pick<Finding, "at" | "asks" | "item" | "creates" | "paste">>;

function finding<const Code extends string>(
  outcome: FindingOutcome,
  told: Told<Code>,
): Finding<Code> {
  return { at: null, asks: null, item: null, ...told, outcome };
}

/** A remedy that ends in what is to be pasted: in backticks, or behind a line break on lines of its own. */
export function pasting(
  words: string,
  paste: string,
): { readonly remedy: string; readonly paste: string } {
  return { remedy: words.endsWith("\n") ? `${words}${paste}` : `${words} \`${paste}\``, paste };
}

/** The same with a line for each reading of a date; what can be pasted is sure only where there is one. */
export function pastingOneOf(
  words: string,
  readings: readonly string[],
  line: (day: string) => string,
): { readonly remedy: string; readonly paste?: string } {
  const [first, second] = readings;
  if (first === undefined) return pasting(words, line("<YYYY-MM-DD>"));
  if (second === undefined) return pasting(words, line(first));
  return { remedy: `${words} ${readings.map((day) => `\`${line(day)}\``).join(" or ")}` };
}

/** The rule does not hold. */
export function failed<const Code extends string>(told: Told<Code>): Finding<Code> {
  return finding("failed", told);
}

/** It cannot be judged. */
export function errored<const Code extends string>(told: Told<Code>): Finding<Code> {
  return finding("errored", told);
}

/** Nothing is wrong yet: it waits for time or a person. */
export function pending<const Code extends string>(told: Told<Code>): Finding<Code> {
  return finding("pending", told);
}

/** A decision record lets it pass on conditions. */
export function conditional<const Code extends string>(told: Told<Code>): Finding<Code> {
  return finding("conditional", told);
}

/** It holds, and somebody should look. */
export function warned<const Code extends string>(told: Told<Code>): Finding<Code> {
  return finding("warned", told);
}

/** A remark that changes no outcome. */
export function noted<const Code extends string>(told: Told<Code>): Finding<Code> {
  return finding("noted", told);
}
