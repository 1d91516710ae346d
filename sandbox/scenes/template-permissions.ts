import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Permissions } from "../world/token.ts";

const WORKFLOW = new URL("../../templates/workflow.yml", import.meta.url);

/** What the workflow that people copy grants its job. */
export function templatePermissions(): Permissions {
  const { jobs } = parse(readFileSync(WORKFLOW, "utf8")) as {
    readonly jobs: Readonly<Record<string, { readonly permissions: Permissions }>>;
  };
  const [job] = Object.values(jobs);
  if (job === undefined) throw new Error("templates/workflow.yml has no job");
  return job.permissions;
}
