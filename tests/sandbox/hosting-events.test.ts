import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Team } from "../../sandbox/world/account.ts";
import type { Installation } from "../../sandbox/world/app.ts";
import { installApp, registerApp } from "../../sandbox/world/apps.ts";
import { addWorkflowRun, finishWorkflowRun } from "../../sandbox/world/checks.ts";
import { openIssue } from "../../sandbox/world/issue-changes.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import {
  createRepository,
  deleteRepository,
  renameRepository,
  setArchived,
  setDefaultBranch,
  setPrivate,
  transferRepository,
} from "../../sandbox/world/repositories.ts";
import {
  addTeamMember,
  createTeam,
  deleteTeam,
  grantTeam,
  removeFromOrganization,
  removeTeamMember,
  setCollaborator,
} from "../../sandbox/world/teams.ts";
import { startReceiver, type WebhookReceiver } from "./receiver.ts";
import { client, type Started, startSandbox, stopBlameless } from "./start-sandbox.ts";

const SECRET = "it is nobody's business";
const REPO = "/repos/acme/shop";
let sandbox: Started;
let receiver: WebhookReceiver;
let installation: Installation;
let team: Team;

beforeEach(async () => {
  sandbox = await startSandbox();
  receiver = await startReceiver(SECRET);
  const { world, repository } = sandbox;
  team = world.addTeam("acme", "release", ["ana", "raj"]);
  repository.teams.set("release", "write");
  const said = { author: "eve", title: "Release", body: null, base: "production", head: "main" };
  await openPull(world, repository, said);
  openIssue(world, repository, { author: "eve", title: "x", body: null, labels: ["gates"] });
  const { app } = registerApp(world, {
    slug: "gates",
    permissions: {
      actions: "read",
      administration: "read",
      contents: "read",
      issues: "read",
      members: "read",
      pull_requests: "read",
    },
    events: [
      "create",
      "delete",
      "issues",
      "label",
      "member",
      "membership",
      "organization",
      "pull_request",
      "repository",
      "repository_ruleset",
      "team",
      "workflow_run",
    ],
    webhook: { url: receiver.url, secret: SECRET },
  });
  installation = installApp(world, app, { account: "acme", by: "raj" });
});

afterEach(async () => {
  await sandbox.server.webhooks.settled();
  await receiver.stop();
  await stopBlameless(sandbox);
});

const by = "raj";
const raj = () => client(sandbox.server, sandbox.world.userToken("raj"));

async function told() {
  await sandbox.server.webhooks.settled();
  return receiver.received
    .slice(1)
    .map(({ event, payload: { action } }) => (action === undefined ? event : `${event}.${action}`));
}

const CASES: readonly {
  readonly what: string;
  readonly act: () => unknown;
  readonly told: readonly string[];
  readonly payload: object;
}[] = [
  {
    what: "a team is made",
    act: () => {
      createTeam(sandbox.world, { organization: "acme", slug: "leads", members: ["raj"], by });
    },
    told: ["team.created"],
    payload: { team: { slug: "leads" }, organization: { login: "acme" } },
  },
  {
    what: "a team goes",
    act: () => deleteTeam(sandbox.world, team, { by }),
    told: ["team.deleted"],
    payload: { team: { slug: "release" } },
  },
  {
    what: "somebody joins a team",
    act: () => addTeamMember(sandbox.world, team, { login: "eve", by }),
    told: ["membership.added"],
    payload: { scope: "team", member: { login: "eve" }, team: { slug: "release" } },
  },
  {
    what: "somebody leaves a team",
    act: () => removeTeamMember(sandbox.world, team, { login: "ana", by }),
    told: ["membership.removed"],
    payload: { member: { login: "ana" } },
  },
  {
    what: "somebody leaves the organization",
    act: () => removeFromOrganization(sandbox.world, { organization: "acme", login: "ana", by }),
    told: ["membership.removed", "member.removed", "organization.member_removed"],
    payload: { member: { login: "ana" } },
  },
  {
    what: "a team may do more",
    act: () => grantTeam(sandbox.world, sandbox.repository, { team, access: "admin", by }),
    told: ["team.edited"],
    payload: { changes: { repository: { permissions: { from: { push: true, admin: false } } } } },
  },
  {
    what: "a team may do nothing",
    act: () => grantTeam(sandbox.world, sandbox.repository, { team, access: "none", by }),
    told: ["team.removed_from_repository"],
    payload: { team: { slug: "release" }, repository: { name: "shop" } },
  },
  {
    what: "a person may do something",
    act: () =>
      setCollaborator(sandbox.world, sandbox.repository, { login: "eve", access: "read", by }),
    told: ["member.added"],
    payload: { member: { login: "eve" }, changes: { permission: { to: "read" } } },
  },
  {
    what: "a repository is made",
    act: () => createRepository(sandbox.world, { fullName: "acme/new", by }),
    told: ["repository.created"],
    payload: { repository: { full_name: "acme/new" } },
  },
  {
    what: "a repository is renamed",
    act: () => renameRepository(sandbox.world, sandbox.repository, { name: "store", by }),
    told: ["repository.renamed"],
    payload: {
      repository: { full_name: "acme/store" },
      changes: { repository: { name: { from: "shop" } } },
    },
  },
  {
    what: "a repository is archived",
    act: () => setArchived(sandbox.world, sandbox.repository, { archived: true, by }),
    told: ["repository.archived"],
    payload: { repository: { archived: true } },
  },
  {
    what: "a repository is hidden",
    act: () => setPrivate(sandbox.world, sandbox.repository, { isPrivate: true, by }),
    told: ["repository.privatized"],
    payload: { repository: { private: true } },
  },
  {
    what: "the default branch is another",
    act: () => setDefaultBranch(sandbox.world, sandbox.repository, { branch: "production", by }),
    told: ["repository.edited"],
    payload: { changes: { default_branch: { from: "main" } } },
  },
  {
    what: "a repository is deleted",
    act: () => deleteRepository(sandbox.world, sandbox.repository, { by }),
    told: ["repository.deleted"],
    payload: { repository: { full_name: "acme/shop" } },
  },
  {
    what: "a label is made",
    act: () => raj()(`POST ${REPO}/labels`, { name: "calm", color: "00ff00" }),
    told: ["label.created"],
    payload: { label: { name: "calm", color: "00ff00" } },
  },
  {
    what: "a label is renamed",
    act: () => raj()(`PATCH ${REPO}/labels/gates`, { new_name: "doors" }),
    told: ["label.edited"],
    payload: { label: { name: "doors" }, changes: { name: { from: "gates" } } },
  },
  {
    what: "a label is deleted",
    act: () => raj()(`DELETE ${REPO}/labels/gates`),
    told: ["label.deleted"],
    payload: { label: { name: "gates" } },
  },
  {
    what: "an issue is assigned, and no longer",
    async act() {
      await raj()(`POST ${REPO}/issues/2/assignees`, { assignees: ["ana", "nobody"] });
      await raj()(`DELETE ${REPO}/issues/2/assignees`, { assignees: ["ana"] });
    },
    told: ["issues.assigned", "issues.unassigned"],
    payload: { assignee: { login: "ana" }, issue: { assignees: [{ login: "ana" }] } },
  },
  {
    what: "conversations are locked and opened",
    async act() {
      await raj()(`PUT ${REPO}/issues/1/lock`);
      await raj()(`PUT ${REPO}/issues/2/lock`);
      await raj()(`DELETE ${REPO}/issues/1/lock`);
    },
    told: ["pull_request.locked", "issues.locked", "pull_request.unlocked"],
    payload: { pull_request: { locked: true } },
  },
  {
    what: "reviews are asked for, and no longer",
    async act() {
      const asked = { reviewers: ["ana"], team_reviewers: ["release"] };
      await raj()(`POST ${REPO}/pulls/1/requested_reviewers`, asked);
      await raj()(`DELETE ${REPO}/pulls/1/requested_reviewers`, { reviewers: ["ana", "raj"] });
    },
    told: [
      "pull_request.review_requested",
      "pull_request.review_requested",
      "pull_request.review_request_removed",
    ],
    payload: { requested_reviewer: { login: "ana" } },
  },
  {
    what: "a branch comes and goes",
    async act() {
      const sha = await sandbox.repository.git.branch("main");
      await raj()(`POST ${REPO}/git/refs`, { ref: "refs/heads/topic", sha });
      await raj()(`DELETE ${REPO}/git/refs/heads/topic`);
    },
    told: ["create", "delete"],
    payload: { ref: "topic", ref_type: "branch" },
  },
  {
    what: "a ruleset comes, changes and goes",
    async act() {
      const said = { name: "production", enforcement: "active", rules: [{ type: "deletion" }] };
      const { body } = await raj()(`POST ${REPO}/rulesets`, said);
      await raj()(`PUT ${REPO}/rulesets/${body.id}`, { ...said, enforcement: "disabled" });
      await raj()(`DELETE ${REPO}/rulesets/${body.id}`);
    },
    told: ["repository_ruleset.created", "repository_ruleset.edited", "repository_ruleset.deleted"],
    payload: { repository_ruleset: { name: "production", enforcement: "active" } },
  },
  {
    what: "a workflow runs",
    async act() {
      const { world, repository } = sandbox;
      const head = (await repository.git.branch("main")) ?? "";
      const about = { path: ".github/workflows/ci.yml", event: "push", actor: "ana" };
      const said = { ...about, head, branch: "main", status: "in_progress" } as const;
      const run = addWorkflowRun(world, repository, said);
      finishWorkflowRun(world, repository, run, { conclusion: "success" });
    },
    told: ["workflow_run.requested", "workflow_run.completed"],
    payload: { workflow_run: { conclusion: null, pull_requests: [{ number: 1 }] } },
  },
];

describe("an app hears that", () => {
  test.each(CASES)("$what", async ({ act, told: wanted, payload }) => {
    await act();
    expect(await told()).toEqual(wanted);
    expect(receiver.received[1]?.payload).toMatchObject({
      ...payload,
      installation: { id: installation.id },
    });
  });
});

describe("a repository", () => {
  const token = () =>
    sandbox.world.installationToken(installation, { repositories: ["acme/shop"] });

  test("that was renamed is found under both names, by tokens from before", async () => {
    const ask = client(sandbox.server, token());
    renameRepository(sandbox.world, sandbox.repository, { name: "store", by });
    for (const name of ["shop", "store"]) {
      const { body } = await ask(`GET /repos/acme/${name}/pulls/1`);
      expect(body.head.repo.full_name).toBe("acme/store");
    }
  });

  test("that was transferred is lost to the app", async () => {
    const { world, repository } = sandbox;
    setPrivate(world, repository, { isPrivate: true, by });
    const ask = client(sandbox.server, token());
    expect((await ask(`GET ${REPO}`)).status).toBe(200);
    world.addUser("harbor", "Organization");
    const { url } = receiver;
    sandbox.server.webhooks.add({ url, secret: SECRET, events: ["repository"] });
    transferRepository(world, repository, { owner: "harbor", by });
    expect(await told()).toContain("repository.transferred");
    expect((await ask("GET /repos/harbor/shop")).status).toBe(404);
  });

  test("that was archived takes nothing more", async () => {
    setArchived(sandbox.world, sandbox.repository, { archived: true, by });
    const { status, body } = await raj()(`POST ${REPO}/issues/1/comments`, { body: "b" });
    expect([status, body.message]).toEqual([403, "Repository was archived so is read-only."]);
    expect((await raj()(`GET ${REPO}/issues/1`)).status).toBe(200);
  });

  test("that was deleted is gone", async () => {
    deleteRepository(sandbox.world, sandbox.repository, { by });
    expect((await raj()(`GET ${REPO}`)).status).toBe(404);
  });

  test("keeps a label that was renamed on what had it", async () => {
    await raj()(`PATCH ${REPO}/labels/gates`, { new_name: "doors" });
    expect(sandbox.repository.issue(2).labels).toEqual(["doors"]);
  });
});
