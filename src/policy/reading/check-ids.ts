import { idOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { child, itemsOf, type SourceNode } from "../source/source-tree.ts";

/** Within one file an id stands once: a second entry would silently be lost. */
export function checkIds(tree: SourceNode, problems: ProblemList): void {
  checkList("stage", child(tree, "stages"), problems);
  const gates = child(tree, "gates");
  checkList("gate", gates, problems);
  for (const gate of itemsOf(gates)) {
    const rules = child(gate, "rules");
    checkList("rule", rules, problems);
    for (const rule of itemsOf(rules)) checkList("item", child(rule, "items"), problems);
  }
}

function checkList(what: string, list: SourceNode | undefined, problems: ProblemList): void {
  const first = new Map<string, SourceNode>();
  for (const node of itemsOf(list)) {
    const id = idOf(node);
    const spot = child(node, "id");
    if (id === null || spot === undefined) continue;
    const before = first.get(id);
    if (before === undefined) first.set(id, spot);
    else {
      problems.add(spot, {
        code: "duplicate-id",
        message: `${what} id \`${id}\` is used twice`,
        related: { message: `first used at line ${before.at.line}`, spot: before },
      });
    }
  }
}
