import { valueAt } from "../../evidence/walk-data.ts";
import type { LocatedValue } from "../../model/document.ts";
import type { IsoDate } from "../../model/iso-date.ts";
import { type Place, placeIn } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { failed } from "../findings.ts";
import { nearestPlace } from "../reading/data-path.ts";
import { gateTable } from "../reading/gate-table.ts";
import { hiddenCharacters } from "../reading/hidden-characters.ts";
import { keyLine } from "../reading/key-line.ts";
import { isRefused, readReadiness, topOf } from "../reading/readiness.ts";
import { readStructuredData } from "../reading/structured-data.ts";
import { dayIn, missingDay } from "./dated-text.ts";
import type { DateSetting } from "./options.ts";
import { type DateReference, isClaim, readDateReference } from "./references.ts";
import type { Lookup, ScheduleFinding, Scope } from "./scope.ts";

export interface FoundDate {
  readonly day: IsoDate;
  readonly name: string;
  /** `null`: the policy itself states the day. */
  readonly at: Place | null;
  readonly item: string;
}

/** The day a setting stands for. One that says something happened must not lie after today. */
export function findDate(scope: Scope, setting: DateSetting): Lookup<FoundDate> {
  const text = typeof setting === "string" ? setting : setting.date;
  const read = readDateReference(text);
  // The schema has refused every other reference.
  if (read.state === "invalid") return { findings: [] };
  const found = lookUp(scope, text, read.reference);
  if (found === null || "findings" in found) return found;
  const happened = typeof setting !== "string" || isClaim(read.reference);
  if (!happened || !scope.context.time.isAhead(found.day)) return found;
  return refuse(
    failed({
      code: "SCHEDULE-FUTURE",
      problem: `${found.name} says that something happened on ${found.day}, which lies after today, ${scope.context.time.today}`,
      remedy: "write the day on which it happened, as `<YYYY-MM-DD>`",
      at: found.at,
      item: found.item,
    }),
  );
}

function lookUp(scope: Scope, text: string, reference: DateReference): Lookup<FoundDate> {
  switch (reference.kind) {
    case "day":
      return { day: reference.day, name: `\`${text}\``, at: null, item: text };
    case "data":
      return inData(scope, text, reference.file, reference.path);
    case "table":
      return inTable(scope, text, reference.row, reference.column);
  }
}

function inData(
  { facts, context }: Scope,
  text: string,
  file: string | null,
  path: string,
): Lookup<FoundDate> {
  const read = readStructuredData(facts, context, file);
  if (read === null || isRefused(read)) return read;
  const name = `\`${path}\` in \`${read.path}\``;
  if (read.root === null) {
    return refuse(writtenAs(path, missingDay(name, topOf(read.path), text)));
  }
  const node = valueAt(read.root, path);
  const at = placeIn(read.path, node?.at ?? nearestPlace(read.root, path));
  const day = found(scalarText(node), name, at, text);
  if (day === null || !("findings" in day)) return day;
  return refuse(...day.findings.map((finding) => writtenAs(path, finding)));
}

/** Of data it is known how the line reads that is missing. */
function writtenAs(path: string, finding: ScheduleFinding): ScheduleFinding {
  const written = keyLine(path, "<YYYY-MM-DD>");
  if (written === null || finding.code !== "SCHEDULE-MISSING") return finding;
  const { line, where } = written;
  return { ...finding, remedy: `write the day: \`${line}\`${where}`, paste: line };
}

function scalarText(node: LocatedValue | null): string {
  const value = node?.value ?? "";
  return typeof value === "object" ? "a list or map" : String(value);
}

function inTable(
  { facts, context, heading }: Scope,
  text: string,
  row: string,
  column: string,
): Lookup<FoundDate> {
  const read = readReadiness(facts, context);
  if (read === null || isRefused(read)) return read;
  const wanted = { heading, columns: { [column]: [column] }, required: [column] };
  const bound = gateTable(read.document, read.path, context, wanted);
  if (isRefused(bound)) return bound;
  const { table, index } = bound;
  const name = `\`${column}\` of \`${row}\``;
  const rows = table.rows.filter((cells) => keyOf(cells[0]?.text ?? "") === keyOf(row));
  const [cells, second] = rows;
  if (cells === undefined) {
    return refuse(
      failed({
        code: "SCHEDULE-MISSING",
        problem: `the table has no row that begins with \`${row}\``,
        remedy: `add the row \`${row}\` with \`<YYYY-MM-DD>\` under \`${column}\``,
        at: placeIn(read.path, table.at),
        item: text,
      }),
    );
  }
  if (second !== undefined) {
    const lines = rows.map((one) => `line ${one[0]?.at.line}`).join(", ");
    return refuse(
      failed({
        code: "TABLE-AMBIGUOUS",
        problem: `${rows.length} rows begin with \`${row}\`: ${lines}`,
        remedy: "keep one of them",
        at: placeIn(read.path, second[0]?.at ?? table.at),
        item: text,
      }),
    );
  }
  const cell = cells[index[column] ?? -1];
  const at = placeIn(read.path, cell?.at ?? cells[0]?.at ?? table.at);
  return found(cell?.text ?? "", name, at, text);
}

function found(text: string, name: string, at: Place, item: string): Lookup<FoundDate> {
  const hidden = hiddenCharacters(at.file, [{ text, at }]);
  if (hidden.length > 0) return refuse(...hidden);
  const day = dayIn({ text, name, at, item });
  return typeof day === "string" ? { day, name, at, item } : refuse(day);
}

function refuse(...findings: ScheduleFinding[]): { readonly findings: readonly ScheduleFinding[] } {
  return { findings };
}
