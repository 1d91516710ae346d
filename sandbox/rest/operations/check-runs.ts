import type { App } from "../../world/app.ts";
import type { Annotation, CheckAction, CheckRun, CheckSuite } from "../../world/check.ts";
import { changeCheckRun } from "../../world/check-changes.ts";
import type { RunOutput } from "../../world/check-output.ts";
import { addSuite, rerequestRun, rerequestSuite } from "../../world/check-suites.ts";
import { addCheckRun, type RunToAdd } from "../../world/checks.ts";
import { invalid, notFound, Refusal } from "../../world/refusal.ts";
import {
  onRepository,
  page,
  type RepositoryRequest,
  type RestOperation,
  text,
} from "../operation.ts";
import { annotationShape, checkRunShape, checkSuiteShape } from "../shapes/check.ts";

const read = { permission: "checks", level: "read" } as const;
const write = { permission: "checks", level: "write" } as const;

/** What apps say of commits, and suites of it. Only apps may, and each changes its own. */
export const checkRunOperations: Readonly<Record<string, RestOperation>> = {
  "checks/create": onRepository(write, async (request) => {
    const { world, repository, body, shaping } = request;
    const app = appIn(request);
    const head = await headIn(request);
    const said = { name: text(body.name) ?? "", head, app: app.id, ...saidIn(body) };
    const status = said.conclusion === undefined ? (said.status ?? "queued") : "completed";
    const run = addCheckRun(world, repository, { ...said, status });
    Object.assign(run, timesIn(body));
    return { status: 201, body: checkRunShape(run, shaping) };
  }),

  "checks/update": onRepository(write, (request) => {
    const { world, repository, body, shaping } = request;
    const app = appIn(request);
    const run = runOf(request);
    if (run.app !== app.id) {
      const message = `Invalid app_id \`${app.id}\` - check run can only be modified by the GitHub App that created it.`;
      throw new Refusal(403, message);
    }
    const name = text(body.name);
    const named = name === undefined ? {} : { name };
    changeCheckRun(world, repository, run, { ...named, ...saidIn(body), ...timesIn(body) });
    return { status: 200, body: checkRunShape(run, shaping) };
  }),

  "checks/list-annotations": onRepository(read, (request) => {
    const { repository, shaping } = request;
    const run = runOf(request);
    const shapes = run.annotations.map((one) => annotationShape(one, run, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/check-runs/${run.id}/annotations`);
  }),

  "checks/rerequest-run": onRepository(write, (request) => {
    const { world, repository, by } = request;
    rerequestRun(world, repository, runOf(request), { by });
    return { status: 201, body: {} };
  }),

  "checks/create-suite": onRepository(write, async (request) => {
    const { world, repository, shaping } = request;
    const { id: app } = appIn(request);
    const head = await headIn(request);
    const there = repository.suites.find((one) => one.app === app && one.head === head);
    const suite = there ?? addSuite(world, repository, { app, head, branch: null });
    const status = there === undefined ? 201 : 200;
    return { status, body: await checkSuiteShape(suite, shaping) };
  }),

  "checks/get-suite": onRepository(read, async (request) => ({
    status: 200,
    body: await checkSuiteShape(suiteIn(request), request.shaping),
  })),

  "checks/list-for-suite": onRepository(read, (request) => {
    const { repository, query, shaping } = request;
    const { id } = suiteIn(request);
    const name = query.get("check_name");
    const status = query.get("status");
    const shapes = repository.checkRuns
      .filter((run) => run.suite === id && (name === null || run.name === name))
      .filter((run) => status === null || run.status === status)
      .map((run) => checkRunShape(run, shaping));
    const path = `/repos/${repository.fullName}/check-suites/${id}/check-runs`;
    const answer = page(shapes, request, path);
    return { ...answer, body: { total_count: shapes.length, check_runs: answer.body } };
  }),

  "checks/rerequest-suite": onRepository(write, (request) => {
    const { world, repository, by } = request;
    rerequestSuite(world, repository, suiteIn(request), { by });
    return { status: 201, body: {} };
  }),
};

function appIn({ token }: RepositoryRequest): App {
  if (token?.kind === "app") return token.app;
  throw new Refusal(403, "You must authenticate via a GitHub App.");
}

async function headIn({ repository, body }: RepositoryRequest): Promise<string> {
  const head = text(body.head_sha) ?? "";
  const isThere = /^[0-9a-f]{40}$/.test(head) && (await repository.git.commitObject(head)) !== null;
  if (!isThere) throw new Refusal(422, `No commit found for SHA: ${head}`);
  return head;
}

function runOf({ repository, parameters }: RepositoryRequest): CheckRun {
  const found = repository.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
  if (found === undefined) throw notFound();
  return found;
}

function suiteIn({ repository, parameters }: RepositoryRequest): CheckSuite {
  const found = repository.suites.find(({ id }) => id === Number(parameters.check_suite_id));
  if (found === undefined) throw notFound();
  return found;
}

/** What is in a request, without what is not said. */
function saidIn(body: RepositoryRequest["body"]): Partial<Omit<RunToAdd, "head" | "name">> {
  const { output, actions, status, conclusion } = body;
  if (conclusion === "stale") throw invalid("CheckRun", "conclusion", "invalid");
  if (status === "completed" && conclusion === undefined) {
    throw invalid("CheckRun", "conclusion", "missing_field");
  }
  return {
    ...(status !== undefined && { status: status as CheckRun["status"] }),
    ...(conclusion !== undefined && { conclusion: conclusion as string }),
    ...(body.external_id !== undefined && { externalId: text(body.external_id) ?? "" }),
    ...(body.details_url !== undefined && { detailsUrl: text(body.details_url) ?? null }),
    ...(actions !== undefined && { actions: actions as readonly CheckAction[] }),
    ...(output !== undefined && outputIn(output as Readonly<Record<string, unknown>>)),
  };
}

function outputIn(output: Readonly<Record<string, unknown>>): RunOutput {
  return {
    ...(output.title !== undefined && { title: text(output.title) ?? null }),
    summary: text(output.summary) ?? null,
    text: text(output.text) ?? null,
    annotations: (output.annotations ?? []) as readonly Annotation[],
  };
}

function timesIn(body: RepositoryRequest["body"]) {
  const started = text(body.started_at);
  const completed = text(body.completed_at);
  return {
    ...(started !== undefined && { started: Date.parse(started) }),
    ...(completed !== undefined && { completed: Date.parse(completed) }),
  };
}
