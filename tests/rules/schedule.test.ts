import { describe, expect, test } from "vitest";
import { schedule } from "../../src/rules/schedule.ts";
import { told } from "../support/ask-rule.ts";
import { askSchedule, midnight, type Question } from "./schedule/ask-schedule.ts";

interface Case extends Question {
  readonly name: string;
  readonly found: readonly string[];
  readonly validUntil?: string | null;
}

function specify(rows: readonly Case[]): void {
  test.each(rows)("$name", async ({ name: _, found, validUntil, ...question }) => {
    const answer = await askSchedule(question);
    expect(told(answer)).toEqual(found);
    if (validUntil !== undefined) expect(answer.validUntil).toBe(validUntil);
  });
}

test("front matter that does not parse is told once, however many dates it was to give", async () => {
  const options = { sequence: ["phases.a", "phases.b", "phases.c"] };
  const answer = await askSchedule({ options, front: "phases: {a: 2026-01-01" });
  expect(told(answer)).toEqual(["errored FRONT-MATTER-MALFORMED READINESS.md"]);
});

describe("deadline", () => {
  const options = { deadline: "2026-10-01" };
  specify([
    { name: "ahead", options, today: "2026-09-01", found: [], validUntil: midnight("2026-10-02") },
    { name: "the day itself still counts", options, found: [], validUntil: midnight("2026-10-02") },
    {
      name: "over",
      options,
      today: "2026-10-02",
      found: ["failed SCHEDULE-OVER 2026-10-01"],
      validUntil: null,
    },
    {
      name: "in the front matter",
      options: { deadline: "pilot.end" },
      front: "pilot: {end: 2026-09-30}",
      found: ["failed SCHEDULE-OVER pilot.end"],
    },
  ]);
});

describe("duration", () => {
  const front = "phases: {start: 2026-08-01, end: 2026-08-29}";
  const duration = (rest: Record<string, string>) => ({
    duration: { start: "phases.start", end: "phases.end", ...rest },
  });
  specify([
    {
      name: "as long as the least",
      options: duration({ min: "28d" }),
      front,
      found: [],
      validUntil: null,
    },
    { name: "as long as the most", options: duration({ max: "4w" }), front, found: [] },
    {
      name: "shorter than the least",
      options: duration({ min: "29d" }),
      front,
      found: ["failed SCHEDULE-TOO-SHORT phases.start phases.end"],
    },
    {
      name: "longer than the most",
      options: duration({ max: "27d" }),
      front,
      found: ["failed SCHEDULE-TOO-LONG phases.start phases.end"],
    },
    {
      name: "the end before the start",
      options: { duration: { start: "phases.end", end: "phases.start", max: "90d" } },
      front,
      found: ["failed SCHEDULE-ORDER phases.start"],
    },
    {
      name: "planned days may lie ahead",
      options: duration({ max: "30d" }),
      front: "phases: {start: 2027-01-01, end: 2027-01-20}",
      found: [],
      validUntil: null,
    },
    {
      name: "both days missing are both told",
      options: duration({ max: "30d" }),
      front: "phases: {start: TBD}",
      found: ["failed SCHEDULE-MISSING phases.start", "failed SCHEDULE-MISSING phases.end"],
    },
  ]);

  describe("without an end runs until today", () => {
    const options = { duration: { start: "2026-09-01", min: "28d", max: "56d" } };
    specify([
      {
        name: "not long enough is pending",
        options,
        today: "2026-09-28",
        found: ["pending SCHEDULE-RUNNING 2026-09-01"],
        validUntil: midnight("2026-09-29"),
      },
      {
        name: "long enough",
        options,
        today: "2026-09-29",
        found: [],
        validUntil: midnight("2026-10-28"),
      },
      {
        name: "on the last day",
        options,
        today: "2026-10-27",
        found: [],
        validUntil: midnight("2026-10-28"),
      },
      {
        name: "too long",
        options,
        today: "2026-10-28",
        found: ["failed SCHEDULE-TOO-LONG 2026-09-01"],
        validUntil: null,
      },
      {
        name: "not begun is pending",
        options,
        today: "2026-08-01",
        found: ["pending SCHEDULE-RUNNING 2026-09-01"],
        validUntil: midnight("2026-09-29"),
      },
    ]);
  });
});

describe("sequence", () => {
  const options = { sequence: ["audit", "decision", "launch"] };
  specify([
    {
      name: "in order",
      options,
      front: "audit: 2026-06-01\ndecision: 2026-07-01\nlaunch: 2027-01-01",
      found: [],
      validUntil: null,
    },
    {
      name: "on one day",
      options,
      front: "audit: 2026-06-01\ndecision: 2026-06-01\nlaunch: 2026-06-01",
      found: [],
    },
    {
      name: "out of order",
      options,
      front: "audit: 2026-06-01\ndecision: 2026-05-31\nlaunch: 2026-05-30",
      found: ["failed SCHEDULE-ORDER decision", "failed SCHEDULE-ORDER launch"],
    },
    {
      name: "one missing does not hide the others",
      options,
      front: "audit: 2026-06-01\nlaunch: 2026-05-30",
      found: ["failed SCHEDULE-MISSING decision", "failed SCHEDULE-ORDER launch"],
    },
    {
      name: "against a day of the policy",
      options: { sequence: ["audit", "2026-06-01"] },
      front: "audit: 2026-06-02",
      found: ["failed SCHEDULE-ORDER 2026-06-01"],
    },
  ]);
});

describe("a date that says something happened fails after today", () => {
  const front = "last_reviewed: 2026-10-02\nphases: {launch: 2026-10-02}";
  specify([
    {
      name: "by its name",
      options: { sequence: ["2026-01-01", "last_reviewed"] },
      front,
      found: ["failed SCHEDULE-FUTURE last_reviewed"],
      validUntil: midnight("2026-10-02"),
    },
    {
      name: "a plan does not",
      options: { sequence: ["2026-01-01", "phases.launch"] },
      front,
      found: [],
    },
    {
      name: "unless the policy says it happened",
      options: { sequence: ["2026-01-01", { date: "phases.launch", happened: true }] },
      front,
      found: ["failed SCHEDULE-FUTURE phases.launch"],
    },
    {
      name: "today it has happened",
      options: { sequence: ["2026-01-01", "last_reviewed"] },
      front,
      today: "2026-10-02",
      found: [],
    },
  ]);
});

describe("where dates come from", () => {
  const deadline = (reference: string) => ({ deadline: reference });
  const table =
    "# R\n\n## Plan\n\n| Phase | Start | End |\n|---|---|---|\n| Pilot | 2026-05-01 | 2026-06-01 |\n| **Launch 1** | 2026-07-01 | TBD |\n";
  specify([
    {
      name: "a table's cell",
      options: deadline("table[pilot].End"),
      text: table,
      heading: "Plan",
      found: ["failed SCHEDULE-OVER table[pilot].End"],
    },
    {
      name: "an empty cell",
      options: deadline("table[Launch 1].End"),
      text: table,
      found: ["failed SCHEDULE-MISSING table[Launch 1].End"],
    },
    {
      name: "no such row",
      options: deadline("table[Scale].End"),
      text: table,
      found: ["failed SCHEDULE-MISSING table[Scale].End"],
    },
    {
      name: "no such column",
      options: deadline("table[Pilot].Ended"),
      text: table,
      heading: "Plan",
      found: ["failed TABLE-MISSING Plan"],
    },
    {
      name: "two rows of one name",
      options: deadline("table[Pilot].End"),
      text: `${table}| PILOT | 2026-05-01 | 2099-06-01 |\n`,
      found: ["failed TABLE-AMBIGUOUS table[Pilot].End"],
    },
    {
      name: "two columns of one name",
      options: deadline("table[Pilot].End"),
      text: table.replace("Start", "End"),
      found: ["failed COLUMN-AMBIGUOUS End"],
    },
    {
      name: "the rule's own heading",
      options: { heading: "Plan", deadline: "table[Pilot].End" },
      text: table.replace("## Plan", "## Other"),
      found: ["failed SECTION-MISSING Plan"],
    },
    {
      name: "a data file",
      options: deadline("plan.yml#pilot[0].end"),
      files: { "plan.yml": "pilot: [{end: 2026-06-01}]" },
      found: ["failed SCHEDULE-OVER plan.yml#pilot[0].end"],
    },
    {
      name: "the front matter of another document",
      options: deadline("docs/plan.md#end"),
      files: { "docs/plan.md": "---\nend: 2026-06-01\n---\n" },
      found: ["failed SCHEDULE-OVER docs/plan.md#end"],
    },
    {
      name: "a document without front matter",
      options: deadline("docs/plan.md#end"),
      files: { "docs/plan.md": "# Plan\n" },
      found: ["failed SCHEDULE-MISSING docs/plan.md#end"],
    },
    { name: "no file", options: deadline("plan.yml#end"), found: ["failed FILE-MISSING plan.yml"] },
    {
      name: "a file that does not parse",
      options: deadline("plan.yml#end"),
      files: { "plan.yml": "end: [" },
      found: ["errored FILE-MALFORMED plan.yml"],
    },
    {
      name: "front matter that does not parse",
      options: deadline("end"),
      front: "end: [",
      found: ["errored FRONT-MATTER-MALFORMED READINESS.md"],
    },
    {
      name: "another form of date",
      options: deadline("end"),
      front: "end: 01/06/2026",
      found: ["failed SCHEDULE-NOT-A-DATE end"],
    },
    {
      name: "a day that does not exist",
      options: deadline("end"),
      front: "end: 2026-02-30",
      found: ["failed SCHEDULE-NOT-A-DATE end"],
    },
    {
      name: "a time of day",
      options: deadline("end"),
      front: "end: 2026-06-01T10:00:00Z",
      found: ["failed SCHEDULE-NOT-A-DATE end"],
    },
    {
      name: "a number",
      options: deadline("end"),
      front: "end: 20260601",
      found: ["failed SCHEDULE-NOT-A-DATE end"],
    },
    {
      name: "a list",
      options: deadline("end"),
      front: "end: [2026-12-01]",
      found: ["failed SCHEDULE-NOT-A-DATE end"],
    },
    {
      name: "a placeholder",
      options: deadline("end"),
      front: "end: <YYYY-MM-DD>",
      found: ["failed SCHEDULE-MISSING end"],
    },
    {
      name: "the bare form of a date",
      options: deadline("end"),
      front: "end: YYYY-MM-DD",
      found: ["failed SCHEDULE-MISSING end"],
    },
    {
      name: "a hidden character",
      options: deadline("end"),
      front: "end: 2026-12-01\u200B",
      found: ["failed HIDDEN-CHARACTER 2026-12-01\u200B"],
    },
    {
      name: "digits of another script",
      options: deadline("end"),
      front: "end: ２０２６-12-01",
      found: ["failed SCHEDULE-NOT-A-DATE end"],
    },
  ]);

  test("a finding points at the date, or at what it is missing from", async () => {
    const wrong = await askSchedule({
      options: { deadline: "phases.end" },
      front: "phases: {end: 1}",
    });
    expect(wrong.findings[0]?.at).toEqual({ file: "READINESS.md", line: 2, column: 15 });
    const missing = await askSchedule({
      options: { deadline: "phases.end" },
      front: "a: 1\nphases: {start: 1}",
    });
    expect(missing.findings[0]?.at).toMatchObject({ file: "READINESS.md", line: 3 });
    const cell = await askSchedule({ options: { deadline: "table[Pilot].End" }, text: table });
    expect(cell.findings[0]?.at).toMatchObject({ file: "READINESS.md", line: 7 });
  });
});

describe("what a policy may not say", () => {
  const rows = [
    { name: "no form", options: {} },
    { name: "two forms", options: { deadline: "a", sequence: ["a", "b"] } },
    { name: "one date for an order", options: { sequence: ["a"] } },
    { name: "a duration without a limit", options: { duration: { start: "a" } } },
    {
      name: "the least over the most",
      options: { duration: { start: "a", min: "3d", max: "2d" } },
    },
    { name: "a time that is none", options: { duration: { start: "a", min: "3 days" } } },
    { name: "a day that does not exist", options: { deadline: "2026-02-30" } },
    { name: "a year alone", options: { deadline: "2026" } },
    { name: "a prefix nobody needs", options: { deadline: "front_matter.phases.launch" } },
    { name: "a file of another kind", options: { deadline: "plan.toml#end" } },
    { name: "a file without a path", options: { deadline: "plan.yml#" } },
    { name: "happened: false", options: { deadline: { date: "a", happened: false } } },
    {
      name: "two places for one deed",
      options: { due: { event: "a", within: "1d", done: "b", log: "c" } },
    },
    { name: "an empty heading", options: { cadence: { every: "1d", log: "#" } } },
    { name: "no interval at all", options: { cadence: { every: "1d", intervals: 0 } } },
  ];
  test.each(rows)("$name", ({ options }) => {
    expect(schedule.options.safeParse(options).success).toBe(false);
  });
});
