import type { Cell } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import type { RuleContext } from "../define-rule.ts";
import { type ColumnNames, gateTable } from "../reading/gate-table.ts";
import { isRefused, type Refused, readReadiness } from "../reading/readiness.ts";
import type { OwnersOptions } from "./options.ts";
import type { OwnerCell, OwnerRows } from "./owner-row.ts";

export const OWNER_COLUMNS: ColumnNames = {
  Role: ["Role", "Area", "Responsibility"],
  Owner: ["Owner", "Owners", "Named owner", "Held by"],
  Backup: ["Backup", "Deputy", "Substitute"],
  Escalation: ["Escalation", "Escalation path", "Escalate to"],
};

export function tableRows(
  facts: FactReader<"file">,
  options: OwnersOptions,
  context: RuleContext,
): null | Refused | OwnerRows {
  const read = readReadiness(facts, context);
  if (read === null || isRefused(read)) return read;
  const { document, path } = read;
  const required = [
    "Role",
    "Owner",
    ...(options.backup === "required" ? ["Backup"] : []),
    ...(options.escalation === "required" ? ["Escalation"] : []),
  ];
  const found = gateTable(document, path, context, {
    heading: options.heading ?? null,
    columns: OWNER_COLUMNS,
    required,
  });
  if (isRefused(found)) return found;
  const { table, index } = found;
  const cellOf = (row: readonly Cell[], column: string): OwnerCell | null => {
    const cell = row[index[column] ?? -1];
    return cell === undefined ? null : { text: cell.text, at: placeIn(path, cell.at) };
  };
  return {
    rows: table.rows.map((row) => ({
      role: cellOf(row, "Role")?.text ?? "",
      at: placeIn(path, row[0]?.at ?? table.at),
      owner: cellOf(row, "Owner"),
      backup: cellOf(row, "Backup"),
      escalation: cellOf(row, "Escalation"),
    })),
    home: placeIn(path, table.at),
    line: (role) =>
      `| ${table.headers.map((_, position) => placeholder(role, position, index)).join(" | ")} |`,
    remarks: [],
  };
}

function placeholder(
  role: string,
  position: number,
  index: Readonly<Record<string, number>>,
): string {
  if (position === index.Role) return role;
  if (position === index.Owner || position === index.Backup) return "@<login>";
  return position === index.Escalation ? "<where to escalate to>" : "…";
}
