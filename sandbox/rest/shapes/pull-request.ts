import type { Team } from "../../world/account.ts";
import type { PullRequest, Review } from "../../world/issue.ts";
import { mergeBlockers, potentialMerge } from "../../world/mergeability.ts";
import { changedByPull, commitsOfPull } from "../../world/pull-changes.ts";
import { type Addresses, addressed, nodeId, when, whenever } from "./addresses.ts";
import { association, issueShape, labelsOf, type Shaping } from "./issue.ts";
import { plainRepository } from "./repository.ts";
import { simpleUser } from "./user.ts";

/** A pull request as it stands in lists. */
export function simplePull(pull: PullRequest, shaping: Shaping) {
  const { repository, at } = shaping;
  const { id, number } = pull;
  const issue = issueShape(pull, shaping);
  const api = `${at.api}/repos/${repository.fullName}`;
  const links = addressed(`${api}`, {
    self: `/pulls/${number}`,
    issue: `/issues/${number}`,
    comments: `/issues/${number}/comments`,
    review_comments: `/pulls/${number}/comments`,
    review_comment: "/pulls/comments{/number}",
    commits: `/pulls/${number}/commits`,
    statuses: `/statuses/${pull.headSha}`,
  });
  const reviewers = reviewersShape(pull, shaping);
  return {
    id,
    node_id: nodeId("PullRequest", id),
    url: links.self,
    html_url: issue.html_url,
    diff_url: `${issue.html_url}.diff`,
    patch_url: `${issue.html_url}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    comments_url: links.comments,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    statuses_url: links.statuses,
    number,
    state: pull.state,
    locked: pull.locked,
    active_lock_reason: null,
    title: pull.title,
    user: issue.user,
    body: pull.body,
    labels: labelsOf(pull, shaping),
    milestone: null,
    created_at: issue.created_at,
    updated_at: issue.updated_at,
    closed_at: issue.closed_at,
    merged_at: whenever(pull.merged),
    merge_commit_sha: pull.mergeCommit,
    assignee: issue.assignee,
    assignees: issue.assignees,
    requested_reviewers: reviewers.users,
    requested_teams: reviewers.teams,
    author_association: association(pull.author, shaping),
    auto_merge: null,
    draft: pull.draft,
    head: sideOf(pull.head.repository, pull.head.branch, pull.headSha, shaping),
    base: sideOf(repository.fullName, pull.base, pull.baseSha, shaping),
    _links: {
      ...Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
      html: { href: issue.html_url },
    },
  };
}

/** A pull request by itself, with what takes looking at its git. */
export async function fullPull(pull: PullRequest, shaping: Shaping) {
  const { world, repository, at } = shaping;
  const files = await changedByPull(repository, pull);
  const commits = await commitsOfPull(repository, pull);
  const merge = pull.merged === null ? await potentialMerge(world, repository, pull) : null;
  const blockers = pull.state === "open" ? await mergeBlockers(world, repository, pull) : [];
  const isMergeable = pull.state === "open" ? merge !== null : null;
  const sum = (of: "additions" | "deletions") => files.reduce((all, file) => all + file[of], 0);
  return {
    ...simplePull(pull, shaping),
    merge_commit_sha: pull.mergeCommit ?? merge,
    merged: pull.merged !== null,
    merged_by: pull.mergedBy === null ? null : simpleUser(world.author(pull.mergedBy), at),
    mergeable: isMergeable,
    rebaseable: isMergeable,
    mergeable_state: stateOf(isMergeable, blockers.length, pull.draft),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: sum("additions"),
    deletions: sum("deletions"),
    changed_files: files.length,
  };
}

function stateOf(isMergeable: boolean | null, blockers: number, isDraft: boolean): string {
  if (isMergeable === null) return "unknown";
  if (!isMergeable) return "dirty";
  if (isDraft) return "draft";
  return blockers > 0 ? "blocked" : "clean";
}

function sideOf(fullName: string, ref: string, sha: string, { world, at }: Shaping) {
  const repository = world.find(fullName);
  const [owner = ""] = fullName.split("/");
  const user = simpleUser(world.author(owner), at);
  // A fork may be gone; GitHub then has `null` here.
  const repo = repository === null ? null : plainRepository(repository, world, at);
  return { label: `${owner}:${ref}`, ref, sha, user, repo };
}

/** Who was asked for a review. */
export function reviewersShape(pull: PullRequest, shaping: Shaping) {
  const { world, repository, at } = shaping;
  return {
    users: pull.requestedUsers.map((login) => simpleUser(world.author(login), at)),
    teams: pull.requestedTeams.flatMap((slug) => {
      const team = world.team(repository.owner, slug);
      return team === null ? [] : [teamShape(team, shaping)];
    }),
  };
}

export function teamShape(team: Team, { at }: { readonly at: Addresses }) {
  const url = `${at.api}/orgs/${team.organization}/teams/${team.slug}`;
  return {
    id: team.id,
    node_id: nodeId("Team", team.id),
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "pull",
    url,
    html_url: `${at.html}/orgs/${team.organization}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    parent: null,
  };
}

export function reviewShape(review: Review, pull: PullRequest, shaping: Shaping) {
  const { world, repository, at } = shaping;
  const { id, author, body, state, commit, submitted } = review;
  const pull_request_url = `${at.api}/repos/${repository.fullName}/pulls/${pull.number}`;
  const html_url = `${at.html}/${repository.fullName}/pull/${pull.number}#pullrequestreview-${id}`;
  return {
    id,
    node_id: nodeId("PullRequestReview", id),
    user: simpleUser(world.author(author), at),
    body,
    state,
    html_url,
    pull_request_url,
    author_association: association(author, shaping),
    submitted_at: when(submitted),
    commit_id: commit,
    _links: { html: { href: html_url }, pull_request: { href: pull_request_url } },
  };
}
