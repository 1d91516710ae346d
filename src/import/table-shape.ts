import { isMissing } from "../evidence/cell-value.ts";
import type { Cell, Table } from "../model/document.ts";
import { headingKey, keyOf } from "../text/key.ts";
import type { Remark } from "./import-plan.ts";
import { isBox, standingOf } from "./status-words.ts";

export interface MappedTable {
  readonly table: Table;
  readonly key: string;
  /** The columns to be filled in each row, the key first, with what their cells may say. */
  readonly columns: Readonly<Record<string, { readonly one_of?: readonly string[] }>>;
  readonly rows: readonly string[];
}

const STATUS =
  /^(?:status|state|done|complete|completed|completion|ready|readiness|ok|pass|passed|met|implemented|verified|compliant|in place|pass fail|yes no|y n|signed off|✅|✔|☑|✓)$/u;
/** Also names of what is checked: only what the cells say tells. */
const PERHAPS_STATUS = /^(?:check|checked|result|response|answer|compliance|outcome)$/u;
const ANSWER = /^(?:answer|answers|response|responses|reply|evidence|findings?|result|results)$/u;
const TIERS = /^(?:(?:service )?(?:tier|level|class|criticality) ?[a-d\d]?s?|tiers|[tpl]\d)$/u;
const NUMBER = /^(?:|#|no|nr|num|number|id|ref)$/u;

/** A table whose rows each say what is done, or why it is none that can be judged. */
export function mapTable(table: Table): MappedTable | Remark {
  const { headers, rows } = table;
  const columns = headers.map(({ text }, index) => ({
    name: text,
    key: headingKey(text),
    isTier: isTierColumn({ text }),
    index,
    cells: rows.map((row) => row[index]?.text ?? ""),
  }));
  const statuses = columns.filter((column) => !column.isTier && isStatus(column));
  const answers = columns.filter(({ key }) => ANSWER.test(key));
  const judged = statuses.length > 0 ? statuses : answers;
  if (rows.length === 0) return none(table, "it has no rows", "fill it in, and import again");
  if (judged.length === 0) return nothingToJudge(table);
  const twice = firstRepeated(headers);
  if (twice !== undefined) {
    const problem = `two of its columns are headed \`${twice.text}\``;
    return none({ at: twice.at }, problem, "rename one of them, and import again");
  }
  const named = columns.filter((column) => !judged.includes(column) && !column.isTier);
  const key = [...named.filter(isName), ...named].find(({ name, cells }) => {
    const keys = cells.map(keyOf);
    return name !== "" && !cells.some(isMissing) && new Set(keys).size === keys.length;
  });
  if (key === undefined) return noNames(table, named.find(isName) ?? named[0]);
  const merged = rows.flatMap((row) => judged.flatMap(({ index }) => row[index] ?? []));
  const several = merged.find(({ text }) => (text.match(/\[[ xX]?\]|[☐☑✅❌]/gu) ?? []).length > 1);
  if (several !== undefined) {
    const problem = `a cell of it holds several boxes: \`${several.text}\``;
    return none({ at: several.at }, problem, "give each a row of its own, and import again");
  }
  return {
    table,
    key: key.name,
    columns: Object.fromEntries([
      [key.name, {}],
      ...judged.map(({ name, cells }) => [
        name,
        statuses.length > 0 ? { one_of: doneWords(cells) } : {},
      ]),
    ]),
    rows: key.cells,
  };
}

interface Written {
  readonly key: string;
  readonly cells: readonly string[];
}

function isName({ key, cells }: Written): boolean {
  return !NUMBER.test(key) && !cells.every((cell) => /^[\d.)#]*$/.test(cell));
}

function isStatus({ key, cells }: Written): boolean {
  if (STATUS.test(key)) return true;
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0) return false;
  if (filled.every(isBox)) return true;
  return PERHAPS_STATUS.test(key) && filled.every((cell) => standingOf(cell) !== "unknown");
}

/** The words for "done" that the column uses, and one that a reader would write there. */
function doneWords(cells: readonly string[]): readonly string[] {
  const filled = cells.filter((cell) => cell !== "");
  const seen = filled.filter((cell) => standingOf(cell) === "done");
  const usual = filled.some((cell) => cell.startsWith("["))
    ? "[x]"
    : filled.some(isBox)
      ? "✅"
      : filled.some((cell) => /^(?:yes|no|y|n)$/i.test(cell))
        ? "Yes"
        : "Done";
  const words = new Map([...seen, usual].map((word) => [keyOf(word), word]));
  return [...words.values()];
}

function nothingToJudge(table: Table): Remark {
  const tiers = table.headers.filter(isTierColumn);
  if (tiers.length === 0) {
    const problem = "none of its columns says whether a row is done";
    return none(table, problem, "add a column `Status` if its rows are to be judged");
  }
  const names = tiers.map(({ text }) => `\`${text}\``).join(", ");
  return none(
    table,
    `it says for which tiers its rows are meant (${names}), but not whether they are done`,
    "add a column `Status`; make what only some tiers need a task item, and give it `when: {tier: <tier>}` in the policy",
  );
}

function noNames(
  table: Table,
  column: { readonly name: string; readonly index: number } | undefined,
): Remark {
  if (column === undefined) {
    return none(table, "it has no column that names its rows", "add one, and import again");
  }
  const cells = table.rows.map((row): Cell | undefined => row[column.index]);
  const empty = cells.findIndex((cell) => isMissing(cell?.text ?? ""));
  if (empty !== -1) {
    const at = table.rows[empty]?.[0]?.at ?? table.at;
    const problem = `a row of it has nothing under \`${column.name}\`: it is a title, or goes on with the row above`;
    return none({ at }, problem, "give each row a name, or make several tables, and import again");
  }
  const second = firstRepeated(cells.flatMap((cell) => cell ?? []));
  const problem = `two of its rows are named \`${second?.text ?? ""}\` under \`${column.name}\``;
  return none({ at: second?.at ?? table.at }, problem, "rename one of them, and import again");
}

/** The first cell that says what one before it says. */
function firstRepeated(cells: readonly Cell[]): Cell | undefined {
  const seen = new Set<string>();
  return cells.find(({ text }) => {
    const key = keyOf(text);
    return seen.has(key) || !seen.add(key);
  });
}

/** A column that says for which tiers a row is meant. */
export function isTierColumn({ text }: Pick<Cell, "text">): boolean {
  return TIERS.test(headingKey(text));
}

function none({ at }: Pick<Table, "at">, why: string, help: string): Remark {
  return { at, problem: `the table is not mapped: ${why}`, help };
}
