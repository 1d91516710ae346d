import type { LocatedScalar } from "../../model/document.ts";
import type { YamlEntry, YamlNode } from "../yaml-tree.ts";

/** A text and what it was parsed into, as JSON. */
export interface StoredYaml {
  readonly text: string;
  readonly root: StoredNode;
}

/** Line, column, length, value. */
type StoredNode = readonly [number, number, number, LocatedScalar | StoredList | StoredMap];

interface StoredList {
  readonly list: readonly StoredNode[];
}

interface StoredMap {
  readonly map: readonly StoredEntry[];
}

/** Key, its line, column and length, and what stands under it. */
type StoredEntry = readonly [string, number, number, number, StoredNode];

export function storeYaml(text: string, root: YamlNode): StoredYaml {
  return { text, root: stored(root) };
}

function stored({ at, length, value }: YamlNode): StoredNode {
  const { line, column } = at;
  if (isList(value)) return [line, column, length, { list: value.map(stored) }];
  if (!isMap(value)) return [line, column, length, value];
  const map = [...value].map(([name, { keyAt, keyLength, node }]): StoredEntry => {
    return [name, keyAt.line, keyAt.column, keyLength, stored(node)];
  });
  return [line, column, length, { map }];
}

export function restoreYaml([line, column, length, value]: StoredNode): YamlNode {
  const span = { at: { line, column }, length };
  if (typeof value !== "object" || value === null) return { ...span, value };
  if ("list" in value) return { ...span, value: value.list.map(restoreYaml) };
  const entries = new Map<string, YamlEntry>();
  for (const [name, keyLine, keyColumn, keyLength, node] of value.map) {
    const keyAt = { line: keyLine, column: keyColumn };
    entries.set(name, { keyAt, keyLength, node: restoreYaml(node) });
  }
  return { ...span, value: entries };
}

function isList(value: YamlNode["value"]): value is readonly YamlNode[] {
  return Array.isArray(value);
}

function isMap(value: YamlNode["value"]): value is ReadonlyMap<string, YamlEntry> {
  return value instanceof Map;
}
