import { z } from "zod";
import { evidenceSetting } from "../reading/evidence-target.ts";
import { conditionSetting } from "../settings/condition-setting.ts";

export const REQUIRED_FIELDS = ["owner", "evidence", "done_when", "reviewed"] as const;

export type RequiredField = (typeof REQUIRED_FIELDS)[number];

const fields = z.array(z.enum(REQUIRED_FIELDS));
const notApplicable = z.enum(["free", "signed", "never"]);

const item = z.strictObject({
  id: z
    .string()
    .trim()
    .min(1)
    .describe("Id of the item: the code or bold text that opens it, else its title's slug."),
  title: z.string().min(1).optional().describe("What the item says; used in what to paste."),
  require: fields.optional().describe("Fields the item must carry once it is ticked."),
  na: notApplicable
    .optional()
    .describe(
      "Whether `N/A: <reason>` lets the item pass: `free`, `signed` (by a holder of the role the rule `asks`), `never`.",
    ),
  when: conditionSetting("Fields of the service for which the item is required.").optional(),
});

export const checklistOptions = z.strictObject({
  items: z
    .array(item)
    .min(1)
    .refine(
      (items) => new Set(items.map(({ id }) => id)).size === items.length,
      "one item id stands twice",
    )
    .describe("Items that must be there, by id."),
  heading: z
    .string()
    .min(1)
    .optional()
    .describe("Heading of the section that holds them; goes before the gate's."),
  require: fields.default([]).describe("Fields of every item that does not say itself."),
  na: notApplicable.default("free").describe("`na` of every item that does not say itself."),
  extra: z
    .enum(["ignore", "require"])
    .default("ignore")
    .describe("Whether other items of the section must be ticked too."),
  individual: z
    .boolean()
    .default(false)
    .describe("Whether owners of items must be persons that exist, not teams or bots."),
  evidence: evidenceSetting.optional(),
});

export type ChecklistOptions = z.output<typeof checklistOptions>;

/** What is asked of one item, with the rule's defaults filled in. */
export interface ItemDemand {
  readonly id: string;
  readonly title: string | null;
  readonly require: ReadonlySet<RequiredField>;
  readonly na: z.output<typeof notApplicable>;
}
