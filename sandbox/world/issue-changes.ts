import type { HostedRepository } from "./hosted-repository.ts";
import type { Comment, Issue } from "./issue.ts";
import { isPullRequest } from "./issue.ts";
import { invalid } from "./refusal.ts";
import type { World } from "./world.ts";
import type { EventDetails } from "./world-event.ts";

/** GitHub's limit, in characters. */
const LONGEST_BODY = 65_536;

/** Refuses what GitHub would: a body that is too long, or empty where it may not be. */
function checkBody(resource: string, body: string | null, mayBeEmpty: boolean): void {
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
  tellIssue(world, repository, issue, { action: "opened", by: said.author });
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
    edits: [],
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
  const { state: was, title, body } = issue;
  issue.updated = world.tick();
  if (changes.title !== undefined) issue.title = changes.title;
  if (changes.body !== undefined && changes.body !== body) {
    issue.body = changes.body;
    issue.edits.push({ editor: by, at: issue.updated, before: body ?? "" });
  }
  if (changes.labels !== undefined) {
    setLabels(world, repository, issue, { names: changes.labels, by });
  }
  if (changes.assignees !== undefined) {
    setAssignees(world, repository, issue, { logins: changes.assignees, by });
  }
  if (changes.state !== undefined && changes.state !== was) {
    issue.state = changes.state;
    const isClosed = changes.state === "closed";
    issue.closed = isClosed ? issue.updated : null;
    issue.closedBy = isClosed ? by : null;
    issue.stateReason = changes.stateReason ?? (isClosed ? "completed" : "reopened");
    tellIssue(world, repository, issue, { action: isClosed ? "closed" : "reopened", by });
  }
  const edited = {
    ...(issue.title !== title && { title: { from: title } }),
    ...(issue.body !== body && { body: { from: body ?? "" } }),
  };
  if (Object.keys(edited).length > 0) {
    tellIssue(world, repository, issue, { action: "edited", by, changes: edited });
  }
}

function setAssignees(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  { logins, by }: { readonly logins: readonly string[]; readonly by: string },
): void {
  const before = issue.assignees;
  issue.assignees = logins.filter((login) => isAssignable(world, repository, login));
  for (const assignee of before.filter((login) => !issue.assignees.includes(login))) {
    tellIssue(world, repository, issue, { action: "unassigned", by, assignee });
  }
  for (const assignee of issue.assignees.filter((login) => !before.includes(login))) {
    tellIssue(world, repository, issue, { action: "assigned", by, assignee });
  }
}

/** Locks a conversation, so that only those who may write go on in it, or opens it again. */
export function setLocked(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  { locked, by }: { readonly locked: boolean; readonly by: string },
): void {
  if (issue.locked === locked) return;
  issue.locked = locked;
  issue.updated = world.tick();
  tellIssue(world, repository, issue, { action: locked ? "locked" : "unlocked", by });
}

export function setLabels(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  { names, by }: { readonly names: readonly string[]; readonly by: string },
): void {
  const before = issue.labels;
  for (const name of names) ensureLabel(world, repository, name);
  issue.labels = [...new Set(names)];
  const told = (list: readonly string[], action: string) => {
    for (const label of list.flatMap((name) => repository.labels.get(name) ?? [])) {
      tellIssue(world, repository, issue, { action, by, label });
    }
  };
  told(
    before.filter((name) => !issue.labels.includes(name)),
    "unlabeled",
  );
  told(
    issue.labels.filter((name) => !before.includes(name)),
    "labeled",
  );
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
    edits: [],
    reactions: [],
  };
  issue.comments.push(comment);
  issue.updated = now;
  tellComment(world, repository, issue, { comment, action: "created", by: said.author });
  return comment;
}

export function editComment(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  said: { readonly comment: Comment; readonly body: string; readonly by: string },
): void {
  const { comment, body, by } = said;
  checkBody("IssueComment", body, false);
  const changes = { body: { from: comment.body } };
  comment.updated = world.tick();
  comment.edits.push({ editor: by, at: comment.updated, before: comment.body });
  comment.body = body;
  tellComment(world, repository, issue, { comment, action: "edited", by, changes });
}

export function deleteComment(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  said: { readonly comment: Comment; readonly by: string },
): void {
  issue.comments.splice(issue.comments.indexOf(said.comment), 1);
  tellComment(world, repository, issue, { ...said, action: "deleted" });
}

function tellComment(
  world: World,
  repository: HostedRepository,
  { number: subject }: Issue,
  said: EventDetails & { readonly action: string; readonly by: string },
): void {
  const { action, by: sender, ...details } = said;
  world.tell({ name: "issue_comment", action, repository, sender, subject, details });
}

function tellIssue(
  world: World,
  repository: HostedRepository,
  issue: Issue,
  said: EventDetails & { readonly action: string; readonly by: string },
): void {
  const { action, by: sender, ...details } = said;
  const name = isPullRequest(issue) ? "pull_request" : "issues";
  world.tell({ name, action, repository, sender, subject: issue.number, details });
}
