import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from "yaml";
import type { Point } from "../../model/place.ts";
import type { YamlEntry, YamlNode, YamlProblem } from "../yaml-tree.ts";
import { plainScalar } from "./plain-scalar.ts";

/** In order of the text, so that it is the first ones that are told. */
export const MOST_PROBLEMS = 100;

interface Built {
  readonly root: YamlNode | null;
  readonly problems: readonly YamlProblem[];
}

type PointAt = (offset: number) => Point;

/** Turns composed nodes, read with the schema that leaves every scalar text, into located values. */
export function buildTree(contents: ParsedNode | null, text: string, pointAt: PointAt): Built {
  const problems: YamlProblem[] = [];
  if (contents === null || isEmpty(contents)) return { root: null, problems };
  return { root: new Builder(text, pointAt, problems).node(contents), problems };
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.type === "PLAIN" && node.source === "";
}

class Builder {
  readonly #text: string;
  readonly #pointAt: PointAt;
  readonly #problems: YamlProblem[];

  constructor(text: string, pointAt: PointAt, problems: YamlProblem[]) {
    this.#text = text;
    this.#pointAt = pointAt;
    this.#problems = problems;
  }

  node(node: ParsedNode): YamlNode {
    const [start, end] = node.range;
    const span = this.#span(start, end);
    // Reported already; its own text is the best guess at what was meant.
    if (isAlias(node)) return { ...span, value: `*${node.source}` };
    if (isMap(node)) return { ...span, value: this.#map(node) };
    if (isSeq(node)) {
      const items = (node.items as (ParsedNode | null)[]).map((item) =>
        item === null ? this.#nothing(start) : this.node(item),
      );
      return { ...span, value: items };
    }
    if (isEmpty(node)) return this.#nothing(start);
    const source = node.type === "PLAIN" ? plainScalar(String(node.value)) : String(node.value);
    return { ...span, value: source };
  }

  #map(map: YAMLMap): ReadonlyMap<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>();
    for (const pair of map.items) {
      const key = pair.key as ParsedNode | null;
      const value = pair.value as ParsedNode | null;
      const name = isScalar(key) && !isEmpty(key) ? String(key.value) : null;
      if (key === null || name === null) {
        this.#report("yaml-key", key?.range ?? map.range ?? [0, 0], "a key must be text");
        continue;
      }
      const { at: keyAt, length: keyLength } = this.#span(key.range[0], key.range[1]);
      const first = entries.get(name);
      if (name === "<<" && isScalar(key) && key.type === "PLAIN") {
        this.#report("yaml-merge-key", key.range, "merge keys (`<<`) are not allowed");
      } else if (first !== undefined) {
        this.#report("yaml-duplicate-key", key.range, `key \`${name}\` is used twice`, {
          message: `first used at line ${first.keyAt.line}`,
          at: first.keyAt,
        });
      } else {
        const node = value === null ? this.#nothing(key.range[1]) : this.node(value);
        entries.set(name, { keyAt, keyLength, node });
      }
    }
    return entries;
  }

  /** A value that is not there, at the comment that stands in its place if there is one. */
  #nothing(offset: number): YamlNode {
    const comment = /^:?[ \t]*(#[^\r\n]*)/.exec(this.#text.slice(offset, offset + 512));
    if (comment?.[1] === undefined) return { at: this.#pointAt(offset), length: 1, value: null };
    const start = offset + comment[0].length - comment[1].length;
    return { at: this.#pointAt(start), length: comment[1].trimEnd().length, value: null };
  }

  #span(start: number, end: number): { at: Point; length: number } {
    const line = /^[^\r\n]*/.exec(this.#text.slice(start, end))?.[0] ?? "";
    return { at: this.#pointAt(start), length: Math.max(1, line.trimEnd().length) };
  }

  #report(
    code: string,
    range: readonly number[],
    message: string,
    related: YamlProblem["related"] = null,
  ): void {
    if (this.#problems.length >= MOST_PROBLEMS) return;
    const { at, length } = this.#span(range[0] ?? 0, range[1] ?? 0);
    this.#problems.push({ code, message, at, length, help: HELP[code] ?? null, related });
  }
}

const HELP: Readonly<Record<string, string>> = {
  "yaml-key": "write the key as text, followed by `:`",
  "yaml-merge-key": "write the keys out",
};
