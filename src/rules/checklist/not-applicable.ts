import { findPlaceholder } from "../../evidence/placeholder.ts";
import type { ItemField, TaskItem } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import { countWords } from "../../text/words.ts";
import { failed, pasting } from "../findings.ts";
import { judgeSignature } from "./judge-signature.ts";
import type { ItemDemand } from "./options.ts";
import type { ChecklistFinding, Scope } from "./scope.ts";

/** Words a reason must have. */
const LEAST = 5;

/** Of an item marked N/A: it needs nothing else, and holds when this finds nothing. */
export function judgeNotApplicable(
  scope: Scope,
  item: TaskItem,
  demand: ItemDemand,
  marks: readonly ItemField[],
): ChecklistFinding[] {
  const [mark, second] = marks;
  if (mark === undefined) return [];
  const about = { at: placeIn(scope.path, mark.at), item: item.id };
  if (demand.na === "never") {
    return [
      failed({
        code: "CHECKLIST-NA-REFUSED",
        problem: `\`${item.id}\` is marked N/A, which the policy does not allow`,
        remedy: "take the `N/A` line out and do what the item asks, or ask for a waiver",
        ...about,
      }),
    ];
  }
  if (second !== undefined) {
    return [
      failed({
        code: "CHECKLIST-FIELD-DUPLICATE",
        problem: `\`${item.id}\` is marked N/A twice: lines ${mark.at.line} and ${second.at.line}`,
        remedy: "keep one of them",
        at: placeIn(scope.path, second.at),
        item: item.id,
      }),
    ];
  }
  const hidden = findHiddenCharacter(mark.value);
  if (hidden !== null) {
    return [
      failed({
        code: "HIDDEN-CHARACTER",
        problem: `the reason for N/A of \`${item.id}\` holds a ${hidden.name}`,
        remedy: "type the reason anew",
        ...about,
      }),
    ];
  }
  const words = findPlaceholder(mark.value) === null ? countWords(mark.value) : 0;
  if (words < LEAST) {
    return [
      failed({
        code: "CHECKLIST-NA-SHORT",
        problem: `\`${item.id}\` is marked N/A without a reason of at least five words`,
        ...pasting("say why it is not needed:", "N/A: <why it is not needed here>"),
        ...about,
      }),
    ];
  }
  return demand.na === "signed" ? judgeSignature(scope, about) : [];
}
