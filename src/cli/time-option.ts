import { parseIsoDate, startOf } from "../time/date.ts";
import { UsageError } from "./usage-error.ts";

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** `2026-10-01` (its first moment, UTC) or `2026-10-01T14:05:00Z`, as milliseconds since 1970. */
export function parseTime(text: string): number {
  const day = parseIsoDate(text);
  if (day !== null) return startOf(day);
  const [, date = ""] = INSTANT.exec(text) ?? [];
  const time = parseIsoDate(date) === null ? Number.NaN : Date.parse(text);
  if (Number.isNaN(time)) {
    throw new UsageError(
      `\`${text}\` is no time`,
      "give a day such as `2026-10-01`, or a moment such as `2026-10-01T14:05:00Z`",
    );
  }
  return time;
}
