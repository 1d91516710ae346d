import type { IsoDate } from "../model/iso-date.ts";
import { parseIsoDate } from "../time/date.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const TIMED = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/;
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9})\.?,? (\d{4})$/i;
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

/** The days a text in another form may mean, sorted; none where it is no date. */
export function dateReadings(text: string): IsoDate[] {
  const days = readings(text)
    .map(([year, month, day]) => parseIsoDate(`${fullYear(year)}-${two(month)}-${two(day)}`))
    .filter((day) => day !== null);
  return [...new Set(days)].sort();
}

type Parts = readonly [year: string, month: string, day: string];

function readings(text: string): readonly Parts[] {
  const ordered = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (ordered !== null) return [[part(ordered, 1), part(ordered, 2), part(ordered, 3)]];
  const timed = TIMED.exec(text)?.[1]?.split("-");
  if (timed !== undefined) return [[timed[0] ?? "", timed[1] ?? "", timed[2] ?? ""]];
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [a, b, year] = [part(last, 1), part(last, 3), part(last, 4)];
    const dayFirst: Parts = [year, b, a];
    // Points are written where the day comes first; slashes and dashes on both sides of the ocean.
    return part(last, 2) === "." ? [dayFirst] : [dayFirst, [year, a, b]];
  }
  const named = DAY_MONTH.exec(text);
  if (named !== null) return [[part(named, 3), monthOf(part(named, 2)), part(named, 1)]];
  const american = MONTH_DAY.exec(text);
  if (american !== null) {
    return [[part(american, 3), monthOf(part(american, 1)), part(american, 2)]];
  }
  return [];
}

function part(found: RegExpExecArray, index: number): string {
  return found[index] ?? "";
}

/** `"0"`, which no month is, where the name is unknown. */
function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}

function fullYear(digits: string): string {
  return digits.length === 2 ? `20${digits}` : digits;
}
