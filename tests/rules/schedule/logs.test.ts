import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { told } from "../../support/ask-rule.ts";
import { askSchedule, midnight, type Question } from "./ask-schedule.ts";

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

const LOG = "`docs/reviews.md`";

function weekly(text: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    options: { cadence: { log: "docs/reviews.md", every: "7d", ...more } },
    files: { "docs/reviews.md": text },
  };
}

describe("cadence", () => {
  specify([
    {
      name: "an entry today",
      ...weekly("- 2026-10-01: fine\n"),
      found: [],
      validUntil: midnight("2026-10-09"),
    },
    {
      name: "on the last day",
      ...weekly("- 2026-09-24: fine\n"),
      found: [],
      validUntil: midnight("2026-10-02"),
    },
    {
      name: "a day later",
      ...weekly("- 2026-09-23: fine\n"),
      found: [`failed SCHEDULE-OVERDUE ${LOG}`],
      validUntil: null,
    },
    {
      name: "within its grace it warns",
      ...weekly("- 2026-09-23: fine\n", { grace: "1d" }),
      found: [`warned SCHEDULE-LATE ${LOG}`],
      validUntil: midnight("2026-10-02"),
    },
    {
      name: "after its grace",
      ...weekly("- 2026-09-22: fine\n", { grace: "1d" }),
      found: [`failed SCHEDULE-OVERDUE ${LOG}`],
    },
    {
      name: "the newest counts, wherever it stands",
      ...weekly("- 2026-09-30: b\n- 2026-01-01: a\n"),
      found: [],
    },
    { name: "nothing in it", ...weekly("# Reviews\n"), found: [`failed SCHEDULE-NO-ENTRY ${LOG}`] },
    {
      name: "no file",
      options: { cadence: { log: "docs/reviews.md", every: "7d" } },
      found: ["failed FILE-MISSING docs/reviews.md"],
    },
    {
      name: "an entry after today is a claim nobody can make",
      ...weekly("- 2026-10-02: fine\n- 2026-09-30: fine\n"),
      found: ["failed SCHEDULE-FUTURE docs/reviews.md 2026-10-02"],
      validUntil: midnight("2026-10-02"),
    },
    {
      name: "and does not make up for one that is due",
      ...weekly("- 2026-10-08: fine\n"),
      found: [
        "failed SCHEDULE-FUTURE docs/reviews.md 2026-10-08",
        `failed SCHEDULE-NO-ENTRY ${LOG}`,
      ],
    },
    {
      name: "only the running interval is judged",
      ...weekly("- 2026-09-30: b\n- 2026-01-01: a\n"),
      found: [],
    },
    {
      name: "unless the policy looks further back",
      ...weekly("- 2026-09-30: b\n- 2026-01-01: a\n", { intervals: 2 }),
      found: [`failed SCHEDULE-GAP ${LOG} 2026-09-30`],
    },
    {
      name: "further back than there are entries",
      ...weekly("- 2026-09-30: b\n- 2026-09-24: a\n", { intervals: 3 }),
      found: [`failed SCHEDULE-NO-ENTRY ${LOG}`],
    },
    {
      name: "two on one day are one",
      ...weekly("- 2026-09-30: b\n- 2026-09-30: c\n", { intervals: 2 }),
      found: [`failed SCHEDULE-NO-ENTRY ${LOG}`],
    },
    {
      name: "on cadence",
      ...weekly("- 2026-09-30: c\n- 2026-09-23: b\n- 2026-09-17: a\n", { intervals: 3 }),
      found: [],
    },
  ]);

  describe("since", () => {
    const since = (front: string, text: string, more = {}): Question => ({
      ...weekly(text, { since: "launch", ...more }),
      front,
    });
    specify([
      {
        name: "before it begins the rule holds",
        ...since("launch: 2026-10-05", "# Log\n"),
        found: [],
        validUntil: midnight("2026-10-05"),
      },
      {
        name: "then the first interval runs",
        ...since("launch: 2026-09-28", "# Log\n"),
        found: [],
        validUntil: midnight("2026-10-06"),
      },
      {
        name: "until it is over",
        ...since("launch: 2026-09-20", "# Log\n"),
        found: [`failed SCHEDULE-OVERDUE ${LOG}`],
      },
      {
        name: "it stands for the first entry",
        ...since("launch: 2026-09-24", "- 2026-09-30: a\n", { intervals: 2 }),
        found: [],
      },
      {
        name: "no such date",
        ...since("start: 2026-09-24", "- 2026-09-30: a\n"),
        found: ["failed SCHEDULE-MISSING launch"],
      },
    ]);
  });
});

describe("what an entry is", () => {
  const isThere: readonly string[] = [];
  const isNot = [`failed SCHEDULE-NO-ENTRY ${LOG}`];
  specify([
    { name: "a list item", ...weekly("* 2026-09-30 – all well\n"), found: isThere },
    { name: "a numbered one", ...weekly("1. 2026-09-30: all well\n"), found: isThere },
    { name: "a heading", ...weekly("## 2026-09-30\n\nAll well.\n"), found: isThere },
    {
      name: "a heading with a title",
      ...weekly("## 2026-09-30 · Monthly review\n"),
      found: isThere,
    },
    {
      name: "a row",
      ...weekly("| Date | Result |\n|---|---|\n| 2026-09-30 | fine |\n"),
      found: isThere,
    },
    {
      name: "a row under another header",
      ...weekly("| No | Held on |\n|---|---|\n| 1 | 2026-09-30 |\n"),
      found: isThere,
    },
    { name: "a ticked box", ...weekly("- [x] 2026-09-30 review\n"), found: isThere },
    { name: "an unticked box is a plan", ...weekly("- [ ] 2026-09-30 review\n"), found: isNot },
    { name: "an item of nothing but its day", ...weekly("- 2026-09-30\n"), found: isNot },
    { name: "an item with a placeholder", ...weekly("- 2026-09-30: TODO\n"), found: isNot },
    {
      name: "a row of nothing but its day",
      ...weekly("| Date | Result |\n|---|---|\n| 2026-09-30 | - |\n"),
      found: isNot,
    },
    {
      name: "a row without its day is still to come",
      ...weekly("| Date | Result |\n|---|---|\n| TBD | fine |\n"),
      found: isNot,
    },
    {
      name: "a table of planned days",
      ...weekly("| Planned | Topic |\n|---|---|\n| 2026-09-30 | costs |\n"),
      found: isNot,
    },
    { name: "a date in the middle", ...weekly("- review on 2026-09-30\n"), found: isNot },
    { name: "longer than a day", ...weekly("- 2026-09-301: x\n"), found: isNot },
    { name: "a day that does not exist", ...weekly("- 2026-09-31: x\n"), found: isNot },
    { name: "a comment", ...weekly("<!--\n- 2026-09-30: x\n-->\n"), found: isNot },
    { name: "code", ...weekly("~~~\n- 2026-09-30: x\n~~~\n"), found: isNot },
    { name: "a footnote", ...weekly("a[^1]\n\n[^1]: - 2026-09-30: x\n"), found: isNot },
    {
      name: "another form of date in a row",
      ...weekly("| Date | R |\n|---|---|\n| 30 Sep 2026 | x |\n"),
      found: ["failed SCHEDULE-NOT-A-DATE docs/reviews.md 30 Sep 2026", ...isNot],
    },
    {
      name: "a hidden character in an item",
      ...weekly("- 2026-09-30: \u202Efine\n"),
      found: ["failed HIDDEN-CHARACTER 2026-09-30: \u202Efine", ...isNot],
    },
    {
      name: "two date columns",
      ...weekly("| Date | Held |\n|---|---|\n| 2026-09-30 | 2026-09-30 |\n"),
      found: ["failed COLUMN-AMBIGUOUS Date", ...isNot],
    },
  ]);
});

describe("where a log stands", () => {
  const entry = "- 2026-09-30: fine\n";
  const every = "7d";
  const text = `# R\n\n## Reviews\n\n${entry}\n## Other\n\nnone\n`;
  specify([
    {
      name: "in the gate's section",
      options: { cadence: { every } },
      heading: "Reviews",
      text,
      found: [],
    },
    {
      name: "not in another",
      options: { cadence: { every } },
      heading: "Other",
      text,
      found: ["failed SCHEDULE-NO-ENTRY the section `Other` of `READINESS.md`"],
    },
    {
      name: "under the rule's heading",
      options: { heading: "Reviews", cadence: { every } },
      heading: "Other",
      text,
      found: [],
    },
    {
      name: "under a heading the log names",
      options: { cadence: { every, log: "#Reviews" } },
      heading: "Other",
      text,
      found: [],
    },
    {
      name: "under a heading that is gone",
      options: { cadence: { every, log: "#Review log" } },
      text,
      found: ["failed SECTION-MISSING Review log"],
    },
    {
      name: "under a heading of a file",
      options: { cadence: { every, log: "log.md#2026" } },
      files: { "log.md": `# 2025\n\n# 2026\n\n${entry}` },
      found: [],
    },
    {
      name: "not under another of them",
      options: { cadence: { every, log: "log.md#2025" } },
      files: { "log.md": `# 2025\n\n# 2026\n\n${entry}` },
      found: ["failed SCHEDULE-NO-ENTRY the section `2025` of `log.md`"],
    },
    {
      name: "under two headings",
      options: { cadence: { every, log: "log.md#A" } },
      files: { "log.md": `# A\n\n# A\n\n${entry}` },
      found: ["failed SECTION-AMBIGUOUS A"],
    },
    {
      name: "in a list of days",
      options: { cadence: { every, log: "reviews" } },
      front: "reviews: [2026-09-30, 2026-01-01]",
      found: [],
    },
    {
      name: "in a list of entries",
      options: { cadence: { every, log: "log.yml#reviews" } },
      files: { "log.yml": "reviews:\n  - {held_on: 2026-09-30, by: ana}" },
      found: [],
    },
    {
      name: "in a whole file",
      options: { cadence: { every, log: "log.json" } },
      files: { "log.json": '["2026-09-30"]' },
      found: [],
    },
    {
      name: "in a CSV file",
      options: { cadence: { every, log: "log.csv" } },
      files: { "log.csv": "date,result\n2026-09-30,fine\n" },
      found: [],
    },
    {
      name: "in no list",
      options: { cadence: { every, log: "reviews" } },
      front: "reviews: weekly",
      found: ["errored FILE-MALFORMED READINESS.md"],
    },
    {
      name: "in a list that is not there",
      options: { cadence: { every, log: "reviews" } },
      front: "a: 1",
      found: ["failed SCHEDULE-NO-ENTRY `reviews` in `READINESS.md`"],
    },
    {
      name: "in an entry without a date",
      options: { cadence: { every, log: "reviews" } },
      front: "reviews: [{by: ana}]",
      found: [
        "failed SCHEDULE-MISSING READINESS.md",
        "failed SCHEDULE-NO-ENTRY `reviews` in `READINESS.md`",
      ],
    },
    {
      name: "in an entry with two dates",
      options: { cadence: { every, log: "reviews" } },
      front: "reviews: [{date: 2026-09-30, held: 2026-01-01}]",
      found: [
        "failed SCHEDULE-MISSING READINESS.md",
        "failed SCHEDULE-NO-ENTRY `reviews` in `READINESS.md`",
      ],
    },
  ]);
});

describe("due", () => {
  const LAUNCH = "launch: 2026-09-10";
  const due = (more: Record<string, unknown> = {}) => ({
    due: { event: "launch", within: "14d", ...more },
  });
  const done = due({ done: "review" });
  specify([
    {
      name: "nothing is due before the event",
      options: done,
      front: "launch: 2026-10-02",
      found: [],
      validUntil: midnight("2026-10-02"),
    },
    {
      name: "within its time a note says until when",
      options: done,
      front: LAUNCH,
      today: "2026-09-24",
      found: ["noted SCHEDULE-DUE launch"],
      validUntil: midnight("2026-09-25"),
    },
    {
      name: "then it is overdue",
      options: done,
      front: LAUNCH,
      today: "2026-09-25",
      found: ["failed SCHEDULE-OVERDUE launch"],
      validUntil: null,
    },
    { name: "done in time", options: done, front: `${LAUNCH}\nreview: 2026-09-24`, found: [] },
    {
      name: "done late warns",
      options: done,
      front: `${LAUNCH}\nreview: 2026-09-25`,
      found: ["warned SCHEDULE-LATE launch"],
    },
    {
      name: "done before the event does not count",
      options: done,
      front: `${LAUNCH}\nreview: 2026-09-09`,
      found: ["failed SCHEDULE-OVERDUE launch"],
    },
    {
      name: "planned in time",
      options: done,
      front: `${LAUNCH}\nreview: 2026-09-24`,
      today: "2026-09-12",
      found: [],
    },
    {
      name: "planned too late",
      options: done,
      front: `${LAUNCH}\nreview: 2026-09-25`,
      today: "2026-09-12",
      found: ["failed SCHEDULE-OVERDUE launch"],
    },
    {
      name: "planned too late, seen before the event",
      options: done,
      front: "launch: 2026-11-01\nreview: 2026-11-16",
      found: ["failed SCHEDULE-OVERDUE launch"],
    },
    {
      name: "planned is not held, where the policy says so",
      options: due({ done: "held" }),
      front: `${LAUNCH}\nheld: 2026-09-24`,
      today: "2026-09-12",
      found: ["failed SCHEDULE-FUTURE held", "noted SCHEDULE-DUE launch"],
    },
    {
      name: "a date that is none is told at once",
      options: done,
      front: `${LAUNCH}\nreview: soon`,
      today: "2026-09-12",
      found: ["failed SCHEDULE-NOT-A-DATE review", "noted SCHEDULE-DUE launch"],
    },
    { name: "no event", options: done, front: "a: 1", found: ["failed SCHEDULE-MISSING launch"] },
    {
      name: "an entry of the gate's section",
      options: due(),
      front: LAUNCH,
      text: "# R\n\n## Reviews\n\n- 2026-09-20: fine\n",
      heading: "Reviews",
      found: [],
    },
    {
      name: "an entry before the event",
      options: due(),
      front: LAUNCH,
      text: "# R\n\n## Reviews\n\n- 2026-09-01: fine\n",
      heading: "Reviews",
      found: ["failed SCHEDULE-OVERDUE launch"],
    },
    {
      name: "an entry after today",
      options: due({ log: "log.md" }),
      front: LAUNCH,
      today: "2026-09-12",
      files: { "log.md": "- 2026-09-20: fine\n" },
      found: ["failed SCHEDULE-FUTURE log.md 2026-09-20", "noted SCHEDULE-DUE launch"],
    },
    {
      name: "a log to be begun",
      options: due({ log: "log.md" }),
      front: LAUNCH,
      today: "2026-09-12",
      found: ["noted SCHEDULE-DUE launch"],
    },
    {
      name: "a log never begun",
      options: due({ log: "log.md" }),
      front: LAUNCH,
      found: ["failed SCHEDULE-OVERDUE launch"],
    },
  ]);
});

describe("what to paste does not pass as it is printed", () => {
  test("an entry of a log", async () => {
    const before = await askSchedule(weekly("# Reviews\n"));
    const entry = before.findings[0]?.remedy.split("\n").at(-1) ?? "";
    expect(entry).toMatch(/^- </);
    const after = await askSchedule(weekly(`# Reviews\n\n${entry}\n`));
    expect(told(after)).toEqual([`failed SCHEDULE-NO-ENTRY ${LOG}`]);
  });

  test("an entry of a data file", async () => {
    const options = { cadence: { log: "log.yml", every: "7d" } };
    const before = await askSchedule({ options, files: { "log.yml": "[]" } });
    const entry = before.findings[0]?.remedy.split("\n").at(-1) ?? "";
    const after = await askSchedule({ options, files: { "log.yml": entry } });
    expect(after.findings.map(({ outcome }) => outcome)).toContain("failed");
  });
});

test("no input makes it throw", async () => {
  const day = fc.constantFrom(
    "2026-09-30",
    "2026-10-02",
    "TBD",
    "",
    "30.9.2026",
    "2026-13-01",
    "\u202E",
  );
  const line = fc.oneof(
    day.map((text) => `- ${text}: x`),
    day.map((text) => `## ${text}`),
    day.map((text) => `| Date | R |\n|---|---|\n| ${text} | x |`),
    fc.string({ maxLength: 20 }),
  );
  const options = fc.constantFrom(
    { cadence: { every: "7d", intervals: 3, since: "a" } },
    { due: { event: "a", within: "7d" } },
    { sequence: ["a", "b[0]", "table[x].Date"] },
    { duration: { start: "a", min: "1d" } },
    { deadline: "a" },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 6 }), day, options, async (lines, a, chosen) => {
      const answer = await askSchedule({
        options: chosen,
        front: `a: ${a.replace("\u202E", "x")}\nb: [2026-01-01]`,
        text: lines.join("\n\n"),
      });
      expect(answer.findings.map(({ code }) => code)).not.toContain("RULE-DEFECT");
    }),
    { numRuns: 200 },
  );
});
