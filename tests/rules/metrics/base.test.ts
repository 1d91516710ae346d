import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metrics } from "../../../src/rules/metrics.ts";
import { askRule, told } from "../../support/ask-rule.ts";
import { MemorySource } from "../../support/memory-source.ts";
import {
  ACCURACY,
  askMetrics,
  documentOf,
  LATENCY,
  type Question,
  type Row,
  tableOf,
  without,
} from "./kpi-table.ts";

/** Fails at the base branch's levels: under the minimum and worse than the baseline. */
const BAD: Row = { ...ACCURACY, Actual: "79 %" };
const FAILS = "failed METRICS-BELOW-MINIMUM Accuracy";

interface Case extends Question {
  readonly name: string;
  readonly found: readonly string[];
}

describe("levels looser than on the base branch count as the base branch's", () => {
  const loosened = (level: string) => `noted METRICS-LOOSENED Accuracy ${level}`;
  const rows: readonly Case[] = [
    {
      name: "a lower minimum",
      base: [ACCURACY],
      head: [{ ...BAD, Minimum: ">= 70 %" }],
      found: [loosened("minimum"), FAILS],
    },
    {
      name: "a minimum no longer strict",
      base: [{ ...ACCURACY, Minimum: "> 79 %" }],
      head: [{ ...BAD, Minimum: ">= 79 %" }],
      found: [loosened("minimum"), FAILS],
    },
    {
      name: "a minimum that lost its comparator",
      base: [{ ...ACCURACY, Minimum: "> 79 %" }],
      head: [{ ...BAD, Minimum: "79 %" }],
      found: [loosened("minimum"), FAILS],
    },
    {
      name: "an emptied minimum",
      base: [ACCURACY],
      head: [{ ...BAD, Minimum: "-" }],
      found: [loosened("minimum"), "failed METRICS-CELL-MISSING Accuracy minimum", FAILS],
    },
    {
      name: "an emptied target, which is not required",
      options: { below_target: "fail" },
      base: [ACCURACY],
      head: [{ ...ACCURACY, Actual: "92 %", Target: "", Stretch: "" }],
      found: [loosened("target"), loosened("stretch"), "failed METRICS-BELOW-TARGET Accuracy"],
    },
    {
      name: "a target whose column is gone",
      options: { below_target: "fail" },
      base: [ACCURACY],
      head: [without({ ...ACCURACY, Actual: "92 %" }, "Target", "Stretch")],
      found: [loosened("target"), loosened("stretch"), "failed METRICS-BELOW-TARGET Accuracy"],
    },
    {
      name: "a minimum whose column is gone",
      base: [ACCURACY],
      head: [without(BAD, "Minimum")],
      found: ["errored COLUMN-MISSING Minimum"],
    },
    {
      name: "words for a minimum",
      base: [ACCURACY],
      head: [{ ...BAD, Minimum: "good" }],
      found: [loosened("minimum"), "failed METRICS-NOT-A-NUMBER Accuracy minimum", FAILS],
    },
    {
      name: "comparators turned round",
      base: [ACCURACY],
      head: [{ ...BAD, Minimum: "<= 90 %", Target: "<= 85 %", Stretch: "<= 80 %" }],
      found: [loosened("minimum"), loosened("target"), loosened("stretch"), FAILS],
    },
    {
      name: "another unit",
      base: [ACCURACY],
      head: [
        {
          ...BAD,
          Minimum: ">= 0.7",
          Target: ">= 0.7",
          Stretch: ">= 0.7",
          Baseline: "0.7",
          Actual: "0.79",
        },
      ],
      found: [
        loosened("minimum"),
        loosened("target"),
        loosened("stretch"),
        loosened("baseline"),
        "errored METRICS-UNITS Accuracy actual",
      ],
    },
    {
      name: "a looser exact level",
      base: [
        { ...without(ACCURACY, "Target", "Stretch", "Baseline"), Minimum: "= 0", Actual: "0" },
      ],
      head: [
        { ...without(ACCURACY, "Target", "Stretch", "Baseline"), Minimum: "= 3", Actual: "3" },
      ],
      found: [loosened("minimum"), FAILS],
    },
    {
      name: "a lower baseline",
      options: { no_regression: {}, levels: [] },
      base: [{ ...ACCURACY, Baseline: "97 %" }],
      head: [{ ...ACCURACY, Baseline: "50 %" }],
      found: [loosened("baseline"), "failed METRICS-REGRESSION Accuracy"],
    },
    {
      name: "a higher baseline where less is better",
      options: { no_regression: {}, levels: [] },
      base: [{ ...LATENCY, Baseline: "200 ms" }],
      head: [{ ...LATENCY, Baseline: "900 ms" }],
      found: ["noted METRICS-LOOSENED Latency baseline", "failed METRICS-REGRESSION Latency"],
    },
    {
      name: "an emptied baseline",
      options: { no_regression: {} },
      base: [{ ...ACCURACY, Baseline: "97 %" }],
      head: [{ ...ACCURACY, Baseline: "" }],
      found: [
        loosened("baseline"),
        "failed METRICS-CELL-MISSING Accuracy baseline",
        "failed METRICS-REGRESSION Accuracy",
      ],
    },
    {
      name: "the row deleted and added again in another case",
      base: [ACCURACY],
      head: [LATENCY, { ...BAD, KPI: "_ACCURACY_", Minimum: ">= 1 %" }],
      found: [
        "noted METRICS-LOOSENED _ACCURACY_ minimum".replaceAll("_", ""),
        "failed METRICS-BELOW-MINIMUM ACCURACY",
      ],
    },
    {
      name: "the row deleted and added again under an alias",
      options: { require: [{ kpi: "Accuracy", aliases: ["Correctness"] }] },
      base: [ACCURACY],
      head: [{ ...BAD, KPI: "Correctness", Minimum: ">= 1 %" }],
      found: [loosened("minimum"), FAILS],
    },
    {
      name: "the row deleted and added again under a name of its own",
      base: [ACCURACY],
      head: [{ ...BAD, KPI: "Accuracy (new)", Minimum: ">= 1 %", Target: "", Stretch: "" }],
      found: ["failed METRICS-DELETED Accuracy"],
    },
    {
      name: "the row moved out of the layer that is judged",
      options: { require_layers: ["model"] },
      base: [ACCURACY],
      head: [
        { ...BAD, Layer: "misc", Minimum: ">= 1 %" },
        { ...ACCURACY, KPI: "Easy" },
      ],
      found: [loosened("minimum"), FAILS],
    },
    {
      name: "the row deleted from the layer that is judged",
      options: { require_layers: ["model"] },
      base: [ACCURACY, { ...ACCURACY, KPI: "Recall" }],
      head: [ACCURACY],
      found: ["failed METRICS-DELETED Recall"],
    },
    {
      name: "a row that is not judged may go",
      options: { require: ["Accuracy"] },
      base: [ACCURACY, LATENCY],
      head: [ACCURACY],
      found: [],
    },
    {
      name: "a level of the base branch that points the wrong way is void",
      base: [{ ...ACCURACY, Target: "<= 95 %" }],
      head: [ACCURACY],
      found: [],
    },
    {
      name: "without a direction nobody can tell which is stricter: the base branch's stands",
      options: { levels: [] },
      base: [{ KPI: "Accuracy", Baseline: "80 %", Actual: "81 %" }],
      head: [{ KPI: "Accuracy", Baseline: "90 %", Actual: "81 %" }],
      found: [loosened("baseline")],
    },
    {
      name: "stricter levels of the head count",
      base: [ACCURACY],
      head: [{ ...ACCURACY, Minimum: ">= 95 %", Target: ">= 95 %" }],
      found: [FAILS],
    },
    {
      name: "the same document says nothing",
      base: [ACCURACY, LATENCY],
      head: [ACCURACY, LATENCY],
      found: [],
    },
    {
      name: "the policy goes before both",
      options: { set: { Accuracy: { minimum: ">= 70 %" } } },
      base: [without(ACCURACY, "Target", "Stretch")],
      head: [without({ ...BAD, Minimum: ">= 70 %" }, "Target", "Stretch")],
      found: [],
    },
    {
      name: "where the policy names another unit, old levels in the old one are void",
      options: { set: { Accuracy: { minimum: ">= 0.9" } } },
      base: [ACCURACY],
      head: [{ KPI: "Accuracy", Target: ">= 0.93", Actual: "0.95" }],
      found: [],
    },
  ];
  test.each(rows)("$name", async ({ name: _, found, ...question }) => {
    const answer = await askMetrics(question);
    expect(told(answer)).toEqual(found);
  });
});

describe("the base branch's version is found wherever it was", () => {
  const head = [{ ...BAD, Minimum: ">= 1 %", Target: "", Stretch: "" }];
  const rows: readonly (Omit<Case, "head" | "found"> & { readonly isFound: boolean })[] = [
    { name: "no base: nothing to compare with", isFound: false },
    { name: "the base has no such table", base: "# R\n\n## KPIs\n\nto come\n", isFound: false },
    { name: "the base is no file", baseFiles: { "READINESS.md": "link" }, isFound: false },
    { name: "the base cannot be parsed", base: `# R\n\n${">".repeat(200)} x\n`, isFound: false },
    {
      name: "the base calls the heading otherwise",
      base: `# R\n\n## Numbers\n\n${tableOf([ACCURACY])}\n`,
      isFound: true,
    },
    {
      name: "the base had no column of actuals yet",
      base: [without(ACCURACY, "Actual")],
      isFound: true,
    },
    {
      name: "nor was its table the only one with KPIs",
      base: `${documentOf([without(ACCURACY, "Actual")])}\n## Later\n\n${tableOf([without(LATENCY, "Actual")])}\n`,
      isFound: true,
    },
    {
      name: "the base calls its columns otherwise",
      base: documentOf([ACCURACY]).replace("Minimum", "Floor").replace("Actual", "Current"),
      isFound: true,
    },
  ];
  test.each(rows)("$name", async ({ name: _, isFound, ...question }) => {
    const codes = (await askMetrics({ ...question, head })).findings.map(({ code }) => code);
    expect(codes.includes("METRICS-LOOSENED")).toBe(isFound);
  });

  test("a document that moved is still compared", async () => {
    const answer = await askRule(metrics, {
      source: new MemorySource({
        evidence: { "READINESS.md": documentOf(head) },
        base: { "docs/readiness.md": documentOf([ACCURACY]) },
      }),
      gate: { heading: "KPIs" },
      service: { readiness: ["READINESS.md", "docs/readiness.md"] },
    });
    expect(answer.findings.map(({ code }) => code)).toContain("METRICS-LOOSENED");
  });
});

/** Any cell a person might write, honest or not. */
const cell = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(">= ", "> ", "<= ", "< ", "= ", ""),
      fc.oneof(
        fc.integer({ min: -200, max: 200 }),
        fc.double({ min: -100, max: 200, noNaN: true }),
      ),
      fc.constantFrom(" %", "%", "", " ms", " EUR"),
    )
    .map(([comparator, number, unit]) => `${comparator}${number}${unit}`),
  fc.constantFrom("", "-", "TBD", "n/a", "good", "90 % – 95 %", "≥ 90 %", "1e3 %", "<level>"),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[|\n\r\\`]/g, " ")),
);

const passes = (codes: readonly string[]) =>
  !codes.some((outcome) => outcome === "failed" || outcome === "errored");

describe("for any levels and baseline written in the head", () => {
  const LEVEL_CELLS = fc.record({ Minimum: cell, Target: cell, Stretch: cell, Baseline: cell });

  test("what fails at the base branch's levels never passes", async () => {
    await fc.assert(
      fc.asyncProperty(
        LEVEL_CELLS,
        fc.constantFrom(BAD, { ...LATENCY, Actual: "500 ms" }),
        fc.constantFrom(
          {},
          { require: ["Accuracy", "Latency"] },
          { require_layers: ["model", "operational"] },
          { levels: [], below_target: "pass" },
        ),
        // Whatever the row is called and wherever it is put.
        fc.record(
          {
            KPI: fc.constantFrom("ACCURACY", "latency", "Accuracy rate", "", "<KPI>"),
            Layer: fc.constantFrom("Model", "business", ""),
          },
          { requiredKeys: [] },
        ),
        async (cells, row, options, names) => {
          const before = row.KPI === "Accuracy" ? ACCURACY : LATENCY;
          const other = row.KPI === "Accuracy" ? LATENCY : ACCURACY;
          const head = [{ ...row, ...cells, ...names }, other];
          const answer = await askMetrics({ options, base: [before, other], head });
          expect(passes(answer.findings.map(({ outcome }) => outcome))).toBe(false);
        },
      ),
      { numRuns: 250 },
    );
  });

  test("what regresses from the base branch's baseline never passes", async () => {
    await fc.assert(
      fc.asyncProperty(LEVEL_CELLS, async (cells) => {
        const options = { no_regression: { tolerance: "1 %" }, levels: [], below_target: "pass" };
        const base = [{ ...ACCURACY, Minimum: ">= 1 %", Baseline: "97 %" }];
        const answer = await askMetrics({ options, base, head: [{ ...ACCURACY, ...cells }] });
        expect(passes(answer.findings.map(({ outcome }) => outcome))).toBe(false);
      }),
      { numRuns: 250 },
    );
  });

  test("no input makes it throw", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.constantFrom(...Object.keys(ACCURACY)), cell), { maxLength: 4 }),
        fc.array(fc.dictionary(fc.constantFrom(...Object.keys(ACCURACY)), cell), { maxLength: 4 }),
        async (head, base) => {
          const options = { no_regression: {}, require_action: true, min_sample: 3 };
          const answer = await askMetrics({ options, maxAge: "7d", head, base });
          expect(answer.findings.map(({ code }) => code)).not.toContain("RULE-DEFECT");
        },
      ),
      { numRuns: 200 },
    );
  });
});
