import { matchColumns } from "../../evidence/columns.ts";
import { parseCsv } from "../../evidence/parse-csv.ts";
import type { Table } from "../../model/document.ts";
import { type Point, placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { fillIn } from "../../model/service.ts";
import type { RuleContext } from "../define-rule.ts";
import { columnAmbiguous, columnMissing, gateTable, type TableQuestion } from "./gate-table.ts";
import {
  fileMalformed,
  isRefused,
  type Refused,
  readData,
  readFile,
  readReadiness,
  refuse,
} from "./readiness.ts";
import { recordsOfData } from "./records-of-data.ts";

export interface RecordCell {
  readonly text: string;
  readonly at: Point;
}

/** A row of a table or an entry of a data file. */
export interface EvidenceRecord {
  readonly at: Point;
  /** By column name; only those that are there. */
  readonly cells: ReadonlyMap<string, RecordCell>;
}

export interface Records {
  readonly path: string;
  readonly records: readonly EvidenceRecord[];
  /** Where to look for a column that is missing; `null` for data, where each entry has its own keys. */
  readonly table: Table | null;
  readonly columns: ReadonlySet<string>;
  /** Every text in it, for finding hidden characters. */
  readonly texts: readonly RecordCell[];
}

export interface RecordsQuestion extends TableQuestion {
  /** YAML, JSON or CSV file instead of the table, `{service}` and `{path}` not yet filled in. */
  readonly file: string | null;
  /** In a data file, the key the entries may stand under. */
  readonly under: string;
  /** The column that names an entry where the data file is a map of names. */
  readonly naming: string;
  /** The column a bare value behind a name stands for (`accuracy: 94.1 %`). */
  readonly plain: string;
}

/** What a rule over rows judges: its table in the readiness document, or its data file. */
export function readRecords(
  facts: FactReader<"file">,
  context: RuleContext,
  question: RecordsQuestion,
): null | Refused | Records {
  if (question.file !== null) {
    return recordsOfFile(facts, fillIn(question.file, context.service), question, "evidence");
  }
  const read = readReadiness(facts, context);
  if (read === null || isRefused(read)) return read;
  const found = gateTable(read.document, read.path, context, question);
  return isRefused(found) ? found : recordsOfTable(read.path, found.table, found.index);
}

export function recordsOfFile(
  facts: FactReader<"file">,
  path: string,
  question: RecordsQuestion,
  revision: "evidence" | "base",
): null | Refused | Records {
  if (path.toLowerCase().endsWith(".csv")) return recordsOfCsv(facts, path, question, revision);
  const data = readData(facts, path, { revision });
  return data === null || isRefused(data) ? data : recordsOfData(path, data.root, question);
}

function recordsOfCsv(
  facts: FactReader<"file">,
  path: string,
  { columns, required }: RecordsQuestion,
  revision: "evidence" | "base",
): null | Refused | Records {
  const read = readFile(facts, path, { revision });
  if (read === null || isRefused(read)) return read;
  const csv = parseCsv(read.file);
  if (csv.state === "malformed") {
    return refuse(fileMalformed(path, csv.problem, placeIn(path, csv.at)));
  }
  const { table } = csv;
  const { index, ambiguous } = matchColumns(table, columns);
  const seen = table.headers.map((header) => header.text);
  const findings = [
    ...required
      .filter((name) => index[name] === undefined && !ambiguous.some((two) => two.name === name))
      .map((name) => columnMissing(path, table, name, seen)),
    ...ambiguous.map(({ name, at }) => columnAmbiguous(path, name, at)),
  ];
  return findings.length > 0 ? refuse(...findings) : recordsOfTable(path, table, index);
}

export function recordsOfTable(
  path: string,
  table: Table,
  index: Readonly<Record<string, number>>,
): Records {
  const columns = Object.entries(index);
  const records = table.rows.map((row) => {
    const cells = new Map<string, RecordCell>();
    const at = row[0]?.at ?? table.at;
    for (const [name, position] of columns) {
      // A row may be shorter than its headers: what is not there is empty.
      cells.set(name, row[position] ?? { text: "", at: row.at(-1)?.at ?? at });
    }
    return { at, cells };
  });
  return {
    path,
    records,
    table,
    columns: new Set(columns.map(([name]) => name)),
    texts: [...table.headers, ...table.rows.flat()],
  };
}
