import { fieldsOf } from "../../evidence/item-fields.ts";
import type { TaskItem } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { failed, warned } from "../findings.ts";
import { type JudgedFields, judgeFields, missingFields } from "./judge-fields.ts";
import { judgeNotApplicable } from "./not-applicable.ts";
import type { ItemDemand, RequiredField } from "./options.ts";
import { fieldLine } from "./remedies.ts";
import type { ChecklistFinding, Scope } from "./scope.ts";

export function judgeItem(
  scope: Scope,
  item: TaskItem,
  demand: ItemDemand,
  judged: JudgedFields,
): ChecklistFinding[] {
  // Only on the item itself: one line above the section must not wave all of it through.
  const marks = item.fields.filter(({ name }) => name === "na");
  if (marks.length > 0) return judgeNotApplicable(scope, item, demand, marks);
  if (!item.ticked) return [unticked(scope, item, demand)];
  return [...judgeFields(scope, item, demand, judged), ...judgeNested(scope, item)];
}

function unticked(scope: Scope, item: TaskItem, demand: ItemDemand): ChecklistFinding {
  const missing = missingFields(scope, item, demand);
  const isThere = (name: RequiredField) => fieldsOf(scope.document, item, name).length > 0;
  const lines = (names: readonly RequiredField[]) =>
    names.map((name) => `\`${fieldLine(name)}\``).join(", ");
  // What is there is replaced: a second line of its name would be one too many.
  const blank = lines(missing.filter(isThere));
  const added = missing.filter((name) => !isThere(name));
  const absent = lines(added);
  const also = [
    blank === "" ? "" : `, replace what is there with ${blank}`,
    absent === "" ? "" : `, add ${absent} under it`,
  ].join("");
  return failed({
    code: "CHECKLIST-UNTICKED",
    problem: `\`${item.id}\` is not ticked${item.title === "" ? "" : `: ${item.title}`}`,
    remedy: `do what it says${also}, then make its box \`[x]\``,
    ...(added.length === 0
      ? {}
      : { paste: added.map((name) => `  - ${fieldLine(name)}`).join("\n") }),
    at: placeIn(scope.path, item.at),
    item: item.id,
  });
}

function judgeNested({ path, index }: Scope, item: TaskItem): ChecklistFinding[] {
  const nested = index.untickedIn.get(item) ?? [];
  const [first] = nested;
  if (first === undefined) return [];
  const lines = nested.slice(0, 5).map(({ at }) => at.line);
  const more = nested.length > lines.length ? ` and ${nested.length - lines.length} more` : "";
  return [
    warned({
      code: "CHECKLIST-CHILD-UNTICKED",
      problem: `\`${item.id}\` is ticked, but not what is nested in it: line ${lines.join(", ")}${more}`,
      remedy: "tick what is done, or untick the item around it",
      at: placeIn(path, first.at),
      item: item.id,
    }),
  ];
}
