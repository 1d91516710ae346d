import type { Finding } from "../../model/finding.ts";
import type { CommonCode } from "../common-codes.ts";
import type { RuleContext } from "../define-rule.ts";
import { columnMissing } from "../reading/gate-table.ts";
import type { Records } from "../reading/records.ts";
import type { MetricsOptions } from "./options.ts";
import { neededColumns } from "./required-cells.ts";
import type { Kpi } from "./select-kpis.ts";

/** Columns of the table that the settings need and the policy does not make up for. */
export function missingColumns(
  { table, path, columns }: Records,
  kpis: readonly Kpi[],
  options: MetricsOptions,
  context: RuleContext,
): readonly Finding<CommonCode>[] {
  // In a data file each entry has keys of its own: what one lacks is told of that one.
  if (table === null) return [];
  const seen = table.headers.map((header) => header.text);
  return [...neededColumns(options, context)]
    .filter(([column]) => !columns.has(column))
    .filter(([, bound]) => bound === null || kpis.some(({ set }) => set[bound] === undefined))
    .map(([column]) => columnMissing(path, table, column, seen));
}
