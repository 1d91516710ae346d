import type { LocatedScalar } from "../../model/document.ts";
import { type Place, type Point, placeIn } from "../../model/place.ts";
import type { PolicyFile } from "../../model/ports.ts";
import type { YamlNode } from "../../text/yaml-tree.ts";

/** What a file is decides which keys it may have and what it may change. */
export interface SourceFile extends PolicyFile {
  readonly kind: "pack" | "organization" | "repository" | "waivers" | "baseline";
}

/** A part of a file that a problem can point at. */
export interface Spot {
  readonly file: SourceFile;
  readonly at: Point;
  readonly length: number;
}

/** A value that remembers its file, so that a merged policy still knows where each part is from. */
export interface SourceNode extends Spot {
  readonly value: LocatedScalar | readonly SourceNode[] | SourceMap;
}

export type SourceMap = ReadonlyMap<string, SourceEntry>;

export interface SourceEntry {
  readonly key: Spot;
  readonly node: SourceNode;
}

export function locate(node: YamlNode, file: SourceFile): SourceNode {
  const { at, length, value } = node;
  if (value instanceof Map) {
    const entries = new Map<string, SourceEntry>();
    for (const [name, entry] of value as Extract<YamlNode["value"], ReadonlyMap<string, unknown>>) {
      const key = { file, at: entry.keyAt, length: entry.keyLength };
      entries.set(name, { key, node: locate(entry.node, file) });
    }
    return { file, at, length, value: entries };
  }
  if (Array.isArray(value)) {
    const items = (value as readonly YamlNode[]).map((item) => locate(item, file));
    return { file, at, length, value: items };
  }
  return { file, at, length, value: value as LocatedScalar };
}

export function placeOf(spot: Spot): Place {
  return placeIn(spot.file.name, spot.at);
}

export function isMap(
  node: SourceNode | undefined,
): node is SourceNode & { readonly value: SourceMap } {
  return node?.value instanceof Map;
}

export function isList(
  node: SourceNode | undefined,
): node is SourceNode & { readonly value: readonly SourceNode[] } {
  return Array.isArray(node?.value);
}

/** The entries of a map; none where it is something else or missing. */
export function entriesOf(node: SourceNode | undefined): SourceMap {
  return isMap(node) ? node.value : NO_ENTRIES;
}

const NO_ENTRIES: SourceMap = new Map();

export function itemsOf(node: SourceNode | undefined): readonly SourceNode[] {
  return isList(node) ? node.value : [];
}

export function child(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return entriesOf(node).get(key)?.node;
}

/** The text, where it is one. */
export function textOf(node: SourceNode | undefined): string | null {
  return typeof node?.value === "string" ? node.value : null;
}

/** The texts of a list, each with its node; what is no text is left out. */
export function textsOf(
  node: SourceNode | undefined,
): { readonly text: string; readonly node: SourceNode }[] {
  return itemsOf(node).flatMap((item) => {
    const text = textOf(item);
    return text === null ? [] : [{ text, node: item }];
  });
}

/** Keys that reach into prototypes; `read-source.ts` refuses them and nothing else may see them. */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** The value without places, in plain objects. */
export function plainOf(node: SourceNode): unknown {
  const { value } = node;
  if (value instanceof Map) {
    const plain: Record<string, unknown> = {};
    for (const [name, entry] of entriesOf(node)) {
      if (!UNSAFE_KEYS.has(name)) plain[name] = plainOf(entry.node);
    }
    return plain;
  }
  return Array.isArray(value) ? itemsOf(node).map((item) => plainOf(item)) : value;
}

/** What a path of keys and indexes leads to, with the nearest there is on the way. */
export function follow(
  root: SourceNode,
  path: readonly PropertyKey[],
): {
  readonly node: SourceNode | null;
  readonly entry: SourceEntry | null;
  readonly nearest: Spot;
} {
  let node: SourceNode = root;
  let entry: SourceEntry | null = null;
  for (const step of path) {
    const next: SourceEntry | undefined = entriesOf(node).get(String(step));
    const item = typeof step === "number" ? itemsOf(node)[step] : undefined;
    const inside = next?.node ?? item;
    if (inside === undefined) return { node: null, entry: null, nearest: node };
    entry = next ?? null;
    node = inside;
  }
  return { node, entry, nearest: node };
}

/** A map with some entries set anew; `undefined` takes one out. */
export function withEntries(
  node: SourceNode,
  changes: Readonly<Record<string, SourceEntry | undefined>>,
): SourceNode {
  const entries = new Map(entriesOf(node));
  for (const [name, entry] of Object.entries(changes)) {
    if (entry === undefined) entries.delete(name);
    else entries.set(name, entry);
  }
  return { ...node, value: entries };
}

/** The map with other entries in a list of it; the map itself where it has no such list. */
export function withList(map: SourceNode, name: string, items: readonly SourceNode[]): SourceNode {
  const entry = entriesOf(map).get(name);
  if (entry === undefined || !Array.isArray(entry.node.value)) return map;
  return withEntries(map, { [name]: { ...entry, node: { ...entry.node, value: items } } });
}
