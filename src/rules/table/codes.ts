import type { Finding } from "../../model/finding.ts";
import type { CommonCode } from "../common-codes.ts";

export const TABLE_CODES = {
  "TABLE-ROW-MISSING": "A required row is not in the table",
  "TABLE-ROW-DUPLICATE": "A required row is in the table twice",
  "TABLE-TOO-FEW-ROWS": "The table has fewer rows than required",
  "TABLE-NOT-UNIQUE": "A value stands twice in a column where it may not",
  "TABLE-CELL-MISSING": "A required cell is empty, or a placeholder",
  "TABLE-CELL-TYPE": "A cell is not of the type its column has",
  "TABLE-CELL-VALUE": "A cell has none of the allowed values",
  "TABLE-LINK": "A link leads nowhere, or to what is no evidence",
  "TABLE-FUTURE": "A date claims that something happened on a day that lies ahead",
  "TABLE-OUTDATED": "A date is older than the column's `max_age`",
} as const;

export type TableCode = keyof typeof TABLE_CODES;

export type TableFinding = Finding<TableCode | CommonCode>;
