import { DAY, HOUR } from "./date.ts";

/** A length of time in milliseconds, written `12h`, `7d` or `2w` in a policy. */
export type Duration = number;

const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY };

/** The form a duration must have. At most ten thousand of a unit: longer than any rule needs. */
export const DURATION_PATTERN = /^(0|[1-9]\d{0,3})([hdw])$/;

export function parseDuration(text: string): Duration | null {
  const parts = DURATION_PATTERN.exec(text);
  if (parts === null) return null;
  return Number(parts[1]) * (UNITS[parts[2] ?? ""] ?? Number.NaN);
}

/** `30 days`, `1 day`, `36 hours` */
export function formatDuration(duration: Duration): string {
  const [count, unit] = duration % DAY === 0 ? [duration / DAY, "day"] : [duration / HOUR, "hour"];
  const rounded = Math.round(count * 10) / 10;
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
