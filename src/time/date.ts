import type { IsoDate } from "../model/iso-date.ts";

/** Milliseconds since 1970, UTC. */
export type Instant = number;

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `null` unless the text is a day that exists (no `2026-02-30`). */
export function parseIsoDate(text: string): IsoDate | null {
  const parts = ISO_DATE.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day >= 1 && day <= daysIn(year, month) ? (text as IsoDate) : null;
}

/** 0 where there is no such month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

export function startOf(day: IsoDate): Instant {
  // A date alone is read as UTC.
  return Date.parse(day);
}

/** The first instant after the day. */
export function endOf(day: IsoDate): Instant {
  return startOf(day) + DAY;
}

export function dayOf(instant: Instant): IsoDate {
  return new Date(instant).toISOString().slice(0, 10) as IsoDate;
}

/** `2026-10-01 14:05 UTC` */
export function formatInstant(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((startOf(to) - startOf(from)) / DAY);
}
