import { describe, expect, test } from "vitest";
import { metrics } from "../../../src/rules/metrics.ts";
import { askRule, told } from "../../support/ask-rule.ts";
import { MemorySource } from "../../support/memory-source.ts";
import { ACCURACY, askMetrics, documentOf, type Question } from "./kpi-table.ts";

describe("what a policy may not say", () => {
  const rows = [
    { name: "a level without a comparator", options: { set: { A: { minimum: "90 %" } } } },
    { name: "a level that is no number", options: { set: { A: { target: "high" } } } },
    { name: "a baseline with a comparator", options: { set: { A: { baseline: ">= 90 %" } } } },
    { name: "an unknown level", options: { set: { A: { floor: ">= 90 %" } } } },
    { name: "a KPI twice", options: { require: ["Accuracy", "accuracy"] } },
    {
      name: "one alias for two",
      options: {
        require: [
          { kpi: "A", aliases: ["X"] },
          { kpi: "B", aliases: ["x"] },
        ],
      },
    },
    { name: "a KPI set twice", options: { set: { Accuracy: {}, ACCURACY: {} } } },
    {
      name: "a KPI set by name and by alias",
      options: { require: [{ kpi: "A", aliases: ["B"] }], set: { A: {}, B: {} } },
    },
    { name: "a tolerance without a unit", options: { no_regression: { tolerance: "5" } } },
    { name: "a negative tolerance", options: { no_regression: { tolerance: "-5 %" } } },
    { name: "no sample at all", options: { min_sample: 0 } },
    { name: "a column it does not know", options: { require_columns: ["owner"] } },
    { name: "a file and a heading", options: { file: "kpis.yml", heading: "KPIs" } },
    { name: "a file of another kind", options: { file: "kpis.md" } },
    { name: "an unknown setting", options: { requires: ["A"] } },
  ];
  test.each(rows)("$name", ({ options }) => {
    expect(metrics.options.safeParse(options).success).toBe(false);
  });
});

describe("a data file instead of the table", () => {
  const yaml = (text: string): Pick<Question, "options" | "head" | "files"> => ({
    options: { file: "kpis.yml" },
    head: "# none\n",
    files: { "kpis.yml": text },
  });
  const rows: readonly (Question & { name: string; found: string[] })[] = [
    {
      name: "a list",
      ...yaml("- {kpi: Accuracy, minimum: '>= 90 %', actual: 94 %, action_if_below: x}"),
      found: [],
    },
    {
      name: "a list under `kpis`",
      ...yaml("updated: 2026-09-01\nkpis:\n  - {metric: Accuracy, min: '>= 90 %', actual: 89 %}"),
      found: ["failed METRICS-BELOW-MINIMUM Accuracy"],
    },
    {
      name: "a map of names",
      ...yaml(
        "kpis: {Accuracy: {minimum: '>= 90', actual: 94.1}, Latency: {minimum: <= 3 s, actual: 2 s}}",
      ),
      found: [],
    },
    {
      name: "bare values, with the policy's levels",
      options: {
        file: "eval.json",
        set: { accuracy: { minimum: ">= 90" } },
        require: ["accuracy"],
      },
      head: "",
      files: { "eval.json": '{"accuracy": 89.5, "run": "x"}' },
      found: ["failed METRICS-BELOW-MINIMUM accuracy"],
    },
    {
      name: "an entry without a level",
      ...yaml("- {kpi: Accuracy, actual: 94 %}"),
      found: ["failed METRICS-CELL-MISSING Accuracy minimum"],
    },
    {
      name: "an entry without an actual",
      ...yaml("- {kpi: Accuracy, minimum: '>= 90 %', actual: null}"),
      found: ["failed METRICS-NO-ACTUAL Accuracy"],
    },
    {
      name: "a value that is a list",
      ...yaml("- {kpi: Accuracy, minimum: '>= 90 %', actual: [94]}"),
      found: ["failed METRICS-NOT-A-NUMBER Accuracy actual"],
    },
    {
      name: "two keys for one column",
      ...yaml("- {kpi: Accuracy, minimum: '>= 90 %', actual: 1 %, current: 99 %}"),
      found: ["failed COLUMN-AMBIGUOUS Actual"],
    },
    { name: "no list", ...yaml("kpis: 3"), found: ["errored FILE-MALFORMED kpis.yml"] },
    { name: "a list of numbers", ...yaml("[1, 2]"), found: ["errored FILE-MALFORMED kpis.yml"] },
    { name: "an empty list", ...yaml("kpis: []"), found: ["failed METRICS-EMPTY kpis.yml"] },
    { name: "no YAML", ...yaml("kpis: ["), found: ["errored FILE-MALFORMED kpis.yml"] },
    {
      name: "no file",
      options: { file: "kpis.yml" },
      head: "",
      found: ["failed FILE-MISSING kpis.yml"],
    },
    {
      name: "a CSV file",
      options: { file: "kpis.csv" },
      head: "",
      files: { "kpis.csv": "KPI,Minimum,Actual\nAccuracy,>= 90 %,89 %\n" },
      found: ["failed METRICS-BELOW-MINIMUM Accuracy"],
    },
    {
      name: "a CSV file without its column",
      options: { file: "kpis.csv" },
      head: "",
      files: { "kpis.csv": "KPI,Minimum\nAccuracy,>= 90 %\n" },
      found: ["errored COLUMN-MISSING Actual"],
    },
    {
      name: "looser than the base branch's file",
      ...yaml("- {kpi: Accuracy, minimum: '>= 1 %', actual: 50 %}"),
      baseFiles: { "kpis.yml": "kpis: {accuracy: {floor: '>= 90 %'}}" },
      found: ["noted METRICS-LOOSENED Accuracy minimum", "failed METRICS-BELOW-MINIMUM Accuracy"],
    },
    {
      name: "emptied against the base branch's file",
      ...yaml("- {kpi: Accuracy, actual: 50 %}"),
      options: { file: "kpis.yml", levels: [] },
      baseFiles: { "kpis.yml": "kpis: {accuracy: {floor: '>= 90 %'}}" },
      found: ["noted METRICS-LOOSENED Accuracy minimum", "failed METRICS-BELOW-MINIMUM Accuracy"],
    },
  ];
  test.each(rows)("$name", async ({ name: _, found, ...question }) => {
    expect(told(await askMetrics(question))).toEqual(found);
  });

  test("a finding is at its value", async () => {
    const { findings } = await askMetrics(
      yaml("kpis:\n  Accuracy:\n    minimum: '>= 9'\n    actual: 8\n"),
    );
    expect(findings[0]?.at).toEqual({ file: "kpis.yml", line: 4, column: 13 });
  });
});

test("without a fact of the base branch the rule is errored, never passed", async () => {
  const answer = await askRule(metrics, {
    source: new MemorySource({ evidence: { "READINESS.md": documentOf([ACCURACY]) } }),
    gate: { heading: "KPIs" },
  });
  expect(told(answer)).toEqual(["errored FACT-UNREADABLE `READINESS.md`"]);
});
