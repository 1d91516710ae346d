import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  acceptPermissions,
  changeRepositories,
  installApp,
  registerApp,
  suspendInstallation,
  uninstallApp,
  unsuspendInstallation,
} from "../../sandbox/world/apps.ts";
import { changeCheckRun } from "../../sandbox/world/check-changes.ts";
import { requestAction, rerequestRun, rerequestSuite } from "../../sandbox/world/check-suites.ts";
import { addCheckRun, addStatus, addWorkflowRun } from "../../sandbox/world/checks.ts";
import { addGate, requestDeployment } from "../../sandbox/world/deployments.ts";
import {
  addComment,
  changeIssue,
  deleteComment,
  editComment,
  openIssue,
  setLocked,
} from "../../sandbox/world/issue-changes.ts";
import { changeLabel, createLabel, deleteLabel } from "../../sandbox/world/labels.ts";
import {
  addReview,
  dismissReview,
  mergePull,
  openPull,
} from "../../sandbox/world/pull-requests.ts";
import { afterPush } from "../../sandbox/world/pushes.ts";
import { createRepository, renameRepository } from "../../sandbox/world/repositories.ts";
import { requestReviews, setDraft, unrequestReviews } from "../../sandbox/world/reviews.ts";
import {
  addTeamMember,
  createTeam,
  deleteTeam,
  grantTeam,
  removeTeamMember,
  setCollaborator,
} from "../../sandbox/world/teams.ts";
import { startReceiver, type WebhookReceiver } from "./receiver.ts";
import { AUTHOR, type Started, startSandbox } from "./start-sandbox.ts";

type Json = Readonly<Record<string, unknown>>;

/** Payloads that GitHub has sent, collected by the makers of Octokit. */
const EXAMPLES: readonly { readonly name: string; readonly examples: readonly Json[] }[] =
  createRequire(import.meta.url)("@octokit/webhooks-examples/api.github.com/index.json");

/** What an example was granted, or had changed; and of issues what GitHub no longer has. */
const OWN = /^installation\.permissions\.|^changes\.|^issue\.draft$/;

let sandbox: Started;
let receiver: WebhookReceiver;
const sent = new Map<string, Json>();

beforeAll(async () => {
  sandbox = await startSandbox();
  receiver = await startReceiver("secret");
  await everything();
  await sandbox.server.webhooks.settled();
  for (const { event, payload } of receiver.received) {
    const key = payload.action === undefined ? event : `${event}.${payload.action}`;
    if (!sent.has(key)) sent.set(key, payload);
  }
});

afterAll(async () => {
  await receiver.stop();
  await sandbox.stop();
});

/** Does once what this GitHub tells of. */
async function everything() {
  const { world, repository } = sandbox;
  const by = "raj";
  const said = { author: "eve", title: "Release", body: "b", base: "production", head: "main" };
  const { app } = registerApp(world, {
    slug: "gates",
    permissions: {
      actions: "read",
      checks: "write",
      contents: "read",
      deployments: "write",
      issues: "write",
      members: "read",
      merge_queues: "read",
      pull_requests: "write",
      statuses: "read",
    },
    events: [
      "check_run",
      "check_suite",
      "deployment",
      "deployment_protection_rule",
      "issue_comment",
      "issues",
      "label",
      "member",
      "membership",
      "merge_group",
      "pull_request",
      "pull_request_review",
      "push",
      "repository",
      "status",
      "team",
      "workflow_run",
    ],
    webhook: { url: receiver.url, secret: "secret" },
  });
  const installation = installApp(world, app, { account: "acme", by });
  const pull = await openPull(world, repository, said);
  const issue = openIssue(world, repository, { author: "eve", title: "x", body: null });
  changeIssue(world, repository, issue, { title: "y", labels: ["gates"], assignees: ["ana"] }, by);
  changeIssue(world, repository, pull, { title: "y", labels: ["gates"], assignees: ["ana"] }, by);
  changeIssue(world, repository, issue, { state: "closed", labels: [], assignees: [] }, by);
  changeIssue(world, repository, issue, { state: "open" }, by);
  changeIssue(world, repository, pull, { state: "closed", labels: [], assignees: [] }, by);
  changeIssue(world, repository, pull, { state: "open" }, by);
  for (const one of [issue, pull]) {
    setLocked(world, repository, one, { locked: true, by });
    setLocked(world, repository, one, { locked: false, by });
  }
  const comment = addComment(world, repository, pull, { author: "ana", body: "b" });
  editComment(world, repository, pull, { comment, body: "c", by });
  deleteComment(world, repository, pull, { comment, by });
  requestReviews(world, repository, pull, { users: ["ana"], teams: [], by });
  unrequestReviews(world, repository, pull, { users: ["ana"], teams: [], by });
  setDraft(world, repository, pull, { draft: true, by });
  setDraft(world, repository, pull, { draft: false, by });
  const review = addReview(world, repository, pull, { author: "ana", state: "APPROVED" });
  dismissReview(world, repository, pull, { review, by });
  const before = await repository.git.branch("main");
  await repository.commit("main", { changes: { "c.md": "c" }, message: "c", author: AUTHOR });
  await afterPush(world, repository, { branch: "main", before, by: "ana" });
  const head = pull.headSha;
  addStatus(world, repository, { context: "ci", state: "success", head, creator: "ana" });
  const actions = [{ label: "Again", description: "Judge again", identifier: "again" }];
  const about = { name: "gates", head, app: app.id, actions };
  const first = addCheckRun(world, repository, { ...about, status: "in_progress" });
  const run = addCheckRun(world, repository, about);
  changeCheckRun(world, repository, first, { conclusion: "success" });
  rerequestRun(world, repository, run, { by });
  requestAction(world, repository, run, { identifier: "again", by });
  const suite = repository.suites.find(({ id }) => id === run.suite);
  if (suite !== undefined) rerequestSuite(world, repository, suite, { by });
  addGate(world, repository, { environment: "production", app });
  const workflow = { path: ".github/workflows/ci.yml", event: "push", actor: "ana" };
  const ofMain = { ...workflow, head, branch: "main" };
  addWorkflowRun(world, repository, { ...ofMain, status: "in_progress" });
  const deploys = addWorkflowRun(world, repository, ofMain);
  requestDeployment(world, repository, { environment: "production", run: deploys, by });
  createLabel(world, repository, { name: "calm", by });
  changeLabel(world, repository, { name: "calm", to: "quiet", by });
  deleteLabel(world, repository, { name: "quiet", by });
  const team = createTeam(world, { organization: "acme", slug: "release", members: ["ana"], by });
  addTeamMember(world, team, { login: "eve", by });
  removeTeamMember(world, team, { login: "eve", by });
  grantTeam(world, repository, { team, access: "write", by });
  grantTeam(world, repository, { team, access: "admin", by });
  grantTeam(world, repository, { team, access: "none", by });
  deleteTeam(world, team, { by });
  setCollaborator(world, repository, { login: "eve", access: "read", by });
  setCollaborator(world, repository, { login: "eve", access: "write", by });
  await mergePull(world, repository, pull, { login: by });
  await createRepository(world, { fullName: "acme/new", by });
  renameRepository(world, repository, { name: "store", by });
  changeRepositories(world, installation, { remove: ["acme/new"], by });
  changeRepositories(world, installation, { add: ["acme/new"], by });
  acceptPermissions(world, installation, { by });
  suspendInstallation(world, installation, { by });
  unsuspendInstallation(world, installation, { by });
  uninstallApp(world, installation, { by });
}

/** Keys that every example has, with those of the objects in them. */
function keysOf(values: readonly unknown[], at = "", depth = 3): readonly string[] {
  const objects = values.filter(
    (one): one is Json => typeof one === "object" && one !== null && !Array.isArray(one),
  );
  const [first] = objects;
  if (first === undefined || objects.length < values.length || depth === 0) return [];
  return Object.keys(first)
    .filter((key) => objects.every((one) => key in one))
    .flatMap((key) => [
      `${at}${key}`,
      ...keysOf(
        objects.map((one) => one[key]),
        `${at}${key}.`,
        depth - 1,
      ),
    ]);
}

function has(value: unknown, path: string): boolean {
  let node: unknown = value;
  for (const key of path.split(".")) {
    // What is null here has no keys that could be missing.
    if (node === null) return true;
    if (typeof node !== "object" || !(key in node)) return false;
    node = (node as Json)[key];
  }
  return true;
}

/** By event and action, with what was recorded of each. */
const RECORDED = EXAMPLES.flatMap(({ name, examples }) =>
  [...new Set(examples.map(({ action }) => action))].map((action) => ({
    told: action === undefined ? name : `${name}.${action}`,
    examples: examples.filter((one) => one.action === action),
  })),
);

describe("what is told has all that GitHub's own has", () => {
  test("and is as GitHub describes it", () => {
    expect(sandbox.server.traffic.violations).toEqual([]);
    expect(RECORDED.filter(({ told }) => sent.has(told)).length).toBeGreaterThan(50);
  });

  test.each(RECORDED.filter(({ told }) => TOLD.test(told)))("$told", ({ told, examples }) => {
    const payload = sent.get(told);
    expect(payload).toBeDefined();
    const missing = keysOf(examples).filter((path) => !has(payload, path) && !OWN.test(path));
    expect(missing).toEqual([]);
  });
});

/** What this GitHub tells, of what was recorded. */
const TOLD =
  /^(check_run|check_suite|deployment|installation|installation_repositories|issue_comment|label|member|membership|push|status|team)(\.|$)|^(issues|pull_request)\.(assigned|closed|converted_to_draft|edited|labeled|locked|opened|ready_for_review|reopened|review_request_removed|review_requested|synchronize|unassigned|unlabeled|unlocked)$|^pull_request_review\.(dismissed|submitted)$|^repository\.(created|renamed)$|^workflow_run\.(completed|requested)$/;
