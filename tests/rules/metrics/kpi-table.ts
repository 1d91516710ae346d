import { metrics } from "../../../src/rules/metrics.ts";
import type { RuleAnswer } from "../../support/ask-rule.ts";
import { askRule } from "../../support/ask-rule.ts";
import { type Content, MemorySource } from "../../support/memory-source.ts";

/** Cells of one KPI by header, in the order of the table. */
export type Row = Readonly<Record<string, string>>;

export const ACCURACY: Row = {
  KPI: "Accuracy",
  Layer: "model",
  Baseline: "81 %",
  Minimum: ">= 90 %",
  Target: ">= 93 %",
  Stretch: ">= 96 %",
  Actual: "94.1 %",
  Measured: "2026-09-12",
  n: "1200",
  "Action if below": "roll back",
  Alert: "alerts.yml",
};

export const LATENCY: Row = {
  ...ACCURACY,
  KPI: "Latency",
  Layer: "operational",
  Baseline: "400 ms",
  Minimum: "<= 300 ms",
  Target: "<= 250 ms",
  Stretch: "<= 200 ms",
  Actual: "240 ms",
};

export function tableOf(rows: readonly Row[]): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(headers),
    line(headers.map(() => "---")),
    ...rows.map((row) => line(headers.map((header) => row[header] ?? ""))),
  ].join("\n");
}

export function documentOf(rows: readonly Row[]): string {
  return `# Readiness\n\n## KPIs\n\n${tableOf(rows)}\n`;
}

/** The row without some of its columns. */
export function without(row: Row, ...columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}

export interface Question {
  readonly options?: Readonly<Record<string, unknown>>;
  readonly maxAge?: string;
  readonly now?: string;
  /** Text of the readiness document, or its KPI rows. */
  readonly head: string | readonly Row[];
  readonly base?: string | readonly Row[];
  readonly files?: Readonly<Record<string, Content>>;
  readonly baseFiles?: Readonly<Record<string, Content>>;
}

export function askMetrics(question: Question): Promise<RuleAnswer> {
  const { options, maxAge, now, head, base, files, baseFiles } = question;
  const source = new MemorySource({
    evidence: { "READINESS.md": textOf(head), ...files },
    base: { ...(base === undefined ? {} : { "READINESS.md": textOf(base) }), ...baseFiles },
  });
  return askRule(metrics, {
    source,
    gate: { heading: "KPIs" },
    ...(options === undefined ? {} : { options }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(now === undefined ? {} : { now }),
  });
}

function textOf(document: string | readonly Row[]): string {
  return typeof document === "string" ? document : documentOf(document);
}
