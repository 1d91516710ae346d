import { z } from "zod";
import { DATA_PATH } from "../reading/data-path.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const conditions = {
  equals: scalar.optional().describe("The value is this one; text as written"),
  one_of: z.array(scalar).min(1).optional().describe("The value is one of these; text as written"),
  not_in: z
    .array(scalar)
    .min(1)
    .optional()
    .describe("The value is there and none of these; case and width of letters make no difference"),
  min: z.number().optional().describe("The number is at least this"),
  max: z.number().optional().describe("The number is at most this"),
  between: z
    .tuple([z.number(), z.number()])
    .refine(([low, high]) => low <= high, "the first number is the smaller one")
    .optional()
    .describe("The number is at least the first and at most the second"),
  contains_all: z
    .array(scalar)
    .min(1)
    .optional()
    .describe("The list holds each of these; it may hold more"),
  exists: z
    .boolean()
    .optional()
    .describe("`true`: something is filled in there; `false`: there is no such key, or no value"),
};

const path = z
  .string()
  .regex(DATA_PATH, 'a path is keys and positions, such as `caps.per_user` or `alerts[0]["a.b"]`')
  .optional()
  .describe(
    "Where the value stands, such as `caps.per_user` or `alerts[0].name`; without it the whole file or entry",
  );

/** Deep enough for lists in lists in lists; without an end nobody could read the schema. */
const inner = judging(z.strictObject({ path, ...conditions }));
const middle = judging(z.strictObject({ path, ...conditions, for_each: forEach(inner) }));
const outer = judging(z.strictObject({ path, ...conditions, for_each: forEach(middle) }));

function forEach<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .min(1)
    .optional()
    .describe(
      "Assertions for each entry of the list or map, `path` seen from the entry; without entries it fails",
    );
}

/** An assertion without a condition would hold for everything. */
function judging<Schema extends z.ZodType<Assertion>>(schema: Schema) {
  return schema.superRefine((assertion, context) => {
    const { path: _, ...rest } = assertion;
    const named = Object.entries(rest).filter(([, value]) => value !== undefined);
    if (named.length === 0) {
      context.addIssue({
        code: "custom",
        message: "an assertion needs a condition, such as `exists: true`",
      });
    }
    if (assertion.exists === false && named.length > 1) {
      context.addIssue({
        code: "custom",
        path: ["exists"],
        message: "`exists: false` leaves nothing for another condition to judge",
      });
    }
    if (assertion.min !== undefined && assertion.max !== undefined) {
      if (assertion.min > assertion.max) {
        context.addIssue({ code: "custom", path: ["min"], message: "`min` is more than `max`" });
      }
    }
  });
}

export const valuesOptions = z
  .strictObject({
    file: z
      .string()
      .regex(/\.(ya?ml|json|md)$/i, "a data file ends in .yml, .yaml, .json or .md")
      .optional()
      .describe("A YAML or JSON file, or a markdown file for its front matter"),
    front_matter: z
      .literal(true)
      .optional()
      .describe("Judges the front matter of the readiness document"),
    assert: z
      .array(outer)
      .min(1)
      .describe("What must hold. Several conditions of one assertion must all hold"),
  })
  .refine(({ file, front_matter }) => (file === undefined) !== (front_matter === undefined), {
    error: "give one of `file` and `front_matter: true`",
  });

type Scalar = string | number | boolean;

/** One assertion, at any depth. */
export interface Assertion {
  readonly path?: string | undefined;
  readonly equals?: Scalar | undefined;
  readonly one_of?: readonly Scalar[] | undefined;
  readonly not_in?: readonly Scalar[] | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly between?: readonly [number, number] | undefined;
  readonly contains_all?: readonly Scalar[] | undefined;
  readonly exists?: boolean | undefined;
  readonly for_each?: readonly Assertion[] | undefined;
}
