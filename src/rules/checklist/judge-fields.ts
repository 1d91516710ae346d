import { isMissing } from "../../evidence/cell-value.ts";
import { fieldsOf } from "../../evidence/item-fields.ts";
import { findPlaceholder } from "../../evidence/placeholder.ts";
import type { ItemField, TaskItem } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import { failed, pasting } from "../findings.ts";
import { judgeEvidence } from "./judge-evidence.ts";
import { judgeOwner } from "./judge-owner.ts";
import { judgeReviewed } from "./judge-reviewed.ts";
import { type ItemDemand, REQUIRED_FIELDS, type RequiredField } from "./options.ts";
import { FIELD_LABELS, fieldLine } from "./remedies.ts";
import type { ChecklistFinding, Scope } from "./scope.ts";

/**
 * Fields that were judged before: items share what the section above them says, and one stale line
 * there is one finding, not one for each item.
 */
export type JudgedFields = Set<ItemField>;

export function judgeFields(
  scope: Scope,
  item: TaskItem,
  demand: ItemDemand,
  judged: JudgedFields,
): ChecklistFinding[] {
  return REQUIRED_FIELDS.flatMap((name) => {
    const fields = fieldsOf(scope.document, item, name);
    const filled = fields.filter((field) => !isBlank(field));
    const isNeeded = demand.require.has(name);
    if (filled.length === 0) return isNeeded ? [fieldMissing(scope, item, name, fields[0])] : [];
    const fresh = fields.filter((field) => !judged.has(field));
    // An owner that this item does not need was not looked at; the next one may need it.
    if (name !== "owner" || isNeeded) for (const field of fresh) judged.add(field);
    if (fresh.length === 0) return [];
    if (name !== "evidence" && fields.length > 1) return [fieldTwice(scope, item, name, fields)];
    return fresh
      .filter((field) => filled.includes(field))
      .flatMap((field) => judgeField(scope, item, name, field, isNeeded));
  });
}

/** Names of the required fields an item does not have yet. */
export function missingFields(scope: Scope, item: TaskItem, demand: ItemDemand): RequiredField[] {
  return [...demand.require].filter((name) =>
    fieldsOf(scope.document, item, name).every((field) => isBlank(field)),
  );
}

/** Nothing filled in, or a placeholder as it was printed: of `@<login>` a reader sees the `@`. */
function isBlank({ value, links }: ItemField): boolean {
  if (findPlaceholder(value) !== null) return true;
  if (links.length === 0) return value === "@" || isMissing(value);
  return links.every(({ target }) => /[<>]|%3[ce]/i.test(target));
}

function judgeField(
  scope: Scope,
  item: TaskItem,
  name: RequiredField,
  field: ItemField,
  isNeeded: boolean,
): ChecklistFinding[] {
  const texts = [field.value, ...field.links.map(({ target }) => target)];
  const hidden = findHiddenCharacter(texts.join(" "));
  if (hidden !== null) {
    return [
      failed({
        code: "HIDDEN-CHARACTER",
        problem: `the field \`${FIELD_LABELS[name]}\` of \`${item.id}\` holds a ${hidden.name}`,
        remedy: "type the field anew",
        at: placeIn(scope.path, field.at),
        item: item.id,
      }),
    ];
  }
  switch (name) {
    case "owner":
      return isNeeded || scope.options.individual ? judgeOwner(scope, item, field) : [];
    case "evidence":
      return judgeEvidence(scope, item, field);
    case "reviewed":
      return judgeReviewed(scope, item, field);
    case "done_when":
      return [];
  }
}

function fieldMissing(
  scope: Scope,
  item: TaskItem,
  name: RequiredField,
  blank: ItemField | undefined,
): ChecklistFinding {
  const label = FIELD_LABELS[name];
  const found = blank === undefined ? null : findPlaceholder(blank.value);
  const state =
    blank === undefined ? "is missing" : found === null ? "is empty" : `still says \`${found}\``;
  return failed({
    code: "CHECKLIST-FIELD-MISSING",
    problem: `\`${item.id}\` is ticked but its field \`${label}\` ${state}`,
    ...(blank === undefined
      ? pasting("add under the item:\n", `  - ${fieldLine(name)}`)
      : pasting("replace it:", fieldLine(name))),
    at: placeIn(scope.path, blank?.at ?? item.at),
    item: item.id,
  });
}

function fieldTwice(
  scope: Scope,
  item: TaskItem,
  name: RequiredField,
  fields: readonly ItemField[],
): ChecklistFinding {
  const lines = [...new Set(fields.map(({ at }) => at.line))].join(" and ");
  return failed({
    code: "CHECKLIST-FIELD-DUPLICATE",
    problem: `the field \`${FIELD_LABELS[name]}\` of \`${item.id}\` is given ${fields.length} times: line ${lines}`,
    remedy:
      name === "owner"
        ? "keep one; several owners go into one field: `Owner: @<login>, @<login>`"
        : "keep one of them",
    at: placeIn(scope.path, fields[1]?.at ?? item.at),
    item: item.id,
  });
}
