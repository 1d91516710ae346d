import type { Effect, IssueEffect, Reaction } from "../model/effect.ts";
import { applyCheckRun } from "./apply-check-run.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { failureOf, type GitHubFailure, githubFailure } from "./failure.ts";

/** How one effect ended. */
export interface Applied {
  readonly effect: Effect;
  /** `null` where it was done. */
  readonly failure: GitHubFailure | null;
  /** Number of the issue it opened. */
  readonly opened?: number;
  /** Id of the check run it made or changed. */
  readonly checkRun?: number;
  /** Id and address of the comment it wrote. */
  readonly comment?: number;
  readonly url?: string;
}

export interface Applying {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
}

/**
 * Applies effects one after the other. One that fails does not keep the others back: a comment that
 * may not be written is no reason to leave a pass standing. Nothing is asked for twice: what GitHub
 * may have done although it answered with an error is looked for the next time.
 */
export async function applyEffects(
  effects: readonly Effect[],
  applying: Applying,
): Promise<readonly Applied[]> {
  const applied: Applied[] = [];
  for (const effect of effects) {
    try {
      applied.push({ effect, failure: null, ...(await apply(effect, applying)) });
    } catch (error) {
      applied.push({ effect, failure: failureOf(error) });
    }
  }
  return applied;
}

async function apply(effect: Effect, { client, name }: Applying): Promise<Partial<Applied>> {
  const at = { owner: name.owner, repo: name.name };
  const ask = (route: string, parameters: Record<string, unknown>) =>
    client.request(route, { ...at, ...parameters });
  switch (effect.kind) {
    case "set-status":
      await ask("POST /repos/{owner}/{repo}/statuses/{sha}", {
        sha: effect.sha,
        context: effect.context,
        state: effect.state,
        description: effect.description,
        ...(effect.targetUrl !== null && { target_url: effect.targetUrl }),
      });
      return {};
    case "create-check-run":
    case "update-check-run":
      return applyCheckRun(effect, ask);
    case "create-comment":
    case "reply":
      return commented(
        await ask("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          issue_number: effect.pull,
          body: effect.body,
        }),
      );
    case "update-comment":
      return commented(
        await ask("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
          comment_id: effect.id,
          body: effect.body,
        }),
      );
    case "delete-comment":
      await ask("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        comment_id: effect.id,
      });
      return {};
    case "react":
      await react(effect.comment, effect.content, ask);
      return {};
    default:
      return applyToIssue(effect, ask);
  }
}

export type Ask = (
  route: string,
  parameters: Record<string, unknown>,
) => ReturnType<GitHubClient["request"]>;

const ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}";

async function applyToIssue(effect: IssueEffect, ask: Ask): Promise<Partial<Applied>> {
  switch (effect.kind) {
    case "create-issue": {
      const { data } = await createIssue(effect, ask);
      return { opened: (data as { readonly number: number }).number };
    }
    case "update-issue":
      await ask(`PATCH ${ISSUE}`, { issue_number: effect.number, body: effect.body });
      return {};
    case "close-issue":
      await ask(`PATCH ${ISSUE}`, {
        ...{ issue_number: effect.number, state: "closed", state_reason: effect.reason },
      });
      await comment(effect, ask);
      return {};
    case "reopen-issue":
      // First: tried again, it would say once more what it has said.
      await ask(`PATCH ${ISSUE}`, { issue_number: effect.number, state: "open" });
      await comment(effect, ask);
      return {};
  }
}

/** What GitHub refuses as invalid it has not made: a login that is none keeps no issue from being opened. */
async function createIssue(
  { title, body, labels, assignees }: Extract<IssueEffect, { readonly kind: "create-issue" }>,
  ask: Ask,
): ReturnType<Ask> {
  const route = "POST /repos/{owner}/{repo}/issues";
  try {
    return await ask(route, { title, body, labels, assignees });
  } catch (error) {
    if (assignees.length === 0 || githubFailure(error)?.status !== 422) throw error;
    return ask(route, { title, body, labels });
  }
}

async function comment(
  { number, comment: body }: { readonly number: number; readonly comment: string },
  ask: Ask,
): Promise<void> {
  await ask(`POST ${ISSUE}/comments`, { issue_number: number, body });
}

function commented({ data }: Awaited<ReturnType<Ask>>): Partial<Applied> {
  const { id, html_url: url } = data as { readonly id: number; readonly html_url: string };
  return { comment: id, url };
}

async function react(comment: string, content: Reaction, ask: Ask): Promise<void> {
  const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
  await ask(route, { comment_id: Number(comment), content });
}
