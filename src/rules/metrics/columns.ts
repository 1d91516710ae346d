import type { ColumnNames } from "../reading/gate-table.ts";

/** Columns of the KPI table; messages call each by its first header. */
export const KPI_COLUMNS = {
  KPI: ["KPI", "Metric", "Measure", "Indicator", "Name"],
  Layer: ["Layer", "Category", "KPI layer"],
  Baseline: ["Baseline", "Baseline value", "Pilot", "Before"],
  Minimum: ["Minimum", "Min", "Floor", "Minimum viable", "Threshold"],
  Target: ["Target", "Goal", "Expected", "Success target"],
  Stretch: ["Stretch", "Stretch goal", "Aspirational"],
  Actual: ["Actual", "Current", "Actual value", "Measured value", "Result", "Value"],
  Measured: ["Measured", "Measured on", "Measured at", "Date", "As of", "Tested"],
  n: ["n", "Sample", "Sample size", "Samples", "Count"],
  Action: ["Action if below", "Action", "Action if missed", "Action if worse", "Response"],
  Alert: ["Alert", "Alert rule", "Alerting", "Alert link"],
} as const satisfies ColumnNames;

export type KpiColumn = keyof typeof KPI_COLUMNS;

/** The levels a KPI may have, from the weakest on. */
export const LEVELS = ["minimum", "target", "stretch"] as const;

export type LevelName = (typeof LEVELS)[number];

export const LEVEL_COLUMNS: Readonly<Record<LevelName, KpiColumn>> = {
  minimum: "Minimum",
  target: "Target",
  stretch: "Stretch",
};

/** Columns a policy may require to be filled, by the name it gives them. */
export const FILLABLE_COLUMNS = {
  layer: "Layer",
  baseline: "Baseline",
  measured: "Measured",
  sample: "n",
  action: "Action",
  alert: "Alert",
} as const satisfies Readonly<Record<string, KpiColumn>>;
