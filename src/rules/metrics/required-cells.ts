import type { RuleContext } from "../define-rule.ts";
import { failed } from "../findings.ts";
import { isFilledIn } from "../reading/filled-in.ts";
import { FILLABLE_COLUMNS, type KpiColumn, LEVEL_COLUMNS } from "./columns.ts";
import { type KpiQuestion, type MetricsFinding, placeOf } from "./kpi-question.ts";
import type { BoundName } from "./levels.ts";
import type { MetricsOptions } from "./options.ts";

/** Columns the settings need filled, each with the level a policy may set in its place. */
export function neededColumns(
  options: MetricsOptions,
  context: RuleContext,
): ReadonlyMap<KpiColumn, BoundName | null> {
  const needed = new Map<KpiColumn, BoundName | null>();
  for (const level of options.levels) needed.set(LEVEL_COLUMNS[level], level);
  for (const name of options.require_columns) needed.set(FILLABLE_COLUMNS[name], null);
  if (options.require_action) needed.set("Action", null);
  if (options.require_layers.length > 0) needed.set("Layer", null);
  if (options.min_sample !== undefined) needed.set("n", null);
  if (context.maxAge !== null) needed.set("Measured", null);
  if (options.no_regression !== undefined || needed.has("Baseline")) {
    needed.set("Baseline", "baseline");
  }
  return needed;
}

export function emptyCells(question: KpiQuestion): readonly MetricsFinding[] {
  const { kpi, row, set, options, context } = question;
  return [...neededColumns(options, context)].flatMap(([column, bound]): MetricsFinding[] => {
    if (bound !== null && set[bound] !== undefined) return [];
    const text = row.cells.get(column)?.text ?? "";
    if (isFilledIn(text)) return [];
    return [
      failed({
        code: "METRICS-CELL-MISSING",
        problem: `\`${kpi}\` has no ${NAMES[column]}`,
        remedy: REMEDIES[column] ?? `fill in the column \`${column}\``,
        at: placeOf(question, column),
        item: `${kpi} ${NAMES[column]}`,
      }),
    ];
  });
}

const NAMES: Readonly<Record<KpiColumn, string>> = {
  KPI: "name",
  Layer: "layer",
  Baseline: "baseline",
  Minimum: "minimum",
  Target: "target",
  Stretch: "stretch",
  Actual: "actual",
  Measured: "date of measurement",
  n: "sample size (`n`)",
  Action: "action if below",
  Alert: "alert",
};

const LEVEL_REMEDY = "write the level as `>= <number> <unit>` or `<= <number> <unit>`";

const REMEDIES: Partial<Record<KpiColumn, string>> = {
  Baseline: "write what it was before, as `<number> <unit>`",
  Minimum: LEVEL_REMEDY,
  Target: LEVEL_REMEDY,
  Stretch: LEVEL_REMEDY,
  Measured: "write the day it was measured, as `<YYYY-MM-DD>`",
  n: "write how many cases were measured, as `<number>`",
  Action: "write what is done when it falls below its level: `<who does what>`",
  Alert: "link the alert that fires: `<alert rule>`",
};
