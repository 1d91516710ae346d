import { z } from "zod";
import { DEFAULTS } from "./defaults.ts";
import { ruleSchema } from "./rule-schema.ts";
import { condition, day, glob, idOtherThan, kebabId, text } from "./value-schemas.ts";

/** Gates the product itself puts up. */
const RESERVED_GATES = ["freeze", "break-glass"] as const;

export function gateSchema<Extra extends z.ZodRawShape>(extra: Extra) {
  return z
    .strictObject({
      id: idOtherThan(RESERVED_GATES, "gate").describe("Names the gate."),
      enabled: z
        .boolean()
        .optional()
        .describe("`false` drops a gate that a pack or the organization states."),
      title: text.optional().describe("Shown to people. Default: the id as words."),
      heading: text
        .optional()
        .describe(
          "Heading of the readiness document that the gate binds to alone; `Parent > Child` where a title repeats. Without it, a heading that equals the gate's id or title.",
        ),
      require: z
        .union([
          z.enum(["all", "any"]),
          z.strictObject({ at_least: z.int().min(1).describe("How many rules must hold.") }),
        ])
        .optional()
        .describe("How many of its rules must hold.")
        .meta({ default: DEFAULTS.require }),
      depends_on: z
        .array(kebabId)
        .optional()
        .describe("Gates that must pass first; until then this one is pending."),
      changed: z
        .array(glob)
        .min(1)
        .optional()
        .describe(
          "The gate applies only when the pull request changes a path that one of these globs matches. `{service}` and `{path}` are filled in.",
        ),
      when: condition
        .optional()
        .describe(
          "The gate applies only where every field named here has the value, or one of the list.",
        ),
      enforce_from: day.optional().describe("First day (UTC) on which the gate's rules count."),
      rules: z
        .array(ruleSchema(extra))
        .optional()
        .describe("What must hold. Every gate needs some, from this file or another."),
      ...extra,
    })
    .describe("What guards the way into a stage: a titled list of rules.")
    .meta({ id: "gate" });
}
