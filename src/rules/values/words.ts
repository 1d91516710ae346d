import type { LocatedValue } from "../../model/document.ts";
import { keyLine } from "../reading/key-line.ts";
import type { Assertion } from "./options.ts";

const LONGEST = 60;

/** A value in a message, cut. */
export function show({ value }: LocatedValue): string {
  const text = String(value);
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}\``;
}

/** A value with its type: `the text "1"`. */
export function describe(node: LocatedValue): string {
  const { value } = node;
  if (Array.isArray(value)) return "a list";
  if (value instanceof Map) return "a map";
  if (typeof value === "string") return `the text ${show(node)}`;
  return typeof value === "number" ? `the number ${show(node)}` : show(node);
}

export function list(values: readonly unknown[]): string {
  return values.map((value) => `\`${value}\``).join(", ");
}

/** What to write there, as a placeholder that does not pass when it is pasted as it stands. */
export function wanted(
  path: string,
  assertion: Assertion,
): { readonly remedy: string; readonly paste?: string } {
  if (assertion.exists === false) return { remedy: `take \`${path}\` out` };
  const text = `<${wish(assertion)}>`;
  const written = keyLine(path, text);
  if (written === null) return { remedy: `once it is so, write \`${text}\`` };
  const { line, where } = written;
  return { remedy: `once it is so, write \`${line}\`${where}`, paste: line };
}

function wish(assertion: Assertion): string {
  const { equals, one_of, not_in, min, max, between, contains_all, for_each } = assertion;
  const parts = [
    equals === undefined ? null : `${equals}`,
    one_of === undefined ? null : one_of.join(" or "),
    not_in === undefined ? null : `not ${not_in.join(", ")}`,
    min === undefined ? null : `at least ${min}`,
    max === undefined ? null : `at most ${max}`,
    between === undefined ? null : `${between[0]} to ${between[1]}`,
    contains_all === undefined ? null : `a list with ${contains_all.join(", ")}`,
    for_each === undefined ? null : "one entry or more",
  ].filter((part) => part !== null);
  return parts.length === 0 ? "what is so" : parts.join(", ");
}
