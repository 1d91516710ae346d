import { matchColumns } from "../../evidence/columns.ts";
import { parseCsv } from "../../evidence/parse-csv.ts";
import { formatOf } from "../../evidence/parse-data.ts";
import type { Cell } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { fillIn } from "../../model/service.ts";
import type { RuleContext } from "../define-rule.ts";
import {
  type ColumnNames,
  columnAmbiguous,
  columnMissing,
  type GateTable,
  gateTable,
} from "../reading/gate-table.ts";
import {
  fileMalformed,
  isRefused,
  type Refused,
  readFile,
  readMarkdown,
  readReadiness,
  refuse,
} from "../reading/readiness.ts";
import { dataGrid } from "./data-grid.ts";
import type { Grid } from "./grid.ts";
import { keyColumn, type TableOptions } from "./options.ts";

type Reading = null | Refused | Grid;

export function readGrid(
  facts: FactReader<"file">,
  options: TableOptions,
  context: RuleContext,
): Reading {
  const { file } = options;
  if (file === undefined) return documentGrid(readReadiness(facts, context), options, context);
  const path = fillIn(file, context.service);
  switch (formatOf(path)) {
    case "csv":
      return csvGrid(facts, path, options);
    case "yaml":
    case "json":
      return dataGrid(facts, path, options, columnNames(options));
    default:
      return documentGrid(readMarkdown(facts, path), options, {
        ...context,
        // A file of its own has no section for the gate.
        gate: { id: "", title: "", heading: null },
      });
  }
}

/** Names in the policy → headers they may have; the key column is one of them in any case. */
function columnNames(options: TableOptions): ColumnNames {
  const named = Object.entries(options.columns).map(
    ([name, { aliases }]) => [name, [name, ...aliases]] as const,
  );
  const key = keyColumn(options);
  return Object.fromEntries([[key, [key]] as const, ...named]);
}

function requiredColumns(options: TableOptions): string[] {
  const required = Object.entries(options.columns).filter(([, column]) => column.required);
  return [...new Set([keyColumn(options), ...required.map(([name]) => name)])];
}

function documentGrid(
  read: ReturnType<typeof readMarkdown>,
  options: TableOptions,
  context: RuleContext,
): Reading {
  if (read === null || isRefused(read)) return read;
  const found = gateTable(read.document, read.path, context, {
    heading: options.heading ?? null,
    columns: columnNames(options),
    required: requiredColumns(options),
  });
  return isRefused(found) ? found : gridOf(found, read.path, options, "markdown");
}

function csvGrid(facts: FactReader<"file">, path: string, options: TableOptions): Reading {
  const read = readFile(facts, path);
  if (read === null || isRefused(read)) return read;
  const parsed = parseCsv(read.file);
  if (parsed.state === "malformed") {
    return refuse(fileMalformed(path, parsed.problem, placeIn(path, parsed.at)));
  }
  const { table } = parsed;
  const { index, missing, ambiguous } = matchColumns(table, columnNames(options));
  const required = new Set(requiredColumns(options));
  const seen = table.headers.map(({ text }) => text);
  const wrong = [
    ...missing
      .filter((name) => required.has(name))
      .map((name) => columnMissing(path, table, name, seen)),
    ...ambiguous.map(({ name, at }) => columnAmbiguous(path, name, at)),
  ];
  if (wrong.length > 0) return refuse(...wrong);
  return gridOf({ table, index }, path, options, "csv");
}

function gridOf(
  { table, index }: GateTable,
  path: string,
  options: TableOptions,
  format: "markdown" | "csv",
): Grid {
  const columns = Object.entries(index);
  return {
    path,
    home: placeIn(path, table.at),
    rows: table.rows.map((row) => ({
      at: placeIn(path, row[0]?.at ?? table.at),
      cells: new Map(
        columns.flatMap(([name, position]) => {
          const cell = row[position];
          return cell === undefined ? [] : [[name, gridCell(cell, path)] as const];
        }),
      ),
    })),
    line: (key) => {
      const keyAt = index[keyColumn(options)];
      const cells = table.headers.map(({ text }, at) => (at === keyAt ? key : `<${text}>`));
      return format === "csv" ? cells.join(",") : `| ${cells.join(" | ")} |`;
    },
  };
}

function gridCell({ text, links, at }: Cell, path: string) {
  return { text, links, at: placeIn(path, at) };
}
