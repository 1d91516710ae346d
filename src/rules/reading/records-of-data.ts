import { plain } from "../../evidence/walk-data.ts";
import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import { type Point, placeIn } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { columnAmbiguous, type TableQuestion } from "./gate-table.ts";
import { fileMalformed, type Refused, refuse } from "./readiness.ts";
import type { EvidenceRecord, RecordCell, Records, RecordsQuestion } from "./records.ts";

/** The entries of a YAML or JSON file. Keys are columns by the same names as headers (`as_of`: "As of"). */
export function recordsOfData(
  path: string,
  root: LocatedValue,
  { columns, under, naming, plain: bare }: RecordsQuestion,
): Refused | Records {
  const node = (root.value instanceof Map ? root.value.get(under)?.node : undefined) ?? root;
  const entries = entriesOf(node);
  if (entries === null) {
    return refuse(
      fileMalformed(
        path,
        `it is neither a list of entries nor a map of names, at the top or under \`${under}\``,
        placeIn(path, node.at),
      ),
    );
  }
  const names = columnsByKey(columns);
  const texts: RecordCell[] = [];
  const records: EvidenceRecord[] = [];
  for (const { name, value: only, fields, at } of entries) {
    const cells = new Map<string, RecordCell>();
    if (name !== null) cells.set(naming, name);
    if (only !== null) cells.set(bare, { text: textOf(only), at: only.at });
    for (const [key, { keyAt, node: value }] of fields) {
      texts.push({ text: key, at: keyAt });
      const column = names.get(keyOf(key.replaceAll("_", " ")));
      if (column === undefined) continue;
      const first = cells.get(column);
      if (first !== undefined) return refuse(columnAmbiguous(path, column, [first.at, keyAt]));
      cells.set(column, { text: textOf(value), at: value.at });
    }
    texts.push(...cells.values());
    records.push({ at, cells });
  }
  return { path, records, table: null, columns: new Set(names.values()), texts };
}

interface DataEntry {
  readonly name: RecordCell | null;
  /** What stands behind the name where that is no map. */
  readonly value: LocatedValue | null;
  readonly fields: ReadonlyMap<string, LocatedEntry>;
  readonly at: Point;
}

/** `null` unless it is a list of maps, or a map of names to maps or bare values. */
function entriesOf({ value }: LocatedValue): DataEntry[] | null {
  const entries: DataEntry[] = [];
  if (isList(value)) {
    for (const node of value) {
      if (!(node.value instanceof Map)) return null;
      entries.push({ name: null, value: null, fields: node.value, at: node.at });
    }
    return entries;
  }
  if (!(value instanceof Map)) return null;
  for (const [key, { keyAt, node }] of value as ReadonlyMap<string, LocatedEntry>) {
    if (Array.isArray(node.value)) return null;
    const fields = node.value instanceof Map ? node.value : null;
    entries.push({
      name: { text: key, at: keyAt },
      value: fields === null ? node : null,
      fields: fields ?? new Map(),
      at: keyAt,
    });
  }
  return entries;
}

function isList(value: LocatedValue["value"]): value is readonly LocatedValue[] {
  return Array.isArray(value);
}

function columnsByKey(columns: TableQuestion["columns"]): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([column, names]) =>
      names.map((name) => [keyOf(name), column] as const),
    ),
  );
}

/** What stands there as text; a list or map gives its JSON, which no cell can mean. */
function textOf(node: LocatedValue): string {
  const { value } = node;
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(plain(node)) : String(value);
}
