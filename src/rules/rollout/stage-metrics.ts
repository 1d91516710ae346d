import { readDate } from "../../evidence/cell-value.ts";
import { placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { dayOf, type Instant } from "../../time/date.ts";
import type { RuleContext } from "../define-rule.ts";
import { failed } from "../findings.ts";
import { KPI_COLUMNS } from "../metrics/columns.ts";
import { judgeKpi } from "../metrics/judge-kpi.ts";
import { metricsOptions } from "../metrics/options.ts";
import { type Kpi, selectKpis } from "../metrics/select-kpis.ts";
import { baseRecords } from "../reading/base-records.ts";
import { isRefused } from "../reading/readiness.ts";
import { readRecords } from "../reading/records.ts";
import type { RolloutFinding } from "./codes.ts";

const QUESTION = {
  heading: null,
  file: null,
  columns: KPI_COLUMNS,
  required: ["KPI", "Actual"],
  under: "kpis",
  naming: "KPI",
  plain: "Actual",
};

/**
 * The KPIs watched during a step, judged as the rule type `metrics` judges them, and measured since
 * the step landed: an older number says nothing about this exposure. `since: null` asks for the
 * facts only.
 */
export function judgeStageMetrics(
  facts: FactReader<"file">,
  kpis: readonly string[],
  since: Instant | null,
  context: RuleContext,
): readonly RolloutFinding[] {
  if (kpis.length === 0) return [];
  // The KPI table is the document's only one; the section of this gate is about the launch.
  const anywhere: RuleContext = { ...context, gate: { id: "", title: "", heading: null } };
  const base = baseRecords(facts, anywhere, QUESTION);
  const read = readRecords(facts, anywhere, QUESTION);
  if (read === null || since === null) return [];
  if (isRefused(read)) return read.findings;
  const options = metricsOptions.parse({ require: kpis });
  const selection = selectKpis(read, base, options);
  const { path } = read;
  return [
    ...selection.findings.map(asRollout),
    ...selection.kpis.flatMap((kpi) => {
      const judged = judgeKpi({ ...kpi, path, options, context: anywhere });
      return [...judged.map(asRollout), ...measuredBefore(kpi, since, path)];
    }),
  ].filter(({ outcome }) => outcome === "failed" || outcome === "errored");
}

type Told = Pick<RolloutFinding, "problem" | "remedy" | "at" | "item" | "asks" | "outcome">;

function asRollout(finding: Told): RolloutFinding {
  return { ...finding, code: "ROLLOUT-METRIC" };
}

function measuredBefore({ kpi, row }: Kpi, since: Instant, path: string): RolloutFinding[] {
  const cell = row.cells.get("Measured");
  const read = readDate(cell?.text ?? "");
  // Another form of date has its finding already.
  if (read.state === "other") return [];
  if (read.state === "date" && read.date >= dayOf(since)) return [];
  const said =
    read.state === "date" ? `was last measured on ${read.date}` : "says no day of measurement";
  return [
    failed({
      code: "ROLLOUT-METRIC",
      problem: `\`${kpi}\` ${said}; the step before has been on the base branch since ${dayOf(since)}`,
      remedy:
        "measure it at the present exposure and write the new actual with its day, as `<YYYY-MM-DD>`",
      at: placeIn(path, cell?.at ?? row.at),
      item: kpi,
    }),
  ];
}
