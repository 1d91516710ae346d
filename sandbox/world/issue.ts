/** Milliseconds since 1970 wherever a moment is meant; accounts by their login. */

export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  body: string;
  readonly created: number;
  updated: number;
  /** Login of the app that wrote it, if one did. */
  readonly viaApp: number | null;
  minimized: string | null;
  /** By whom and when it was changed since, oldest first. */
  readonly edits: Edit[];
  readonly reactions: Reaction[];
}

/** A change of a text after it was written. */
export interface Edit {
  readonly editor: string;
  readonly at: number;
  /** What it said until then. */
  readonly before: string;
}

export const REACTIONS = [
  "+1",
  "-1",
  "laugh",
  "confused",
  "heart",
  "hooray",
  "rocket",
  "eyes",
] as const;

export interface Reaction {
  readonly id: number;
  readonly author: string;
  readonly content: (typeof REACTIONS)[number];
  readonly created: number;
}

/** What issues and pull requests share. They are numbered together. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  title: string;
  body: string | null;
  state: "open" | "closed";
  stateReason: "completed" | "not_planned" | "reopened" | null;
  readonly created: number;
  updated: number;
  closed: number | null;
  closedBy: string | null;
  locked: boolean;
  /** Names of labels. */
  labels: string[];
  assignees: string[];
  readonly comments: Comment[];
  /** Of the body. */
  readonly edits: Edit[];
}

export interface Review {
  readonly id: number;
  readonly author: string;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  body: string;
  readonly edits: Edit[];
  /** The head when it was given. */
  readonly commit: string;
  readonly submitted: number;
  minimized: boolean;
  dismissal: Dismissal | null;
}

/** What became of a review that somebody took out of force. */
export interface Dismissal {
  readonly id: number;
  readonly by: string;
  readonly at: number;
  readonly was: Review["state"];
}

export interface PullRequest extends Issue {
  /** Branch of the repository it would be merged into. */
  base: string;
  /** Tip of the base when the pull request was last brought up to date; GitHub lets it lag. */
  baseSha: string;
  readonly head: { repository: string; readonly branch: string };
  headSha: string;
  draft: boolean;
  merged: number | null;
  mergedBy: string | null;
  mergeCommit: string | null;
  readonly reviews: Review[];
  requestedUsers: string[];
  /** Slugs. */
  requestedTeams: string[];
  readonly baseChanges: BaseChange[];
  readonly forcePushes: ForcePush[];
  /** Numbers of issues that were linked by hand: merging closes them. */
  linked: number[];
}

/** A pull request was turned to another branch. */
export interface BaseChange {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly at: number;
  /** GitHub did it, since the branch it was for had been merged and deleted. */
  readonly isAutomatic: boolean;
}

/** The head was moved to a commit that is not built on the one before. */
export interface ForcePush {
  readonly id: number;
  readonly before: string;
  readonly after: string;
  readonly by: string;
  readonly at: number;
}

export function isPullRequest(issue: Issue): issue is PullRequest {
  return "headSha" in issue;
}
