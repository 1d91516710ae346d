import type { Annotation, CheckRun, CheckSuite, Workflow, WorkflowRun } from "../../world/check.ts";
import { addressed, nodeId, when, whenever } from "./addresses.ts";
import type { Shaping } from "./issue.ts";
import { minimalRepository } from "./repository.ts";
import { appShape, simpleUser } from "./user.ts";

export function checkRunShape(run: CheckRun, shaping: Shaping) {
  const { world, repository, at } = shaping;
  const { id, head, name, status, conclusion, started, completed, externalId, detailsUrl } = run;
  const url = `${at.api}/repos/${repository.fullName}/check-runs/${id}`;
  const app = world.app(run.app);
  const html_url = `${at.html}/${repository.fullName}/runs/${id}`;
  return {
    id,
    node_id: nodeId("CheckRun", id),
    head_sha: head,
    external_id: externalId,
    name,
    url,
    html_url,
    details_url: detailsUrl ?? html_url,
    status,
    conclusion,
    started_at: when(started),
    completed_at: whenever(completed),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite },
    app: app === null ? null : appShape(app, at),
    pull_requests: pullsWithHead(head, shaping),
  };
}

export function annotationShape(annotation: Annotation, run: CheckRun, shaping: Shaping) {
  const { repository, at } = shaping;
  const { start_column = null, end_column = null, title = null, raw_details = null } = annotation;
  const blob_href = `${at.html}/${repository.fullName}/blob/${run.head}/${annotation.path}`;
  return { ...annotation, start_column, end_column, title, raw_details, blob_href };
}

/** Open pull requests of the repository's own branches; those of forks GitHub leaves out. */
function pullsWithHead(sha: string, { repository, at }: Shaping) {
  const { id, name, fullName } = repository;
  const api = `${at.api}/repos/${fullName}`;
  const repo = { id, name, url: api };
  return repository
    .pulls()
    .filter((pull) => pull.state === "open" && pull.headSha === sha)
    .filter((pull) => pull.head.repository === fullName)
    .map((pull) => ({
      id: pull.id,
      number: pull.number,
      url: `${api}/pulls/${pull.number}`,
      head: { ref: pull.head.branch, sha, repo },
      base: { ref: pull.base, sha: pull.baseSha, repo },
    }));
}

export async function checkSuiteShape(suite: CheckSuite, shaping: Shaping) {
  const { world, repository, at } = shaping;
  const { id, head, branch, created } = suite;
  const url = `${at.api}/repos/${repository.fullName}/check-suites/${id}`;
  const runs = repository.checkRuns.filter((run) => run.suite === id);
  const app = world.app(suite.app);
  return {
    id,
    node_id: nodeId("CheckSuite", id),
    head_branch: branch,
    head_sha: head,
    ...suiteState(suite.rerequested ? [] : runs),
    url,
    before: null,
    after: head,
    pull_requests: pullsWithHead(head, shaping),
    app: app === null ? null : appShape(app, at),
    created_at: when(created),
    updated_at: when(created),
    head_commit: await simpleCommit(head, shaping),
    repository: minimalRepository(repository, world, at),
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
  };
}

/** Done when all its runs are, and passed when none failed. */
export function suiteState(runs: readonly CheckRun[]) {
  if (runs.some(({ status }) => status !== "completed") || runs.length === 0) {
    return { status: "queued", conclusion: null };
  }
  const bad = runs.find(({ conclusion }) => !PASSES.has(conclusion));
  return { status: "completed", conclusion: bad === undefined ? "success" : bad.conclusion };
}

const PASSES: ReadonlySet<string | null> = new Set(["success", "neutral", "skipped"]);

export function workflowShape(workflow: Workflow, { repository, at }: Shaping) {
  const { id, name, path, state, created } = workflow;
  const html = `${at.html}/${repository.fullName}`;
  return {
    id,
    node_id: nodeId("Workflow", id),
    name,
    path,
    state,
    created_at: when(created),
    updated_at: when(created),
    url: `${at.api}/repos/${repository.fullName}/actions/workflows/${id}`,
    html_url: `${html}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${html}/workflows/${encodeURIComponent(name)}/badge.svg`,
  };
}

export async function workflowRunShape(run: WorkflowRun, shaping: Shaping) {
  const { world, repository, at } = shaping;
  const { id, suite, workflow, head, created, updated } = run;
  const api = `${at.api}/repos/${repository.fullName}`;
  const actor = simpleUser(world.author(run.actor), at);
  const commit = await simpleCommit(head, shaping);
  const hosted = minimalRepository(repository, world, at);
  return {
    id,
    name: workflow.name,
    node_id: nodeId("WorkflowRun", id),
    head_branch: run.branch,
    head_sha: head,
    path: workflow.path,
    display_title: commit?.message.split("\n")[0] ?? workflow.name,
    run_number: run.number,
    run_attempt: 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflow.id,
    check_suite_id: suite,
    check_suite_node_id: nodeId("CheckSuite", suite),
    pull_requests: pullsWithHead(head, shaping),
    created_at: when(created),
    updated_at: when(updated),
    run_started_at: when(created),
    actor,
    triggering_actor: actor,
    html_url: `${at.html}/${repository.fullName}/actions/runs/${id}`,
    check_suite_url: `${api}/check-suites/${suite}`,
    workflow_url: `${api}/actions/workflows/${workflow.id}`,
    previous_attempt_url: null,
    ...addressed(`${api}/actions/runs/${id}`, {
      url: "",
      jobs_url: "/jobs",
      logs_url: "/logs",
      artifacts_url: "/artifacts",
      cancel_url: "/cancel",
      rerun_url: "/rerun",
    }),
    head_commit: commit,
    repository: hosted,
    head_repository: hosted,
  };
}

/** A commit as it stands inside other things. */
export async function simpleCommit(sha: string, { repository }: Shaping) {
  const commit = await repository.git.commitObject(sha);
  if (commit === null) return null;
  const { tree, message, author, committer } = commit;
  return {
    id: sha,
    tree_id: tree,
    message,
    timestamp: when(author.at),
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}
