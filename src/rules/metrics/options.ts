import { z } from "zod";
import { parseQuantity } from "../../evidence/cell-value.ts";
import { FILLABLE_COLUMNS, LEVELS } from "./columns.ts";
import { nameClashes } from "./kpi-names.ts";

const name = z.string().trim().min(1);

const level = z
  .string()
  .refine(
    (text) => {
      const quantity = parseQuantity(text);
      return quantity.state === "quantity" && quantity.comparator !== null;
    },
    { error: "a level is a comparator, a number and a unit, such as `>= 90 %` or `<= 300 ms`" },
  )
  .optional();

const baseline = z
  .string()
  .refine(
    (text) => {
      const quantity = parseQuantity(text);
      return quantity.state === "quantity" && quantity.comparator === null;
    },
    { error: "a baseline is a number and a unit without a comparator, such as `81 %`" },
  )
  .optional();

/** `5 %` of the baseline, or `2 pp`: percentage points, for KPIs measured in percent. */
export const TOLERANCE = /^(\d{1,3}(?:\.\d{1,6})?) ?(%|pp)$/;

const namedKpi = z.strictObject({
  kpi: name.describe("Its name, as messages spell it"),
  aliases: z.array(name).default([]).describe("Other names the document may use for it"),
});

export const metricsOptions = z
  .strictObject({
    heading: name.optional().describe("Heading of the section that holds the table"),
    file: z
      .string()
      .regex(/\.(ya?ml|json|csv)$/i, "a file of KPIs ends in .yml, .yaml, .json or .csv")
      .optional()
      .describe("A YAML, JSON or CSV file instead of the table of the readiness document"),
    require: z
      .array(z.union([name, namedKpi]))
      .default([])
      .describe(
        "KPIs that must be there. They alone are judged, with those of `set` and `require_layers`; without either list every row is",
      ),
    require_layers: z
      .array(name)
      .default([])
      .describe("Layers that must have a KPI each; all their KPIs are judged"),
    levels: z
      .array(z.enum(LEVELS))
      .default(["minimum"])
      .describe("Levels every judged KPI must have"),
    set: z
      .record(
        name,
        z.strictObject({
          minimum: level.describe("Worse than this fails"),
          target: level.describe("Between minimum and this is `below_target`"),
          stretch: level.describe("Only its order is checked"),
          baseline: baseline.describe("What `no_regression` compares with"),
        }),
      )
      .default({})
      .describe("Levels by KPI that stand above those of the document"),
    below_target: z
      .enum(["warn", "fail", "pass"])
      .default("warn")
      .describe("What an actual between minimum and target means"),
    min_sample: z
      .number()
      .int()
      .positive()
      .optional()
      .describe("The least sample size (`n`) that counts"),
    no_regression: z
      .strictObject({
        tolerance: z
          .string()
          .regex(TOLERANCE, "a tolerance is `5 %` (of the baseline) or `2 pp` (percentage points)")
          .default("0 %")
          .describe(
            "How much worse than its baseline an actual may be: `5 %` of the baseline, or `2 pp` for KPIs in percent",
          ),
      })
      .optional()
      .describe("No actual may be worse than its baseline"),
    require_action: z
      .boolean()
      .default(false)
      .describe("Every judged KPI says what is done when it falls below"),
    require_columns: z
      .array(z.enum(Object.keys(FILLABLE_COLUMNS) as (keyof typeof FILLABLE_COLUMNS)[]))
      .default([])
      .describe("Columns every judged KPI must have filled, such as `alert` or `baseline`"),
  })
  .superRefine((options, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (options.heading !== undefined && options.file !== undefined) {
      refuse(["heading"], "`heading` and `file` exclude each other");
    }
    for (const { path, message } of nameClashes(options)) refuse(path, message);
  });

export type MetricsOptions = z.output<typeof metricsOptions>;
