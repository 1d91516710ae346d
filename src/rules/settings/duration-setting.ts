import { z } from "zod";
import { DURATION_PATTERN, parseDuration } from "../../time/duration.ts";

/** A duration in a policy, as milliseconds. */
export function durationSetting(description: string) {
  return z
    .string()
    .regex(DURATION_PATTERN, "not a duration; use a number and h, d or w, such as 12h or 7d")
    .transform((text) => parseDuration(text) ?? 0)
    .describe(description);
}
