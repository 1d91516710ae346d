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
}

export interface Review {
  readonly id: number;
  readonly author: string;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  readonly body: string;
  /** The head when it was given. */
  readonly commit: string;
  readonly submitted: number;
}

export interface PullRequest extends Issue {
  /** Branch of the repository it would be merged into. */
  base: string;
  /** Tip of the base when the pull request was last brought up to date; GitHub lets it lag. */
  baseSha: string;
  readonly head: { readonly repository: string; readonly branch: string };
  headSha: string;
  draft: boolean;
  merged: number | null;
  mergedBy: string | null;
  mergeCommit: string | null;
  readonly reviews: Review[];
  requestedUsers: string[];
  /** Slugs. */
  requestedTeams: string[];
}

export function isPullRequest(issue: Issue): issue is PullRequest {
  return "headSha" in issue;
}

export interface CommitStatus {
  readonly id: number;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  /** Id of the app whose token wrote it; `null` for a person's. */
  readonly app: number | null;
  readonly created: number;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly head: string;
  readonly app: number;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  readonly started: number;
  completed: number | null;
  externalId: string;
  detailsUrl: string | null;
  title: string | null;
  summary: string | null;
}
