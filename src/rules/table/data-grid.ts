import { valueAt } from "../../evidence/walk-data.ts";
import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { keyOf } from "../../text/key.ts";
import { type ColumnNames, columnAmbiguous } from "../reading/gate-table.ts";
import {
  fileMalformed,
  isRefused,
  type Refused,
  readData,
  refuse,
  topOf,
} from "../reading/readiness.ts";
import type { Grid, GridCell, GridRow } from "./grid.ts";
import { keyColumn, type TableOptions } from "./options.ts";

/** A table written as a YAML or JSON list of maps. */
export function dataGrid(
  facts: FactReader<"file">,
  path: string,
  options: TableOptions,
  columns: ColumnNames,
): null | Refused | Grid {
  const read = readData(facts, path);
  if (read === null || isRefused(read)) return read;
  const where = options.list === undefined ? "at its top" : `at \`${options.list}\``;
  const list = valueAt(read.root, options.list ?? "");
  const entries = list?.value;
  if (list === null || !Array.isArray(entries) || !entries.every(isMapNode)) {
    const at = placeIn(path, list?.at ?? read.root.at);
    return refuse(fileMalformed(path, `it must hold a list of maps ${where}`, at));
  }
  const rows = entries.map((entry) => readRow(entry, columns, path));
  const twice = rows.flatMap(({ ambiguous }) => ambiguous);
  if (twice.length > 0) return refuse(...twice);
  return {
    path,
    home: list.at.line === 1 ? topOf(path) : placeIn(path, list.at),
    rows: rows.map(({ row }) => row),
    line: (key) => lineFor(key, options),
  };
}

interface MapNode extends LocatedValue {
  readonly value: ReadonlyMap<string, LocatedEntry>;
}

function isMapNode(node: LocatedValue): node is MapNode {
  return node.value instanceof Map;
}

function readRow(node: MapNode, columns: ColumnNames, path: string) {
  const byKey = new Map<string, LocatedEntry[]>();
  for (const [key, entry] of node.value) {
    byKey.set(keyOf(key), [...(byKey.get(keyOf(key)) ?? []), entry]);
  }
  const cells = new Map<string, GridCell>();
  const ambiguous: ReturnType<typeof columnAmbiguous>[] = [];
  for (const [name, names] of Object.entries(columns)) {
    const keys = [...new Set(names.map(keyOf))];
    const found = keys.flatMap((key) => byKey.get(key) ?? []);
    const [entry, second] = found;
    if (entry === undefined) continue;
    if (second !== undefined) {
      const places = found.map(({ keyAt }) => keyAt);
      ambiguous.push(columnAmbiguous(path, name, places));
    }
    cells.set(name, { text: textIn(entry.node), links: [], at: placeIn(path, entry.node.at) });
  }
  const row: GridRow = { at: placeIn(path, node.at), cells };
  return { row, ambiguous };
}

/** A value or a list of values as one text; a map is none. */
function textIn({ value }: LocatedValue): string {
  if (value === null || value instanceof Map) return "";
  return Array.isArray(value) ? value.map(textIn).join(", ") : String(value);
}

function lineFor(key: string, options: TableOptions): string {
  const keyName = keyColumn(options);
  const names = new Set([keyName, ...Object.keys(options.columns)]);
  const entries = [...names].map((name) => {
    const value = name === keyName ? key : `<${name}>`;
    return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  });
  return `- {${entries.join(", ")}}`;
}
