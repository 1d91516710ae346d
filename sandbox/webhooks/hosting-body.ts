import { workflowRunShape, workflowShape } from "../rest/shapes/check.ts";
import { deploymentShape, deploymentStatusShape } from "../rest/shapes/deployment.ts";
import { labelShape, type Shaping } from "../rest/shapes/issue.ts";
import { simpleOrganization } from "../rest/shapes/organization.ts";
import { fullPull, teamShape } from "../rest/shapes/pull-request.ts";
import { permissionsOf, plainRepository } from "../rest/shapes/repository.ts";
import { rulesetShape } from "../rest/shapes/ruleset.ts";
import { simpleUser } from "../rest/shapes/user.ts";
import type { WorkflowRun } from "../world/check.ts";
import type { Deployment } from "../world/deployment.ts";
import { notFound } from "../world/refusal.ts";
import type { Body } from "./repository-body.ts";

/** Payloads about how a repository is kept, who may what there, and where it is deployed to. */
export const HOSTING_BODIES: Readonly<Record<string, Body>> = {
  repository({ event, details: { changes }, shaping: { world, at } }) {
    if (changes === undefined) return {};
    if (event.action !== "transferred") return { changes };
    const { from } = changes.owner as { readonly from: string };
    const account = world.author(from);
    const isOrganization = account.type === "Organization";
    const owner = isOrganization
      ? { organization: simpleOrganization(account, at) }
      : { user: simpleUser(account, at) };
    return { changes: { owner: { from: owner } } };
  },

  create: ({ event, shaping }) => ({
    ref: event.subject,
    ref_type: "branch",
    master_branch: shaping.repository.defaultBranch,
    description: null,
    pusher_type: "user",
  }),

  delete: ({ event }) => ({ ref: event.subject, ref_type: "branch", pusher_type: "user" }),

  label({ details: { label, changes }, shaping }) {
    if (label === undefined) throw notFound();
    return { label: labelShape(label, shaping), ...(changes !== undefined && { changes }) };
  },

  team({ details: { team, changes }, shaping }) {
    if (team === undefined) throw notFound();
    const { world, repository, at } = shaping;
    const permissions = permissionsOf(repository.teams.get(team.slug) ?? "none");
    return {
      team: teamShape(team, shaping),
      repository: { ...plainRepository(repository, world, at), permissions },
      ...(changes !== undefined && { changes }),
    };
  },

  member({ details: { member = "", changes }, shaping: { world, at } }) {
    const shape = simpleUser(world.author(member), at);
    return { member: shape, ...(changes !== undefined && { changes }) };
  },

  repository_ruleset({ event, details: { ruleset }, shaping }) {
    if (ruleset === undefined) throw notFound();
    const { node_id, ...shape } = rulesetShape(ruleset, shaping);
    const changes = event.action === "edited" ? { changes: {} } : {};
    return { repository_ruleset: { node_id, ...shape }, ...changes };
  },

  async workflow_run({ details: { workflowRun }, shaping }) {
    if (workflowRun === undefined) throw notFound();
    return runIn(workflowRun, shaping);
  },

  deployment: async ({ details: { deployment }, shaping }) => {
    if (deployment === undefined) throw notFound();
    return {
      deployment: deploymentShape(deployment, shaping),
      ...(await workflowIn(deployment, shaping)),
    };
  },

  deployment_status: async ({ details: { deployment, deploymentStatus }, shaping }) => {
    if (deployment === undefined || deploymentStatus === undefined) throw notFound();
    return {
      deployment: deploymentShape(deployment, shaping),
      deployment_status: deploymentStatusShape(deploymentStatus, deployment, shaping),
      ...(await workflowIn(deployment, shaping)),
    };
  },

  async deployment_protection_rule({ details: { deployment }, shaping }) {
    if (deployment === undefined) throw notFound();
    const { repository, at } = shaping;
    const { environment, sha, ref, run: id } = deployment;
    const run = repository.workflowRuns.find((one) => one.id === id);
    const pulls = repository.pulls().filter((one) => one.headSha === sha && one.state === "open");
    const path = `actions/runs/${id}/deployment_protection_rule`;
    return {
      environment,
      event: run?.event ?? "push",
      sha,
      ref,
      deployment_callback_url: `${at.api}/repos/${repository.fullName}/${path}`,
      deployment: deploymentShape(deployment, shaping),
      pull_requests: await Promise.all(pulls.map((pull) => fullPull(pull, shaping))),
    };
  },
};

/** The run that deploys, and its workflow; both `null` for a deployment made over the API. */
async function workflowIn({ run: id }: Deployment, shaping: Shaping) {
  const run = shaping.repository.workflowRuns.find((one) => one.id === id);
  if (run === undefined) return { workflow: null, workflow_run: null };
  return runIn(run, shaping);
}

async function runIn(run: WorkflowRun, shaping: Shaping) {
  return {
    workflow: workflowShape(run.workflow, shaping),
    workflow_run: await workflowRunShape(run, shaping),
  };
}
