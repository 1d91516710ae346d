import { describe, expect, test } from "vitest";
import type { IsoDate } from "../../src/model/iso-date.ts";
import { Timeline } from "../../src/time/timeline.ts";

const at = (text: string) => new Timeline(Date.parse(text));
const day = (text: string) => text as IsoDate;
const DAYS = 86_400_000;

describe("a day that claims something happened", () => {
  test.each([
    { now: "2026-10-01T00:00:00Z", date: "2026-10-01", ahead: false },
    { now: "2026-09-30T23:59:59.999Z", date: "2026-10-01", ahead: true },
    { now: "2026-10-01T12:00:00Z", date: "2026-09-01", ahead: false },
  ])("$date seen from $now: ahead $ahead", ({ now, date, ahead }) => {
    expect(at(now).isAhead(day(date))).toBe(ahead);
  });
});

describe("a limit of 30 days on the 1st of September", () => {
  test.each([
    { now: "2026-10-01T23:59:59.999Z", older: false },
    { now: "2026-10-02T00:00:00Z", older: true },
  ])("at $now: older $older", ({ now, older }) => {
    expect(at(now).isOlder(day("2026-09-01"), 30 * DAYS)).toBe(older);
  });
});

describe("the moment at which time alone could change the answer", () => {
  test("is the earliest that was asked for and lies ahead", () => {
    const time = at("2026-10-01T12:00:00Z");
    time.isAhead(day("2026-10-20"));
    time.isOver(day("2026-10-05"));
    time.isOver(day("2026-09-05"));
    expect(new Date(time.next ?? 0).toISOString()).toBe("2026-10-06T00:00:00.000Z");
  });

  test("is none when all that was asked for is past", () => {
    const time = at("2026-10-01T12:00:00Z");
    time.isOver(day("2026-09-05"));
    expect(time.next).toBeNull();
  });

  test("at that moment the answer has changed", () => {
    const before = at("2026-10-01T12:00:00Z");
    expect(before.isOver(day("2026-10-05"))).toBe(false);
    const then = new Timeline(before.next ?? 0);
    expect(then.isOver(day("2026-10-05"))).toBe(true);
  });
});

test("no time is no time to judge as of: nothing would ever be too old", () => {
  expect(() => new Timeline(Number.NaN)).toThrow(RangeError);
});
