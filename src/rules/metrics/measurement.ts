import { parseQuantity, readDate } from "../../evidence/cell-value.ts";
import { formatDuration } from "../../time/duration.ts";
import { failed } from "../findings.ts";
import { notANumber, withComparator } from "./cell-findings.ts";
import { type KpiQuestion, type MetricsFinding, placeOf } from "./kpi-question.ts";

/** When it was measured, and on how much. */
export function measurementFindings(question: KpiQuestion): readonly MetricsFinding[] {
  return [...ageFindings(question), ...sampleFindings(question)];
}

/** An empty date is left to `emptyCells`. */
function ageFindings(question: KpiQuestion): MetricsFinding[] {
  const { kpi, row, context } = question;
  const { time, maxAge } = context;
  const text = row.cells.get("Measured")?.text ?? "";
  const read = readDate(text);
  if (read.state === "missing") return [];
  const at = placeOf(question, "Measured");
  const item = kpi;
  if (read.state === "other") {
    const meant = read.readings.map((day) => `\`${day}\``).join(" or ");
    return [
      failed({
        code: "METRICS-NOT-A-DATE",
        problem: `\`${kpi}\` was measured on \`${text}\`, which is not an ISO date`,
        remedy: meant === "" ? "write the day as `<YYYY-MM-DD>`" : `write ${meant}`,
        at,
        item,
      }),
    ];
  }
  if (time.isAhead(read.date)) {
    return [
      failed({
        code: "METRICS-FUTURE",
        problem: `\`${kpi}\` was measured on ${read.date}, which lies after today, ${time.today}`,
        remedy: "write the day it was measured, as `<YYYY-MM-DD>`",
        at,
        item,
      }),
    ];
  }
  if (maxAge === null || !time.isOlder(read.date, maxAge)) return [];
  return [
    failed({
      code: "METRICS-STALE",
      problem: `\`${kpi}\` was measured ${time.daysSince(read.date)} days ago, on ${read.date}; the limit is ${formatDuration(maxAge)}`,
      remedy: "measure it again and write the new actual and its date, as `<YYYY-MM-DD>`",
      at,
      item,
    }),
  ];
}

function sampleFindings(question: KpiQuestion): MetricsFinding[] {
  const { kpi, row, options } = question;
  const text = row.cells.get("n")?.text ?? "";
  const quantity = parseQuantity(text);
  const limit = options.min_sample;
  if (limit === undefined || quantity.state === "missing") return [];
  const at = placeOf(question, "n");
  if (quantity.state === "invalid" || quantity.unit !== "") {
    return [notANumber(kpi, "sample", text, at)];
  }
  if (quantity.comparator !== null) return [withComparator(kpi, "sample", text, at)];
  if (quantity.number >= limit) return [];
  return [
    failed({
      code: "METRICS-SAMPLE",
      problem: `\`${kpi}\` was measured on a sample of ${text}; at least ${limit} are required`,
      remedy: "measure it on a larger sample and write the new actual and `n`",
      at,
      item: kpi,
    }),
  ];
}
