import type { Yaml } from "mdast";
import type { FrontMatter, LocatedEntry, LocatedValue } from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { parseYaml } from "../../text/yaml-tree.ts";
import { pointOf } from "./inline.ts";

export function readFrontMatter(node: Yaml): FrontMatter {
  const at = pointOf(node);
  const parsed = parseYaml(node.value);
  if (parsed.state === "malformed") {
    const [first] = parsed.problems;
    return {
      state: "malformed",
      problem: first?.message ?? "it does not parse",
      at: first === undefined ? at : below(first.at, at),
    };
  }
  if (parsed.root === null) return { state: "present", root: { at, value: new Map() }, at };
  return { state: "present", root: moved(parsed.root, at), at };
}

/** Places in front matter count from the line after its fence. */
function below(point: Point, fence: Point): Point {
  return { line: point.line + fence.line, column: point.column };
}

function moved({ at, value }: LocatedValue, fence: Point): LocatedValue {
  if (Array.isArray(value)) {
    return { at: below(at, fence), value: value.map((child) => moved(child, fence)) };
  }
  if (!(value instanceof Map)) return { at: below(at, fence), value };
  const entries = [...value].map(([key, entry]): [string, LocatedEntry] => [
    key,
    { keyAt: below(entry.keyAt, fence), node: moved(entry.node, fence) },
  ]);
  return { at: below(at, fence), value: new Map(entries) };
}
