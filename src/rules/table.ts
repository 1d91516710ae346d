import { defineRule } from "./define-rule.ts";
import { isRefused } from "./reading/readiness.ts";
import { TABLE_CODES } from "./table/codes.ts";
import { judgeCell } from "./table/judge-cell.ts";
import { judgeRows } from "./table/judge-rows.ts";
import { keyColumn, tableOptions } from "./table/options.ts";
import { readGrid } from "./table/read-grid.ts";

export const table = defineRule({
  type: "table",
  meta: {
    holdsWhen: "the required rows and typed cells are there",
    why: "A table with a row for every case shows at a glance which case nobody has looked at. An empty cell is such a case.",
    ages: null,
  },
  options: tableOptions,
  reads: ["file", "reference"],
  codes: TABLE_CODES,
  evaluate(facts, options, context) {
    const grid = readGrid(facts, options, context);
    if (grid === null) return [];
    if (isRefused(grid)) return grid.findings;
    const scope = { facts, options, context, path: grid.path };
    const key = keyColumn(options);
    const columns = Object.entries(options.columns);
    const cells = grid.rows.flatMap((row) => {
      const name = row.cells.get(key)?.text ?? "";
      const label = name === "" ? `line ${row.at.line}` : name;
      return columns.flatMap(([column, demand]) => judgeCell(scope, row, label, column, demand));
    });
    return [...judgeRows(grid, options), ...cells];
  },
});
