import { byId, idOf } from "../source/policy-entries.ts";
import { isList, isMap, type SourceEntry, type SourceNode } from "../source/source-tree.ts";

/** What a map is: it says which of its lists hold things with ids, and of what kind those are. */
export type Kind = "file" | "gate" | "rule" | "other";

/** The lists of each whose entries merge by id. */
export const BY_ID: Readonly<Record<Kind, ReadonlyMap<string, Kind>>> = {
  file: new Map([
    ["stages", "other"],
    ["gates", "gate"],
  ]),
  gate: new Map([["rules", "rule"]]),
  rule: new Map([["items", "other"]]),
  other: new Map(),
};

/**
 * One file's tree over another: maps merge, lists replace, and lists of stages, gates, rules and
 * checklist items merge by id. Each value keeps the file it is from; a map or an entry is said to
 * stand where the later file has it.
 */
export function merge(base: SourceNode | null, over: SourceNode): SourceNode {
  return base === null ? over : mergeNodes(base, over, "file");
}

function mergeNodes(base: SourceNode, over: SourceNode, kind: Kind): SourceNode {
  if (!isMap(base) || !isMap(over)) return over;
  const entries = new Map<string, SourceEntry>(base.value);
  for (const [name, { key, node }] of over.value) {
    const before = base.value.get(name)?.node;
    const inside = BY_ID[kind].get(name);
    const merged =
      before === undefined
        ? node
        : inside === undefined
          ? mergeNodes(before, node, "other")
          : mergeById(before, node, inside);
    entries.set(name, { key, node: merged });
  }
  return { ...over, value: entries };
}

function mergeById(base: SourceNode, over: SourceNode, kind: Kind): SourceNode {
  if (!isList(base) || !isList(over)) return over;
  const earlier = byId(base.value);
  const later = byId(over.value);
  const refined = base.value.map((before) => {
    const after = later.get(idOf(before) ?? "");
    return after === undefined ? before : mergeNodes(before, after, kind);
  });
  const added = over.value.filter((one) => !earlier.has(idOf(one) ?? ""));
  return { ...over, value: [...refined, ...added] };
}
