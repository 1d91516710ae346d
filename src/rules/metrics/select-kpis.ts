import { type Place, placeIn } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { suggest } from "../../text/suggest.ts";
import { failed, pasting } from "../findings.ts";
import { topOf } from "../reading/readiness.ts";
import type { EvidenceRecord, Records } from "../reading/records.ts";
import { kpiNames } from "./kpi-names.ts";
import type { KpiQuestion, MetricsFinding } from "./kpi-question.ts";
import { type KpiRows, type NamedRow, rowsByKpi, unnamedRows } from "./kpi-rows.ts";
import type { MetricsOptions } from "./options.ts";

/** What is to be judged of one KPI. */
export type Kpi = Pick<KpiQuestion, "kpi" | "row" | "base" | "set">;

export interface Selection {
  readonly kpis: readonly Kpi[];
  /** About rows that are missing, doubled or nameless. */
  readonly findings: readonly MetricsFinding[];
}

/**
 * The KPIs the rule judges: those the policy names and those of its layers, on either branch; all
 * of them where it names neither. A KPI that is only on the base branch has been deleted.
 */
export function selectKpis(
  read: Records,
  base: readonly EvidenceRecord[],
  options: MetricsOptions,
): Selection {
  const names = kpiNames(options);
  const sets = new Map(
    Object.entries(options.set).map(([kpi, set]) => [names.get(keyOf(kpi)) ?? kpi, set]),
  );
  const rows = rowsByKpi(read.records, names);
  const baseRows = rowsByKpi(base, names);
  const kpis: Kpi[] = [];
  const findings: MetricsFinding[] = [];
  const spelled = new Map([...names.values()].map((name) => [keyOf(name), name]));
  const isJudged = judging(options, spelled);
  for (const key of new Set([...rows.keys(), ...spelled.keys(), ...baseRows.keys()])) {
    const here = rows.get(key) ?? [];
    const before = baseRows.get(key) ?? [];
    if (!isJudged(key, [...here, ...before])) continue;
    const [first, second] = here;
    if (first === undefined) {
      const kpi = spelled.get(key);
      const [old] = before;
      if (kpi !== undefined) findings.push(missing(read, kpi, rows));
      else if (old !== undefined) findings.push(deleted(read, old.kpi));
    } else if (second !== undefined) {
      findings.push(duplicate(read.path, first, second));
    } else {
      const { kpi, record } = first;
      const old = before.map((row) => row.record);
      kpis.push({ kpi, row: record, base: old, set: sets.get(kpi) ?? {} });
    }
  }
  if (isEverything(options)) findings.push(...nameless(read));
  findings.push(...layersMissing(read, [...rows.values()].flat(), options));
  if (kpis.length === 0 && findings.length === 0) findings.push(empty(read));
  return { kpis, findings };
}

function isEverything({ require, require_layers }: MetricsOptions): boolean {
  return require.length === 0 && require_layers.length === 0;
}

function judging(options: MetricsOptions, named: ReadonlyMap<string, string>) {
  const layers = new Set(options.require_layers.map(keyOf));
  return (key: string, rows: readonly NamedRow[]): boolean =>
    isEverything(options) || named.has(key) || rows.some((row) => layers.has(row.layer));
}

/** More rows than this are not searched for the one that was perhaps meant. */
const MOST_GUESSES = 500;

function missing(read: Records, kpi: string, rows: KpiRows): MetricsFinding {
  const seen = [...rows.values()].flat().slice(0, MOST_GUESSES);
  const meant = suggest(
    kpi,
    seen.map((row) => row.kpi),
  );
  return failed({
    code: "METRICS-MISSING",
    problem: `${nameOf(read)} has no row for \`${kpi}\`${meant === null ? "" : `; did you mean the row \`${meant}\`?`}`,
    ...pasting("add it and measure it:\n\n", emptyRow(read, kpi)),
    at: topOfRecords(read),
    item: kpi,
  });
}

function deleted(read: Records, kpi: string): MetricsFinding {
  return failed({
    code: "METRICS-DELETED",
    problem: `\`${kpi}\` is on the base branch and no longer in ${nameOf(read)}`,
    remedy: "put the row back; a KPI is retired by naming the others under `require` in the policy",
    at: topOfRecords(read),
    item: kpi,
  });
}

function nameOf({ table, path }: Records): string {
  return table === null ? `\`${path}\`` : "the KPI table";
}

/** A row with a placeholder in every other cell, which counts as nothing. */
function emptyRow({ table }: Records, kpi: string): string {
  if (table === null) return `kpi: ${kpi}\nactual: <number and unit>`;
  const cells = table.headers.map(({ text }, index) => (index === 0 ? kpi : `<${text}>`));
  return `| ${cells.join(" | ")} |`;
}

function duplicate(path: string, first: NamedRow, second: NamedRow): MetricsFinding {
  const [one, two] = [first.record.at.line, second.record.at.line];
  return failed({
    code: "METRICS-DUPLICATE",
    problem: `two rows are about \`${first.kpi}\`: lines ${one} and ${two}`,
    remedy: "keep one of them",
    at: placeIn(path, second.record.at),
    item: first.kpi,
  });
}

function nameless(read: Records): MetricsFinding[] {
  return unnamedRows(read.records).map(({ at }) =>
    failed({
      code: "METRICS-UNNAMED",
      problem: "a row with values does not say which KPI it is about",
      remedy: "write the KPI's name: `<KPI>`",
      at: placeIn(read.path, at),
      item: `line ${at.line}`,
    }),
  );
}

function layersMissing(
  read: Records,
  rows: readonly NamedRow[],
  { require_layers }: MetricsOptions,
): MetricsFinding[] {
  const seen = new Set(rows.map((row) => row.layer));
  return require_layers
    .filter((layer) => !seen.has(keyOf(layer)))
    .map((layer) =>
      failed({
        code: "METRICS-LAYER-MISSING",
        problem: `no KPI measures the layer \`${layer}\``,
        remedy: `add a KPI with the layer \`${layer}\`, its levels and its actual: \`<KPI>\``,
        at: topOfRecords(read),
        item: layer,
      }),
    );
}

function empty(read: Records): MetricsFinding {
  return failed({
    code: "METRICS-EMPTY",
    problem: `\`${read.path}\` names no KPI`,
    ...pasting("add a row for each:\n\n", emptyRow(read, "<KPI>")),
    at: topOfRecords(read),
    item: read.path,
  });
}

function topOfRecords({ table, path }: Records): Place {
  return table === null ? topOf(path) : placeIn(path, table.at);
}
