import { placeIn } from "../../model/place.ts";
import { failed, warned } from "../findings.ts";
import { isWorse, stated } from "./bound.ts";
import { notANumber, withComparator } from "./cell-findings.ts";
import { contradictions } from "./contradictions.ts";
import {
  type KpiQuestion,
  type Measured,
  type MetricsFinding,
  placeOf,
  whose,
} from "./kpi-question.ts";
import { atOf, BOUNDS, cellOf, type Levels, levelsOf } from "./levels.ts";
import { measurementFindings } from "./measurement.ts";
import { regression } from "./regression.ts";
import { emptyCells } from "./required-cells.ts";

/** One KPI that has exactly one row. */
export function judgeKpi(question: KpiQuestion): readonly MetricsFinding[] {
  const levels = levelsOf(question);
  return [
    ...levels.notes,
    ...unreadableBounds(question),
    ...emptyCells(question),
    ...measurementFindings(question),
    ...judgeActual(question, levels),
  ];
}

/** Levels that are no numbers, and a baseline with a comparator. */
function unreadableBounds(question: KpiQuestion): MetricsFinding[] {
  const { kpi, path, row } = question;
  return BOUNDS.flatMap((name): MetricsFinding[] => {
    const cell = cellOf(row, name);
    if (cell === null || cell.quantity.state === "missing") return [];
    const at = placeIn(path, atOf(row, name));
    if (cell.quantity.state === "invalid") return [notANumber(kpi, name, cell.text, at)];
    if (name !== "baseline" || cell.quantity.comparator === null) return [];
    return [withComparator(kpi, name, cell.text, at)];
  });
}

function judgeActual(question: KpiQuestion, levels: Levels): readonly MetricsFinding[] {
  const { kpi, row } = question;
  const at = placeOf(question, "Actual");
  const actual = stated(row.cells.get("Actual")?.text ?? "");
  const wrong = contradictions(question, levels, actual);
  if (actual.quantity.state === "missing") {
    return [
      ...wrong,
      failed({
        code: "METRICS-NO-ACTUAL",
        problem: `\`${kpi}\` has no actual`,
        remedy: "measure it and write the value with its unit, as in `<number> <unit>`",
        at,
        item: kpi,
      }),
    ];
  }
  if (actual.quantity.state === "invalid") {
    return [...wrong, notANumber(kpi, "actual", actual.text, at)];
  }
  if (actual.quantity.comparator !== null) {
    return [...wrong, withComparator(kpi, "actual", actual.text, at)];
  }
  // Numbers that cannot be compared are not: `92 %` is neither more nor less than `0.92`.
  if (wrong.length > 0) return wrong;
  const measured = { number: actual.quantity.number, text: actual.text };
  return [...againstLevels(question, levels, measured), ...regression(question, levels, measured)];
}

function againstLevels(
  question: KpiQuestion,
  { bounds, direction }: Levels,
  actual: Measured,
): MetricsFinding[] {
  const { kpi, options } = question;
  const { minimum, target } = bounds;
  if (direction === null) return [];
  const at = placeOf(question, "Actual");
  if (minimum !== undefined && isWorse(actual.number, minimum, direction)) {
    return [
      failed({
        code: "METRICS-BELOW-MINIMUM",
        problem: `\`${kpi}\` is \`${actual.text}\`, worse than its minimum \`${minimum.text}\`${whose(minimum.from)}`,
        remedy: "work on it until it meets the minimum and measure again, or ask for a waiver",
        at,
        item: kpi,
      }),
    ];
  }
  if (target === undefined || !isWorse(actual.number, target, direction)) return [];
  if (options.below_target === "pass") return [];
  const tell = options.below_target === "fail" ? failed : warned;
  return [
    tell({
      code: "METRICS-BELOW-TARGET",
      problem: `\`${kpi}\` is \`${actual.text}\`, short of its target \`${target.text}\`${whose(target.from)}`,
      remedy: "work on it until it meets the target, then measure again",
      at,
      item: kpi,
    }),
  ];
}
