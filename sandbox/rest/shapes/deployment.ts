import type { App } from "../../world/app.ts";
import type {
  Deployment,
  DeploymentGate,
  DeploymentStatus,
  Environment,
} from "../../world/deployment.ts";
import { type Addresses, nodeId, when } from "./addresses.ts";
import type { Shaping } from "./issue.ts";
import { simpleUser } from "./user.ts";

export function deploymentShape(deployment: Deployment, { world, repository, at }: Shaping) {
  const { id, environment, ref, sha, task, payload, description, creator } = deployment;
  const api = `${at.api}/repos/${repository.fullName}`;
  return {
    id,
    node_id: nodeId("Deployment", id),
    url: `${api}/deployments/${id}`,
    ref,
    sha,
    task,
    payload: payload as object,
    environment,
    original_environment: environment,
    transient_environment: false,
    production_environment: environment === "production",
    description,
    creator: simpleUser(world.author(creator), at),
    created_at: when(deployment.created),
    updated_at: when(deployment.updated),
    statuses_url: `${api}/deployments/${id}/statuses`,
    repository_url: api,
  };
}

export function deploymentStatusShape(
  status: DeploymentStatus,
  deployment: Deployment,
  { world, repository, at }: Shaping,
) {
  const { id, state, description, creator, targetUrl, environmentUrl, created } = status;
  const api = `${at.api}/repos/${repository.fullName}`;
  const url = `${api}/deployments/${deployment.id}`;
  const page = `${at.html}/${repository.fullName}/deployments`;
  return {
    id,
    node_id: nodeId("DeploymentStatus", id),
    url: `${url}/statuses/${id}`,
    state,
    description,
    environment: deployment.environment,
    creator: simpleUser(world.author(creator), at),
    target_url: targetUrl ?? page,
    log_url: targetUrl ?? page,
    environment_url: environmentUrl ?? page,
    created_at: when(created),
    updated_at: when(created),
    deployment_url: url,
    repository_url: api,
  };
}

export function environmentShape(environment: Environment, { repository, at }: Shaping) {
  const { id, name, gates, created } = environment;
  return {
    ...environmentName(environment, { repository, at }),
    created_at: when(created),
    updated_at: when(created),
    protection_rules: gates.map((gate) => ({
      id: gate.id,
      node_id: nodeId("GateRule", gate.id),
      type: "custom_deployment_protection_rule",
    })),
    deployment_branch_policy: null,
    id,
    name,
  };
}

export function environmentName(
  { id, name }: Environment,
  { repository, at }: Pick<Shaping, "repository" | "at">,
) {
  const path = encodeURIComponent(name);
  const { fullName } = repository;
  return {
    id,
    node_id: nodeId("Environment", id),
    name,
    url: `${at.api}/repos/${fullName}/environments/${path}`,
    html_url: `${at.html}/${fullName}/deployments/activity_log?environments_filter=${path}`,
  };
}

export function gateShape({ id }: DeploymentGate, app: App, at: Addresses) {
  return { id, node_id: nodeId("GateRule", id), enabled: true, app: gateAppShape(app, at) };
}

export function gateAppShape({ id, slug }: App, at: Addresses) {
  return { id, slug, integration_url: `${at.api}/apps/${slug}`, node_id: nodeId("App", id) };
}
