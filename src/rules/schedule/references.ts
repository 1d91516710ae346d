import type { IsoDate } from "../../model/iso-date.ts";
import { keyOf } from "../../text/key.ts";
import { parseIsoDate } from "../../time/date.ts";
import { DATA_PATH } from "../reading/data-path.ts";

/** Where a date comes from. */
export type DateReference =
  | { readonly kind: "day"; readonly day: IsoDate }
  /** `phases.launch` of the readiness document's front matter, or `plan.yml#phases.launch`. */
  | { readonly kind: "data"; readonly file: string | null; readonly path: string }
  /** `table[Pilot].Start`: the row that begins with `Pilot`, its column `Start`. */
  | { readonly kind: "table"; readonly row: string; readonly column: string };

/** Where dated entries stand. */
export type LogReference =
  /** The gate's section, or the one under a heading of the readiness document or of a file. */
  | { readonly kind: "section"; readonly file: string | null; readonly heading: string | null }
  /** A list in front matter or in a data file; `path` `null` for the file's root. */
  | { readonly kind: "data"; readonly file: string | null; readonly path: string | null }
  | { readonly kind: "csv"; readonly file: string };

export type Read<T> =
  | { readonly state: "reference"; readonly reference: T }
  | { readonly state: "invalid"; readonly message: string };

const TABLE_CELL = /^table\[([^\]]+)\]\.(.+)$/;
const MARKDOWN = /\.(?:md|markdown)$/i;
const DATA = /\.(?:ya?ml|json)$/i;

export function readDateReference(text: string): Read<DateReference> {
  const day = parseIsoDate(text);
  if (day !== null) return reference({ kind: "day", day });
  if (/^\d{4}\b/.test(text)) return invalid(`\`${text}\` is no day; write it as \`YYYY-MM-DD\``);
  const cell = TABLE_CELL.exec(text);
  if (cell !== null) {
    const [, row = "", column = ""] = cell;
    return reference({ kind: "table", row: row.trim(), column: column.trim() });
  }
  const { file, rest } = split(text);
  if (file !== null && !MARKDOWN.test(file) && !DATA.test(file)) {
    return invalid(`\`${file}\` is no .yml, .json or .md file`);
  }
  const path = rest ?? "";
  const refused = pathProblem(path);
  return refused ?? reference({ kind: "data", file, path });
}

export function readLogReference(text: string): Read<LogReference> {
  const { file, rest } = split(text);
  if (file === null) {
    if (text.startsWith("#")) return section(null, text.slice(1).trim());
    if (/\.csv$/i.test(text)) return reference({ kind: "csv", file: text });
    if (MARKDOWN.test(text)) return section(text, null);
    if (DATA.test(text)) return reference({ kind: "data", file: text, path: null });
    return pathProblem(text) ?? reference({ kind: "data", file: null, path: text });
  }
  if (MARKDOWN.test(file)) return section(file, rest);
  if (!DATA.test(file)) return invalid(`\`${file}\` is no .yml, .json or .md file`);
  return pathProblem(rest ?? "") ?? reference({ kind: "data", file, path: rest });
}

/** Words that say of a date that something happened then. */
const CLAIMS: ReadonlySet<string> = new Set([
  "approved",
  "audited",
  "completed",
  "decided",
  "deployed",
  "done",
  "finished",
  "held",
  "launched",
  "measured",
  "merged",
  "rehearsed",
  "released",
  "reviewed",
  "signed",
  "tested",
]);

/** Whether the name a date goes by claims that something happened: `decided`, `last_reviewed`. */
export function isClaim(reference: DateReference): boolean {
  if (reference.kind === "day") return false;
  const name = reference.kind === "table" ? reference.column : reference.path;
  const last = name.split(".").at(-1) ?? name;
  return keyOf(last)
    .split(/[^a-z]+/)
    .some((word) => CLAIMS.has(word));
}

function split(text: string): { file: string | null; rest: string | null } {
  const sign = text.indexOf("#");
  if (sign <= 0) return { file: null, rest: text };
  return { file: text.slice(0, sign), rest: text.slice(sign + 1) };
}

function pathProblem(path: string): Read<never> | null {
  if (/^front_?matter\./i.test(path)) {
    return invalid(
      `leave out \`front_matter.\`: \`${path.slice(path.indexOf(".") + 1)}\` is enough`,
    );
  }
  if (DATA_PATH.test(path)) return null;
  return invalid(
    `\`${path}\` names no date; write a day, \`phases.launch\`, \`plan.yml#launch\` or \`table[Row].Column\``,
  );
}

function section(file: string | null, heading: string | null): Read<LogReference> {
  return heading === ""
    ? invalid("the heading behind `#` is empty")
    : reference({ kind: "section", file, heading });
}

function reference<T>(found: T): Read<T> {
  return { state: "reference", reference: found };
}

function invalid(message: string): Read<never> {
  return { state: "invalid", message };
}
