import { z } from "zod";
import { DURATION_PATTERN } from "../../time/duration.ts";

const covers = z
  .array(z.string().min(1))
  .describe(
    "Globs of files the role vouches for, beside the gate's section and the files it links; `{service}` and `{path}` are filled in. Only with `valid_while: evidence-unchanged`",
  );

const role = z.string().min(1).describe("Id of a role of the policy");

const asked = z.union([role, z.strictObject({ role, covers: covers.optional() })]);

export const signOffOptions = z.strictObject({
  roles: z
    .array(asked)
    .min(1)
    .refine(
      (roles) =>
        new Set(roles.map((entry) => askedRole(entry).toLowerCase())).size === roles.length,
      "a role stands here twice; each is asked once",
    )
    .describe("Roles that have to sign off, each with what it covers where that differs"),
  via: z
    .array(z.enum(["review", "comment"]))
    .min(1)
    .default(["review", "comment"])
    .describe("How: an approving review, a comment `/gate sign-off <role> <commit>`, or either"),
  distinct_people: z
    .boolean()
    .default(true)
    .describe("Whether each role needs a person of its own"),
  covers: covers
    .optional()
    .describe(
      "What each role covers that does not say so itself; without it, the whole head. `[]` is the gate's section and the files it links",
    ),
  valid_while: z
    .union([
      z.enum(["evidence-unchanged", "head-unchanged"]),
      z
        .string()
        .regex(
          DURATION_PATTERN,
          "neither `evidence-unchanged` nor `head-unchanged` nor a duration such as 12h or 7d",
        ),
    ])
    .default("evidence-unchanged")
    .describe(
      "Until when a sign-off holds: until what it covers changes, until anything is pushed, or for a time, whatever changes meanwhile",
    ),
});

export type SignOffOptions = z.output<typeof signOffOptions>;

export function askedRole(entry: string | { readonly role: string }): string {
  return typeof entry === "string" ? entry : entry.role;
}
