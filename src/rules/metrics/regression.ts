import { errored, failed } from "../findings.ts";
import type { Direction } from "./bound.ts";
import {
  type KpiQuestion,
  type Measured,
  type MetricsFinding,
  placeOf,
  whose,
} from "./kpi-question.ts";
import type { Levels } from "./levels.ts";
import { TOLERANCE } from "./options.ts";

/** An actual that is worse than the baseline by more than the tolerance. */
export function regression(
  question: KpiQuestion,
  { bounds, direction }: Levels,
  actual: Measured,
): readonly MetricsFinding[] {
  const { kpi, options } = question;
  const { baseline } = bounds;
  if (options.no_regression === undefined || baseline === undefined || direction === null) {
    return [];
  }
  const { tolerance } = options.no_regression;
  const [, amount = "0", kind] = TOLERANCE.exec(tolerance) ?? [];
  if (kind === "pp" && baseline.unit !== "%") {
    return [
      errored({
        code: "METRICS-UNITS",
        problem: `the tolerance \`${tolerance}\` is in percentage points and \`${kpi}\` is not measured in percent`,
        remedy: "state the tolerance as a share of the baseline, such as `5 %`, in the policy",
        at: placeOf(question, "Baseline"),
        item: `${kpi} tolerance`,
      }),
    ];
  }
  const allowed =
    kind === "pp" ? Number(amount) : (Math.abs(baseline.number) * Number(amount)) / 100;
  if (rounded(loss(actual.number, baseline.number, direction)) <= rounded(allowed)) return [];
  return [
    failed({
      code: "METRICS-REGRESSION",
      problem: `\`${kpi}\` is \`${actual.text}\`, worse than its baseline \`${baseline.text}\`${whose(baseline.from)} by more than ${tolerance}`,
      remedy: "find what made it worse, mend it and measure again, or ask for a waiver",
      at: placeOf(question, "Actual"),
      item: kpi,
    }),
  ];
}

/** By how much the actual is worse; negative where it is better. */
function loss(actual: number, baseline: number, direction: Direction): number {
  if (direction === "exact") return Math.abs(actual - baseline);
  return direction === "higher" ? baseline - actual : actual - baseline;
}

/** Without the noise of binary fractions, so that a loss of exactly the tolerance is within it. */
function rounded(number: number): number {
  return Number(number.toPrecision(12));
}
