import type { Deployment, DeploymentStatus, GateAnswer } from "../../world/deployment.ts";
import { addDeployment, addDeploymentStatus, answerGate } from "../../world/deployments.ts";
import { latest } from "../../world/protection.ts";
import { notFound, Refusal } from "../../world/refusal.ts";
import {
  onRepository,
  page,
  type RepositoryRequest,
  type RestOperation,
  text,
} from "../operation.ts";
import { deploymentShape, deploymentStatusShape, environmentName } from "../shapes/deployment.ts";
import { commitOf } from "./commits.ts";

const read = { permission: "deployments", level: "read" } as const;
const write = { permission: "deployments", level: "write" } as const;
const readActions = { permission: "actions", level: "read" } as const;

/** Deployments, what became of them, and what apps that are asked first say. */
export const deploymentOperations: Readonly<Record<string, RestOperation>> = {
  "repos/list-deployments": onRepository(read, (request) => {
    const { repository, query, shaping } = request;
    const is = (key: string, value: string) => query.get(key) === null || query.get(key) === value;
    const shapes = repository.deployments
      .filter(({ sha, ref, task }) => is("sha", sha) && is("ref", ref) && is("task", task))
      .filter(({ environment }) => is("environment", environment))
      .toReversed()
      .map((one) => deploymentShape(one, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/deployments`);
  }),

  "repos/create-deployment": onRepository(write, async (request) => {
    const { world, repository, body, by, shaping } = request;
    const ref = text(body.ref) ?? "";
    const sha = await commitOf(repository, ref);
    mustHavePassed(request, sha);
    const task = text(body.task);
    const deployment = addDeployment(world, repository, {
      environment: text(body.environment) ?? "production",
      ref,
      sha,
      creator: by,
      description: text(body.description) ?? null,
      payload: body.payload ?? {},
      ...(task !== undefined && { task }),
    });
    return { status: 201, body: deploymentShape(deployment, shaping) };
  }),

  "repos/get-deployment": onRepository(read, (request) => ({
    status: 200,
    body: deploymentShape(deploymentOf(request), request.shaping),
  })),

  "repos/list-deployment-statuses": onRepository(read, (request) => {
    const deployment = deploymentOf(request);
    const shapes = deployment.statuses
      .toReversed()
      .map((one) => deploymentStatusShape(one, deployment, request.shaping));
    const path = `/repos/${request.repository.fullName}/deployments/${deployment.id}/statuses`;
    return page(shapes, request, path);
  }),

  "repos/create-deployment-status": onRepository(write, (request) => {
    const { world, repository, body, by, shaping } = request;
    const deployment = deploymentOf(request);
    const status = addDeploymentStatus(world, repository, deployment, {
      state: body.state as DeploymentStatus["state"],
      creator: by,
      description: text(body.description) ?? "",
      targetUrl: text(body.log_url) ?? text(body.target_url) ?? null,
      environmentUrl: text(body.environment_url) ?? null,
    });
    return { status: 201, body: deploymentStatusShape(status, deployment, shaping) };
  }),

  "actions/review-custom-gates-for-run": onRepository(write, (request) => {
    const { world, repository, parameters, body, token } = request;
    if (token?.kind !== "app") throw new Refusal(403, "You must authenticate via a GitHub App.");
    answerGate(world, repository, {
      run: Number(parameters.run_id),
      environment: text(body.environment_name) ?? "",
      app: token.app,
      state: (text(body.state) ?? null) as GateAnswer["state"] | null,
      comment: text(body.comment) ?? "",
    });
    return { status: 204 };
  }),

  "actions/get-pending-deployments-for-run": onRepository(readActions, (request) => {
    const { repository, parameters, at } = request;
    const run = repository.workflowRuns.find(({ id }) => id === Number(parameters.run_id));
    if (run === undefined) throw notFound();
    const waiting = run.status === "waiting" ? repository.deployments : [];
    const shapes = waiting
      .filter((one) => one.run === run.id)
      .flatMap(({ environment }) => repository.environments.get(environment) ?? [])
      .map((environment) => ({
        environment: environmentName(environment, { repository, at }),
        wait_timer: 0,
        wait_timer_started_at: null,
        current_user_can_approve: false,
        reviewers: [],
      }));
    return { status: 200, body: shapes };
  }),
};

/** All that was said of the commit must be good, unless what must be is named. */
function mustHavePassed({ repository, body }: RepositoryRequest, sha: string): void {
  const wanted = body.required_contexts as readonly string[] | undefined;
  const bad = latest(repository.statusesOf(sha))
    .filter(({ context }) => wanted?.includes(context) ?? true)
    .some(({ state }) => state !== "success");
  if (bad) throw new Refusal(409, `Conflict: Commit status checks failed for ${body.ref}.`);
}

function deploymentOf({ repository, parameters }: RepositoryRequest): Deployment {
  const wanted = Number(parameters.deployment_id);
  const found = repository.deployments.find(({ id }) => id === wanted);
  if (found === undefined) throw notFound();
  return found;
}
