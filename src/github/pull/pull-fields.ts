import type { Actor } from "../answer-data.ts";
import type { Query } from "../query.ts";

/** GitHub's longest page. */
export const PAGE = 100;

const RETARGETS = "BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT";

/**
 * The last time its head or base went elsewhere than forward. Whoever sees the same one twice knows
 * that it has not been there and come back in between.
 */
export const MOVES = `moves: timelineItems(last: 1,
  itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT, ${RETARGETS}]) { nodes { ... on Node { id } } }`;

/** What is asked of the pull request itself, of what was said on it, and of its head. */
export function pullFields(query: Query): string {
  return `number title state isDraft createdAt baseRefName baseRefOid headRefName headRefOid
    author { __typename login } headRepository { nameWithOwner }
    baseRef { target { oid } }
    potentialMergeCommit { oid parents(first: 3) { nodes { oid } } }
    reviews(first: ${PAGE}) { nodes { ${reviewFields(query)} } ${NEXT} }
    comments(first: ${PAGE}) { nodes { ${commentFields(query)} } ${NEXT} }
    retargets: timelineItems(last: 1, itemTypes: [${RETARGETS}]) { nodes {
      ... on BaseRefChangedEvent { createdAt }
      ... on AutomaticBaseChangeSucceededEvent { createdAt } } }
    rewrites: timelineItems(last: 1, itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT]) { nodes {
      ... on HeadRefForcePushedEvent { actor { __typename login } afterCommit { oid } } } }
    dismissals: timelineItems(last: ${PAGE}, itemTypes: [REVIEW_DISMISSED_EVENT]) { nodes {
      ... on ReviewDismissedEvent { previousReviewState review { fullDatabaseId } } } }
    ${MOVES}
    commits(last: 1) { nodes { commit { oid
      status { contexts { context state description targetUrl creator { __typename login } } } } } }`;
}

export const NEXT = "pageInfo { hasNextPage endCursor }";

export function reviewFields(query: Query): string {
  return query.fragment(
    "Review",
    `fragment Review on PullRequestReview { fullDatabaseId state submittedAt isMinimized
      author { __typename login } commit { oid } }`,
  );
}

export function commentFields(query: Query): string {
  return query.fragment(
    "Comment",
    `fragment Comment on IssueComment { fullDatabaseId body createdAt includesCreatedEdit
      lastEditedAt isMinimized viewerDidAuthor url author { __typename login }
      reactionGroups { content viewerHasReacted } }`,
  );
}

export interface PullData {
  readonly number: number;
  readonly title: string;
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly isDraft: boolean;
  readonly createdAt: string;
  readonly baseRefName: string;
  /** Lags behind the branch. */
  readonly baseRefOid: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly author: Actor | null;
  readonly headRepository: { readonly nameWithOwner: string } | null;
  readonly baseRef: { readonly target: { readonly oid: string } | null } | null;
  readonly potentialMergeCommit: {
    readonly oid: string;
    readonly parents: { readonly nodes: readonly { readonly oid: string }[] };
  } | null;
  readonly moves: { readonly nodes: readonly { readonly id: string }[] } | null;
  readonly commits: { readonly nodes: readonly { readonly commit: HeadData }[] };
}

export interface ReviewData {
  readonly fullDatabaseId: string | number;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  readonly submittedAt: string | null;
  readonly isMinimized: boolean;
  readonly author: Actor | null;
  readonly commit: { readonly oid: string } | null;
}

export interface CommentData {
  readonly fullDatabaseId: string | number;
  readonly body: string;
  readonly createdAt: string;
  readonly includesCreatedEdit: boolean;
  readonly lastEditedAt: string | null;
  readonly isMinimized: boolean;
  readonly viewerDidAuthor: boolean;
  readonly url: string;
  readonly author: Actor | null;
  readonly reactionGroups:
    | readonly { readonly content: string; readonly viewerHasReacted: boolean }[]
    | null;
}

/** A push that was no step forward. */
export interface RewriteData {
  readonly actor: Actor | null;
  readonly afterCommit: { readonly oid: string } | null;
}

export interface RetargetData {
  readonly createdAt: string;
}

export interface DismissalData {
  readonly previousReviewState: string;
  readonly review: { readonly fullDatabaseId: string | number } | null;
}

export interface HeadData {
  readonly oid: string;
  readonly status: { readonly contexts: readonly StatusData[] } | null;
}

export interface StatusData {
  readonly context: string;
  readonly state: "ERROR" | "EXPECTED" | "FAILURE" | "PENDING" | "SUCCESS";
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: Actor | null;
}
