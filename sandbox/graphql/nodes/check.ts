import { nodeId, when, whenever } from "../../rest/shapes/addresses.ts";
import { suiteState } from "../../rest/shapes/check.ts";
import type { App } from "../../world/app.ts";
import type { CheckRun, CheckSuite, CommitStatus, WorkflowRun } from "../../world/check.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import { latest, latestRuns, stateOf } from "../../world/protection.ts";
import { rulesOf } from "../../world/rules-of-branch.ts";
import type { Asking } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { authorNode } from "./actor.ts";
import { commitNode } from "./git-object.ts";
import { repositoryNode } from "./repository.ts";

/** Everything that was said of a commit, and the worst of it; `null` where nothing was. */
export function rollupNode(repository: HostedRepository, sha: string, asking: Asking) {
  const statuses = latest(repository.statusesOf(sha));
  const runs = newestRuns(repository, sha);
  if (statuses.length === 0 && runs.length === 0) return null;
  return {
    __typename: "StatusCheckRollup",
    id: nodeId("StatusCheckRollup", sha),
    state: worst([...statuses.map(({ state }) => state), ...runs.map(stateOf)]),
    commit: () => commitNode(repository, sha, asking),
    contexts: (page: PageArguments) => {
      const nodes = [
        ...runs.map((run) => checkRunNode(repository, run, asking)),
        ...statuses.map((status) => statusNode(repository, sha, status, asking)),
      ];
      const list = connection(nodes, page, "contexts");
      const { length: checkRunCount } = runs;
      return { ...list, checkRunCount, statusContextCount: statuses.length };
    },
  };
}

/** The newest of each name; a workflow that runs for a push and for a pull request is listed twice. */
function newestRuns(repository: HostedRepository, sha: string): readonly CheckRun[] {
  const events = new Map(repository.workflowRuns.map(({ suite, event }) => [suite, event]));
  const key = ({ app, suite, name }: CheckRun) => `${app} ${events.get(suite) ?? ""} ${name}`;
  return [...new Map(repository.runsOf(sha).map((run) => [key(run), run])).values()];
}

/** What several states come to, as GraphQL writes it. */
export function worst(states: readonly CommitStatus["state"][]): string {
  const order = ["failure", "error", "pending"] as const;
  return (order.find((state) => states.includes(state)) ?? "success").toUpperCase();
}

export function statusNode(
  repository: HostedRepository,
  sha: string,
  status: CommitStatus,
  asking: Asking,
) {
  const { id, context, state, description, targetUrl, created, creator, app } = status;
  return {
    __typename: "StatusContext",
    id: nodeId("StatusContext", id),
    context,
    state: state.toUpperCase(),
    description,
    targetUrl,
    createdAt: when(created),
    creator: () => authorNode(creator, asking),
    avatarUrl: () => authorNode(creator, asking)?.avatarUrl ?? null,
    commit: () => commitNode(repository, sha, asking),
    isRequired: isRequired(repository, { context, app }),
  };
}

function checkRunNode(repository: HostedRepository, run: CheckRun, asking: Asking) {
  const { id, name, app, status, conclusion, started, completed } = run;
  const url = `${asking.at.html}/${repository.fullName}/runs/${id}`;
  return {
    __typename: "CheckRun",
    id: nodeId("CheckRun", id),
    databaseId: id,
    name,
    status: status.toUpperCase(),
    conclusion: conclusion?.toUpperCase() ?? null,
    startedAt: when(started),
    completedAt: whenever(completed),
    externalId: run.externalId,
    detailsUrl: run.detailsUrl ?? url,
    permalink: url,
    url,
    resourcePath: new URL(url).pathname,
    title: run.title,
    summary: run.summary,
    text: run.text,
    annotations: (page: PageArguments) => {
      const nodes = run.annotations.map((one, index) => ({
        databaseId: index + 1,
        path: one.path,
        annotationLevel: one.annotation_level.toUpperCase(),
        message: one.message,
        title: one.title ?? null,
        rawDetails: one.raw_details ?? null,
        blobUrl: `${asking.at.html}/${repository.fullName}/blob/${run.head}/${one.path}`,
        location: {
          start: { line: one.start_line, column: one.start_column ?? null },
          end: { line: one.end_line, column: one.end_column ?? null },
        },
      }));
      return connection(nodes, page, "annotations");
    },
    repository: () => repositoryNode(repository, asking),
    checkSuite: () => {
      const suite = repository.suites.find((one) => one.id === run.suite);
      return suite === undefined ? null : checkSuiteNode(repository, suite, asking);
    },
    isRequired: isRequired(repository, { context: name, app }),
  };
}

/** For the pull request that is asked about. */
function isRequired(
  repository: HostedRepository,
  check: { readonly context: string; readonly app: number | null },
) {
  return (asked: { pullRequestNumber?: number | null; pullRequestId?: string | null }) => {
    const pull = repository
      .pulls()
      .find(
        ({ number, id }) =>
          number === asked.pullRequestNumber || nodeId("PullRequest", id) === asked.pullRequestId,
      );
    if (pull === undefined) return false;
    return rulesOf(repository, pull.base).checks.some(
      ({ context, app }) => context === check.context && (app === null || app === check.app),
    );
  };
}

export interface SuiteFilter {
  readonly filterBy?:
    | { readonly appId?: number | null; readonly checkName?: string | null }
    | null
    | undefined;
}

export interface RunFilter {
  readonly filterBy?: {
    readonly appId?: number | null;
    readonly checkName?: string | null;
    readonly checkType?: "ALL" | "LATEST" | null;
  } | null;
}

/** Suites of a commit: of one app, or that hold a run of one name. */
export function suiteNodes(
  repository: HostedRepository,
  sha: string,
  { filterBy }: SuiteFilter,
  asking: Asking,
) {
  const { appId = null, checkName = null } = filterBy ?? {};
  const holds = (suite: CheckSuite) =>
    repository.checkRuns.some(({ suite: of, name }) => of === suite.id && name === checkName);
  return repository.suites
    .filter((suite) => suite.head === sha && (appId === null || suite.app === appId))
    .filter((suite) => checkName === null || holds(suite))
    .map((suite) => checkSuiteNode(repository, suite, asking));
}

function checkSuiteNode(repository: HostedRepository, suite: CheckSuite, asking: Asking) {
  const { id, head, created } = suite;
  const { world, at } = asking;
  const runs = repository.checkRuns.filter((run) => run.suite === id);
  const { status, conclusion } = suiteState(suite.rerequested ? [] : runs);
  const app = world.app(suite.app);
  const url = `${at.html}/${repository.fullName}/commit/${head}/checks?check_suite_id=${id}`;
  const ofRun = repository.workflowRuns.find((one) => one.suite === id);
  return {
    __typename: "CheckSuite",
    id: nodeId("CheckSuite", id),
    databaseId: id,
    status: status.toUpperCase(),
    conclusion: conclusion?.toUpperCase() ?? null,
    createdAt: when(created),
    updatedAt: when(created),
    url,
    resourcePath: new URL(url).pathname,
    app: app === null ? null : appNode(app, asking),
    commit: () => commitNode(repository, head, asking),
    repository: () => repositoryNode(repository, asking),
    checkRuns: ({ filterBy, ...page }: PageArguments & RunFilter) => {
      const { appId = null, checkName = null, checkType = "ALL" } = filterBy ?? {};
      const nodes = (checkType === "LATEST" ? latestRuns(runs) : runs)
        .filter((run) => appId === null || run.app === appId)
        .filter((run) => checkName === null || run.name === checkName)
        .map((run) => checkRunNode(repository, run, asking));
      return connection(nodes, page, "checkRuns");
    },
    // Those of Actions only.
    workflowRun: ofRun === undefined ? null : workflowRunNode(repository, ofRun, asking),
  };
}

function appNode({ id, slug, name }: App, { at }: Asking) {
  const url = `${at.html}/apps/${slug}`;
  return { __typename: "App", id: nodeId("App", id), databaseId: id, slug, name, url };
}

function workflowRunNode(repository: HostedRepository, run: WorkflowRun, { at }: Asking) {
  const { id, workflow, event, number, created, updated } = run;
  const html = `${at.html}/${repository.fullName}`;
  const url = `${html}/actions/runs/${id}`;
  return {
    __typename: "WorkflowRun",
    id: nodeId("WorkflowRun", id),
    databaseId: id,
    event,
    runNumber: number,
    createdAt: when(created),
    updatedAt: when(updated),
    url,
    resourcePath: new URL(url).pathname,
    workflow: {
      __typename: "Workflow",
      id: nodeId("Workflow", workflow.id),
      databaseId: workflow.id,
      name: workflow.name,
      state: workflow.state.toUpperCase(),
      createdAt: when(workflow.created),
      updatedAt: when(workflow.created),
      url: `${html}/actions/workflows/${workflow.path.split("/").at(-1)}`,
      resourcePath: `/${repository.fullName}/actions/workflows/${workflow.path.split("/").at(-1)}`,
    },
    file: {
      __typename: "WorkflowRunFile",
      id: nodeId("WorkflowRunFile", id),
      path: workflow.path,
      repositoryName: repository.fullName,
      repositoryFileUrl: `${html}/blob/${run.head}/${workflow.path}`,
      url: `${url}/workflow`,
      resourcePath: `/${repository.fullName}/actions/runs/${id}/workflow`,
    },
  };
}
