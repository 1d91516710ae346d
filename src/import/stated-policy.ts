import { valueAt } from "../evidence/walk-data.ts";
import type { LocatedValue } from "../model/document.ts";
import { parseYaml } from "../text/yaml-tree.ts";

/** What matters of a policy that is there already, be it valid or not. */
export interface StatedPolicy {
  readonly gates: readonly StatedGate[];
  /** The readiness document it names for the whole repository; `null` where it names none. */
  readonly readiness: string | null;
}

/** A gate that the policy states itself; what packs bring is not seen. */
export interface StatedGate {
  readonly id: string;
  readonly demands: ReadonlySet<Demand>;
}

/** One thing a rule asks for, with its kind: a row named as an item's id is another thing. */
export type Demand = `${"item" | "row" | "section"} ${string}`;

export function readStatedPolicy(text: string): StatedPolicy {
  const { root } = parseYaml(text);
  if (root === null) return { gates: [], readiness: null };
  const gates = listAt(root, "gates").flatMap((gate): StatedGate[] => {
    const id = textAt(gate, "id");
    return id === null ? [] : [{ id, demands: new Set(listAt(gate, "rules").flatMap(demandsOf)) }];
  });
  return { gates, readiness: textAt(root, "services.readiness") };
}

/** Rows and sections are texts, or maps that say more of them. */
function demandsOf(rule: LocatedValue): readonly Demand[] {
  return [
    ...listAt(rule, "items").flatMap((item) => demand("item", textAt(item, "id"))),
    ...listAt(rule, "rows").flatMap((row) => demand("row", textAt(row, "") ?? textAt(row, "row"))),
    ...listAt(rule, "sections").flatMap((section) =>
      demand("section", textAt(section, "") ?? textAt(section, "heading")),
    ),
  ];
}

function demand(kind: "item" | "row" | "section", text: string | null): readonly Demand[] {
  return text === null ? [] : [`${kind} ${text}`];
}

function listAt(node: LocatedValue, path: string): readonly LocatedValue[] {
  const value = valueAt(node, path)?.value;
  return Array.isArray(value) ? value : [];
}

function textAt(node: LocatedValue, path: string): string | null {
  const value = valueAt(node, path)?.value;
  return typeof value === "string" ? value : null;
}
