import type { Finding } from "../../model/finding.ts";
import { type Place, placeIn } from "../../model/place.ts";
import type { RuleContext } from "../define-rule.ts";
import type { EvidenceRecord } from "../reading/records.ts";
import type { Bound } from "./bound.ts";
import type { MetricsCode } from "./codes.ts";
import type { KpiColumn } from "./columns.ts";
import type { BoundName } from "./levels.ts";
import type { MetricsOptions } from "./options.ts";

export interface KpiQuestion {
  readonly kpi: string;
  readonly path: string;
  readonly row: EvidenceRecord;
  readonly base: readonly EvidenceRecord[];
  readonly set: Readonly<Partial<Record<BoundName, string | undefined>>>;
  readonly options: MetricsOptions;
  readonly context: RuleContext;
}

export type MetricsFinding = Finding<MetricsCode>;

export function placeOf({ path, row }: KpiQuestion, column: KpiColumn): Place {
  return placeIn(path, row.cells.get(column)?.at ?? row.at);
}

export interface Measured {
  readonly number: number;
  readonly text: string;
}

/** Who set a bound, where it is not the document at hand. */
export function whose(from: Bound["from"]): string {
  if (from === "policy") return " (set in the policy)";
  return from === "base" ? " (as on the base branch)" : "";
}
