import { parseDocument } from "../evidence/parse-document.ts";
import type { MarkdownDocument } from "../model/document.ts";
import type { Point } from "../model/place.ts";
import { findHiddenCharacter } from "../text/hidden-characters.ts";
import { keyOf } from "../text/key.ts";
import { type MappedItem, mapItems } from "./checklist-shape.ts";
import { draftGates } from "./draft-gates.ts";
import { findOverlooked } from "./find-overlooked.ts";
import { findRemarks } from "./find-remarks.ts";
import type { ImportRefusal, Planned, Remark } from "./import-plan.ts";
import { insert } from "./insert.ts";
import { findItemEnds } from "./item-ends.ts";
import { findQuestions, groupQuestions } from "./question-shape.ts";
import { type MappedTable, mapTable } from "./table-shape.ts";

/** What it takes to have a document judged. Never throws, and the same text gives the same plan. */
export function planImport(text: string): Planned {
  const hidden = hiddenCharacterIn(text);
  if (hidden !== null) return refused(hidden);
  const parsed = parseDocument({ text, blob: "" });
  if (parsed.state === "error") {
    const { code, problem, remedy, at } = parsed.error;
    return refused({ code: code.toLowerCase(), problem, help: remedy, at });
  }
  const { document } = parsed;
  const early =
    tooMuch(document, document.items) ?? tooMuch(document, document.tables, MOST_TABLES);
  if (early !== null) return refused(early);
  const { ends, boxless, plain, unread } = findItemEnds(text);
  const { items, remarks: ofItems } = mapItems(document, ends);
  const tables = document.tables.map(mapTable);
  const mapped = tables.filter((table): table is MappedTable => "rows" in table);
  const unmapped = tables.filter((table): table is Remark => "problem" in table);
  const found = findQuestions(document);
  const excess = tooMuch(document, [
    ...items.map(({ item }) => item),
    ...mapped.flatMap(({ table }) => table.rows.map(([cell]) => cell ?? table)),
    ...found,
  ]);
  if (excess !== null) return refused(excess);
  const asked = groupQuestions(document, found);
  const drafted = draftGates(document, { items, tables: mapped, questions: asked.groups });
  if (drafted.gates.length === 0) {
    const [why] = [...ofItems, ...unmapped, ...asked.remarks, ...drafted.remarks];
    return refused(why === undefined ? nothingFound(document, text) : nothingMapped(why));
  }

  const insertions = items.flatMap(({ insertion }) => insertion ?? []);
  const edited = insert(text, insertions);
  const fault = faultOf(document, edited, items);
  if (fault !== null) return refused(fault);
  const remarks = [
    ...ofItems,
    ...unmapped,
    ...asked.remarks,
    ...drafted.remarks,
    ...findRemarks(document, { tables: drafted.tables, boxless, unread }),
  ];
  const asks = [...items.map(({ item }) => item), ...drafted.tables];
  const overlooked = findOverlooked(document, plain, {
    asked: new Set(asks.map(({ section }) => section)),
    answers: drafted.answers,
    remarks,
  });
  const rows = [...drafted.tables].reduce((sum, table) => sum + table.rows.length, 0);
  const counts = { items: items.length, rows, questions: drafted.questions };
  const plan = { insertions, text: edited, gates: drafted.gates, counts };
  const told = [...remarks, ...overlooked].toSorted(
    (a, b) => a.at.line - b.at.line || a.at.column - b.at.column,
  );
  return { state: "planned", plan: { ...plan, remarks: told } };
}

function refused(refusal: ImportRefusal): Planned {
  return { state: "refused", refusal };
}

function nothingMapped({ at, problem, help }: Remark): ImportRefusal {
  return {
    code: "nothing-to-import",
    problem: `nothing of the document can be imported: ${problem}`,
    help,
    at,
  };
}

/** More than anybody reads; the policy would be larger than one may be. */
const MOST = 2000;
/** Each is compared with all others. */
const MOST_TABLES = 200;
/** Each is looked for among all headings: some seconds. */
const MOST_STEPS = 1_000_000;

function tooMuch(
  { sections }: MarkdownDocument,
  things: readonly { readonly at: Point }[],
  limit = MOST,
): ImportRefusal | null {
  const most = Math.min(limit, Math.ceil(MOST_STEPS / sections.length));
  const [first] = things.slice(most);
  if (first === undefined) return null;
  const headings = most < limit ? ` under ${sections.length - 1} headings` : "";
  return {
    code: "too-much-to-import",
    problem: `the document has ${things.length} ${limit === MOST ? "items, rows and questions" : "tables"}${headings}; the limit is ${most}`,
    help: "split it, and import what is needed before a promotion",
    at: first.at,
  };
}

function nothingFound({ nearMisses, blocks }: MarkdownDocument, text: string): ImportRefusal {
  const [miss] = nearMisses;
  const at = miss?.at ?? { line: 1, column: 1 };
  return {
    code: "nothing-to-import",
    problem:
      blocks.length === 0
        ? `the document has no text${text.trim() === "" ? "" : " outside of HTML and comments"}`
        : "the document has no task item, no table with a status and no question to import",
    help:
      miss === undefined
        ? "write what must be done as `- [ ] <item>`, and import again"
        : `is line ${at.line} an item? Write it as \`${miss.meant}\`, and import again`,
    at,
  };
}

/** A byte order mark at the very start is fine. */
function hiddenCharacterIn(text: string): ImportRefusal | null {
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const hidden = findHiddenCharacter(text.slice(shift));
  if (hidden === null) return null;
  return {
    code: "hidden-character",
    problem: `the document holds a ${hidden.name}, which nobody sees`,
    help: "take it out, and import again: what nobody sees cannot be judged",
    at: pointAt(text, hidden.index + shift),
  };
}

export function pointAt(text: string, offset: number): Point {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Reads the edited document again: each item must be known by its id, and nothing else differ. */
function faultOf(
  before: MarkdownDocument,
  edited: string,
  items: readonly MappedItem[],
): ImportRefusal | null {
  const parsed = parseDocument({ text: edited, blob: "" });
  if (parsed.state === "error") {
    const { code, problem, remedy, at } = parsed.error;
    return { code: code.toLowerCase(), problem: `with ids, ${problem}`, help: remedy, at };
  }
  const after = parsed.document;
  const spoilt =
    items.find(({ index, id }) => keyOf(after.items[index]?.id ?? "") !== id)?.item ??
    before.items.find((item, index) => {
      const other = after.items[index];
      return other?.ticked !== item.ticked || other.at.line !== item.at.line;
    });
  if (spoilt === undefined && after.items.length === before.items.length) return null;
  return {
    code: "not-markable",
    problem: "no comment can be put behind this item without changing what it says",
    help: "write it more simply, on a line of its own, and import again",
    at: spoilt?.at ?? { line: 1, column: 1 },
  };
}
