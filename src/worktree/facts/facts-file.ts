import type { LocatedValue } from "../../model/document.ts";
import type { Problem } from "../../model/finding.ts";
import { placeIn } from "../../model/place.ts";
import { parseLocatedJson } from "../../text/located-json.ts";
import { factsSchema, type RecordedFacts } from "../facts-schema.ts";
import { problemsOf } from "./facts-problems.ts";

export type ParsedFacts =
  | { readonly state: "valid"; readonly facts: RecordedFacts }
  | { readonly state: "invalid"; readonly problems: readonly Problem[] };

/** Reads a facts file strictly, all problems at once. `name` is how messages call it. Never throws. */
export function parseFactsFile(name: string, text: string): ParsedFacts {
  const json = parseLocatedJson(text);
  if (json.state === "malformed") {
    const problems = json.problems.map(({ code, message, at, related }) => ({
      code,
      message,
      at: placeIn(name, at),
      help: code === "json-syntax" ? "the file has to be JSON, without comments" : null,
      ...(related === null
        ? {}
        : { related: { message: related.message, at: placeIn(name, related.at) } }),
    }));
    return { state: "invalid", problems };
  }
  const { root } = json;
  const checked = factsSchema.safeParse(plain(root));
  const problems = [
    ...(checked.success ? [] : problemsOf(checked.error.issues, root, name)),
    ...keyProblems(root, name),
  ];
  if (problems.length > 0 || !checked.success) {
    return { state: "invalid", problems: problems.sort(byPlace) };
  }
  return { state: "valid", facts: checked.data };
}

/** Without the key `__proto__`, which is a problem of its own (see `keyProblems`). */
function plain({ value }: LocatedValue): unknown {
  if (value instanceof Map) {
    const entries = [...value].filter(([key]) => key !== "__proto__");
    return Object.fromEntries(entries.map(([key, { node }]) => [key, plain(node)]));
  }
  return Array.isArray(value) ? value.map(plain) : value;
}

/** Maps whose keys GitHub compares without case, and in which `#441` is `441`. */
const LOOSE = ["accounts", "teams", "merged_pulls", "references"];

/** What the schema cannot see: keys it passes over, and two keys for one thing. */
function keyProblems(root: LocatedValue, file: string): Problem[] {
  const problems: Problem[] = [];
  const visit = ({ value }: LocatedValue, loose: boolean): void => {
    if (Array.isArray(value)) for (const element of value) visit(element, false);
    if (!(value instanceof Map)) return;
    const seen = new Map<string, string>();
    for (const [key, { keyAt, node }] of value) {
      const at = placeIn(file, keyAt);
      const same = seen.get(looseKey(key));
      if (key === "__proto__") {
        problems.push({ code: "unknown-key", message: `unknown key \`${key}\``, at, help: null });
      } else if (loose && same !== undefined) {
        const message = `\`${key}\` and \`${same}\` are the same`;
        problems.push({ code: "duplicate-key", message, at, help: "drop one of them" });
      }
      seen.set(looseKey(key), key);
      visit(node, value === root.value ? LOOSE.includes(key) : loose && isReferenceKind(key));
    }
  };
  visit(root, false);
  return problems;
}

function isReferenceKind(key: string): boolean {
  return key === "issues" || key === "commits" || key === "runs";
}

/** How entries of the file are found: without case, and without the `#` of a bare number. */
export function looseKey(key: string): string {
  return key.replace(/^#/, "").toLowerCase();
}

function byPlace(a: Problem, b: Problem): number {
  return a.at.line - b.at.line || a.at.column - b.at.column || (a.message < b.message ? -1 : 1);
}
