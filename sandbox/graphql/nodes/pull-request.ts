import { nodeId, when, whenever } from "../../rest/shapes/addresses.ts";
import { association } from "../../rest/shapes/issue.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import { type Issue, isPullRequest, type PullRequest, type Review } from "../../world/issue.ts";
import { mergeBlockers, potentialMerge } from "../../world/mergeability.ts";
import { changedByPull, commitsOfPull } from "../../world/pull-changes.ts";
import { loginOf } from "../../world/token.ts";
import type { Asking } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { actorNode, authorNode, teamNode } from "./actor.ts";
import { rollupNode } from "./check.ts";
import { commentNode, editFields } from "./comment.ts";
import { commitNode } from "./git-object.ts";
import { linkFields } from "./pull-request-links.ts";
import { refNode, repositoryNode } from "./repository.ts";

export function pullRequestNode(repository: HostedRepository, pull: PullRequest, asking: Asking) {
  const { world } = asking;
  const from = world.find(pull.head.repository);
  const diff = () => changedByPull(repository, pull);
  return {
    ...issueFields(repository, pull, asking),
    ...linkFields(repository, pull, asking),
    statusCheckRollup: () => rollupNode(repository, pull.headSha, asking),
    __typename: "PullRequest",
    id: nodeId("PullRequest", pull.id),
    state: pull.merged !== null ? "MERGED" : pull.state.toUpperCase(),
    isDraft: pull.draft,
    merged: pull.merged !== null,
    mergedAt: whenever(pull.merged),
    mergedBy: () => (pull.mergedBy === null ? null : authorNode(pull.mergedBy, asking)),
    baseRefName: pull.base,
    // As GitHub has it: what the base was when the pull request was last touched.
    baseRefOid: pull.baseSha,
    baseRef: () => refNode(repository, pull.base, asking),
    headRefName: pull.head.branch,
    headRefOid: pull.headSha,
    headRef: () => (from === null ? null : refNode(from, pull.head.branch, asking)),
    headRepository: () => (from === null ? null : repositoryNode(from, asking)),
    headRepositoryOwner: () => authorNode(pull.head.repository.split("/")[0] ?? "", asking),
    isCrossRepository: pull.head.repository !== repository.fullName,
    mergeable: async () => {
      if (pull.state === "closed") return "UNKNOWN";
      return (await potentialMerge(world, repository, pull)) === null ? "CONFLICTING" : "MERGEABLE";
    },
    mergeStateStatus: async () => {
      if (pull.state === "closed") return "UNKNOWN";
      if ((await potentialMerge(world, repository, pull)) === null) return "DIRTY";
      return (await mergeBlockers(world, repository, pull)).length > 0 ? "BLOCKED" : "CLEAN";
    },
    potentialMergeCommit: async () => {
      if (pull.state === "closed") return null;
      const merge = await potentialMerge(world, repository, pull);
      return merge === null ? null : commitNode(repository, merge, asking);
    },
    mergeCommit: () =>
      pull.mergeCommit === null ? null : commitNode(repository, pull.mergeCommit, asking),
    changedFiles: async () => (await diff()).length,
    additions: async () => (await diff()).reduce((sum, file) => sum + file.additions, 0),
    deletions: async () => (await diff()).reduce((sum, file) => sum + file.deletions, 0),
    files: async (page: PageArguments) => {
      const nodes = (await diff()).map(({ path, additions, deletions, status }) => ({
        path,
        additions,
        deletions,
        changeType: CHANGE[status],
      }));
      return connection(nodes, page, "files");
    },
    reviews: (
      wanted: PageArguments & {
        readonly states?: readonly string[] | null;
        readonly author?: string | null;
      },
    ) => {
      const nodes = pull.reviews
        .filter(({ state }) => wanted.states?.includes(state) ?? true)
        .filter(({ author }) => wanted.author == null || author === wanted.author)
        .map((review) => reviewNode(repository, pull, review, asking));
      return connection(nodes, wanted, "reviews");
    },
    latestOpinionatedReviews: (page: PageArguments) => {
      const last = new Map<string, Review>();
      for (const review of pull.reviews) {
        if (review.state !== "COMMENTED") last.set(review.author, review);
      }
      const nodes = [...last.values()].map((review) =>
        reviewNode(repository, pull, review, asking),
      );
      return connection(nodes, page, "latestOpinionatedReviews");
    },
    reviewRequests: (page: PageArguments) => {
      const users = pull.requestedUsers.flatMap((login) => world.account(login) ?? []);
      const teams = pull.requestedTeams.flatMap((slug) => world.team(repository.owner, slug) ?? []);
      const nodes = [
        ...users.map((user) => ({ requestedReviewer: actorNode(user, asking) })),
        ...teams.map((team) => ({ requestedReviewer: teamNode(team, asking) })),
      ];
      return connection(nodes, page, "reviewRequests");
    },
    commits: async (page: PageArguments) => {
      const list = connection(await commitsOfPull(repository, pull), page, "commits");
      const nodes = list.nodes.map((sha) => ({
        id: nodeId("PullRequestCommit", sha),
        commit: () => commitNode(repository, sha, asking),
      }));
      return { ...list, nodes };
    },
  };
}

const CHANGE = {
  added: "ADDED",
  removed: "DELETED",
  modified: "MODIFIED",
  renamed: "RENAMED",
  changed: "CHANGED",
} as const;

export function issueNode(repository: HostedRepository, issue: Issue, asking: Asking) {
  return {
    ...issueFields(repository, issue, asking),
    __typename: "Issue",
    id: nodeId("Issue", issue.id),
    state: issue.state.toUpperCase(),
    stateReason: issue.stateReason?.toUpperCase() ?? null,
    viewerDidAuthor: issue.author === loginOf(asking.token),
    timelineItems: (wanted: PageArguments & { readonly itemTypes?: readonly string[] | null }) => {
      const strange = (wanted.itemTypes ?? ["all"]).filter((type) => type !== "CLOSED_EVENT");
      // It must not look as if nothing of the kind had happened.
      if (strange.length > 0) throw new Error(`the sandbox keeps no timeline items ${strange}`);
      const nodes = issue.closed === null ? [] : [closedEvent(issue, asking)];
      const list = connection(nodes, wanted, "timelineItems");
      const counts = { filteredCount: nodes.length, beforeFocusCount: 0, afterFocusCount: 0 };
      return { ...list, ...counts, pageCount: list.nodes.length, updatedAt: when(issue.updated) };
    },
  };
}

/** Of the last time it was closed. */
function closedEvent(issue: Issue, asking: Asking) {
  return {
    __typename: "ClosedEvent",
    id: nodeId("ClosedEvent", issue.id),
    createdAt: whenever(issue.closed),
    actor: () => (issue.closedBy === null ? null : authorNode(issue.closedBy, asking)),
    stateReason: issue.stateReason?.toUpperCase() ?? null,
  };
}

function issueFields(repository: HostedRepository, issue: Issue, asking: Asking) {
  const { world, at } = asking;
  const kind = isPullRequest(issue) ? "pull" : "issues";
  return {
    databaseId: issue.id,
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    ...editFields(issue, asking),
    url: `${at.html}/${repository.fullName}/${kind}/${issue.number}`,
    createdAt: when(issue.created),
    updatedAt: when(issue.updated),
    closed: issue.state === "closed",
    closedAt: whenever(issue.closed),
    locked: issue.locked,
    author: () => authorNode(issue.author, asking),
    authorAssociation: association(issue.author, { world, repository, at }),
    repository: () => repositoryNode(repository, asking),
    labels: (page: PageArguments) => {
      const nodes = issue.labels.flatMap((name) => {
        const label = repository.labels.get(name);
        return label === undefined ? [] : [{ ...label, id: nodeId("Label", label.id) }];
      });
      return connection(nodes, page, "labels");
    },
    assignees: (page: PageArguments) => {
      const people = issue.assignees.flatMap((login) => world.account(login) ?? []);
      return connection(
        people.map((one) => actorNode(one, asking)),
        page,
        "assignees",
      );
    },
    comments: (page: PageArguments) => {
      const nodes = issue.comments.map((one) => commentNode(repository, issue, one, asking));
      return connection(nodes, page, "comments");
    },
  };
}

export function reviewNode(
  repository: HostedRepository,
  pull: PullRequest,
  review: Review,
  asking: Asking,
) {
  const { world, at } = asking;
  return {
    __typename: "PullRequestReview",
    id: nodeId("PullRequestReview", review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    isMinimized: review.minimized,
    state: review.state,
    body: review.body,
    createdAt: when(review.submitted),
    submittedAt: when(review.submitted),
    updatedAt: when(review.edits.at(-1)?.at ?? review.submitted),
    ...editFields({ ...review, created: review.submitted }, asking),
    url: `${at.html}/${repository.fullName}/pull/${pull.number}#pullrequestreview-${review.id}`,
    author: () => authorNode(review.author, asking),
    authorAssociation: association(review.author, { world, repository, at }),
    authorCanPushToRepository: ["write", "maintain", "admin"].includes(
      world.access(repository, review.author),
    ),
    commit: () => commitNode(repository, review.commit, asking),
  };
}
