import type { DeploymentGate, Environment } from "../../world/deployment.ts";
import { addGate, environmentOf, mayGate } from "../../world/deployments.ts";
import { notFound } from "../../world/refusal.ts";
import { onRepository, page, type RepositoryRequest, type RestOperation } from "../operation.ts";
import { environmentShape, gateAppShape, gateShape } from "../shapes/deployment.ts";

const read = { permission: "actions", level: "read" } as const;
const administer = { permission: "administration", level: "write", access: "admin" } as const;

/** Where is deployed to, and which apps are asked before. */
export const environmentOperations: Readonly<Record<string, RestOperation>> = {
  "repos/get-all-environments": onRepository(read, (request) => {
    const { repository, shaping } = request;
    const all = [...repository.environments.values()];
    const shapes = all.map((one) => environmentShape(one, shaping));
    const answer = page(shapes, request, `/repos/${repository.fullName}/environments`);
    return { ...answer, body: { total_count: all.length, environments: answer.body } };
  }),

  "repos/get-environment": onRepository(read, (request) => ({
    status: 200,
    body: environmentShape(environmentIn(request), request.shaping),
  })),

  "repos/create-or-update-environment": onRepository(administer, (request) => {
    const { world, repository, parameters, shaping } = request;
    const made = environmentOf(world, repository, parameters.environment_name ?? "");
    return { status: 200, body: environmentShape(made, shaping) };
  }),

  "repos/delete-an-environment": onRepository(administer, (request) => {
    request.repository.environments.delete(environmentIn(request).name);
    return { status: 204 };
  }),

  "repos/get-all-deployment-protection-rules": onRepository(read, (request) => {
    const { gates } = environmentIn(request);
    const shapes = gates.map((gate) => shown(gate, request));
    const body = { total_count: gates.length, custom_deployment_protection_rules: shapes };
    return { status: 200, body };
  }),

  "repos/create-deployment-protection-rule": onRepository(administer, (request) => {
    const { world, repository, body } = request;
    const { name: environment } = environmentIn(request);
    const app = world.app(Number(body.integration_id));
    if (app === null) throw notFound();
    const gate = addGate(world, repository, { environment, app });
    return { status: 201, body: shown(gate, request) };
  }),

  "repos/get-custom-deployment-protection-rule": onRepository(read, (request) => ({
    status: 200,
    body: shown(gateIn(request), request),
  })),

  "repos/disable-deployment-protection-rule": onRepository(administer, (request) => {
    const { gates } = environmentIn(request);
    gates.splice(gates.indexOf(gateIn(request)), 1);
    return { status: 204 };
  }),

  "repos/list-custom-deployment-rule-integrations": onRepository(administer, (request) => {
    const { world, repository, at } = request;
    environmentIn(request);
    const able = world.apps().filter((app) => mayGate(world, repository, app));
    const shapes = able.map((app) => gateAppShape(app, at));
    const key = "available_custom_deployment_protection_rule_integrations";
    return { status: 200, body: { total_count: able.length, [key]: shapes } };
  }),
};

function environmentIn({ repository, parameters }: RepositoryRequest): Environment {
  const found = repository.environments.get(parameters.environment_name ?? "");
  if (found === undefined) throw notFound();
  return found;
}

function gateIn(request: RepositoryRequest): DeploymentGate {
  const wanted = Number(request.parameters.protection_rule_id);
  const found = environmentIn(request).gates.find(({ id }) => id === wanted);
  if (found === undefined) throw notFound();
  return found;
}

function shown(gate: DeploymentGate, { world, at }: RepositoryRequest) {
  const app = world.app(gate.app);
  if (app === null) throw notFound();
  return gateShape(gate, app, at);
}
