import { describe, expect, test } from "vitest";
import { lackingGates } from "../../src/import/lacking-gates.ts";
import type { GateDraft, RuleDraft } from "../../src/import/policy-draft.ts";
import { readStatedPolicy } from "../../src/import/stated-policy.ts";

const items = (...ids: string[]): RuleDraft => ({
  id: "items",
  title: "Every item is ticked",
  type: "checklist",
  items: ids.map((id) => ({ id })),
});
const rows = (...names: string[]): RuleDraft => ({
  id: "rows",
  title: "Every row is done",
  type: "table",
  key: "Check",
  columns: { Check: {}, Status: { one_of: ["Done"] } },
  rows: names,
});
const answers = (...sections: string[]): RuleDraft => ({
  id: "answers",
  title: "Every question is answered",
  type: "document",
  sections,
});
const gate = (id: string, ...rules: RuleDraft[]): GateDraft => ({ id, title: id, rules });

/** `gate: demands` of each gate that is lacking. */
function lacking(policy: string, ...gates: GateDraft[]): string[] {
  return lackingGates(gates, readStatedPolicy(policy).gates).map(({ id, rules }) => {
    const demands = rules.flatMap((rule) => {
      if (rule.type === "checklist") return rule.items.map((item) => item.id);
      return rule.type === "table" ? rule.rows : rule.sections;
    });
    return `${id}: ${demands.join(", ")}`;
  });
}

describe("of a document, a policy lacks", () => {
  test.each([
    {
      what: "all of it where it has no gates",
      policy: "version: 1\n",
      gates: [gate("data", items("a", "b"))],
      lacks: ["data: a, b"],
    },
    {
      what: "all of it where it is no YAML",
      policy: "gates: [",
      gates: [gate("data", items("a"))],
      lacks: ["data: a"],
    },
    {
      what: "nothing where one gate asks for all of it, under whatever id",
      policy: "gates: [{id: mine, rules: [{items: [{id: a}, {id: b}]}, {rows: [R]}]}]\n",
      gates: [gate("data", items("a", "b"), rows("R"))],
      lacks: [],
    },
    {
      what: "nothing where rows and sections became maps that say more",
      policy:
        "gates: [{id: data, rules: [{rows: [{row: R, aliases: [S]}]}, {sections: [{heading: Why?}]}]}]\n",
      gates: [gate("data", rows("R"), answers("Why?"))],
      lacks: [],
    },
    {
      what: "what is new, under the gate that asks for the rest",
      policy: "gates: [{id: mine, rules: [{items: [{id: a}]}, {rows: [R]}]}]\n",
      gates: [gate("data", items("a", "b"), rows("R", "S"), answers("Why?"))],
      lacks: ["mine: b, S, Why?"],
    },
    {
      what: "a gate whose id is taken by another one, under an id that is free",
      policy: "gates: [{id: data, rules: [{items: [{id: x}]}]}]\n",
      gates: [gate("data", items("a"))],
      lacks: ["data-2: a"],
    },
    {
      what: "what its texts only happen to say",
      policy:
        "gates: [{id: ops, title: Runbook, rules: [{id: drill, type: document, path: Runbook, asks: R}]}]\n",
      gates: [gate("docs", answers("Runbook")), gate("data", items("drill"), rows("R"))],
      lacks: ["docs: Runbook", "data: drill, R"],
    },
    {
      what: "an item that is named as a row is",
      policy: "gates: [{id: data, rules: [{rows: [drill]}]}]\n",
      gates: [gate("data", items("drill"))],
      lacks: ["data-2: drill"],
    },
    {
      what: "rows that another part of the document has too",
      policy: "gates: [{id: api, rules: [{rows: [Monitoring, Runbook]}]}]\n",
      gates: [gate("api", rows("Monitoring", "Runbook")), gate("web", rows("Monitoring"))],
      lacks: ["web: Monitoring"],
    },
    {
      what: "no items that were put into the gate of another part",
      policy: "gates: [{id: api, rules: [{items: [{id: a}, {id: b}]}]}]\n",
      gates: [gate("api", items("a")), gate("web", items("b"))],
      lacks: [],
    },
  ])("$what", ({ policy, gates, lacks }) => {
    expect(lacking(policy, ...gates)).toEqual(lacks);
  });
});
