import type { Place } from "../../model/place.ts";
import { failed } from "../findings.ts";
import type { MetricsFinding } from "./kpi-question.ts";

export function notANumber(kpi: string, what: string, text: string, at: Place): MetricsFinding {
  return failed({
    code: "METRICS-NOT-A-NUMBER",
    problem: `the ${what} of \`${kpi}\` is \`${text}\`, not one number with its unit`,
    remedy:
      "write ASCII digits, a decimal point and the unit, as in `<number> %`; remarks belong elsewhere",
    at,
    item: `${kpi} ${what}`,
  });
}

export function withComparator(kpi: string, what: string, text: string, at: Place): MetricsFinding {
  return failed({
    code: "METRICS-COMPARATOR",
    problem: `the ${what} of \`${kpi}\` is \`${text}\`; only levels have a comparator`,
    remedy: `write the number that was measured, as in \`<number> <unit>\``,
    at,
    item: `${kpi} ${what}`,
  });
}
