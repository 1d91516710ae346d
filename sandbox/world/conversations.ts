import type { Comment, Issue } from "./conversation.ts";
import { isPullRequest } from "./conversation.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import { invalid } from "./refusal.ts";
import type { World } from "./world.ts";

/** GitHub's limit, in characters. */
export const LONGEST_BODY = 65_536;

/** Refuses what GitHub would: a body that is too long, or empty where it may not be. */
export function checkBody(resource: string, body: string | null, mayBeEmpty: boolean): void {
  if (body !== null && body.length > LONGEST_BODY) {
    const message = `body is too long (maximum is ${LONGEST_BODY} characters)`;
    throw invalid(resource, "body", "custom", message);
  }
  if (!mayBeEmpty && (body ?? "").trim() === "") throw invalid(resource, "body", "missing_field");
}

export function openIssue(
  world: World,
  repository: HostedRepository,
  said: {
    readonly author: string;
    readonly title: string;
    readonly body: string | null;
    readonly labels?: readonly string[];
    readonly assignees?: readonly string[];
  },
): Issue {
  checkBody("Issue", said.body, true);
  const issue = newIssue(world, repository, said);
  repository.issues.set(issue.number, issue);
  tellIssue(world, repository, issue, "opened", said.author);
  return issue;
}

export function newIssue(
  world: World,
  repository: HostedRepository,
  said: Parameters<typeof openIssue>[2],
): Issue {
  const now = world.tick();
  const labels = [...(said.labels ?? [])];
  for (const name of labels) ensureLabel(world, repository, name);
  return {
    id: world.nextId(),
    number: repository.nextNumber(),
    author: said.author,
    title: said.title,
    body: said.body,
    state: "open",
    stateReason: null,
    created: now,
    updated: now,
    closed: null,
    closedBy: null,
    locked: false,
    labels,
    // Who may not be assigned is passed over without a word.
    assignees: (said.assignees ?? []).filter((login) => isAssignable(world, repository, login)),
    comments: [],
  };
}

export function isAssignable(world: World, repository: HostedRepository, login: string): boolean {
  if (world.account(login)?.type !== "User") return false;
  const own = repository.collaborators.get(login.toLowerCase()) ?? "none";
  const access = own === "none" ? world.access(repository, login) : own;
  return repository.isPrivate ? access !== "none" : own !== "none" || access !== "read";
}

export interface IssueChanges {
  readonly title?: string;
  readonly body?: string | null;
  readonly state?: "open" | "closed";
  readonly stateReason?: Issue["stateReason"];
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
}

export function changeIssue(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  changes: IssueChanges,
  by: string,
): void {
  if (changes.body !== undefined) checkBody("Issue", changes.body, true);
  const was = issue.state;
  issue.updated = world.tick();
  if (changes.title !== undefined) issue.title = changes.title;
  if (changes.body !== undefined) issue.body = changes.body;
  if (changes.labels !== undefined) setLabels(world, repository, issue, changes.labels);
  if (changes.assignees !== undefined) {
    issue.assignees = changes.assignees.filter((login) => isAssignable(world, repository, login));
  }
  if (changes.state !== undefined && changes.state !== was) {
    issue.state = changes.state;
    const isClosed = changes.state === "closed";
    issue.closed = isClosed ? issue.updated : null;
    issue.closedBy = isClosed ? by : null;
    issue.stateReason = changes.stateReason ?? (isClosed ? "completed" : "reopened");
    tellIssue(world, repository, issue, isClosed ? "closed" : "reopened", by);
  } else if (changes.title !== undefined || changes.body !== undefined) {
    tellIssue(world, repository, issue, "edited", by);
  }
}

export function setLabels(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  names: readonly string[],
): void {
  for (const name of names) ensureLabel(world, repository, name);
  issue.labels = [...new Set(names)];
}

export function ensureLabel(world: World, repository: HostedRepository, name: string): void {
  if (repository.labels.has(name)) return;
  repository.labels.set(name, { id: world.nextId(), name, color: "ededed", description: null });
}

export function addComment(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  said: { readonly author: string; readonly body: string; readonly viaApp?: number | null },
): Comment {
  checkBody("IssueComment", said.body, false);
  const now = world.tick();
  const comment: Comment = {
    id: world.nextId(),
    author: said.author,
    body: said.body,
    created: now,
    updated: now,
    viaApp: said.viaApp ?? null,
    minimized: null,
  };
  issue.comments.push(comment);
  issue.updated = now;
  const { author: sender } = said;
  const subject = issue.number;
  world.tell({ name: "issue_comment", action: "created", repository, sender, subject });
  return comment;
}

function tellIssue(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  action: string,
  sender: string,
): void {
  const name = isPullRequest(issue) ? "pull_request" : "issues";
  world.tell({ name, action, repository, sender, subject: issue.number });
}
