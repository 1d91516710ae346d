import { findTable } from "../../evidence/columns.ts";
import type { MarkdownDocument, Section, Table } from "../../model/document.ts";
import type { Finding } from "../../model/finding.ts";
import { placeIn } from "../../model/place.ts";
import { suggest } from "../../text/suggest.ts";
import type { CommonCode } from "../common-codes.ts";
import type { RuleContext } from "../define-rule.ts";
import { errored, failed, pasting } from "../findings.ts";
import { gateSection, isRefused, type Refused, refuse, topOf } from "./readiness.ts";

/** Names of the columns a rule knows, each with the headers it may have, itself included. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

export interface TableQuestion {
  /** The rule's own heading. */
  readonly heading?: string | null;
  readonly columns: ColumnNames;
  /** Columns without which it is not the table. */
  readonly required: readonly string[];
}

export interface GateTable {
  readonly table: Table;
  /** Column name → position in a row; a column that is not required may be missing. */
  readonly index: Readonly<Record<string, number>>;
}

/**
 * The table a rule judges: the one in the gate's section, else, where no heading is set, the only
 * table of the document with these headers.
 */
export function gateTable(
  document: MarkdownDocument,
  path: string,
  context: RuleContext,
  question: TableQuestion,
): Refused | GateTable {
  const bound = gateSection(document, path, context, question.heading ?? null);
  if (isRefused(bound)) return bound;
  const inSection = tableIn(document, path, bound.section, question);
  if (bound.section === null || !isRefused(inSection)) return inSection;
  const headingIsSet = (question.heading ?? context.gate.heading) !== null;
  if (headingIsSet) return inSection;
  const anywhere = tableIn(document, path, null, question);
  return isRefused(anywhere) ? inSection : anywhere;
}

function tableIn(
  document: MarkdownDocument,
  path: string,
  section: Section | null,
  { columns, required }: TableQuestion,
): Refused | GateTable {
  const found = findTable(document, section, columns, [...required]);
  const where = section === null ? `\`${path}\`` : `the section \`${section.heading}\``;
  const place = section === null ? topOf(path) : placeIn(path, section.at);
  switch (found.state) {
    case "found":
      return { table: found.table, index: found.index };
    case "missing":
      return refuse(
        failed({
          code: "TABLE-MISSING",
          problem: `${where} has no table with the columns ${required.map(quoted).join(", ")}`,
          ...pasting("add one:\n", emptyTable(required)),
          at: place,
          item: section?.heading ?? path,
        }),
      );
    case "ambiguous": {
      const lines = found.tables.map((table) => `line ${table.at.line}`).join(", ");
      const second = found.tables[1] ?? found.tables[0];
      return refuse(
        failed({
          code: "TABLE-AMBIGUOUS",
          problem: `${found.tables.length} tables in ${where} fit this rule: ${lines}`,
          remedy: "merge them into one, or name the heading of the one meant in the policy",
          at: second === undefined ? place : placeIn(path, second.at),
          item: section?.heading ?? path,
        }),
      );
    }
    case "columns":
      return refuse(
        ...found.missing.map((name) => columnMissing(path, found.table, name, found.seen)),
        ...found.ambiguous.map(({ name, at }) => columnAmbiguous(path, name, at)),
      );
  }
}

/** Errored, not failed: without its column a rule cannot tell what the table says. */
export function columnMissing(
  path: string,
  table: Pick<Table, "at">,
  name: string,
  seen: readonly string[],
): Finding<CommonCode> {
  const meant = suggest(name, seen);
  const headers = seen.length === 0 ? "none" : seen.map(quoted).join(", ");
  return errored({
    code: "COLUMN-MISSING",
    problem: `the table has no column \`${name}\`; its headers are ${headers}`,
    remedy:
      meant === null
        ? `add a column headed \`${name}\``
        : `add a column headed \`${name}\`, or rename \`${meant}\` if that is it`,
    at: placeIn(path, table.at),
    item: name,
  });
}

export function columnAmbiguous(
  path: string,
  name: string,
  at: readonly { readonly line: number; readonly column: number }[],
): Finding<CommonCode> {
  const spots = at.map((point) => `${point.line}:${point.column}`).join(", ");
  const second = at[1] ?? at[0];
  return failed({
    code: "COLUMN-AMBIGUOUS",
    problem: `${at.length} columns fit \`${name}\`: at ${spots}`,
    remedy: "keep one of them, or give the other a header of its own",
    at: second === undefined ? topOf(path) : placeIn(path, second),
    item: name,
  });
}

/** A table head to paste; its one row holds placeholders and counts as missing. */
function emptyTable(columns: readonly string[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const placeholders = columns.map((column) => `<${column}>`);
  return [row(columns), row(columns.map(() => "---")), row(placeholders)].join("\n");
}

function quoted(text: string): string {
  return `\`${text}\``;
}
