import { parseDocument } from "../evidence/parse-document.ts";
import type { MarkdownDocument } from "../model/document.ts";
import { keyOf } from "../text/key.ts";
import { type MappedItem, mapItems } from "./checklist-shape.ts";
import { draftGates } from "./draft-gates.ts";
import { findHints } from "./find-hints.ts";
import { findOverlooked } from "./find-overlooked.ts";
import { findRemarks } from "./find-remarks.ts";
import type { ImportRefusal, Planned, Remark } from "./import-plan.ts";
import { insert } from "./insert.ts";
import { findItemEnds } from "./item-ends.ts";
import { findQuestions, groupQuestions } from "./question-shape.ts";
import { hiddenCharacterIn, nothingFound, nothingMapped, tooMuch } from "./refusals.ts";
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
    tooMuch(document, "items, rows and questions", document.items) ??
    tooMuch(document, "tables", document.tables);
  if (early !== null) return refused(early);
  const { ends, boxless, plain, unread } = findItemEnds(text);
  const { items, remarks: ofItems } = mapItems(document, ends);
  const tables = document.tables.map(mapTable);
  const mapped = tables.filter((table): table is MappedTable => "rows" in table);
  const unmapped = tables.filter((table): table is Remark => "problem" in table);
  const found = findQuestions(document);
  const excess = tooMuch(document, "items, rows and questions", [
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
  const told = [...remarks, ...overlooked, ...findHints(document, drafted.answers)].toSorted(
    (a, b) => a.at.line - b.at.line || a.at.column - b.at.column,
  );
  return { state: "planned", plan: { ...plan, remarks: told } };
}

function refused(refusal: ImportRefusal): Planned {
  return { state: "refused", refusal };
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
