import { z } from "zod";
import { DEFAULTS } from "./defaults.ts";
import { gateSchema } from "./gate-schema.ts";
import { asGates, asStages } from "./intended-form.ts";
import {
  breakGlassSchema,
  freezeSchema,
  policyOwnersSchema,
  rolesSchema,
  waiversSchema,
} from "./people-schemas.ts";
import { answersSetting, lockedSetting } from "./rule-schema.ts";
import { servicesSchema } from "./services-schema.ts";
import { stageSchema } from "./stage-schema.ts";
import { day, fieldName, fields, glob, kebabId, text } from "./value-schemas.ts";

const issues = z
  .strictObject({
    open: z.boolean().optional().describe("Whether issues are opened at all."),
    max_per_run: z
      .int()
      .min(0)
      .max(100)
      .optional()
      .describe("How many are opened at once; the rest share one roll-up issue."),
    labels: z
      .array(text.max(50))
      .optional()
      .describe("Labels of the issues, beside `stage-gates`, by which they are found."),
    assign: z.boolean().optional().describe("Whether whoever is to act is assigned."),
  })
  .describe("Issues for gaps. While advisory: one roll-up issue only.");

/** Keys that a repository's file and the organization's have in common. */
const policyKeys = {
  version: z
    .literal(1, { error: ({ input }) => (input === undefined ? "add `version: 1`" : "") })
    .describe("Version of this format."),
  extends: z
    .array(text)
    .optional()
    .describe("Packs (`pack:<id>`) that come first; `org` for the organization's file."),
  mode: z
    .enum(["advisory", "enforce"])
    .optional()
    .describe("`advisory` says what it would block and blocks nothing.")
    .meta({ default: DEFAULTS.mode }),
  blocked_as: z
    .enum(["failure", "pending"])
    .optional()
    .describe("What the action writes when gates block.")
    .meta({ default: DEFAULTS.blocked_as }),
  enforce_from: day
    .optional()
    .describe(
      "Where present it decides instead of `mode`: advisory before the day, enforce from it.",
    ),
  stages: z
    .array(stageSchema, { error: asStages })
    .max(20)
    .optional()
    .describe("In order of promotion; a stage also requires the gates of those before it."),
  fields: fields.optional().describe("What `when` sees."),
  services: servicesSchema.optional(),
  roles: rolesSchema.optional(),
  waivers: waiversSchema.optional(),
  policy_owners: policyOwnersSchema.optional(),
  issues: issues.optional().meta({ default: DEFAULTS.issues }),
  comment: z
    .enum(["always", "when-gates-apply", "on-failure", "never"])
    .optional()
    .describe("When the pull request gets a comment.")
    .meta({ default: DEFAULTS.comment }),
  freeze: freezeSchema.optional(),
  break_glass: breakGlassSchema.optional(),
} as const;

/** `.github/stage-gates.yml` of a repository. */
export const repositoryFileSchema = z
  .strictObject({
    ...policyKeys,
    gates: z.array(gateSchema({}), { error: asGates }).optional().describe("What is judged."),
  })
  .describe("Policy of a repository: `.github/stage-gates.yml` on its default branch.");

/** What the organization can take out of the hands of repositories. Gates are locked one by one. */
export const LOCKABLE = [
  "mode",
  "enforce_from",
  "stages",
  "roles",
  "waivers",
  "freeze",
  "break_glass",
  "fields",
  "services",
  "policy_owners",
  "blocked_as",
  "issues",
  "comment",
] as const;

const select = z
  .strictObject({
    repos: z.array(glob).min(1).optional().describe("Globs of repository names."),
    properties: z
      .record(fieldName, z.union([text, z.array(text).min(1)]))
      .optional()
      .describe("Custom properties and the value, or one of the values, each must have."),
  })
  .describe(
    "The repositories this file is for: those that a glob names and those whose properties fit. Default: all.",
  );

const exemption = z.strictObject({
  repos: z.array(glob).min(1).describe("Globs of repository names."),
  gates: z.array(kebabId).min(1).describe("Gates that do not apply to them."),
  reason: text.describe("Shown in every verdict."),
  until: day.describe("Last day (UTC) of the exemption."),
});

/** `stage-gates-org.yml` in the organization's `.github` repository. */
export const organizationFileSchema = z
  .strictObject({
    ...policyKeys,
    gates: z
      .array(gateSchema({ locked: lockedSetting }), { error: asGates })
      .optional()
      .describe("What is judged in every repository."),
    select: select.optional(),
    lock: z
      .array(z.enum(LOCKABLE))
      .optional()
      .describe("Keys that repositories cannot set, also where this file leaves them out."),
    exempt: z.array(exemption).optional().describe("Repositories to which gates do not apply yet."),
  })
  .describe("Policy of an organization: `stage-gates-org.yml` in its `.github` repository.");

/** `pack.yml`. What only its documentation reads is dropped when it is merged. */
export const packFileSchema = z
  .strictObject({
    version: policyKeys.version.optional(),
    title: text.optional(),
    description: text.optional(),
    stages: policyKeys.stages,
    gates: z.array(gateSchema({ answers: answersSetting })).min(1),
    omitted: z.array(z.strictObject({ id: text, why: text })).optional(),
  })
  .describe("Gates taken from one playbook.");
