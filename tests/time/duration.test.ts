import { expect, test } from "vitest";
import { formatDuration, parseDuration } from "../../src/time/duration.ts";

const HOUR = 3_600_000;

test.each([
  { text: "12h", hours: 12 },
  { text: "7d", hours: 168 },
  { text: "2w", hours: 336 },
  { text: "0d", hours: 0 },
  { text: "9999d", hours: 239_976 },
])("$text is $hours hours", ({ text, hours }) => {
  expect(parseDuration(text)).toBe(hours * HOUR);
});

test.each(["", "7", "d", "10 dayz", "-1d", "1.5d", "01d", "10000d", "7D", "7d ", "٧d", "1e3d"])(
  "%j is no duration",
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

test.each([
  { duration: 24 * HOUR, text: "1 day" },
  { duration: 72 * HOUR, text: "3 days" },
  { duration: 36 * HOUR, text: "36 hours" },
  { duration: HOUR, text: "1 hour" },
])("is shown as $text", ({ duration, text }) => {
  expect(formatDuration(duration)).toBe(text);
});
