import { safeParse, type z } from "zod";
import type { ProblemList } from "../source/problem-list.ts";
import {
  entriesOf,
  isMap,
  plainOf,
  type SourceEntry,
  type SourceNode,
} from "../source/source-tree.ts";
import { type IssueProblem, problemsOf } from "./issue-problem.ts";

/**
 * `zod`: no messages but those a schema states itself, and no code made at run time, which pays
 * only for schemas that are used thousands of times.
 */
const QUIET = { error: () => "", jitless: true };

/** Whoever misspelt more keys has enough to read. */
const MOST_RENAMED = 200;

export interface Shape {
  /** What the schema made of the value; `null` where there are problems. */
  readonly output: unknown;
  /** The tree with misspelt keys under the names they were likely meant as. */
  readonly tree: SourceNode;
}

/**
 * Holds a tree against a schema. What stands under a misspelt key is checked as what it was likely
 * meant to be, so that all its problems are told at once. `partial`: other files may add to the
 * tree, so nothing is missing from it, and nothing can be said of several settings together.
 */
export function checkShape(
  tree: SourceNode,
  schema: z.core.$ZodType,
  problems: ProblemList,
  { partial }: { readonly partial: boolean },
): Shape {
  const first = parse(tree, schema);
  const misspelt = first.problems
    .filter(({ key }) => key !== undefined && key.meant !== null)
    .slice(0, MOST_RENAMED);
  const repaired = misspelt.reduce(renameKey, tree);
  const told =
    misspelt.length === 0
      ? first.problems
      : [
          ...first.problems.filter(({ code }) => code === "unknown-key"),
          ...parse(repaired, schema).problems,
        ];
  for (const { spot, key: _, isCondition, ...problem } of told) {
    if (!partial || (problem.code !== "missing-key" && !isCondition)) problems.add(spot, problem);
  }
  return { output: told.length === 0 ? first.output : null, tree: repaired };
}

function parse(
  tree: SourceNode,
  schema: z.core.$ZodType,
): { output: unknown; problems: readonly IssueProblem[] } {
  const parsed = safeParse(schema, plainOf(tree), QUIET);
  if (parsed.success) return { output: parsed.data, problems: [] };
  return {
    output: null,
    problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, tree, schema)),
  };
}

function renameKey(tree: SourceNode, { key }: IssueProblem): SourceNode {
  if (key === undefined || key.meant === null) return tree;
  return renameAt(tree, key.in, key.name, key.meant);
}

function renameAt(
  node: SourceNode,
  path: readonly PropertyKey[],
  from: string,
  to: string,
): SourceNode {
  const [step, ...rest] = path;
  if (step === undefined) return isMap(node) ? { ...node, value: renamed(node, from, to) } : node;
  const inside = (one: SourceNode) => renameAt(one, rest, from, to);
  if (Array.isArray(node.value)) {
    const items = node.value as readonly SourceNode[];
    return { ...node, value: items.map((item, index) => (index === step ? inside(item) : item)) };
  }
  const entries = new Map(entriesOf(node));
  const entry = entries.get(String(step));
  if (entry !== undefined) entries.set(String(step), { ...entry, node: inside(entry.node) });
  return { ...node, value: entries };
}

/** Two misspelt keys may be meant as one; the first has it. */
function renamed(node: SourceNode, from: string, to: string): ReadonlyMap<string, SourceEntry> {
  const entries = entriesOf(node);
  if (entries.has(to)) return entries;
  return new Map([...entries].map(([name, entry]) => [name === from ? to : name, entry]));
}
