import { type Fact, known, type RunConclusion } from "../../model/fact.ts";
import { factOf, failureOf } from "../failure.ts";
import type { Reading } from "./reading.ts";

/** What is used of a workflow run, as REST gives it. */
export interface RunData {
  readonly id: number;
  readonly name?: string | null;
  readonly path: string;
  readonly event: string;
  readonly status: string | null;
  readonly conclusion: string | null;
  readonly head_sha: string;
  readonly check_suite_id?: number;
  readonly html_url: string;
  readonly run_started_at?: string;
  readonly updated_at: string;
  readonly repository: { readonly full_name: string };
  readonly head_repository: { readonly full_name: string } | null;
}

/** The newest hundred runs, of one workflow file or of all. */
export async function readRuns(
  { client, name: { owner, name } }: Reading,
  filter: { readonly head_sha: string } | { readonly branch: string },
  file?: string,
): Promise<Fact<readonly RunData[]>> {
  const asked = { owner, repo: name, per_page: 100, ...filter };
  try {
    const { data } =
      file === undefined
        ? await client.request("GET /repos/{owner}/{repo}/actions/runs", asked)
        : await client.request("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
            ...asked,
            workflow_id: file,
          });
    return known((data as { readonly workflow_runs: readonly RunData[] }).workflow_runs);
  } catch (error) {
    const failure = failureOf(error);
    // A workflow that GitHub does not know has never run.
    return failure.status === 404 ? known([]) : factOf(failure);
  }
}

/** GitHub may write the branch behind it. */
export function workflowPath({ path }: RunData): string {
  return path.replace(/@.*$/, "");
}

const CONCLUSIONS: Readonly<Record<string, RunConclusion>> = {
  success: "success",
  failure: "failure",
  cancelled: "cancelled",
  timed_out: "timed-out",
  skipped: "skipped",
  neutral: "neutral",
  action_required: "action-required",
  stale: "stale",
};

/** What is not known to be anything else is a failure (`startup_failure`, or what GitHub adds one day). */
export function conclusionOf(said: string | null): RunConclusion {
  const conclusion = CONCLUSIONS[(said ?? "").toLowerCase()];
  return conclusion ?? "failure";
}
