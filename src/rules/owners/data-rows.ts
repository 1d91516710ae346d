import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import { type Place, placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { keyOf } from "../../text/key.ts";
import {
  fileMalformed,
  isRefused,
  type Refused,
  readData,
  refuse,
  topOf,
} from "../reading/readiness.ts";
import type { OwnerCell, OwnerRow, OwnerRows } from "./owner-row.ts";
import { OWNER_COLUMNS } from "./table-rows.ts";

const EXPECTED =
  'it must hold a list such as `- {role: <role>, owner: "@<login>"}`, or a map of roles, at its top or under `owners`';

/** Owners from a YAML or JSON file: a list of rows or a map of roles, at its top or under `owners`. */
export function dataRows(facts: FactReader<"file">, path: string): null | Refused | OwnerRows {
  const read = readData(facts, path);
  if (read === null || isRefused(read)) return read;
  const list = ownersIn(read.root);
  const rows = isList(list.value) ? listRows(list.value, path) : mapRows(list.value, path);
  if (rows === null) return refuse(fileMalformed(path, EXPECTED, placeIn(path, list.at)));
  return {
    rows,
    home: topOf(path),
    line: (role) =>
      isList(list.value)
        ? `- {role: ${JSON.stringify(role)}, owner: "@<login>"}`
        : `${JSON.stringify(role)}: "@<login>"`,
    remarks: [],
  };
}

function ownersIn(root: LocatedValue): LocatedValue {
  const under = isMap(root.value) ? root.value.get("owners")?.node : undefined;
  return under !== undefined && (isMap(under.value) || isList(under.value)) ? under : root;
}

function listRows(list: readonly LocatedValue[], path: string): OwnerRow[] | null {
  const rows = list.map((entry): OwnerRow | null => {
    if (!isMap(entry.value)) return null;
    const at = placeIn(path, entry.at);
    return { role: cellOf(entry.value, "Role", path)?.text ?? "", ...cells(entry.value, path), at };
  });
  return rows.some((row) => row === null) ? null : rows.filter((row) => row !== null);
}

function mapRows(map: LocatedValue["value"], path: string): OwnerRow[] | null {
  if (!isMap(map)) return null;
  return [...map].map(([role, { keyAt, node }]) => {
    const at = placeIn(path, keyAt);
    if (isMap(node.value)) return { role, at, ...cells(node.value, path) };
    return { role, at, owner: textIn(node, path), backup: null, escalation: null };
  });
}

function cells(map: ReadonlyMap<string, LocatedEntry>, path: string) {
  return {
    owner: cellOf(map, "Owner", path),
    backup: cellOf(map, "Backup", path),
    escalation: cellOf(map, "Escalation", path),
  };
}

function cellOf(
  map: ReadonlyMap<string, LocatedEntry>,
  column: string,
  path: string,
): OwnerCell | null {
  const names = new Set((OWNER_COLUMNS[column] ?? []).map(keyOf));
  for (const [key, { node }] of map) {
    if (names.has(keyOf(key))) return textIn(node, path);
  }
  return null;
}

/** A value or a list of values as one text; what is neither reads as nothing. */
function textIn({ value, at }: LocatedValue, path: string): OwnerCell {
  const place: Place = placeIn(path, at);
  if (isMap(value)) return { text: "", at: place };
  if (!isList(value)) return { text: value === null ? "" : String(value), at: place };
  return { text: value.map((part) => textIn(part, path).text).join(", "), at: place };
}

function isList(value: LocatedValue["value"]): value is readonly LocatedValue[] {
  return Array.isArray(value);
}

function isMap(value: LocatedValue["value"]): value is ReadonlyMap<string, LocatedEntry> {
  return value instanceof Map;
}
