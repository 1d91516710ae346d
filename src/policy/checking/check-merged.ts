import type { ProblemList } from "../source/problem-list.ts";
import type { SourceNode, Spot } from "../source/source-tree.ts";
import { checkGates, type RuleOptions } from "./check-gates.ts";
import { checkReferences } from "./check-references.ts";
import { checkSettings } from "./check-settings.ts";
import { checkStages } from "./check-stages.ts";
import { noteConditions } from "./note-conditions.ts";

/**
 * Holds the merged policy against what no file can be held against alone. What is missing
 * altogether is told at `start`.
 */
export function checkMerged(
  tree: SourceNode,
  start: Spot,
  { problems, notes }: { readonly problems: ProblemList; readonly notes: ProblemList },
): RuleOptions {
  checkStages(tree, start, problems);
  const options = checkGates(tree, problems);
  checkReferences(tree, problems);
  checkSettings(tree, problems);
  noteConditions(tree, notes);
  return options;
}
