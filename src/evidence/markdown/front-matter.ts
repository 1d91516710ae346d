import type { Root } from "mdast";
import type { FrontMatter, LocatedEntry, LocatedValue } from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { parseYaml } from "../../text/yaml-tree.ts";

/** The fence is the first line of a document that has front matter. */
const AT: Point = { line: 1, column: 1 };
const FENCE = /^---[ \t]*(?:[\r\n]|$)/;

export function readFrontMatter({ children: [first] }: Root, source: string): FrontMatter {
  if (first?.type === "yaml") {
    // The tree shows NUL as another character; YAML is to see what stands there.
    const end = first.position?.end.offset ?? 0;
    return parse(source.slice(0, end).includes("\0") ? `${first.value}\0` : first.value);
  }
  if (!FENCE.test(source)) return { state: "absent" };
  return {
    state: "malformed",
    problem: "the `---` of the first line opens front matter, and no other `---` closes it",
    at: AT,
  };
}

function parse(text: string): FrontMatter {
  const parsed = parseYaml(text.replaceAll(/\r\n?/g, "\n"));
  if (parsed.state === "malformed") {
    const [first] = parsed.problems;
    return {
      state: "malformed",
      problem: first?.message ?? "it does not parse",
      at: first === undefined ? AT : below(first.at),
    };
  }
  if (parsed.root === null) return { state: "present", root: { at: AT, value: new Map() }, at: AT };
  const root = moved(parsed.root);
  if (root.value instanceof Map) return { state: "present", root, at: AT };
  return { state: "malformed", problem: "it is not a list of `key: value` lines", at: root.at };
}

/** Places in front matter count from the line after its fence. */
function below({ line, column }: Point): Point {
  return { line: line + AT.line, column };
}

function moved({ at, value }: LocatedValue): LocatedValue {
  if (Array.isArray(value)) return { at: below(at), value: value.map(moved) };
  if (!(value instanceof Map)) return { at: below(at), value };
  const entries = [...value].map(([key, entry]): [string, LocatedEntry] => [
    key,
    { keyAt: below(entry.keyAt), node: moved(entry.node) },
  ]);
  return { at: below(at), value: new Map(entries) };
}
