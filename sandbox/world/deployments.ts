import type { App } from "./app.ts";
import type { WorkflowRun } from "./check.ts";
import type { Deployment, DeploymentStatus, Environment, GateAnswer } from "./deployment.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import { notFound, Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** The environment of a name, made where there is none. */
export function environmentOf(
  world: World,
  repository: HostedRepository,
  name: string,
): Environment {
  const there = repository.environments.get(name);
  if (there !== undefined) return there;
  const made = { id: world.nextId(), name, gates: [], created: world.tick() };
  repository.environments.set(name, made);
  return made;
}

/** Has an app asked before anything is deployed to an environment. It must be able to hear and answer. */
export function addGate(
  world: World,
  repository: HostedRepository,
  { environment, app }: { readonly environment: string; readonly app: App },
) {
  if (!mayGate(world, repository, app)) {
    throw new Refusal(422, "The integration is not able to be a deployment protection rule");
  }
  const { gates } = environmentOf(world, repository, environment);
  if (gates.some((one) => one.app === app.id)) {
    throw new Refusal(422, "The deployment protection rule is enabled already");
  }
  const gate = { id: world.nextId(), app: app.id };
  gates.push(gate);
  return gate;
}

/** Whether an app is installed so that it can be asked before a deployment. */
export function mayGate(world: World, repository: HostedRepository, app: App): boolean {
  return [...world.installations.values()].some(
    (one) =>
      one.app === app.id &&
      one.permissions.deployments === "write" &&
      one.events.includes("deployment_protection_rule") &&
      world.repositoriesOf(one).includes(repository),
  );
}

/** A job of a workflow run wants to deploy. It waits for the apps that are asked, if there are any. */
export function requestDeployment(
  world: World,
  repository: HostedRepository,
  said: { readonly environment: string; readonly run: WorkflowRun; readonly by: string },
): Deployment {
  const { run, by } = said;
  const { name, gates } = environmentOf(world, repository, said.environment);
  const apps = gates.map(({ app }) => app);
  const deployment = addDeployment(world, repository, {
    environment: name,
    ref: run.branch ?? run.head,
    sha: run.head,
    creator: by,
    run: run.id,
    apps,
  });
  const isFree = gates.length === 0;
  Object.assign(run, { status: isFree ? "in_progress" : "waiting", conclusion: null });
  for (const onlyApp of apps) {
    const details = { deployment };
    const about = { name: "deployment_protection_rule", action: "requested", onlyApp };
    world.tell({ ...about, repository, sender: by, subject: run.head, details });
  }
  return deployment;
}

export function addDeployment(
  world: World,
  repository: HostedRepository,
  said: Pick<Deployment, "environment" | "ref" | "sha" | "creator"> &
    Partial<Pick<Deployment, "task" | "payload" | "description" | "run">> & {
      /** Ids of apps that are asked. */
      readonly apps?: readonly number[];
    },
): Deployment {
  const { apps = [], ...rest } = said;
  const created = world.tick();
  const deployment: Deployment = {
    task: "deploy",
    payload: {},
    description: null,
    run: null,
    ...rest,
    id: world.nextId(),
    created,
    updated: created,
    statuses: [],
    answers: new Map(apps.map((app) => [app, null])),
  };
  repository.deployments.push(deployment);
  const about = { name: "deployment", action: "created", details: { deployment } };
  world.tell({ ...about, repository, sender: said.creator, subject: said.sha });
  return deployment;
}

/** What an app says of a deployment that it was asked about. The last one lets it go; any one ends it. */
export function answerGate(
  world: World,
  repository: HostedRepository,
  said: {
    readonly run: number;
    readonly environment: string;
    readonly app: App;
    /** `null` says something and leaves it open. */
    readonly state: GateAnswer["state"] | null;
    readonly comment: string;
  },
): void {
  const { app, state, comment } = said;
  const run = repository.workflowRuns.find(({ id }) => id === said.run);
  const deployment = repository.deployments.findLast(
    (one) => one.run === said.run && one.environment === said.environment,
  );
  if (run === undefined || deployment === undefined) throw notFound();
  const before = deployment.answers.get(app.id);
  if (before === undefined) throw new Refusal(403, "Resource not accessible by integration");
  if (before !== null || run.status !== "waiting") {
    throw new Refusal(422, "There is no pending deployment protection rule for this deployment");
  }
  const at = world.tick();
  if (state === null) return;
  deployment.answers.set(app.id, { state, comment, at });
  const creator = `${app.slug}[bot]`;
  if (state === "rejected") {
    Object.assign(run, { status: "completed", conclusion: "failure", updated: at });
    addDeploymentStatus(world, repository, deployment, { state: "failure", creator });
  } else if ([...deployment.answers.values()].every((one) => one !== null)) {
    Object.assign(run, { status: "in_progress", updated: at });
    addDeploymentStatus(world, repository, deployment, { state: "in_progress", creator });
  }
}

export function addDeploymentStatus(
  world: World,
  repository: HostedRepository,
  deployment: Deployment,
  said: Pick<DeploymentStatus, "state" | "creator"> & Partial<DeploymentStatus>,
): DeploymentStatus {
  const created = world.tick();
  const empty = { description: "", targetUrl: null, environmentUrl: null };
  const status = { ...empty, ...said, id: world.nextId(), created };
  deployment.statuses.push(status);
  deployment.updated = created;
  const details = { deployment, deploymentStatus: status };
  const about = { name: "deployment_status", action: "created", details };
  world.tell({ ...about, repository, sender: said.creator, subject: deployment.sha });
  return status;
}
