import type { Place } from "../model/place.ts";
import { inertLine } from "./inert-text.ts";
import type { Look } from "./terminal-text.ts";
import { padTo, widthOf } from "./wrap-text.ts";

/** Where a value came from, by path such as `gates.data.rules.audit.max_age`. */
export type OriginOf = (path: string) => Place | null;

interface Line {
  readonly text: string;
  readonly origin: string | null;
}

/**
 * Settings as YAML, each with the file and line that set it behind it as a comment. What no file
 * set is a default and says so.
 */
export function renderSettings(
  settings: object,
  /** `null` leaves out where values came from. */
  path: string | null,
  originOf: OriginOf,
  look: Look,
): string {
  const lines = mapLines(settings, path, "", originOf);
  const widest = Math.min(
    48,
    lines.reduce(
      (width, { text, origin }) => (origin === null ? width : Math.max(width, widthOf(text))),
      0,
    ),
  );
  return lines
    .map(({ text, origin }) =>
      origin === null ? text : `${padTo(text, widest)}  ${look.paint("quiet", `# ${origin}`)}`,
    )
    .map((line) => `${line}\n`)
    .join("");
}

function mapLines(map: object, path: string | null, indent: string, originOf: OriginOf): Line[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const inner = path === null ? null : pathTo(path, key);
    const place = inner === null ? null : originOf(inner);
    if (value === undefined || value === null || (place === null && isEmpty(value))) return [];
    const name = `${indent}${scalarText(key, true)}:`;
    const nested = nestedLines(value, inner, `${indent}  `, originOf);
    if (nested !== null) return [{ text: name, origin: placeText(place) }, ...nested];
    const origin = inner === null ? null : (placeText(place) ?? "default");
    const text = typeof value === "string" ? scalarText(value, false) : flowText(value);
    return [{ text: `${name} ${text}`, origin }];
  });
}

/** A list nobody filled says nothing. */
function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** `null` for what stands on the line of its key. */
function nestedLines(
  value: unknown,
  path: string | null,
  indent: string,
  originOf: OriginOf,
): Line[] | null {
  if (typeof value !== "object" || value === null) return null;
  if (isEmpty(value)) return null;
  if (!Array.isArray(value)) {
    return path === null && isShort(value) ? null : mapLines(value, path, indent, originOf);
  }
  const entries = value.map(idOf);
  // A list of plain values, or of maps without ids, is one value of one place.
  if (entries.includes(null) && isShort(value)) return null;
  return value.flatMap((element, index): Line[] => {
    const id = entries[index] ?? null;
    const inner = path === null || id === null ? null : pathTo(path, id);
    if (typeof element !== "object" || element === null || (id === null && isShort(element))) {
      return [{ text: `${indent}- ${flowText(element)}`, origin: null }];
    }
    const [first, ...rest] = mapLines(element, inner, `${indent}  `, originOf);
    if (first === undefined) return [];
    const origin = inner === null ? null : placeText(originOf(inner));
    return [{ text: `${indent}- ${first.text.slice(indent.length + 2)}`, origin }, ...rest];
  });
}

function idOf(element: unknown): string | null {
  if (typeof element !== "object" || element === null || !("id" in element)) return null;
  return typeof element.id === "string" ? element.id : null;
}

/** As the policy's provenance writes paths. */
function pathTo(path: string, name: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

function placeText(place: Place | null): string | null {
  return place === null ? null : `${inertLine(place.file)}:${place.line}`;
}

const SHORT = 60;

function isShort(value: object): boolean {
  return flowText(value).length <= SHORT;
}

function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalarText(value, true);
  const entries = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== undefined && !isEmpty(inner),
  );
  const parts = entries.map(([key, inner]) => `${scalarText(key, true)}: ${flowText(inner)}`);
  return `{${parts.join(", ")}}`;
}

/** `inFlow`: between brackets, where a comma ends it. */
function scalarText(value: unknown, inFlow: boolean): string {
  if (typeof value !== "string") return String(value);
  const text = inertLine(value);
  const plain = inFlow ? /^[\p{L}_][\p{L}\p{N} ._/%-]*$/u : /^[\p{L}_][^\n]*$/u;
  const isPlain = plain.test(text) && !/: |:$| #|^(true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain || /^\d+[hdw]$/.test(text) ? text : JSON.stringify(text);
}
