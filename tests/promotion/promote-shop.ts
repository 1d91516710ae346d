import type { CommitStatus } from "../../sandbox/world/check.ts";
import type { Comment, Issue } from "../../sandbox/world/conversation.ts";
import { addComment } from "../../sandbox/world/conversations.ts";
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
  /** Comments of the bot on the pull request. */
  comments(): readonly Comment[];
  /** Issues of the bot. */
  issues(): readonly Issue[];
  say(author: string, body: string): Comment;
}

const BOT = "github-actions[bot]";

export async function promotedShop(
  files: Readonly<Record<string, string>> = {},
): Promise<PromotedShop> {
  const shop = await openShop({ ".github/stage-gates.yml": POLICY, ...files });
  const { world, repository, pull } = shop;
  const promoting: Promoting = {
    client: shop.client(),
    organizationClient: null,
    name: { owner: "acme", name: "shop" },
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
    comments: () => pull.comments.filter(({ author }) => author === BOT),
    issues: () => [...repository.issues.values()].filter(({ author }) => author === BOT),
    say: (author, body) => addComment(world, repository, pull, { author, body }),
  };
}
