import type { IsoDate } from "../../model/iso-date.ts";
import type { FieldValue } from "../../model/service.ts";
import { parseIsoDate } from "../../time/date.ts";
import {
  child,
  entriesOf,
  isList,
  type SourceNode,
  textOf,
  textsOf,
} from "../source/source-tree.ts";

/** Reads values of a tree that was found free of problems; what is not there is `null`. */
export function textAt(node: SourceNode, key: string): string | null {
  return textOf(child(node, key));
}

export function dayAt(node: SourceNode, key: string): IsoDate | null {
  return parseIsoDate(textAt(node, key) ?? "");
}

/** Of a key without which its entry is a problem. */
export function requiredDay(node: SourceNode, key: string): IsoDate {
  // Sound: a tree that lacks it, or has something else there, is not read any further.
  return (textAt(node, key) ?? "") as IsoDate;
}

export function listOf(node: SourceNode | undefined): readonly string[] | null {
  return isList(node) ? textsOf(node).map(({ text }) => text) : null;
}

export function numberOf(node: SourceNode | undefined): number | null {
  return typeof node?.value === "number" ? node.value : null;
}

export function flag(node: SourceNode | undefined): boolean | null {
  return typeof node?.value === "boolean" ? node.value : null;
}

/** Without a prototype, so that no name a person writes finds anything but what was stated. */
export function recordOf<Value>(
  node: SourceNode | undefined,
  read: (inside: SourceNode) => Value,
): Readonly<Record<string, Value>> {
  const record: Record<string, Value> = Object.create(null);
  for (const [name, entry] of entriesOf(node)) record[name] = read(entry.node);
  return record;
}

export function fieldsOf(node: SourceNode | undefined): Readonly<Record<string, FieldValue>> {
  return recordOf(node, fieldOf);
}

export function fieldOf({ value }: SourceNode): FieldValue {
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
