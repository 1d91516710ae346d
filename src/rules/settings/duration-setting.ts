import { z } from "zod";
import { DURATION_PATTERN, type Duration, parseDuration } from "../../time/duration.ts";

/** A duration in a policy. It stays as it is written, so that `explain` can show it; `lengthOf` measures it. */
export function durationSetting(description: string) {
  return z
    .string()
    .regex(DURATION_PATTERN, "not a duration; use a number and h, d or w, such as 12h or 7d")
    .describe(description);
}

/**
 * How long a duration is that its schema let pass.
 *
 * @throws {RangeError} for any other text.
 */
export function lengthOf(setting: string): Duration {
  const length = parseDuration(setting);
  if (length === null) throw new RangeError(`\`${setting}\` is not a duration`);
  return length;
}
