import { z } from "zod";
import { RULE_TYPES } from "../../rules/index.ts";
import { DEFAULTS } from "./defaults.ts";
import { condition, day, duration, kebabId, roleName, text } from "./value-schemas.ts";

const TYPES = RULE_TYPES.map(({ type }) => type);

/** Settings every rule takes, whatever its type. */
export const ruleSettings = {
  id: kebabId.describe("Names the rule within its gate; the reference is `gate/rule`."),
  type: z
    .enum(TYPES)
    .optional()
    .describe("What must hold. May be left out where a pack or the organization states the rule."),
  enabled: z
    .boolean()
    .optional()
    .describe("`false` drops a rule that a pack or the organization states."),
  title: text.optional().describe("Shown to people. Default: the id as words."),
  severity: z
    .enum(["block", "warn"])
    .optional()
    .describe("Whether the rule blocks, or warns only.")
    .meta({ default: DEFAULTS.severity }),
  when: condition
    .optional()
    .describe(
      "The rule counts only where every field named here has the value, or one of the list. Sees `fields` only, never the readiness document.",
    ),
  enforce_from: day.optional().describe("First day (UTC) on which the rule counts."),
  max_age: duration
    .optional()
    .describe("How old the evidence may be: a number and `h`, `d` or `w`."),
  remedy: text.optional().describe("Own words on what to do, shown before the rule's own remedy."),
  asks: roleName.optional().describe("The role that acts when the rule does not hold."),
  waivable: z
    .boolean()
    .optional()
    .describe("Whether a waiver may cover the rule.")
    .meta({ default: DEFAULTS.waivable }),
  issue: z
    .enum(["owner", "runbook", "none"])
    .optional()
    .describe(
      "Which issue is opened for its findings. Default: `owner` for `owners`, else `none`.",
    ),
  controls: z
    .array(text)
    .optional()
    .describe("Controls of a framework that the rule serves, such as `soc2:CC8.1`."),
} as const;

/** Only in the organization's file. */
export const lockedSetting = z
  .boolean()
  .optional()
  .describe(
    "A repository may then only add rules, raise `severity` to `block`, shorten `max_age` and bring `enforce_from` forward.",
  );

/** Only in packs: rows of the playbook's inventory that the gate or rule answers. */
export const answersSetting = z.array(text).min(1).optional();

/** The settings of its type stand beside these and are checked by the type's own schema. */
export function ruleSchema<Extra extends z.ZodRawShape>(extra: Extra) {
  return z
    .looseObject({ ...ruleSettings, ...extra })
    .describe("One thing that must hold.")
    .meta({ id: "rule" });
}
