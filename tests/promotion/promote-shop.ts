import { installApp, registerApp } from "../../sandbox/world/apps.ts";
import type { CheckRun, CommitStatus } from "../../sandbox/world/check.ts";
import type { Comment, Issue } from "../../sandbox/world/issue.ts";
import { addComment } from "../../sandbox/world/issue-changes.ts";
import { type Promoting, promote } from "../../src/promotion/promote.ts";
import { openPacks } from "../../src/worktree/template-files.ts";
import { openShop, type Shop } from "../github/open-shop.ts";

export const CONTEXT = "stage-gates / production";

/** A policy with one gate that a runbook of three words satisfies. */
export const POLICY = `version: 1
stages:
  - {id: production, branches: [production]}
roles:
  leads: {users: [raj, ana]}
waivers: {approvers: [leads], max_days: 30}
gates:
  - id: runbook
    title: Runbook
    rules:
      - {id: there, type: document, path: docs/runbook.md, issue: runbook}
`;

export interface PromotedShop extends Shop {
  readonly promoting: Promoting;
  /** Judges pull request 1, or another, as a workflow would. */
  promote(number?: number, comment?: Comment): ReturnType<typeof promote>;
  /** The newest status of ours on the head; `undefined` for none. */
  status(): CommitStatus | undefined;
  /** Check runs of that name on the head by the app, oldest first. */
  runs(): readonly CheckRun[];
  /** Comments of the bot on the pull request. */
  comments(): readonly Comment[];
  /** Issues of the bot. */
  issues(): readonly Issue[];
  say(author: string, body: string): Comment;
}

/** What the app asks for. */
const APP_PERMISSIONS = {
  contents: "read",
  checks: "write",
  pull_requests: "write",
  issues: "write",
  statuses: "read",
  actions: "read",
  members: "read",
  merge_queues: "read",
} as const;

/** @param speaker a workflow, or an app that is installed in all of the organization */
export async function promotedShop(
  files: Readonly<Record<string, string>> = {},
  speaker: "workflow" | "app" = "workflow",
): Promise<PromotedShop> {
  const shop = await openShop({ ".github/stage-gates.yml": POLICY, ...files });
  const { world, repository, pull } = shop;
  const BOT = speaker === "app" ? "stage-gates[bot]" : "github-actions[bot]";
  const { app, client } = speaker === "app" ? installed(shop) : { app: 0, client: shop.client() };
  const promoting: Promoting = {
    client,
    organizationClient: null,
    name: { owner: "acme", name: "shop" },
    voice: speaker === "app" ? { kind: "check-run", app } : "status",
    packs: openPacks(),
    now: () => world.now,
    policyBranch: null,
    reportUrl: null,
    wants: { comment: true, issues: true, dryRun: false },
  };
  return {
    ...shop,
    promoting,
    promote: (number = 1, comment) =>
      promote(number, promoting, { awaited: ({ id }) => id === String(comment?.id) }),
    status: () =>
      repository.statusesOf(pull.headSha).findLast(({ context }) => context === CONTEXT),
    runs: () =>
      repository.runsOf(pull.headSha).filter((run) => run.name === CONTEXT && run.app === app),
    comments: () => pull.comments.filter(({ author }) => author === BOT),
    issues: () => [...repository.issues.values()].filter(({ author }) => author === BOT),
    say: (author, body) => addComment(world, repository, pull, { author, body }),
  };
}

function installed({ world, clientOf }: Shop) {
  const { app } = registerApp(world, { slug: "stage-gates", permissions: APP_PERMISSIONS });
  const installation = installApp(world, app, { account: "acme", by: "raj" });
  return { app: app.id, client: clientOf(world.installationToken(installation)) };
}
