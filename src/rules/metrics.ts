import { defineRule } from "./define-rule.ts";
import { METRICS_CODES } from "./metrics/codes.ts";
import { KPI_COLUMNS } from "./metrics/columns.ts";
import { judgeKpi } from "./metrics/judge-kpi.ts";
import { missingColumns } from "./metrics/missing-columns.ts";
import { metricsOptions } from "./metrics/options.ts";
import { selectKpis } from "./metrics/select-kpis.ts";
import { baseRecords } from "./reading/base-records.ts";
import { hiddenCharacters } from "./reading/hidden-characters.ts";
import { isRefused } from "./reading/readiness.ts";
import { readRecords } from "./reading/records.ts";

export const metrics = defineRule({
  type: "metrics",
  meta: {
    holdsWhen: "each KPI is measured, fresh and meets its levels",
    why: "A pilot that works proves nothing until its numbers stand next to the ones agreed before it began.",
    ages: "the day in the column `Measured` of each KPI judged",
  },
  options: metricsOptions,
  reads: ["file"],
  codes: METRICS_CODES,
  evaluate(facts, options, context) {
    const question = {
      heading: options.heading ?? null,
      file: options.file ?? null,
      columns: KPI_COLUMNS,
      required: ["KPI", "Actual"],
      under: "kpis",
      naming: "KPI",
      plain: "Actual",
    };
    const base = baseRecords(facts, context, question);
    const read = readRecords(facts, context, question);
    if (read === null) return [];
    if (isRefused(read)) return read.findings;
    const hidden = hiddenCharacters(read.path, read.texts);
    const selection = selectKpis(read, base, options);
    const columns = missingColumns(read, selection.kpis, options, context);
    if (columns.length > 0) return [...hidden, ...columns];
    const judged = selection.kpis.flatMap((kpi) =>
      judgeKpi({ ...kpi, path: read.path, options, context }),
    );
    return [...hidden, ...selection.findings, ...judged];
  },
});
