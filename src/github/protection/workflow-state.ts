import { type Fact, known, missing } from "../../model/fact.ts";
import type { WorkflowState } from "../../model/protection.ts";
import { dataAt, parseInstant } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { failureOf } from "../failure.ts";

/** Whether GitHub runs a workflow, and when the clock did so last. */
export async function readWorkflowState(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  /** Path of its file. */
  file: string,
): Promise<Fact<WorkflowState>> {
  const asked = { owner, repo: name, workflow_id: file.split("/").at(-1) };
  const route = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}";
  try {
    const [workflow, runs] = await Promise.all([
      client.request(route, asked),
      client.request(`${route}/runs`, { ...asked, event: "schedule", per_page: 1 }),
    ]);
    const [last] = (dataAt(runs.data, "workflow_runs") ?? []) as readonly {
      readonly created_at: string;
    }[];
    return known({
      state: String(dataAt(workflow.data, "state")),
      lastScheduled: last === undefined ? null : parseInstant(last.created_at),
    });
  } catch (error) {
    const { reason, message, status } = failureOf(error);
    // A file that was only just merged, or a token that may not look.
    return missing(reason, status === 404 ? "GitHub knows no such workflow" : message);
  }
}
