import { z } from "zod";
import { fields, glob, kebabId, pathTemplate } from "./value-schemas.ts";

const override = z
  .strictObject({
    path: pathTemplate
      .optional()
      .describe("The service's folder, for a service that `from` does not find."),
    readiness: pathTemplate.optional().describe("Path of this service's readiness document."),
    fields: fields.optional().describe("What `when` sees for this service, over `fields`."),
    gates: z
      .array(kebabId)
      .min(1)
      .optional()
      .describe("The gates this service is limited to. Default: all of the stage."),
  })
  .describe("What differs for one service.");

export const servicesSchema = z
  .strictObject({
    from: glob.optional().describe("A glob of folders; each is a service named after it."),
    readiness: pathTemplate
      .optional()
      .describe(
        "Where a service's readiness document is, such as `{path}/READINESS.md`. Default: the first of `READINESS.md`, `docs/readiness.md`, `docs/production-readiness.md`, `PRODUCTION_READINESS.md` in its folder. Without `from` and `override`, of the one service that the repository is.",
      ),
    override: z.record(z.string().min(1).max(255), override).optional().describe("By service."),
    ungoverned: z
      .array(glob)
      .optional()
      .describe(
        "Paths that belong to no service. All others that no service claims belong to all.",
      ),
  })
  .describe("The services of a repository that holds several.");
