import { z } from "zod";
import { DEFAULTS } from "./defaults.ts";
import { branch, glob, idOtherThan, kebabId, text } from "./value-schemas.ts";

/** `stage-gates / policy` is the check on changes of the policy itself. */
const RESERVED_STAGES = ["policy"] as const;

export const stageSchema = z
  .strictObject({
    id: idOtherThan(RESERVED_STAGES, "stage").describe(
      "Names the stage; the check on GitHub is `stage-gates / <id>`.",
    ),
    branches: z
      .array(branch)
      .min(1)
      .max(50)
      .optional()
      .describe(
        "Branches, or globs of branches, that pull requests into this stage merge into. Every stage needs some, from this file or another.",
      ),
    paths: z
      .array(glob)
      .min(1)
      .optional()
      .describe("Only pull requests that touch such a path. Default: all."),
    environments: z
      .array(text.max(255))
      .min(1)
      .max(50)
      .optional()
      .describe(
        "Environments of GitHub that are deployed to from this stage's branches; the app answers their deployment protection rule. Default: the one called as the stage.",
      ),
    gates: z.array(kebabId).optional().describe("Ids of the gates on the way in. Default: all."),
    cumulative: z
      .boolean()
      .optional()
      .describe("Whether the gates of the stages before it are required too.")
      .meta({ default: DEFAULTS.cumulative }),
  })
  .describe("A place code can be promoted to.")
  .meta({ id: "stage" });
