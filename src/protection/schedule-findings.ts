import type { Fact } from "../model/fact.ts";
import type { WorkflowState } from "../model/protection.ts";
import { DAY, formatInstant } from "../time/date.ts";
import { fail, ok, type ProtectionFinding, unknown, warn } from "./finding.ts";

/** GitHub stops schedules of public repositories in which nothing happened for so long. */
const PATIENCE = 60 * DAY;

/** Whether the clock still runs the workflow. */
export function scheduleFindings(
  file: string,
  fact: Fact<WorkflowState> | null,
  now: number,
): readonly ProtectionFinding[] {
  if (fact === null) return [];
  const code = "scheduled-run";
  if (fact.state === "missing") {
    const problem = `whether the clock runs \`${file}\` is not known: ${fact.detail}`;
    const remedy = "add `actions: read` to the token";
    // GitHub answers the same for a file that was only just merged as for one that may not be seen.
    const later = `look again in a minute; if it stays so, ${remedy}`;
    return [unknown(code, problem, fact.reason === "forbidden" ? remedy : later)];
  }
  const { state, lastScheduled } = fact.value;
  const enable = `run \`gh workflow enable ${file.split("/").at(-1)}\``;
  if (state !== "active") {
    return [fail(code, `\`${file}\` is turned off (${state}): nothing is judged`, enable)];
  }
  if (lastScheduled === null) {
    const problem = `the clock has not run \`${file}\` yet`;
    return [warn(code, problem, "look again in an hour: GitHub starts schedules late")];
  }
  const last = formatInstant(lastScheduled);
  if (now - lastScheduled > PATIENCE) {
    return [warn(code, `the clock ran \`${file}\` last at ${last}, over 60 days ago`, enable)];
  }
  return [ok(code, `the clock ran \`${file}\` last at ${last}`)];
}
