import type { Layers } from "../reading/read-layers.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { child, itemsOf, type SourceNode, textOf, textsOf } from "../source/source-tree.ts";
import { checkGates, checkReference, type RuleOptions } from "./check-gates.ts";
import { checkReferences, checkSettings } from "./check-references.ts";
import { checkStages } from "./check-stages.ts";
import { noteConditions } from "./note-conditions.ts";

/** Holds the merged policy against what no file can be held against alone. */
export function checkMerged(
  tree: SourceNode,
  layers: Layers,
  { problems, notes }: { readonly problems: ProblemList; readonly notes: ProblemList },
): RuleOptions {
  checkStages(tree, layers.start, problems);
  const options = checkGates(tree, problems);
  checkReferences(tree, problems);
  checkSettings(tree, problems);
  noteConditions(tree, notes);
  return options;
}

/** An exemption from a gate that the organization does not have exempts from nothing. */
export function checkExemptions(
  organization: SourceNode,
  baseline: SourceNode,
  problems: ProblemList,
): void {
  const known = itemsOf(child(baseline, "gates")).flatMap(
    (gate) => textOf(child(gate, "id")) ?? [],
  );
  for (const exempt of itemsOf(child(organization, "exempt"))) {
    for (const { text, node } of textsOf(child(exempt, "gates"))) {
      checkReference(node, { what: "gate of the organization", name: text, known }, problems);
    }
  }
}
