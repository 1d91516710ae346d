import { type Fact, known, missing, type RunConclusion } from "../../model/fact.ts";
import { listIn } from "../answer-data.ts";
import type { RestResponse } from "../client.ts";
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

const PER_PAGE = 100;
const MOST_PAGES = 10;

/** These runs of a commit. All of them: one that is not known could be the one that failed. */
export async function readRunsOf(
  { client, name: { owner, name } }: Reading,
  head_sha: string,
  ids: ReadonlySet<number>,
): Promise<Fact<ReadonlyMap<number, RunData>>> {
  const found = new Map<number, RunData>();
  const asked = { owner, repo: name, per_page: PER_PAGE, head_sha };
  try {
    for (let page = 1; page <= MOST_PAGES && found.size < ids.size; page += 1) {
      const route = "GET /repos/{owner}/{repo}/actions/runs";
      const runs = runsIn(await client.request(route, { ...asked, page }));
      for (const run of runs) if (ids.has(run.id)) found.set(run.id, run);
      if (runs.length < PER_PAGE) break;
    }
  } catch (error) {
    return factOf(error);
  }
  return found.size === ids.size
    ? known(found)
    : missing("unreadable", "GitHub does not list all workflow runs of the head");
}

/** Only who may write here starts these on a branch; a fork's pull request never does. */
const BRANCH_EVENTS = ["push", "schedule"] as const;

/**
 * The newest runs of a workflow file on a branch, by push and by schedule; others only where there is
 * none of these. Asked for by event: a hundred pull requests of forks from branches of the same name
 * would leave no room for them otherwise.
 */
export async function readBranchRunsOf(
  { client, name: { owner, name } }: Reading,
  branch: string,
  workflow_id: string,
): Promise<Fact<readonly RunData[]>> {
  const route = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
  const about = { owner, repo: name, per_page: PER_PAGE, branch, workflow_id };
  const ask = async (event?: string) =>
    runsIn(await client.request(route, event === undefined ? about : { ...about, event }));
  try {
    const runs = (await Promise.all(BRANCH_EVENTS.map(ask))).flat();
    return known(runs.length > 0 ? runs : await ask());
  } catch (error) {
    const failure = failureOf(error);
    // A workflow that GitHub does not know has never run.
    return failure.status === 404 ? known([]) : factOf(failure);
  }
}

function runsIn({ data }: RestResponse): readonly RunData[] {
  return listIn<RunData>(data, "workflow_runs");
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
