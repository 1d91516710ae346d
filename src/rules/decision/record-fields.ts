import { parsePeople } from "../../evidence/people.ts";
import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { isFilledIn } from "../reading/filled-in.ts";

/** The front matter of a record, by key. */
export type RecordFields = ReadonlyMap<string, LocatedEntry>;

export interface FieldText {
  readonly text: string;
  readonly at: Point;
}

/** A scalar as text; `null` where the key is missing or holds nothing, a list or a map. */
export function fieldText(fields: RecordFields, key: string): FieldText | null {
  const node = fields.get(key)?.node;
  const text = node === undefined ? null : scalarText(node);
  return node === undefined || text === null ? null : { text, at: node.at };
}

/** One text or a list of them; what is neither is left out. */
export function fieldTexts(fields: RecordFields, key: string): readonly FieldText[] {
  const node = fields.get(key)?.node;
  if (node === undefined) return [];
  return (asList(node) ?? [node]).flatMap((entry) => {
    const text = scalarText(entry);
    return text === null ? [] : [{ text, at: entry.at }];
  });
}

/** Every key and scalar, however deep: where a hidden character could stand. */
export function textsIn(node: LocatedValue): readonly FieldText[] {
  const { value, at } = node;
  if (value instanceof Map) {
    return [...(value as RecordFields)].flatMap(([key, entry]) => [
      { text: key, at: entry.keyAt },
      ...textsIn(entry.node),
    ]);
  }
  const list = asList(node);
  if (list !== null) return list.flatMap(textsIn);
  return typeof value === "string" ? [{ text: value, at }] : [];
}

export function asMap(node: LocatedValue): RecordFields | null {
  return node.value instanceof Map ? (node.value as RecordFields) : null;
}

export function asList({ value }: LocatedValue): readonly LocatedValue[] | null {
  return Array.isArray(value) ? (value as readonly LocatedValue[]) : null;
}

function scalarText({ value }: LocatedValue): string | null {
  return value === null || typeof value === "object" ? null : String(value).trim();
}

/** A login as YAML takes it without quotes: `decider: ana`. */
const BARE_LOGIN = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i;

export function namesPerson(text: string | null): boolean {
  if (text === null || !isFilledIn(text)) return false;
  if (BARE_LOGIN.test(text)) return true;
  const { people, rest } = parsePeople(text);
  return people.length > 0 && rest === "";
}
