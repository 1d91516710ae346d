import { sourceText } from "../source/source-text.ts";
import { type SourceNode, textOf } from "../source/source-tree.ts";

const LONGEST = 60;

/** A value as messages name it: "the text `no`", "a list". */
export function describeValue(node: SourceNode): string {
  const { value } = node;
  if (Array.isArray(value)) return "a list";
  if (value instanceof Map) return "a map";
  if (typeof value === "string")
    return value === "" ? "an empty text" : `the text \`${cut(value)}\``;
  return typeof value === "number" ? `the number ${value}` : `\`${String(value)}\``;
}

export function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  tuple: "a list",
  object: "a map",
  record: "a map",
  date: "a date",
  null: "nothing",
};

export function describeKind(expected: string): string {
  return KINDS[expected] ?? expected;
}

const YES: ReadonlySet<string> = new Set(["yes", "y", "on"]);
const NO: ReadonlySet<string> = new Set(["no", "n", "off"]);

/** What a word means that other readers of YAML take for a boolean; `null` for any other word. */
export function norway(word: string): boolean | null {
  const lower = word.toLowerCase();
  if (YES.has(lower)) return true;
  return NO.has(lower) ? false : null;
}

/** How a value of the wrong kind is mended, where that is plain. */
export function mend(node: SourceNode, expected: string): string | null {
  const text = textOf(node);
  switch (expected) {
    case "boolean": {
      const meant = text === null ? null : norway(text);
      return meant === null ? null : `write \`${meant}\``;
    }
    case "string":
      return typeof node.value === "number" || typeof node.value === "boolean"
        ? `put it in quotes: \`"${sourceText(node)}"\``
        : null;
    case "number":
    case "int":
      return text === null ? null : mendNumber(text);
    case "array":
      return node.value instanceof Map ? null : `write it as a list: \`[${sourceText(node)}]\``;
    default:
      return null;
  }
}

function mendNumber(text: string): string | null {
  if (/^[-+]?0\d+$/.test(text)) {
    return "a number has no leading zero: YAML readers differ on what it means";
  }
  if (/^[-+]?\d+$/.test(text) && !Number.isSafeInteger(Number(text)))
    return "the number is too large";
  if (/^\d+(\.\d+)?$/.test(text)) return "write the number without quotes";
  return "write digits, such as `5`";
}
