import { isMissing } from "../../evidence/cell-value.ts";
import { keyOf } from "../../text/key.ts";
import type { EvidenceRecord } from "../reading/records.ts";
import type { KpiNames } from "./kpi-names.ts";

export interface NamedRow {
  /** As the policy spells the KPI, else as the row does. */
  readonly kpi: string;
  readonly layer: string;
  readonly record: EvidenceRecord;
}

/** The rows of each KPI, by the key of its name, in order. */
export type KpiRows = ReadonlyMap<string, readonly NamedRow[]>;

export function rowsByKpi(records: readonly EvidenceRecord[], names: KpiNames): KpiRows {
  const rows = new Map<string, NamedRow[]>();
  for (const record of records) {
    const text = record.cells.get("KPI")?.text ?? "";
    if (isMissing(text)) continue;
    const kpi = names.get(keyOf(text)) ?? text;
    const layer = keyOf(record.cells.get("Layer")?.text ?? "");
    const key = keyOf(kpi);
    const same = rows.get(key) ?? [];
    same.push({ kpi, layer, record });
    rows.set(key, same);
  }
  return rows;
}

/** Rows that hold values and no name; rows without anything are no rows. */
export function unnamedRows(records: readonly EvidenceRecord[]): readonly EvidenceRecord[] {
  return records.filter(
    ({ cells }) =>
      isMissing(cells.get("KPI")?.text ?? "") &&
      [...cells.values()].some((cell) => !isMissing(cell.text)),
  );
}
