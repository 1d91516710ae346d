import type { MarkdownDocument, Table } from "../model/document.ts";
import { headingKey } from "../text/key.ts";
import type { Remark } from "./import-plan.ts";

const OPTIONAL = /\b(?:optional|nice[- ]to[- ]have)\b/i;
/** `(N/A)`, `N/A - no queue here`, `~~Cold start~~ n/a` */
const NOT_APPLICABLE = /^n\/a\b|[\s(]n\/a(?:[),:;.]|$)/i;
const DEMAND = /^(?:mandatory|required|must|must have|blocking|blocker)$/;

/** Items and rows that the document lets off, and that are asked like all others. */
export function findExceptions(
  { items }: Pick<MarkdownDocument, "items">,
  tables: ReadonlySet<Table>,
): readonly Remark[] {
  return [
    ...items.flatMap(({ title, at, fields }): Remark[] => {
      if (NOT_APPLICABLE.test(title) && !fields.some(({ name }) => name === "na")) {
        return [
          {
            at,
            problem: "this item says that it does not apply, and is asked like the others",
            help: "write `N/A: <why it is not needed here>` under it",
          },
        ];
      }
      if (!OPTIONAL.test(title)) return [];
      return [
        {
          at,
          problem: "this item says that it is optional, and is asked like the others",
          help: "take it out of the `items` in the policy if it may stay open",
        },
      ];
    }),
    ...[...tables].flatMap(exemptRows),
  ];
}

function exemptRows({ headers, rows }: Table): readonly Remark[] {
  const column = headers.findIndex(({ text }) => DEMAND.test(headingKey(text)));
  const header = headers[column]?.text;
  if (header === undefined) return [];
  return rows.flatMap((row) => {
    const cell = row[column];
    if (cell === undefined || !/^(?:no|n|optional|false)$/i.test(cell.text)) return [];
    return [
      {
        at: cell.at,
        problem: `this row says \`${cell.text}\` under \`${header}\`, and is asked like the others`,
        help: "make it a task item if it may stay open, and leave that out of the `items` in the policy",
      },
    ];
  });
}
