import type { HostedRepository } from "../../world/hosted-repository.ts";
import {
  type Comment,
  type Issue,
  isPullRequest,
  type Label,
  REACTIONS,
  type Reaction,
} from "../../world/issue.ts";
import type { World } from "../../world/world.ts";
import { type Addresses, addressed, nodeId, when, whenever } from "./addresses.ts";
import { appShape, simpleUser } from "./user.ts";

export interface Shaping {
  readonly world: World;
  readonly repository: HostedRepository;
  readonly at: Addresses;
}

export function labelShape(label: Label, { repository, at }: Shaping) {
  const { id, name, color, description } = label;
  const url = `${at.api}/repos/${repository.fullName}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId("Label", id), url, name, color, description, default: false };
}

export function labelsOf(issue: Issue, shaping: Shaping) {
  return issue.labels.flatMap((name) => {
    const label = shaping.repository.labels.get(name);
    return label === undefined ? [] : [labelShape(label, shaping)];
  });
}

export function issueShape(issue: Issue, shaping: Shaping) {
  const { world, repository, at } = shaping;
  const { number, id } = issue;
  const kind = isPullRequest(issue) ? "pull" : "issues";
  const api = `${at.api}/repos/${repository.fullName}`;
  const html_url = `${at.html}/${repository.fullName}/${kind}/${number}`;
  const user = (login: string) => simpleUser(world.author(login), at);
  const assignees = issue.assignees.map(user);
  return {
    id,
    node_id: nodeId("Issue", id),
    number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    active_lock_reason: null,
    performed_via_github_app: null,
    user: user(issue.author),
    assignee: assignees[0] ?? null,
    assignees,
    labels: labelsOf(issue, shaping),
    milestone: null,
    comments: issue.comments.length,
    author_association: association(issue.author, shaping),
    reactions: reactionCounts([], `${api}/issues/${number}`),
    created_at: when(issue.created),
    updated_at: when(issue.updated),
    closed_at: whenever(issue.closed),
    closed_by: issue.closedBy === null ? null : user(issue.closedBy),
    html_url,
    repository_url: api,
    ...addressed(`${api}/issues/${number}`, {
      url: "",
      labels_url: "/labels{/name}",
      comments_url: "/comments",
      events_url: "/events",
      timeline_url: "/timeline",
    }),
    ...(isPullRequest(issue) && {
      draft: issue.draft,
      pull_request: {
        url: `${api}/pulls/${number}`,
        html_url,
        diff_url: `${html_url}.diff`,
        patch_url: `${html_url}.patch`,
        merged_at: whenever(issue.merged),
      },
    }),
  };
}

export function commentShape(comment: Comment, issue: Issue, shaping: Shaping) {
  const { world, repository, at } = shaping;
  const { id, author, body, created, updated, viaApp } = comment;
  const app = viaApp === null ? null : world.app(viaApp);
  const api = `${at.api}/repos/${repository.fullName}/issues`;
  const kind = isPullRequest(issue) ? "pull" : "issues";
  return {
    id,
    node_id: nodeId("IssueComment", id),
    url: `${api}/comments/${id}`,
    html_url: `${at.html}/${repository.fullName}/${kind}/${issue.number}#issuecomment-${id}`,
    issue_url: `${api}/${issue.number}`,
    user: simpleUser(world.author(author), at),
    body,
    created_at: when(created),
    updated_at: when(updated),
    author_association: association(author, shaping),
    performed_via_github_app: app === null ? null : appShape(app, at),
    reactions: reactionCounts(comment.reactions, `${api}/comments/${id}`),
  };
}

function reactionCounts(reactions: readonly Reaction[], url: string) {
  const counts = REACTIONS.map((content) => {
    return [content, reactions.filter((one) => one.content === content).length] as const;
  });
  return {
    url: `${url}/reactions`,
    total_count: reactions.length,
    ...(Object.fromEntries(counts) as Record<Reaction["content"], number>),
  };
}

export function reactionShape({ id, author, content, created }: Reaction, shaping: Shaping) {
  const { world, at } = shaping;
  const user = simpleUser(world.author(author), at);
  return { id, node_id: nodeId("Reaction", id), user, content, created_at: when(created) };
}

export function association(login: string, { world, repository }: Shaping): string {
  if (login.toLowerCase() === repository.owner.toLowerCase()) return "OWNER";
  if (repository.collaborators.has(login.toLowerCase())) return "COLLABORATOR";
  const access = world.access(repository, login);
  return access === "read" || access === "none" ? "NONE" : "MEMBER";
}
