import type { CheckRun, WorkflowRun } from "../../world/check.ts";
import { notFound } from "../../world/refusal.ts";
import {
  onRepository,
  page,
  type RepositoryRequest,
  type RestAnswer,
  type RestOperation,
} from "../operation.ts";
import {
  checkRunShape,
  checkSuiteShape,
  workflowRunShape,
  workflowShape,
} from "../shapes/check.ts";
import { commitOf } from "./commits.ts";

const readChecks = { permission: "checks", level: "read" } as const;
const readActions = { permission: "actions", level: "read" } as const;

/** Check runs, and the workflow runs that many of them come from. */
export const checkOperations: Readonly<Record<string, RestOperation>> = {
  "checks/list-for-ref": onRepository(readChecks, async (request) => {
    const { repository, parameters, query, shaping } = request;
    const sha = await commitOf(repository, parameters.ref ?? "");
    const name = query.get("check_name");
    const app = query.get("app_id");
    const status = query.get("status");
    const runs = newest(repository.runsOf(sha), query.get("filter") ?? "latest")
      .filter((run) => name === null || run.name === name)
      .filter((run) => app === null || run.app === Number(app))
      .filter((run) => status === null || run.status === status)
      .map((run) => checkRunShape(run, shaping));
    return counted(request, `commits/${parameters.ref}/check-runs`, { check_runs: runs });
  }),

  "checks/get": onRepository(readChecks, ({ repository, parameters, shaping }) => {
    const run = repository.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
    if (run === undefined) throw notFound();
    return { status: 200, body: checkRunShape(run, shaping) };
  }),

  "checks/list-suites-for-ref": onRepository(readChecks, async (request) => {
    const { repository, parameters, query, shaping } = request;
    const sha = await commitOf(repository, parameters.ref ?? "");
    const app = query.get("app_id");
    const suites = repository.suites
      .filter(({ head }) => head === sha)
      .filter((suite) => app === null || suite.app === Number(app));
    const shapes = await Promise.all(suites.map((one) => checkSuiteShape(one, shaping)));
    return counted(request, `commits/${parameters.ref}/check-suites`, { check_suites: shapes });
  }),

  "actions/list-workflow-runs-for-repo": onRepository(readActions, async (request) =>
    listRuns(request, request.repository.workflowRuns, "actions/runs"),
  ),

  "actions/list-workflow-runs": onRepository(readActions, async (request) => {
    const workflow = workflowOf(request);
    const runs = request.repository.workflowRuns.filter((one) => one.workflow === workflow);
    return listRuns(request, runs, `actions/workflows/${request.parameters.workflow_id}/runs`);
  }),

  "actions/get-workflow-run": onRepository(readActions, async (request) => {
    const { repository, parameters, shaping } = request;
    const run = repository.workflowRuns.find(({ id }) => id === Number(parameters.run_id));
    if (run === undefined) throw notFound();
    return { status: 200, body: await workflowRunShape(run, shaping) };
  }),

  "actions/list-repo-workflows": onRepository(readActions, (request) => {
    const { repository, shaping } = request;
    const shapes = [...repository.workflows.values()].map((one) => workflowShape(one, shaping));
    return counted(request, "actions/workflows", { workflows: shapes });
  }),

  "actions/get-workflow": onRepository(readActions, (request) => ({
    status: 200,
    body: workflowShape(workflowOf(request), request.shaping),
  })),
};

async function listRuns(
  request: RepositoryRequest,
  all: readonly WorkflowRun[],
  path: string,
): Promise<RestAnswer> {
  const { query, shaping } = request;
  const is = (key: string, value: string | number | null) =>
    query.get(key) === null || query.get(key) === String(value);
  const wanted = all
    .filter((run) => is("event", run.event) && is("branch", run.branch))
    .filter((run) => is("head_sha", run.head) && is("actor", run.actor))
    .filter((run) => is("status", run.status) || is("status", run.conclusion))
    .filter((run) => is("check_suite_id", run.suite))
    .toReversed();
  const shapes = await Promise.all(wanted.map((run) => workflowRunShape(run, shaping)));
  return counted(request, path, { workflow_runs: shapes });
}

/** The file's name stands for a workflow as well as its id does. */
function workflowOf({ repository, parameters }: RepositoryRequest) {
  const wanted = parameters.workflow_id ?? "";
  const found = [...repository.workflows.values()].find(
    ({ id, path }) => String(id) === wanted || path.split("/").at(-1) === wanted,
  );
  if (found === undefined) throw notFound();
  return found;
}

/** A page of a list under its name, with the length of the whole. */
function counted(
  request: RepositoryRequest,
  path: string,
  named: Readonly<Record<string, readonly unknown[]>>,
): RestAnswer {
  const [[name, list] = ["", []]] = Object.entries(named);
  const answer = page(list, request, `/repos/${request.repository.fullName}/${path}`);
  return { ...answer, body: { total_count: list.length, [name]: answer.body } };
}

/** `latest` keeps one run of a name in each suite. */
function newest(runs: readonly CheckRun[], filter: string): readonly CheckRun[] {
  if (filter === "all") return runs;
  return [...new Map(runs.map((run) => [`${run.suite} ${run.name}`, run])).values()];
}
