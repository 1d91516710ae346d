import { describe, expect, test } from "vitest";
import { told } from "../support/ask-rule.ts";
import {
  ACCURACY,
  askMetrics,
  documentOf,
  LATENCY,
  type Question,
  tableOf,
  without,
} from "./metrics/kpi-table.ts";

interface Case extends Question {
  readonly name: string;
  readonly found: readonly string[];
}

function specify(rows: readonly Case[]): void {
  test.each(rows)("$name", async ({ name: _, found, ...question }) => {
    expect(told(await askMetrics(question))).toEqual(found);
  });
}

describe("an actual against its levels", () => {
  specify([
    { name: "between target and stretch passes", head: [ACCURACY], found: [] },
    { name: "lower is better where the comparator says so", head: [LATENCY], found: [] },
    {
      name: "at the minimum is not worse than it",
      head: [{ ...ACCURACY, Actual: "90 %" }],
      found: ["warned METRICS-BELOW-TARGET Accuracy"],
    },
    {
      name: "at a strict minimum is",
      head: [{ ...ACCURACY, Minimum: "> 90 %", Actual: "90 %" }],
      found: ["failed METRICS-BELOW-MINIMUM Accuracy"],
    },
    {
      name: "under the minimum fails, and is not told off for the target as well",
      head: [{ ...ACCURACY, Actual: "89.99 %" }],
      found: ["failed METRICS-BELOW-MINIMUM Accuracy"],
    },
    {
      name: "over the maximum of a lower-is-better KPI fails",
      head: [{ ...LATENCY, Actual: "301 ms" }],
      found: ["failed METRICS-BELOW-MINIMUM Latency"],
    },
    {
      name: "short of the target fails where the policy wants it so",
      options: { below_target: "fail" },
      head: [{ ...ACCURACY, Actual: "92 %" }],
      found: ["failed METRICS-BELOW-TARGET Accuracy"],
    },
    {
      name: "short of the target passes where the policy wants it so",
      options: { below_target: "pass" },
      head: [{ ...ACCURACY, Actual: "92 %" }],
      found: [],
    },
    {
      name: "an exact level wants the very number",
      options: {},
      head: [
        { ...without(ACCURACY, "Target", "Stretch"), Minimum: "= 0", Baseline: "3", Actual: "1" },
      ],
      found: ["failed METRICS-BELOW-MINIMUM Accuracy"],
    },
    {
      name: "levels without a comparator take the direction of those with one",
      head: [{ ...ACCURACY, Target: "93 %", Stretch: "96 %", Actual: "92 %" }],
      found: ["warned METRICS-BELOW-TARGET Accuracy"],
    },
    {
      name: "every row is judged where the policy names none",
      head: [
        { ...ACCURACY, Actual: "1 %" },
        { ...LATENCY, Actual: "9 s" },
      ],
      found: ["failed METRICS-BELOW-MINIMUM Accuracy", "errored METRICS-UNITS Latency actual"],
    },
  ]);
});

describe("no data never passes", () => {
  specify([
    {
      name: "no actual",
      head: [{ ...ACCURACY, Actual: "-" }],
      found: ["failed METRICS-NO-ACTUAL Accuracy"],
    },
    {
      name: "a placeholder for an actual",
      head: [{ ...ACCURACY, Actual: "\\<number> %" }],
      found: ["failed METRICS-NO-ACTUAL Accuracy"],
    },
    {
      name: "an actual with a comparator",
      head: [{ ...ACCURACY, Actual: ">= 94 %" }],
      found: ["failed METRICS-COMPARATOR Accuracy actual"],
    },
    {
      name: "words for an actual",
      head: [{ ...ACCURACY, Actual: "very good" }],
      found: ["failed METRICS-NOT-A-NUMBER Accuracy actual"],
    },
    {
      name: "digits of another script",
      head: [{ ...ACCURACY, Actual: "٩٤ %" }],
      found: ["failed METRICS-NOT-A-NUMBER Accuracy actual"],
    },
    {
      name: "a required level that is empty",
      head: [{ ...ACCURACY, Minimum: "TBD" }],
      found: ["failed METRICS-CELL-MISSING Accuracy minimum"],
    },
    {
      name: "a table without rows",
      head: documentOf([ACCURACY]).replace(/\| Accuracy.*\n/, ""),
      found: ["failed METRICS-EMPTY READINESS.md"],
    },
    {
      name: "a row of placeholders only",
      head: [Object.fromEntries(Object.keys(ACCURACY).map((column) => [column, `<${column}>`]))],
      found: ["failed METRICS-EMPTY READINESS.md"],
    },
    {
      name: "values without a name",
      head: [ACCURACY, { ...LATENCY, KPI: "" }],
      found: ["failed METRICS-UNNAMED line 8"],
    },
    {
      name: "a table in a comment",
      head: `# R\n\n## KPIs\n\n<!--\n${tableOf([ACCURACY])}\n-->\n`,
      found: ["failed TABLE-MISSING KPIs"],
    },
    {
      name: "a table in a code fence",
      head: `# R\n\n## KPIs\n\n~~~\n${tableOf([ACCURACY])}\n~~~\n`,
      found: ["failed TABLE-MISSING KPIs"],
    },
    {
      name: "no document",
      head: "",
      files: { "READINESS.md": "directory" },
      found: ["failed READINESS-MISSING READINESS.md"],
    },
  ]);
});

describe("contradictions are errored", () => {
  specify([
    {
      name: "minimum over target",
      head: [{ ...ACCURACY, Minimum: ">= 94 %" }],
      found: ["errored METRICS-ORDER Accuracy target"],
    },
    {
      name: "target under stretch where lower is better",
      head: [{ ...LATENCY, Stretch: "<= 260 ms" }],
      found: ["errored METRICS-ORDER Latency stretch"],
    },
    { name: "equal levels are in order", head: [{ ...ACCURACY, Target: "> 90 %" }], found: [] },
    {
      name: "92 % against 0.92",
      head: [{ ...ACCURACY, Actual: "0.92" }],
      found: ["errored METRICS-UNITS Accuracy actual"],
    },
    {
      name: "levels in different units",
      head: [{ ...LATENCY, Target: "<= 0.25 s" }],
      found: ["errored METRICS-UNITS Latency target"],
    },
    {
      name: "one level up, one down",
      head: [{ ...ACCURACY, Target: "<= 93 %", Stretch: "-" }],
      found: ["errored METRICS-DIRECTION Accuracy target"],
    },
    {
      name: "no comparator anywhere",
      head: [{ ...ACCURACY, Minimum: "90 %", Target: "93 %", Stretch: "96 %" }],
      found: ["errored METRICS-NO-DIRECTION Accuracy"],
    },
    {
      name: "a level that is no number",
      head: [{ ...ACCURACY, Stretch: "as high as it gets" }],
      found: ["failed METRICS-NOT-A-NUMBER Accuracy stretch"],
    },
    {
      name: "a baseline with a comparator",
      head: [{ ...ACCURACY, Baseline: ">= 81 %" }],
      found: ["failed METRICS-COMPARATOR Accuracy baseline"],
    },
  ]);
});

describe("what else a policy may require", () => {
  const required = { require: ["Accuracy"] };
  specify([
    {
      name: "a KPI that is not there",
      options: { require: ["Accuracy", "Refusal rate"] },
      head: [ACCURACY],
      found: ["failed METRICS-MISSING Refusal rate"],
    },
    {
      name: "a KPI under one of its other names",
      options: { require: [{ kpi: "Correctness", aliases: ["ACCURACY"] }] },
      head: [ACCURACY],
      found: [],
    },
    {
      name: "a name is the same in any case and width",
      options: { require: ["Ａccuracy"] },
      head: [{ ...ACCURACY, KPI: "**aCCURACY**" }],
      found: [],
    },
    {
      name: "a look-alike letter makes another name",
      options: required,
      head: [{ ...ACCURACY, KPI: "Ассuracy" }],
      found: ["failed METRICS-MISSING Accuracy"],
    },
    {
      name: "rows that are not required are not judged",
      options: required,
      head: [ACCURACY, { ...LATENCY, Actual: "" }],
      found: [],
    },
    {
      name: "rows of a required layer are",
      options: { require_layers: ["Operational"] },
      head: [
        { ...ACCURACY, Actual: "" },
        { ...LATENCY, Actual: "" },
      ],
      found: ["failed METRICS-NO-ACTUAL Latency"],
    },
    {
      name: "a layer nobody measures",
      options: { require_layers: ["model", "business"] },
      head: [ACCURACY],
      found: ["failed METRICS-LAYER-MISSING business"],
    },
    {
      name: "all three levels",
      options: { levels: ["minimum", "target", "stretch"] },
      head: [{ ...ACCURACY, Stretch: "" }],
      found: ["failed METRICS-CELL-MISSING Accuracy stretch"],
    },
    {
      name: "an action",
      options: { require_action: true },
      head: [{ ...ACCURACY, "Action if below": "TODO" }],
      found: ["failed METRICS-CELL-MISSING Accuracy action if below"],
    },
    {
      name: "columns to be filled",
      options: { require_columns: ["alert", "layer", "baseline", "measured", "sample"] },
      head: [
        {
          KPI: "A",
          Minimum: ">= 1",
          Actual: "2",
          Layer: "",
          Baseline: "-",
          Measured: "",
          n: "n/a",
          Alert: "<alert rule>",
        },
      ],
      found: [
        "failed METRICS-CELL-MISSING A alert",
        "failed METRICS-CELL-MISSING A layer",
        "failed METRICS-CELL-MISSING A baseline",
        "failed METRICS-CELL-MISSING A date of measurement",
        "failed METRICS-CELL-MISSING A sample size (`n`)",
      ],
    },
    {
      name: "a column that is not there is errored",
      options: { require_columns: ["alert"], min_sample: 10 },
      head: [without(ACCURACY, "Alert", "n")],
      found: ["errored COLUMN-MISSING Alert", "errored COLUMN-MISSING n"],
    },
    {
      name: "a sample that is large enough",
      options: { min_sample: 1200 },
      head: [{ ...ACCURACY, n: "1,200" }],
      found: [],
    },
    {
      name: "a sample that is too small",
      options: { min_sample: 1201 },
      head: [ACCURACY],
      found: ["failed METRICS-SAMPLE Accuracy"],
    },
    {
      name: "a sample nobody counted",
      options: { min_sample: 1 },
      head: [{ ...ACCURACY, n: "" }],
      found: ["failed METRICS-CELL-MISSING Accuracy sample size (`n`)"],
    },
    {
      name: "a sample with a comparator",
      options: { min_sample: 1 },
      head: [{ ...ACCURACY, n: "> 100" }],
      found: ["failed METRICS-COMPARATOR Accuracy sample"],
    },
    {
      name: "a sample in percent",
      options: { min_sample: 1 },
      head: [{ ...ACCURACY, n: "40 %" }],
      found: ["failed METRICS-NOT-A-NUMBER Accuracy sample"],
    },
  ]);
});

describe("two things for one thing fail", () => {
  const doubled = (header: string) =>
    documentOf([{ ...ACCURACY, Twice: "50 %" }]).replace("Twice", header);
  specify([
    {
      name: "two rows for a KPI",
      head: [ACCURACY, { ...ACCURACY, KPI: "ACCURACY", Actual: "99 %" }],
      found: ["failed METRICS-DUPLICATE Accuracy"],
    },
    {
      name: "one row by name and one by alias",
      options: { require: [{ kpi: "Accuracy", aliases: ["Correctness"] }] },
      head: [ACCURACY, { ...ACCURACY, KPI: "Correctness" }],
      found: ["failed METRICS-DUPLICATE Accuracy"],
    },
    {
      name: "one column twice",
      head: doubled("Minimum"),
      found: ["failed COLUMN-AMBIGUOUS Minimum"],
    },
    {
      name: "one column by alias",
      head: doubled("Min"),
      found: ["failed COLUMN-AMBIGUOUS Minimum"],
    },
    { name: "two actuals", head: doubled("Current"), found: ["failed COLUMN-AMBIGUOUS Actual"] },
    {
      name: "two tables in the section",
      head: `${documentOf([ACCURACY])}\n### More\n\n${tableOf([LATENCY])}\n`,
      found: ["failed TABLE-AMBIGUOUS KPIs"],
    },
    {
      name: "two sections",
      head: `${documentOf([ACCURACY])}\n${documentOf([ACCURACY])}`,
      found: ["failed SECTION-AMBIGUOUS KPIs"],
    },
  ]);

  test("names both lines", async () => {
    const { findings } = await askMetrics({ head: [ACCURACY, ACCURACY] });
    expect(findings[0]?.problem).toContain("lines 7 and 8");
    expect(findings[0]?.at).toMatchObject({ file: "READINESS.md", line: 8 });
  });
});

describe("hidden characters fail", () => {
  const rows = [
    { name: "in the name", row: { ...ACCURACY, KPI: "Accu\u200Bracy" } },
    { name: "in the actual", row: { ...ACCURACY, Actual: "94.1\u202E %" } },
    { name: "in a cell nobody asked for", row: { ...ACCURACY, Alert: "\u2066x" } },
    { name: "in a header", row: { ...ACCURACY, "Ac\u200Btual": "1 %" } },
  ];
  test.each(rows)("$name", async ({ row }) => {
    const { findings } = await askMetrics({ head: [row] });
    expect(findings.map(({ code }) => code)).toContain("HIDDEN-CHARACTER");
  });
});

describe("age", () => {
  const at = (day: string) => `${day}T12:00:00Z`;
  const rows = [
    {
      name: "fresh on its last day, until that day ends",
      now: at("2026-10-12"),
      found: [],
      validUntil: "2026-10-13T00:00:00.000Z",
    },
    {
      name: "stale the day after",
      now: at("2026-10-13"),
      found: ["failed METRICS-STALE Accuracy"],
      validUntil: null,
    },
    {
      name: "measured tomorrow",
      now: at("2026-09-11"),
      found: ["failed METRICS-FUTURE Accuracy"],
      validUntil: "2026-09-12T00:00:00.000Z",
    },
    {
      name: "no date",
      now: at("2026-10-01"),
      row: { ...ACCURACY, Measured: "" },
      found: ["failed METRICS-CELL-MISSING Accuracy date of measurement"],
      validUntil: null,
    },
    {
      name: "another form of date",
      now: at("2026-10-01"),
      row: { ...ACCURACY, Measured: "12.09.2026" },
      found: ["failed METRICS-NOT-A-DATE Accuracy"],
      validUntil: null,
    },
    {
      name: "a day that does not exist",
      now: at("2026-10-01"),
      row: { ...ACCURACY, Measured: "2026-09-31" },
      found: ["failed METRICS-NOT-A-DATE Accuracy"],
      validUntil: null,
    },
  ];
  test.each(rows)("$name", async ({ now, row, found, validUntil }) => {
    const answer = await askMetrics({ head: [row ?? ACCURACY], maxAge: "30d", now });
    expect(told(answer)).toEqual(found);
    expect(answer.validUntil).toBe(validUntil);
  });

  test("a measurement dated after today fails without a limit, too", async () => {
    const answer = await askMetrics({ head: [{ ...ACCURACY, Measured: "2027-01-01" }] });
    expect(told(answer)).toEqual(["failed METRICS-FUTURE Accuracy"]);
  });

  test("without a limit a measurement never ages", async () => {
    const answer = await askMetrics({ head: [{ ...ACCURACY, Measured: "1999-01-01" }] });
    expect([told(answer), answer.validUntil]).toEqual([[], null]);
  });
});

describe("no_regression", () => {
  const options = (tolerance?: string) => ({
    no_regression: tolerance === undefined ? {} : { tolerance },
    levels: [],
  });
  const kpi = (Actual: string, Baseline = "80 %") => [
    { KPI: "A", Minimum: ">= 1 %", Baseline, Actual },
  ];
  specify([
    { name: "as good as the baseline", options: options(), head: kpi("80 %"), found: [] },
    {
      name: "worse, without a tolerance",
      options: options(),
      head: kpi("79.9 %"),
      found: ["failed METRICS-REGRESSION A"],
    },
    { name: "by exactly the share allowed", options: options("5 %"), head: kpi("76 %"), found: [] },
    {
      name: "by more than the share allowed",
      options: options("5 %"),
      head: kpi("75.9 %"),
      found: ["failed METRICS-REGRESSION A"],
    },
    {
      name: "by exactly the points allowed",
      options: options("5 pp"),
      head: kpi("75 %"),
      found: [],
    },
    {
      name: "by more than the points allowed",
      options: options("5 pp"),
      head: kpi("74.9 %"),
      found: ["failed METRICS-REGRESSION A"],
    },
    {
      name: "binary fractions do no harm",
      options: options("0.3 pp"),
      head: kpi("8 %", "8.3 %"),
      found: [],
    },
    {
      name: "points for a KPI that is not in percent",
      options: options("5 pp"),
      head: [{ KPI: "A", Minimum: "<= 300 ms", Baseline: "200 ms", Actual: "100 ms" }],
      found: ["errored METRICS-UNITS A tolerance"],
    },
    {
      name: "lower is better",
      options: options("10 %"),
      head: [{ KPI: "A", Minimum: "<= 300 ms", Baseline: "200 ms", Actual: "221 ms" }],
      found: ["failed METRICS-REGRESSION A"],
    },
    {
      name: "a negative baseline",
      options: options("10 %"),
      head: [{ KPI: "A", Minimum: ">= -300", Baseline: "-100", Actual: "-111" }],
      found: ["failed METRICS-REGRESSION A"],
    },
    {
      name: "no baseline",
      options: options(),
      head: kpi("80 %", "TBD"),
      found: ["failed METRICS-CELL-MISSING A baseline"],
    },
    {
      name: "a baseline in another unit",
      options: options(),
      head: kpi("80 %", "0.8"),
      found: ["errored METRICS-UNITS A baseline"],
    },
    {
      name: "a required level that is empty is told once",
      options: { no_regression: {} },
      head: [{ KPI: "A", Minimum: ">= <…>", Baseline: "80 %", Actual: "99 %" }],
      found: ["failed METRICS-CELL-MISSING A minimum"],
    },
    {
      name: "nobody says which way is better",
      options: options(),
      head: [{ KPI: "A", Baseline: "80 %", Actual: "99 %" }],
      found: ["errored METRICS-NO-DIRECTION A"],
    },
  ]);
});

describe("levels of the policy", () => {
  const set = (minimum: string) => ({ set: { accuracy: { minimum } } });
  specify([
    {
      name: "stand above looser ones of the document",
      options: set(">= 95 %"),
      head: [without({ ...ACCURACY, Minimum: ">= 1 %" }, "Target", "Stretch")],
      found: ["noted METRICS-OVERRULED accuracy minimum", "failed METRICS-BELOW-MINIMUM accuracy"],
    },
    {
      name: "and above stricter ones",
      options: set(">= 50 %"),
      head: [{ ...ACCURACY, Minimum: ">= 99 %" }],
      found: ["noted METRICS-OVERRULED accuracy minimum"],
    },
    {
      name: "say nothing where the document agrees",
      options: set(">=90%"),
      head: [ACCURACY],
      found: [],
    },
    {
      name: "make up for the column",
      options: set(">= 90 %"),
      head: [without(ACCURACY, "Minimum")],
      found: [],
    },
    {
      name: "require the KPI",
      options: set(">= 90 %"),
      head: [LATENCY],
      found: ["failed METRICS-MISSING accuracy"],
    },
    {
      name: "the document may not point the other way",
      options: set(">= 90 %"),
      head: [{ ...ACCURACY, Target: "<= 93 %", Stretch: "" }],
      found: ["errored METRICS-DIRECTION accuracy target"],
    },
    {
      name: "nor use another unit",
      options: set(">= 0.9"),
      head: [without(ACCURACY, "Minimum", "Target", "Stretch", "Baseline")],
      found: ["errored METRICS-UNITS accuracy actual"],
    },
    {
      name: "reach a KPI by an alias",
      options: {
        require: [{ kpi: "Accuracy", aliases: ["Correctness"] }],
        set: { Correctness: { minimum: "> 99 %" } },
      },
      head: [without(ACCURACY, "Target", "Stretch")],
      found: ["noted METRICS-OVERRULED Accuracy minimum", "failed METRICS-BELOW-MINIMUM Accuracy"],
    },
    {
      name: "set a baseline, too",
      options: { no_regression: {}, set: { Accuracy: { baseline: "95 %" } } },
      head: [ACCURACY],
      found: ["noted METRICS-OVERRULED Accuracy baseline", "failed METRICS-REGRESSION Accuracy"],
    },
  ]);
});

describe("places and remedies", () => {
  test("a finding is at its cell", async () => {
    const head = documentOf([LATENCY, { ...ACCURACY, Actual: "1 %" }]);
    const { findings } = await askMetrics({ head });
    expect(findings[0]?.at).toMatchObject({ file: "READINESS.md", line: 8 });
  });

  test("the row to paste does not pass as it is printed", async () => {
    const options = { require: ["Refusal rate"], require_columns: ["alert"], min_sample: 1 };
    const before = await askMetrics({ options, maxAge: "30d", head: [ACCURACY] });
    expect(told(before)).toEqual(["failed METRICS-MISSING Refusal rate"]);
    const row = before.findings[0]?.remedy.split("\n").find((line) => line.startsWith("|")) ?? "";
    const head = `${documentOf([ACCURACY]).trimEnd()}\n${row}\n`;
    const after = await askMetrics({ options, maxAge: "30d", head });
    expect(told(after)).toEqual([
      "failed METRICS-CELL-MISSING Refusal rate minimum",
      "failed METRICS-CELL-MISSING Refusal rate alert",
      "failed METRICS-CELL-MISSING Refusal rate sample size (`n`)",
      "failed METRICS-CELL-MISSING Refusal rate date of measurement",
      "failed METRICS-NO-ACTUAL Refusal rate",
    ]);
  });
});
