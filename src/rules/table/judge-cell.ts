import { isMissing, parseQuantity, readDate } from "../../evidence/cell-value.ts";
import { parsePeople } from "../../evidence/people.ts";
import { findPlaceholder } from "../../evidence/placeholder.ts";
import type { FactReader } from "../../model/ports.ts";
import { keyOf } from "../../text/key.ts";
import { formatDuration } from "../../time/duration.ts";
import type { RuleContext } from "../define-rule.ts";
import { failed, pending } from "../findings.ts";
import { standingByName } from "../people/account-standing.ts";
import { faultOf, referencesIn } from "../reading/evidence-target.ts";
import { hiddenCharacters } from "../reading/hidden-characters.ts";
import { lengthOf } from "../settings/duration-setting.ts";
import type { TableFinding } from "./codes.ts";
import type { GridCell, GridRow } from "./grid.ts";
import { type ColumnDemand, isPast, type TableOptions } from "./options.ts";

export interface TableScope {
  readonly facts: FactReader<"file" | "reference">;
  readonly options: TableOptions;
  readonly context: RuleContext;
  readonly path: string;
}

/** Where a cell stands and what it is to hold. */
interface Spot {
  /** What the row is called. */
  readonly row: string;
  readonly name: string;
  readonly column: ColumnDemand;
}

export function judgeCell(
  scope: TableScope,
  row: GridRow,
  label: string,
  name: string,
  column: ColumnDemand,
): readonly TableFinding[] {
  const spot: Spot = { row: label, name, column };
  const cell = row.cells.get(name);
  if (cell === undefined || isBlank(cell, column)) {
    return column.required ? [missingCell(spot, cell, row)] : [];
  }
  const hidden = hiddenCharacters(scope.path, [cell]);
  if (hidden.length > 0) return hidden;
  return [...judgeType(scope, spot, cell), ...judgeValue(spot, cell)];
}

/** Nothing filled in, or a placeholder as it was printed. */
function isBlank({ text, links }: GridCell, { type, one_of = [] }: ColumnDemand): boolean {
  if (one_of.some((value) => keyOf(value) === keyOf(text))) return false;
  // Of known issues one may say that there are none; of a date or a number nobody can.
  if (type === "text" && keyOf(text) === "none") return false;
  if (findPlaceholder(text) !== null) return true;
  return links.length === 0 && isMissing(text);
}

/** What to paste and to fill in; as printed it counts as missing. */
const PLACEHOLDERS: Partial<Record<ColumnDemand["type"], string>> = {
  date: "<YYYY-MM-DD>",
  owner: "@<login>",
  link: "[<what it shows>](<path or URL>)",
  bool: "<yes or no>",
};

function missingCell(
  { row, name, column }: Spot,
  cell: GridCell | undefined,
  { at }: GridRow,
): TableFinding {
  const said = cell === undefined || cell.text === "" ? "is empty" : `says \`${cell.text}\``;
  return failed({
    code: "TABLE-CELL-MISSING",
    problem: `\`${name}\` of \`${row}\` ${said}`,
    remedy: `fill it in: \`${PLACEHOLDERS[column.type] ?? `<${name}>`}\``,
    at: cell?.at ?? at,
    item: `${row}: ${name}`,
  });
}

function judgeType(scope: TableScope, spot: Spot, cell: GridCell): TableFinding[] {
  switch (spot.column.type) {
    case "text":
      return [];
    case "number":
      return isQuantity(cell, null) ? [] : [wrongType(spot, cell, "a number, such as 1200")];
    case "percent":
      return isQuantity(cell, "%") ? [] : [wrongType(spot, cell, "a percentage, such as 94.1 %")];
    case "bool":
      return BOOLEANS.has(keyOf(cell.text)) ? [] : [wrongType(spot, cell, "`yes` or `no`")];
    case "owner":
      return namesOwners(cell) ? [] : [wrongType(spot, cell, "`@<login>` or `@<org>/<team>`")];
    case "date":
      return judgeDate(scope, spot, cell);
    case "link":
      return judgeLink(scope, spot, cell);
  }
}

function namesOwners({ text }: GridCell): boolean {
  const { people } = parsePeople(text);
  return people.length > 0 && people.every((person) => standingByName(person) === null);
}

const BOOLEANS = new Set(["yes", "no", "true", "false"]);

/** A value, not a limit: `>= 90 %` says what should be. */
function isQuantity({ text }: GridCell, unit: string | null): boolean {
  const quantity = parseQuantity(text);
  if (quantity.state !== "quantity" || quantity.comparator !== null) return false;
  return unit === null || quantity.unit === unit;
}

function wrongType({ row, name }: Spot, { text, at }: GridCell, wanted: string): TableFinding {
  return failed({
    code: "TABLE-CELL-TYPE",
    problem: `\`${name}\` of \`${row}\` is \`${text}\`, not ${wanted.replace(/, such as .*/, "")}`,
    remedy: `write ${wanted}`,
    at,
    item: `${row}: ${name}`,
  });
}

function judgeDate({ context: { time } }: TableScope, spot: Spot, cell: GridCell): TableFinding[] {
  const { row, name, column } = spot;
  const about = { at: cell.at, item: `${row}: ${name}` };
  const read = readDate(cell.text);
  if (read.state !== "date") {
    const readings = read.state === "other" ? read.readings.map((day) => `\`${day}\``) : [];
    return [
      wrongType(spot, cell, readings.length === 0 ? "`<YYYY-MM-DD>`" : readings.join(" or ")),
    ];
  }
  const { date } = read;
  if (isPast(name, column) && time.isAhead(date)) {
    return [
      failed({
        code: "TABLE-FUTURE",
        problem: `\`${name}\` of \`${row}\` is ${date}, which lies ahead`,
        remedy: "write the day on which it happened",
        ...about,
      }),
    ];
  }
  if (column.max_age === undefined) return [];
  const limit = lengthOf(column.max_age);
  if (!time.isOlder(date, limit)) return [];
  return [
    failed({
      code: "TABLE-OUTDATED",
      problem: `\`${name}\` of \`${row}\` is ${date}, ${time.daysSince(date)} days ago; the limit is ${formatDuration(limit)}`,
      remedy: "do it again and write the day: `<YYYY-MM-DD>`",
      ...about,
    }),
  ];
}

function judgeLink(scope: TableScope, spot: Spot, cell: GridCell): TableFinding[] {
  const { facts, options, context, path } = scope;
  const references = referencesIn(cell.text, cell.links);
  if (references.length === 0)
    return [wrongType(spot, cell, "a link: `[<what it shows>](<path or URL>)`")];
  const about = { path, repository: context.repository ?? null, setting: options.evidence };
  return references.flatMap((reference) => {
    const fault = faultOf(facts, reference, about);
    if (fault === null) return [];
    const told = {
      code: "TABLE-LINK" as const,
      problem: `\`${spot.name}\` of \`${spot.row}\`: ${fault.problem}`,
      remedy: fault.remedy,
      at: cell.at,
      item: `${spot.row}: ${spot.name}`,
    };
    return [fault.reason === "run-open" ? pending(told) : failed(told)];
  });
}

function judgeValue({ row, name, column }: Spot, { text, at }: GridCell): TableFinding[] {
  const allowed = column.one_of;
  if (allowed === undefined || allowed.some((value) => keyOf(value) === keyOf(text))) return [];
  const values = allowed.map((value) => `\`${value}\``).join(", ");
  return [
    failed({
      code: "TABLE-CELL-VALUE",
      problem: `\`${name}\` of \`${row}\` is \`${text}\``,
      remedy: `it must be ${allowed.length === 1 ? "" : "one of "}${values}`,
      at,
      item: `${row}: ${name}`,
    }),
  ];
}
