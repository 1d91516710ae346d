import { z } from "zod";
import { keyOf } from "../../text/key.ts";

const name = z.string().trim().min(1);

const namedCriterion = z.strictObject({
  criterion: name.describe("Its name, as messages spell it"),
  aliases: z.array(name).default([]).describe("Other names the document may use for it"),
});

export const scoreOptions = z
  .strictObject({
    heading: name.optional().describe("Heading of the section that holds the table"),
    file: z
      .string()
      .regex(/\.(ya?ml|json|csv)$/i, "a file of scores ends in .yml, .yaml, .json or .csv")
      .optional()
      .describe("A YAML, JSON or CSV file instead of the table of the readiness document"),
    criteria: z
      .array(z.union([name, namedCriterion]))
      .min(1)
      .describe("Criteria that must each be scored; others in the table are not judged"),
    scale: z
      .tuple([z.number().int(), z.number().int()])
      .refine(([low, high]) => low < high, "the first number is the smaller one")
      .default([1, 5])
      .describe("Lowest and highest score"),
    floor: z.number().int().default(3).describe("A score under this fails"),
    at_least: z
      .strictObject({
        count: z.number().int().positive().describe("How many criteria"),
        value: z.number().int().describe("The score they have, or more"),
      })
      .optional()
      .describe("Warns when fewer than `count` criteria have at least the score `value`"),
  })
  .superRefine(({ heading, file, criteria, scale, floor, at_least }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const [low, high] = scale;
    const isOff = (value: number) => value < low || value > high;
    if (heading !== undefined && file !== undefined) {
      refuse(["heading"], "`heading` and `file` exclude each other");
    }
    if (isOff(floor)) refuse(["floor"], `the floor lies outside the scale ${low} to ${high}`);
    if (at_least !== undefined && isOff(at_least.value)) {
      refuse(["at_least", "value"], `the value lies outside the scale ${low} to ${high}`);
    }
    if (at_least !== undefined && at_least.count > criteria.length) {
      refuse(["at_least", "count"], `there are only ${criteria.length} criteria`);
    }
    const seen = new Set<string>();
    for (const [index, criterion] of criteria.entries()) {
      for (const key of namesOf(criterion).map(keyOf)) {
        if (seen.has(key)) refuse(["criteria", index], "a name of this criterion stands twice");
        seen.add(key);
      }
    }
  });

export type ScoreOptions = z.output<typeof scoreOptions>;

export type Criterion = ScoreOptions["criteria"][number];

/** The name messages use first, then the aliases. */
export function namesOf(criterion: Criterion): readonly [string, ...string[]] {
  return typeof criterion === "string" ? [criterion] : [criterion.criterion, ...criterion.aliases];
}
