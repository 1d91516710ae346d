import { isMissing } from "../../evidence/cell-value.ts";
import { keyOf } from "../../text/key.ts";
import { suggest } from "../../text/suggest.ts";
import { failed, pasting } from "../findings.ts";
import type { TableFinding } from "./codes.ts";
import type { Grid, GridCell, GridRow } from "./grid.ts";
import { keyColumn, type RowDemand, rowDemand, type TableOptions } from "./options.ts";

/** Past this many, suggestions cost more than they help. */
const SUGGESTED = 20;

/** Which rows there are; what they say is for the cells. */
export function judgeRows(grid: Grid, options: TableOptions): TableFinding[] {
  const key = keyColumn(options);
  return [
    ...judgeRequired(grid, options.rows.map(rowDemand), key),
    ...judgeCount(grid, options.min_rows, key),
    ...options.unique.flatMap((column) => judgeUnique(grid, column)),
  ];
}

function judgeRequired(grid: Grid, demands: readonly RowDemand[], key: string): TableFinding[] {
  const byName = groupBy(grid.rows, key);
  let missing = 0;
  return demands.flatMap((demand) => {
    const rows = [...new Set(demand.names.map(keyOf))].flatMap((name) => byName.get(name) ?? []);
    const [row, second] = rows;
    if (row !== undefined && second === undefined) return [];
    if (second === undefined) {
      missing += 1;
      return [rowMissing(grid, demand, missing > SUGGESTED ? [] : namesIn(grid, key))];
    }
    return [
      failed({
        code: "TABLE-ROW-DUPLICATE" as const,
        problem: `the row \`${demand.row}\` is there ${rows.length} times: lines ${linesOf(rows)}`,
        remedy: "keep one of them",
        at: second.at,
        item: demand.row,
      }),
    ];
  });
}

function rowMissing(grid: Grid, { row }: RowDemand, seen: readonly string[]): TableFinding {
  const meant = suggest(row, seen);
  const hint = meant === null ? "" : `did you mean \`${meant}\`? Rename it, or `;
  return failed({
    code: "TABLE-ROW-MISSING",
    problem: `the table has no row \`${row}\``,
    ...pasting(`${hint}add`, grid.line(row)),
    at: grid.home,
    item: row,
  });
}

function judgeCount(grid: Grid, least: number, key: string): TableFinding[] {
  const count = grid.rows.filter(({ cells }) => !isMissing(cells.get(key)?.text ?? "")).length;
  if (count >= least) return [];
  return [
    failed({
      code: "TABLE-TOO-FEW-ROWS",
      problem: `the table has ${count === 0 ? "no rows" : `${count} of the ${least} rows it needs`}`,
      ...pasting("add", grid.line(`<${key}>`)),
      at: grid.home,
    }),
  ];
}

function judgeUnique(grid: Grid, column: string): TableFinding[] {
  return [...groupBy(grid.rows, column).values()].flatMap((rows) => {
    const [first, second] = rows;
    const cell = first?.cells.get(column);
    if (second === undefined || cell === undefined || isMissing(cell.text)) return [];
    return [
      failed({
        code: "TABLE-NOT-UNIQUE" as const,
        problem: `\`${cell.text}\` stands ${rows.length} times under \`${column}\`: lines ${linesOf(rows)}`,
        remedy: "correct or merge these rows",
        at: (second.cells.get(column) as GridCell).at,
        item: `${column}: ${cell.text}`,
      }),
    ];
  });
}

function groupBy(rows: readonly GridRow[], column: string): Map<string, GridRow[]> {
  const groups = new Map<string, GridRow[]>();
  for (const row of rows) {
    const cell = row.cells.get(column);
    if (cell === undefined) continue;
    const group = groups.get(keyOf(cell.text));
    if (group === undefined) groups.set(keyOf(cell.text), [row]);
    else group.push(row);
  }
  return groups;
}

function namesIn(grid: Grid, key: string): string[] {
  return grid.rows.map(({ cells }) => cells.get(key)?.text ?? "").filter((name) => name !== "");
}

function linesOf(rows: readonly GridRow[]): string {
  return rows.map(({ at }) => at.line).join(" and ");
}
