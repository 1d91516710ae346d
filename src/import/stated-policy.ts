import { valueAt } from "../evidence/walk-data.ts";
import type { LocatedValue } from "../model/document.ts";
import { READINESS_NAMES } from "../model/service.ts";
import { parseYaml } from "../text/yaml-tree.ts";

/** What matters of a policy that is there already, be it valid or not. */
export interface StatedPolicy {
  readonly gates: readonly StatedGate[];
  /** Where it says that readiness documents are, `{path}` and `{service}` not filled in. */
  readonly documents: readonly string[];
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
  if (root === null) return { gates: [], documents: [] };
  const gates = listAt(root, "gates").flatMap((gate): StatedGate[] => {
    const id = textAt(gate, "id");
    return id === null ? [] : [{ id, demands: new Set(listAt(gate, "rules").flatMap(demandsOf)) }];
  });
  return { gates, documents: documentsIn(root) };
}

function documentsIn(root: LocatedValue): readonly string[] {
  const named = textAt(root, "services.readiness");
  const overrides = valueAt(root, "services.override")?.value;
  const own = overrides instanceof Map ? [...overrides.values()] : [];
  const isFolders = own.length > 0 || textAt(root, "services.from") !== null;
  const usual = isFolders ? READINESS_NAMES.map((name) => `{path}/${name}`) : [];
  return [
    ...(named === null ? usual : [named]),
    ...own.flatMap(({ node }) => textAt(node, "readiness") ?? []),
  ];
}

/** Whether one of these templates can become the path. */
export function leadTo(templates: readonly string[], path: string): boolean {
  return templates.some((template) => {
    const parts = template.split(/(\{path\}|\{service\})/).map((part, index, all) => {
      const isFirst = all.indexOf(part) === index;
      // Named again it stands for the same, which also keeps the time it takes within bounds.
      if (part === "{path}") return isFirst ? "(?<path>.+)" : "\\k<path>";
      if (part === "{service}") return isFirst ? "(?<service>[^/]+)" : "\\k<service>";
      return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    });
    return new RegExp(`^${parts.join("")}$`, "u").test(path);
  });
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
