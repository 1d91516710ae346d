import { type CheckRunFact, type Fact, known } from "../../model/fact.ts";
import { listIn, parseInstant } from "../answer-data.ts";
import { factOf } from "../failure.ts";
import type { Reading } from "./reading.ts";
import { conclusionOf, type RunData, workflowPath } from "./workflow-runs.ts";

/** A run of a workflow as a fact. What ran on the default branch ran from the file as it stood there. */
export function factOfRun(run: RunData): CheckRunFact {
  return {
    name: run.name ?? workflowPath(run),
    app: "github-actions",
    workflow: workflowPath(run),
    workflowIsDefault: true,
    event: run.event,
    repository: run.repository.full_name,
    headRepository: run.head_repository?.full_name ?? null,
    commit: run.head_sha,
    url: run.html_url,
    startedAt: run.run_started_at === undefined ? null : parseInstant(run.run_started_at),
    completedAt: run.status === "completed" ? parseInstant(run.updated_at) : null,
    conclusion: run.status === "completed" ? conclusionOf(run.conclusion) : null,
  };
}

interface JobData {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly started_at: string | null;
  readonly completed_at: string | null;
  readonly html_url: string | null;
  readonly check_suite: { readonly id: number } | null;
}

/** The job of a name in a run; a workflow may have several. */
export async function readJob(
  run: RunData,
  check_name: string,
  { client, name: { owner, name } }: Reading,
): Promise<Fact<readonly CheckRunFact[]>> {
  const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
  const asked = { owner, repo: name, ref: run.head_sha, check_name, filter: "all", per_page: 100 };
  try {
    const { data } = await client.request(route, asked);
    const jobs = listIn<JobData>(data, "check_runs");
    const own = jobs.filter(({ check_suite }) => check_suite?.id === run.check_suite_id);
    return known(own.map((job) => factOfJob(job, run)));
  } catch (error) {
    return factOf(error);
  }
}

function factOfJob(job: JobData, run: RunData): CheckRunFact {
  const isOver = job.status === "completed";
  return {
    ...factOfRun(run),
    name: job.name,
    url: job.html_url ?? run.html_url,
    startedAt: job.started_at === null ? null : parseInstant(job.started_at),
    completedAt: isOver && job.completed_at !== null ? parseInstant(job.completed_at) : null,
    conclusion: isOver ? conclusionOf(job.conclusion) : null,
  };
}
