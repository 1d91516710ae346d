import type {
  CheckAction,
  CheckRun,
  CheckSuite,
  CommitStatus,
  Workflow,
  WorkflowRun,
} from "./check.ts";
import { checkOutput, type RunOutput } from "./check-output.ts";
import { addSuite, suiteOf, tellIfDone } from "./check-suites.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import { invalid, Refusal } from "./refusal.ts";
import { GITHUB_ACTIONS } from "./token.ts";
import type { World } from "./world.ts";

/** GitHub's limit for one context of one commit. */
const MOST_STATUSES = 1000;
const LONGEST_DESCRIPTION = 140;

/** A commit status by a person, or by an app, whose bot is the creator then. */
export function addStatus(
  world: World,
  repository: HostedRepository,
  said: Pick<CommitStatus, "state" | "context" | "creator"> & {
    readonly head: string;
    readonly app?: number | null;
    readonly description?: string | null;
    readonly targetUrl?: string | null;
  },
): CommitStatus {
  const { head, state, context, creator, app = null, description = null, targetUrl = null } = said;
  if (description !== null && description.length > LONGEST_DESCRIPTION) {
    const message = `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`;
    throw invalid("Status", "description", "custom", message);
  }
  const all = repository.statuses.get(head) ?? [];
  if (all.filter((one) => one.context === context).length >= MOST_STATUSES) {
    throw new Refusal(422, "Validation Failed", {
      errors: ["This SHA and context has reached the maximum number of statuses."],
    });
  }
  const id = world.nextId();
  const created = world.tick();
  const status = { id, state, context, description, targetUrl, creator, app, created };
  repository.statuses.set(head, [...all, status]);
  const details = { status };
  world.tell({ name: "status", action: null, repository, sender: creator, subject: head, details });
  return status;
}

export interface RunToAdd extends RunOutput {
  readonly name: string;
  readonly head: string;
  /** Completed unless given. */
  readonly status?: CheckRun["status"];
  /** `success` for one that is completed unless given. */
  readonly conclusion?: string | null;
  readonly externalId?: string;
  readonly detailsUrl?: string | null;
  readonly actions?: readonly CheckAction[];
}

/** A check run by an app, in the one suite that the app has for the commit unless another is given. */
export function addCheckRun(
  world: World,
  repository: HostedRepository,
  said: RunToAdd & { readonly app: number; readonly suite?: CheckSuite },
): CheckRun {
  const { app, head } = said;
  checkOutput(said);
  const suite = said.suite ?? suiteOf(world, repository, { app, head });
  const started = world.tick();
  const status = said.status ?? "completed";
  const run: CheckRun = {
    id: world.nextId(),
    suite: suite.id,
    name: said.name,
    head,
    app,
    status,
    conclusion: status === "completed" ? (said.conclusion ?? "success") : null,
    started,
    completed: status === "completed" ? started : null,
    externalId: said.externalId ?? "",
    detailsUrl: said.detailsUrl ?? null,
    title: said.title ?? null,
    summary: said.summary ?? null,
    text: said.text ?? null,
    annotations: [...(said.annotations ?? [])],
    actions: said.actions ?? [],
  };
  suite.rerequested = false;
  repository.checkRuns.push(run);
  const sender = `${world.app(app)?.slug}[bot]`;
  const action = status === "completed" ? "completed" : "created";
  const details = { run };
  world.tell({ name: "check_run", action, repository, sender, subject: head, details });
  tellIfDone(world, repository, suite);
  return run;
}

/** A run of a workflow, with a check run for each of its jobs. */
export function addWorkflowRun(
  world: World,
  repository: HostedRepository,
  said: {
    /** Where something links to it already. */
    readonly id?: number;
    /** Of the workflow's file, such as `.github/workflows/ci.yml`. */
    readonly path: string;
    readonly name?: string;
    readonly event: string;
    readonly head: string;
    readonly branch?: string | null;
    readonly actor: string;
    readonly status?: CheckRun["status"];
    readonly conclusion?: string | null;
    /** Names of its jobs, or more about them. None unless given. */
    readonly jobs?: readonly (string | Omit<RunToAdd, "head">)[];
  },
): WorkflowRun {
  const { path, event, head, branch = null, actor } = said;
  const workflow = workflowAt(world, repository, path, said.name);
  const suite = addSuite(world, repository, { app: GITHUB_ACTIONS.id, head, branch });
  const status = said.status ?? "completed";
  const created = world.tick();
  const run: WorkflowRun = {
    id: said.id ?? world.nextId(),
    suite: suite.id,
    workflow,
    number: repository.workflowRuns.filter((one) => one.workflow === workflow).length + 1,
    event,
    head,
    branch,
    actor,
    status,
    conclusion: status === "completed" ? (said.conclusion ?? "success") : null,
    created,
    updated: created,
  };
  repository.workflowRuns.push(run);
  for (const job of said.jobs ?? []) {
    const about = typeof job === "string" ? { name: job } : job;
    const own = { status, conclusion: run.conclusion, ...about };
    addCheckRun(world, repository, { ...own, head, app: GITHUB_ACTIONS.id, suite });
  }
  const action = status === "completed" ? "completed" : "requested";
  tellRun(world, repository, run, { action, by: actor });
  return run;
}

/** Ends a run of a workflow; its jobs are check runs, and end by themselves. */
export function finishWorkflowRun(
  world: World,
  repository: HostedRepository,
  run: WorkflowRun,
  { conclusion }: { readonly conclusion: string },
): void {
  Object.assign(run, { status: "completed", conclusion, updated: world.tick() });
  tellRun(world, repository, run, { action: "completed", by: run.actor });
}

function tellRun(
  world: World,
  repository: HostedRepository,
  workflowRun: WorkflowRun,
  { action, by: sender }: { readonly action: string; readonly by: string },
): void {
  const about = { name: "workflow_run", action, sender, subject: workflowRun.head };
  world.tell({ ...about, repository, details: { workflowRun } });
}

/** The workflow of a file, which is known from its first run on. */
function workflowAt(
  world: World,
  repository: HostedRepository,
  path: string,
  name = path.split("/").at(-1) ?? path,
): Workflow {
  const there = repository.workflows.get(path);
  if (there !== undefined) return there;
  const id = world.nextId();
  const workflow: Workflow = { id, path, name, state: "active", created: world.now };
  repository.workflows.set(path, workflow);
  return workflow;
}
