import { readDate } from "../../evidence/cell-value.ts";
import type { ItemField, TaskItem } from "../../model/document.ts";
import type { IsoDate } from "../../model/iso-date.ts";
import { placeIn } from "../../model/place.ts";
import { formatDuration } from "../../time/duration.ts";
import { failed, pasting, pastingOneOf, warned } from "../findings.ts";
import type { ChecklistFinding, Scope } from "./scope.ts";

/** Past `max_age` by less than this part of it warns, else fails. */
const GRACE = 0.25;

export function judgeReviewed(scope: Scope, item: TaskItem, field: ItemField): ChecklistFinding[] {
  const about = { at: placeIn(scope.path, field.at), item: item.id };
  const read = readDate(field.value);
  if (read.state === "date") return judgeAge(scope, item, read.date, about);
  const readings = read.state === "other" ? read.readings : [];
  return [
    failed({
      code: "CHECKLIST-DATE-FORM",
      problem: `the review date of \`${item.id}\` is \`${field.value}\`, not a day as 2026-09-10`,
      ...pastingOneOf("write", readings, (day) => `Reviewed: ${day}`),
      ...about,
    }),
  ];
}

function judgeAge(
  { context: { time, maxAge } }: Scope,
  item: TaskItem,
  day: IsoDate,
  about: Pick<ChecklistFinding, "at" | "item">,
): ChecklistFinding[] {
  if (time.isAhead(day)) {
    return [
      failed({
        code: "CHECKLIST-FUTURE",
        problem: `\`${item.id}\` claims a review on ${day}, which lies ahead`,
        remedy: "write the day on which it was reviewed",
        ...about,
      }),
    ];
  }
  if (maxAge === null || !time.isOlder(day, maxAge)) return [];
  const told = {
    code: "CHECKLIST-OUTDATED" as const,
    problem: `\`${item.id}\` was reviewed ${time.daysSince(day)} days ago, on ${day}; the limit is ${formatDuration(maxAge)}`,
    ...pasting("review it again and write the day:", "Reviewed: <YYYY-MM-DD>"),
    ...about,
  };
  return [time.isOlder(day, maxAge * (1 + GRACE)) ? failed(told) : warned(told)];
}
