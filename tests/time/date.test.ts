import { expect, test } from "vitest";
import { dayOf, daysBetween, endOf, formatInstant, parseIsoDate } from "../../src/time/date.ts";

test.each(["2026-09-12", "2024-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (text) => {
  expect(parseIsoDate(text)).toBe(text);
});

test.each([
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-9-12",
  "12.09.2026",
  "2026-09-12T00:00",
  " 2026-09-12",
  "20260912",
  "２０２６-09-12",
  "",
])("%j is no day", (text) => {
  expect(parseIsoDate(text)).toBeNull();
});

test("a day ends where the next one begins, in UTC", () => {
  const day = parseIsoDate("2026-12-31");
  expect(day && new Date(endOf(day)).toISOString()).toBe("2027-01-01T00:00:00.000Z");
});

test("days are counted across months and leap days", () => {
  const from = parseIsoDate("2024-02-27");
  const to = parseIsoDate("2024-03-01");
  expect(from && to && daysBetween(from, to)).toBe(3);
  expect(from && to && daysBetween(to, from)).toBe(-3);
});

test("an instant is told in UTC", () => {
  const instant = Date.parse("2026-10-01T14:05:59Z");
  expect(formatInstant(instant)).toBe("2026-10-01 14:05 UTC");
  expect(dayOf(instant)).toBe("2026-10-01");
});
