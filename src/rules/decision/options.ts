import { z } from "zod";

export const decisionOptions = z.strictObject({
  path: z
    .string()
    .min(1)
    .default("decisions/*.md")
    .describe("Glob of the records; `{service}` and `{path}` are filled in"),
  of: z
    .string()
    .min(1)
    .optional()
    .describe("What is decided: only records with this `of` count. Without it, all records do"),
  outcomes: z
    .record(z.string().min(1), z.enum(["pass", "conditional", "fail"]))
    .default({
      go: "pass",
      "conditional-go": "conditional",
      scale: "pass",
      improve: "fail",
      revalidate: "fail",
      stop: "fail",
    })
    .describe("What each outcome a record may state makes of this rule; any other fails"),
  require: z
    .array(z.enum(["decider", "decided", "rationale", "actions"]))
    .default(["decider", "decided", "rationale"])
    .describe("Parts the record that decides must have; `decided` is needed in any case"),
  decider_role: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Role of the policy: a record that is not on the base branch counts once somebody who holds it approves the pull request",
    ),
});

export type DecisionOptions = z.output<typeof decisionOptions>;
