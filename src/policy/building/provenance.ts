import type { Place } from "../../model/place.ts";
import type { Provenance } from "../../model/policy.ts";
import { idOf } from "../source/policy-entries.ts";
import {
  entriesOf,
  isList,
  isMap,
  itemsOf,
  placeOf,
  type SourceNode,
} from "../source/source-tree.ts";

/**
 * Where each value of the merged policy is from: `gates.data.rules.audit.max_age`. Entries with
 * ids go by them, and a list of plain values is one value. Names that are no plain words are
 * written `items["data.parity"]`.
 */
export function provenanceOf(tree: SourceNode): Provenance {
  const places = new Map<string, Place>();
  collect(tree, "", places);
  return places;
}

function collect(node: SourceNode, path: string, places: Map<string, Place>): void {
  if (isMap(node)) {
    for (const [name, { node: inside }] of entriesOf(node)) {
      if (name !== "id") collect(inside, join(path, name), places);
    }
    if (node.value.size === 0) places.set(path, placeOf(node));
    return;
  }
  if (isList(node) && node.value.length > 0 && node.value.every((item) => idOf(item) !== null)) {
    for (const item of itemsOf(node)) {
      const inside = join(path, idOf(item) ?? "");
      places.set(inside, placeOf(item));
      collect(item, inside, places);
    }
    return;
  }
  places.set(path, placeOf(node));
}

function join(path: string, name: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}
