import type { IsoDate } from "../model/iso-date.ts";

/** Milliseconds since 1970, UTC. */
export type Instant = number;

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** `null` unless the text is a day that exists (no `2026-02-30`). */
export function parseIsoDate(text: string): IsoDate | null {
  if (!ISO_DATE.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
  return real ? (text as IsoDate) : null;
}

export function startOf(day: IsoDate): Instant {
  return Date.parse(`${day}T00:00:00Z`);
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
