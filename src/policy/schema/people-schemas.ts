import { z } from "zod";
import { DEFAULTS } from "./defaults.ts";
import { day, duration, login, roleName, team, text } from "./value-schemas.ts";

const role = z
  .strictObject({
    users: z.array(login).optional().describe("Logins, without `@`."),
    teams: z.array(team).optional().describe("Teams, as `organization/team`."),
    permission: z
      .enum(["write", "maintain", "admin"])
      .optional()
      .describe("Everyone with at least this permission."),
  })
  .describe("Users, teams and everyone with the permission, together.");

export const rolesSchema = z
  .record(roleName, role)
  .describe("Who may waive, sign off and decide. A login counts while it has write access.");

const roleNames = z.array(roleName);

export const waiversSchema = z
  .strictObject({
    approvers: roleNames.optional().describe("Roles that may approve waivers."),
    max_days: z
      .int()
      .min(1)
      .max(3660)
      .optional()
      .describe("How many days ahead a waiver may end.")
      .meta({ default: DEFAULTS.max_days }),
  })
  .describe("Recorded, expiring permission to pass in spite of a finding.");

export const policyOwnersSchema = roleNames.describe("Roles that approve changes to this file.");

export const freezeSchema = z
  .array(
    z.strictObject({
      from: day.describe("First day (UTC)."),
      to: day.describe("Last day (UTC), inclusive."),
      reason: text.describe("Shown while it lasts."),
    }),
  )
  .describe("Days on which nothing is promoted.");

export const breakGlassSchema = z
  .strictObject({
    roles: roleNames.min(1).optional().describe("Roles that may use `/gate break-glass`."),
    approvals: z
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe("How many of them it takes.")
      .meta({ default: DEFAULTS.approvals }),
    review_within: duration
      .optional()
      .describe("When the review of it is due.")
      .meta({ default: DEFAULTS.review_within }),
  })
  .describe("Promotion past failing gates in an emergency, recorded and reviewed.");
