import { readDate } from "../../evidence/cell-value.ts";
import type { IsoDate } from "../../model/iso-date.ts";
import type { Place } from "../../model/place.ts";
import { failed } from "../findings.ts";
import type { ScheduleFinding } from "./scope.ts";

export interface DatedText {
  readonly text: string;
  /** How messages name it: `` `phases.launch` ``. */
  readonly name: string;
  readonly at: Place;
  /** Stable, for fingerprints. */
  readonly item: string;
}

/** The day a text stands for, or why it is none. */
export function dayIn(dated: DatedText): IsoDate | ScheduleFinding {
  const { text, name, at, item } = dated;
  const read = readDate(text);
  if (read.state === "date") return read.date;
  if (read.state === "missing") return missingDay(name, at, item);
  const meant = read.readings.map((day) => `\`${day}\``).join(" or ");
  return failed({
    code: "SCHEDULE-NOT-A-DATE",
    problem: `${name} is \`${text}\`, which is not an ISO date`,
    remedy: meant === "" ? "write the day as `<YYYY-MM-DD>`" : `write ${meant}`,
    at,
    item,
  });
}

export function missingDay(name: string, at: Place, item: string): ScheduleFinding {
  return failed({
    code: "SCHEDULE-MISSING",
    problem: `${name} has no date`,
    remedy: `write the day: ${name} is \`<YYYY-MM-DD>\``,
    at,
    item,
  });
}
