import { placeIn } from "../../model/place.ts";
import { errored } from "../findings.ts";
import { type Bound, type Direction, directionOf, isWorse, type Stated } from "./bound.ts";
import { LEVELS } from "./columns.ts";
import { type KpiQuestion, type MetricsFinding, placeOf, whose } from "./kpi-question.ts";
import { BOUNDS, type Levels } from "./levels.ts";

/** Why the numbers of a KPI cannot be compared with each other: errored, neither met nor missed. */
export function contradictions(
  question: KpiQuestion,
  levels: Levels,
  actual: Stated,
): readonly MetricsFinding[] {
  return [
    ...directionFindings(question, levels),
    ...unitFindings(question, levels, actual),
    ...orderFindings(question, levels),
  ];
}

function directionFindings(
  { kpi, path, row, options }: KpiQuestion,
  { bounds, direction }: Levels,
): MetricsFinding[] {
  const levels = LEVELS.filter((name) => bounds[name] !== undefined);
  if (direction === null) {
    // Levels that are required and empty have been told already.
    const isTold = options.no_regression === undefined || options.levels.length > 0;
    if (levels.length === 0 && isTold) return [];
    const [first] = levels;
    return [
      errored({
        code: "METRICS-NO-DIRECTION",
        problem: `no level of \`${kpi}\` says whether more or less is better`,
        remedy: "begin a level with its comparator: `>= <number>` or `<= <number>`",
        at: placeIn(path, (first === undefined ? undefined : bounds[first]?.at) ?? row.at),
        item: kpi,
      }),
    ];
  }
  return levels.flatMap((name) => {
    const bound = bounds[name];
    if (bound === undefined || (directionOf(bound) ?? direction) === direction) return [];
    return [
      errored({
        code: "METRICS-DIRECTION",
        problem: `the ${name} of \`${kpi}\` is \`${bound.text}\`${whose(bound.from)}, while ${WANTS[direction]} by its other levels`,
        remedy: "give all levels of a KPI the same comparator",
        at: placeIn(path, bound.at),
        item: `${kpi} ${name}`,
      }),
    ];
  });
}

const WANTS: Readonly<Record<Direction, string>> = {
  higher: "more is better",
  lower: "less is better",
  exact: "one exact number is asked for",
};

/** All are compared with the first level, else with the actual. */
function unitFindings(question: KpiQuestion, { bounds }: Levels, actual: Stated): MetricsFinding[] {
  const { kpi, path } = question;
  const stated = BOUNDS.flatMap((name) => {
    const bound = bounds[name];
    return bound === undefined ? [] : [{ name: name as string, bound }];
  });
  const [reference] = stated;
  if (reference === undefined) return [];
  const others = stated.slice(1).map(({ name, bound }) => ({
    name,
    unit: bound.unit,
    text: bound.text,
    at: placeIn(path, bound.at),
  }));
  if (actual.quantity.state === "quantity") {
    const { unit } = actual.quantity;
    others.push({ name: "actual", unit, text: actual.text, at: placeOf(question, "Actual") });
  }
  return others
    .filter(({ unit }) => unit !== reference.bound.unit)
    .map(({ name, text, at }) =>
      errored({
        code: "METRICS-UNITS",
        problem: `the ${name} of \`${kpi}\` is \`${text}\` and its ${reference.name} \`${reference.bound.text}\`${whose(reference.bound.from)}: the units differ`,
        remedy: "write both in the same unit",
        at,
        item: `${kpi} ${name}`,
      }),
    );
}

function orderFindings(
  { kpi, path }: KpiQuestion,
  { bounds, direction }: Levels,
): MetricsFinding[] {
  if (direction === null) return [];
  const findings: MetricsFinding[] = [];
  let lower: { name: string; bound: Bound } | null = null;
  for (const name of LEVELS) {
    const bound = bounds[name];
    if (bound === undefined) continue;
    if (lower !== null && isOutOfOrder(lower.bound, bound, direction)) {
      findings.push(
        errored({
          code: "METRICS-ORDER",
          problem: `the ${name} of \`${kpi}\`, \`${bound.text}\`${whose(bound.from)}, asks for less than its ${lower.name}, \`${lower.bound.text}\`${whose(lower.bound.from)}`,
          remedy: "put the levels in order: minimum, then target, then stretch",
          at: placeIn(path, bound.at),
          item: `${kpi} ${name}`,
        }),
      );
    }
    lower = { name, bound };
  }
  return findings;
}

/** Equal numbers are in order, whichever of them is strict. */
function isOutOfOrder(lower: Bound, upper: Bound, direction: Direction): boolean {
  return (
    lower.unit === upper.unit && isWorse(upper.number, { ...lower, comparator: null }, direction)
  );
}
