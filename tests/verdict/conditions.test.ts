import { describe, expect, test } from "vitest";
import { type Condition, holds } from "../../src/model/condition.ts";
import type { IsoDate } from "../../src/model/iso-date.ts";
import { Timeline } from "../../src/time/timeline.ts";
import { freezeGate, openWindows } from "../../src/verdict/freeze.ts";
import { modeOf } from "../../src/verdict/mode.ts";
import { gatesOfStage } from "../../src/verdict/select-gates.ts";

describe("a condition on fields", () => {
  const fields = { tier: "A", risk: "high", users: 10, internal: false };
  test.each<{ when: Condition | null; holds: boolean }>([
    { when: null, holds: true },
    { when: {}, holds: true },
    { when: { tier: "A" }, holds: true },
    { when: { tier: ["A", "B"], risk: "high" }, holds: true },
    { when: { tier: "a" }, holds: false },
    { when: { tier: "A", risk: "low" }, holds: false },
    { when: { region: "eu" }, holds: false },
    { when: { region: [] }, holds: false },
    { when: { tier: [] }, holds: false },
    { when: { users: 10 }, holds: true },
    { when: { users: "10" }, holds: false },
    { when: { internal: false }, holds: true },
    { when: { constructor: "x" }, holds: false },
  ])("$when: $holds", ({ when, holds: expected }) => {
    expect(holds(when, fields)).toBe(expected);
  });
});

describe("the mode", () => {
  test.each([
    { mode: "enforce", from: null, is: "enforce" },
    { mode: "advisory", from: null, is: "advisory" },
    { mode: "enforce", from: "2026-12-01", is: "advisory" },
    { mode: "advisory", from: "2026-10-01", is: "enforce" },
  ] as const)("$mode from $from on 2026-10-01: $is", ({ mode, from, is }) => {
    const time = new Timeline(Date.parse("2026-10-01T00:00:00Z"));
    expect(modeOf({ mode, enforce_from: from as IsoDate | null }, time)).toBe(is);
  });
});

describe("a freeze from 2026-12-20 to 2027-01-03", () => {
  const [from, to] = ["2026-12-20" as IsoDate, "2027-01-03" as IsoDate];
  const windows = [{ from, to, reason: "year end" }];
  test.each([
    { now: "2026-12-19T23:59:59Z", on: false },
    { now: "2026-12-20T00:00:00Z", on: true },
    { now: "2027-01-03T23:59:59Z", on: true },
    { now: "2027-01-04T00:00:00Z", on: false },
  ])("at $now: $on", ({ now, on }) => {
    const open = openWindows(windows, new Timeline(Date.parse(now)));
    expect(freezeGate(open, "policy.yml", null)?.outcome ?? null).toBe(on ? "pending" : null);
  });

  test("passes on conditions where it was lifted, and tells by whom and why", () => {
    const gate = freezeGate(windows, "policy.yml", { by: "ana", reason: "hotfix" });
    expect(gate).toMatchObject({
      outcome: "conditional",
      rules: [
        { outcome: "waived", waiver: { kind: "unfreeze", approvedBy: ["ana"], reason: "hotfix" } },
      ],
    });
  });
});

describe("the gates of a stage", () => {
  const at = { file: "p", line: 1, column: 1 };
  const stage = (id: string, gates: string[] | null, cumulative = true) => ({
    id,
    branches: [id],
    paths: null,
    gates,
    cumulative,
    at,
  });
  const gates = ["a", "b", "c"].map((id) => ({ id }) as never);
  const ids = (stages: ReturnType<typeof stage>[], index: number) =>
    gatesOfStage({ gates, stages }, stages[index] as never).map(({ id }) => id);

  test("are also those of the stages before it", () => {
    expect(ids([stage("limited", ["c"]), stage("production", ["a"])], 1)).toEqual(["a", "c"]);
  });

  test("are only its own where it says so", () => {
    expect(ids([stage("limited", ["c"]), stage("production", ["a"], false)], 1)).toEqual(["a"]);
  });

  test("are all of them where it names none", () => {
    expect(ids([stage("limited", ["c"]), stage("production", null)], 1)).toEqual(["a", "b", "c"]);
    expect(ids([stage("limited", ["c"]), stage("production", null)], 0)).toEqual(["c"]);
  });
});
