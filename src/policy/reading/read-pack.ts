import { packFileSchema } from "../schema/policy-file-schema.ts";
import { checkShape } from "../shape/check-shape.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { readSource } from "../source/read-source.ts";
import {
  child,
  entriesOf,
  isList,
  isMap,
  type SourceFile,
  type SourceNode,
  withEntries,
} from "../source/source-tree.ts";
import { checkIds } from "./check-ids.ts";

/** A pack's gates and stages, without what only its documentation reads. */
export function readPack(file: SourceFile, problems: ProblemList): SourceNode | null {
  const root = readSource(file, problems);
  if (root === null) return null;
  const { tree } = checkShape(root, packFileSchema, problems, { partial: false });
  checkIds(tree, problems);
  const gates = child(tree, "gates");
  if (!isMap(tree) || !isList(gates)) return null;
  const only = withEntries(tree, {
    version: undefined,
    title: undefined,
    description: undefined,
    omitted: undefined,
  });
  return inEach(only, "gates", withoutAnswers);
}

function withoutAnswers(gate: SourceNode): SourceNode {
  const bare = (node: SourceNode) =>
    isMap(node) ? withEntries(node, { answers: undefined }) : node;
  return isMap(gate) ? inEach(bare(gate), "rules", bare) : gate;
}

function inEach(
  map: SourceNode,
  name: string,
  change: (item: SourceNode) => SourceNode,
): SourceNode {
  const entry = entriesOf(map).get(name);
  if (entry === undefined || !isList(entry.node)) return map;
  const node = { ...entry.node, value: entry.node.value.map(change) };
  return withEntries(map, { [name]: { ...entry, node } });
}
