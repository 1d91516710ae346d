import { checkReference } from "../checking/check-references.ts";
import { idOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { child, itemsOf, type SourceNode, textsOf } from "../source/source-tree.ts";

/** An exemption from a gate that the organization does not have exempts from nothing. */
export function checkExemptions(
  organization: SourceNode,
  baseline: SourceNode,
  problems: ProblemList,
): void {
  const known = itemsOf(child(baseline, "gates")).flatMap((gate) => idOf(gate) ?? []);
  for (const exempt of itemsOf(child(organization, "exempt"))) {
    for (const { text, node } of textsOf(child(exempt, "gates"))) {
      checkReference(node, { what: "gate of the organization", name: text, known }, problems);
    }
  }
}
