import { z } from "zod";
import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import type { Problem } from "../../model/finding.ts";
import { type Place, type Point, placeIn } from "../../model/place.ts";
import { suggest } from "../../text/suggest.ts";
import { factsSchema } from "../facts-schema.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What the schema found wrong, said in the words of the file and with its places. */
export function problemsOf(issues: readonly Issue[], root: LocatedValue, file: string): Problem[] {
  return issues.flatMap((issue) => oneIssue(issue, [], root, file));
}

function oneIssue(issue: Issue, above: Path, root: LocatedValue, file: string): Problem[] {
  const path = [...above, ...issue.path];
  const at = placeIn(file, pointOf(root, path));
  switch (issue.code) {
    case "invalid_union":
      return unionProblems(issue, path, root, file);
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        code: "unknown-key",
        message: `unknown key \`${key}\`${inside(path)}`,
        at: placeIn(file, pointOf(root, [...path, key], "key")),
        length: JSON.stringify(key).length,
        help: didYouMean(key, knownKeys()),
      }));
    case "invalid_key":
      return [
        problem("invalid-format", `\`${String(path.at(-1))}\` is no key for this map`, {
          ...at,
          ...pointOf(root, path, "key"),
        }),
      ];
    case "invalid_value":
      return [valueProblem(issue.values.map(String), path, root, at)];
    case "invalid_type":
      if (nodeAt(root, path) === null) {
        return [problem("missing-key", `${nameOf(path)} is missing`, at)];
      }
      return [problem("wrong-type", `${nameOf(path)} has to be ${A_TYPE[issue.expected]}`, at)];
    case "invalid_format":
      return [problem("invalid-format", `${nameOf(path)} does not have the form it needs`, at)];
    default:
      return [problem("invalid-value", `${nameOf(path)} is out of range`, at)];
  }
}

const A_TYPE: Readonly<Record<string, string>> = {
  object: "a map",
  record: "a map",
  array: "a list",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
};

type UnionIssue = Extract<Issue, { code: "invalid_union" }>;

/**
 * Each fact may have one of several forms, which `state` or `missing` tells apart: only what is
 * wrong with the form that was meant is said. Where none was, the states there are.
 */
function unionProblems(issue: UnionIssue, path: Path, root: LocatedValue, file: string): Problem[] {
  const node = nodeAt(root, path);
  const at = placeIn(file, pointOf(root, path));
  if (node === null) return [problem("missing-key", `${nameOf(path)} is missing`, at)];
  const possible = issue.errors.filter((errors) => !errors.some(refusesTag));
  const fitting = possible.find((errors) => errors.every(isWithin));
  if (fitting !== undefined) return fitting.flatMap((error) => oneIssue(error, path, root, file));
  if (!(node.value instanceof Map)) {
    return [problem("wrong-type", `${nameOf(path)} has none of the forms it may have`, at)];
  }
  const tag = node.value.has("missing") ? "missing" : "state";
  const values = issue.errors
    .flat()
    .flatMap((error) =>
      error.code === "invalid_value" && error.path[0] === tag ? error.values.map(String) : [],
    );
  return [valueProblem([...new Set(values)], [...path, tag], root, at)];
}

function isTag(key: PropertyKey | undefined): boolean {
  return key === "state" || key === "missing";
}

function refusesTag(error: Issue): boolean {
  return error.code === "unrecognized_keys" && error.keys.some(isTag);
}

/** About something inside the form, not about which of the forms it is. */
function isWithin(error: Issue): boolean {
  return !isTag(error.path[0]) && (error.path.length > 0 || error.code === "unrecognized_keys");
}

function valueProblem(
  values: readonly string[],
  path: Path,
  root: LocatedValue,
  around: Place,
): Problem {
  const node = nodeAt(root, path);
  const list = values.join(", ");
  if (node === null) {
    const message = `${nameOf(path)} is missing; it is one of ${list}`;
    return problem("missing-key", message, around);
  }
  const written = typeof node.value === "object" ? "this" : `\`${String(node.value)}\``;
  return {
    code: "invalid-value",
    message: `${written} is not one of ${list}`,
    at: { ...around, ...node.at },
    length: typeof node.value === "object" ? 1 : JSON.stringify(node.value).length,
    help: typeof node.value === "string" ? didYouMean(node.value, values) : null,
  };
}

function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const meant = suggest(word, candidates);
  return meant === null ? null : `did you mean \`${meant}\`?`;
}

let keys: ReadonlySet<string> | null = null;

/** Every key the form has, at whatever depth: near enough for a suggestion. Made when first needed. */
function knownKeys(): ReadonlySet<string> {
  if (keys !== null) return keys;
  const found = new Set<string>();
  JSON.stringify(z.toJSONSchema(factsSchema, { io: "input" }), (key, value: unknown) => {
    if (key === "properties") for (const name of Object.keys(Object(value))) found.add(name);
    return value;
  });
  keys = found;
  return keys;
}

function problem(code: string, message: string, at: Place): Problem {
  return { code, message, at, help: null };
}

function nameOf(path: Path): string {
  return path.length === 0 ? "the file" : `\`${path.map(String).join(".")}\``;
}

function inside(path: Path): string {
  return path.length === 0 ? "" : ` in ${nameOf(path)}`;
}

/** `null` where nothing stands. */
function nodeAt(root: LocatedValue, path: Path): LocatedValue | null {
  let node: LocatedValue | undefined = root;
  for (const step of path) node = entryOf(node, step)?.node;
  return node ?? null;
}

/** The place of a value, or of the innermost one around it that is there. */
function pointOf(root: LocatedValue, path: Path, of: "value" | "key" = "value"): Point {
  let node = root;
  let key: Point = root.at;
  for (const step of path) {
    const entry = entryOf(node, step);
    if (entry === undefined) return node.at;
    key = entry.keyAt;
    node = entry.node;
  }
  return of === "key" ? key : node.at;
}

function entryOf(node: LocatedValue | undefined, step: PropertyKey): LocatedEntry | undefined {
  const value = node?.value;
  if (value instanceof Map) return value.get(String(step));
  if (!Array.isArray(value)) return undefined;
  const element: LocatedValue | undefined = value[Number(step)];
  return element === undefined ? undefined : { keyAt: element.at, node: element };
}
