import { z } from "zod";
import { keyOf } from "../../text/key.ts";
import { evidenceSetting } from "../reading/evidence-target.ts";
import { durationSetting } from "../settings/duration-setting.ts";
import { pathSetting } from "../settings/path-setting.ts";

const text = z.string().trim().min(1);

const column = z.strictObject({
  aliases: z.array(text).default([]).describe("Other headers the column may have."),
  type: z
    .enum(["text", "number", "percent", "date", "link", "owner", "bool"])
    .default("text")
    .describe(
      "What a cell holds: a link must lead somewhere, an owner is `@login` or `@org/team`, a bool is yes, no, true or false.",
    ),
  one_of: z.array(text).min(1).optional().describe("The values a cell may have."),
  required: z
    .boolean()
    .default(true)
    .describe("Whether the column must be there and every cell of it be filled."),
  past: z
    .boolean()
    .optional()
    .describe(
      "Whether a date says that something happened, and so may not lie ahead. Already so with `max_age`, and for columns named decided, reviewed, measured or tested.",
    ),
  max_age: durationSetting("Age a date may have at most: `90d`.").optional(),
});

const row = z.strictObject({
  row: text.describe("What the row says in the key column."),
  aliases: z.array(text).default([]).describe("Other names the row may have."),
});

export const tableOptions = z.strictObject({
  heading: text
    .optional()
    .describe("Heading of the section with the table; goes before the gate's."),
  file: pathSetting(
    "A file with the table instead of the readiness document, with `{service}` and `{path}` filled in.",
  )
    .regex(
      /\.(?:md|markdown|csv|ya?ml|json)$/i,
      "not a Markdown, CSV, YAML or JSON file; its name must end in .md, .csv, .yml, .yaml or .json",
    )
    .optional(),
  list: text
    .optional()
    .describe("Where the list is in a YAML or JSON file, such as `systems.downstream`."),
  columns: z
    .record(text, column)
    .refine((columns) => Object.keys(columns).length > 0, "name at least one column")
    .describe("Columns by header."),
  key: text.optional().describe("The column that names a row; the first of `columns` by default."),
  rows: z
    .array(z.union([text, row]))
    .default([])
    .describe("Rows that must be there, by what the key column says."),
  min_rows: z.number().int().min(1).default(1).describe("Rows there must be at least."),
  unique: z.array(text).default([]).describe("Columns in which no value may stand twice."),
  evidence: evidenceSetting.optional(),
});

export type TableOptions = z.output<typeof tableOptions>;

export type ColumnDemand = z.output<typeof column>;

export interface RowDemand {
  readonly row: string;
  /** Names it may have, itself first. */
  readonly names: readonly string[];
}

export function rowDemand(entry: TableOptions["rows"][number]): RowDemand {
  if (typeof entry === "string") return { row: entry, names: [entry] };
  return { row: entry.row, names: [entry.row, ...entry.aliases] };
}

export function keyColumn({ key, columns }: TableOptions): string {
  return key ?? Object.keys(columns)[0] ?? "";
}

const HAPPENED = new Set(["decided", "reviewed", "measured", "tested"]);

/** Whether a date of the column claims that something happened. */
export function isPast(name: string, { past, max_age }: ColumnDemand): boolean {
  return past ?? (max_age !== undefined || HAPPENED.has(keyOf(name)));
}
