import { isMissing } from "../../evidence/cell-value.ts";
import { matchColumns } from "../../evidence/columns.ts";
import { blocksIn, tablesIn } from "../../evidence/sections.ts";
import type { MarkdownDocument, Section, Table, TextBlock } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { parseIsoDate } from "../../time/date.ts";
import { isFilledIn } from "../reading/filled-in.ts";
import { columnAmbiguous } from "../reading/gate-table.ts";
import { hiddenCharacters } from "../reading/hidden-characters.ts";
import { dayIn } from "./dated-text.ts";
import type { Log, LogEntry } from "./log.ts";
import type { ScheduleFinding } from "./scope.ts";

export const DATE_COLUMNS = {
  Date: ["Date", "Day", "Held", "Held on", "Done", "Done on", "Reviewed", "Reviewed on", "When"],
};

type Entries = Pick<Log, "entries" | "wrong">;

/**
 * Dated entries of a section: rows of tables with a date column, and headings and list items that
 * begin with an ISO date. An unticked box is a plan, no entry.
 */
export function entriesInDocument(
  document: MarkdownDocument,
  path: string,
  section: Section,
): Entries {
  const planned = new Set(
    document.items.filter((item) => !item.ticked).map((item) => item.at.line),
  );
  const found = [
    ...tablesIn(document, section).map((table) => entriesInTable(table, path)),
    ...blocksIn(document, section)
      .filter(({ kind, at }) => kind === "heading" || (kind === "item" && !planned.has(at.line)))
      .map((block) => entryInBlock(block, path)),
  ];
  return {
    entries: found.flatMap(({ entries }) => entries),
    wrong: found.flatMap(({ wrong }) => wrong),
  };
}

export function entriesInTable(table: Table, path: string): Entries {
  const { index, ambiguous } = matchColumns(table, DATE_COLUMNS);
  const position = index.Date;
  const wrong: ScheduleFinding[] = ambiguous.map(({ name, at }) => columnAmbiguous(path, name, at));
  const entries: LogEntry[] = [];
  if (position === undefined) return { entries, wrong };
  for (const row of table.rows) {
    const cell = row[position];
    // A row without its date is one still to come.
    if (cell === undefined || isMissing(cell.text)) continue;
    const hidden = hiddenCharacters(path, row);
    if (hidden.length > 0) {
      wrong.push(...hidden);
      continue;
    }
    const others = row.filter((_, at) => at !== position);
    const says = others.some(({ text }) => isFilledIn(text));
    if (others.length > 0 && !says) continue;
    const at = placeIn(path, cell.at);
    const name = `the date in line ${at.line}`;
    const day = dayIn({ text: cell.text, name, at, item: `${path} ${cell.text}` });
    if (typeof day === "string") entries.push({ day, at });
    else wrong.push(day);
  }
  return { entries, wrong };
}

const DATE_LENGTH = "2026-10-01".length;

function entryInBlock({ kind, text, at }: TextBlock, path: string): Entries {
  const day = parseIsoDate(text.slice(0, DATE_LENGTH));
  const rest = text.slice(DATE_LENGTH);
  if (day === null || /^[\dA-Za-z-]/.test(rest)) return { entries: [], wrong: [] };
  const hidden = hiddenCharacters(path, [{ text, at }]);
  if (hidden.length > 0) return { entries: [], wrong: hidden };
  const said = rest.replace(/^[\s:,.;·–—]+/, "");
  // A heading may be a bare date: what was said stands below it.
  const says = isFilledIn(said) || (kind === "heading" && said === "");
  if (!says) return { entries: [], wrong: [] };
  return { entries: [{ day, at: placeIn(path, at) }], wrong: [] };
}
