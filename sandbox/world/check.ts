/** What is said of a commit. Milliseconds since 1970 wherever a moment is meant. */

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

/** All check runs of one app for one commit, or of one workflow run. */
export interface CheckSuite {
  readonly id: number;
  readonly head: string;
  readonly branch: string | null;
  readonly app: number;
  readonly created: number;
  /** It was asked for again, and nothing was said since. */
  rerequested: boolean;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: number;
  name: string;
  readonly head: string;
  readonly app: number;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  started: number;
  completed: number | null;
  externalId: string;
  detailsUrl: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: Annotation[];
  /** Buttons beside it. */
  actions: readonly CheckAction[];
}

/** A remark on lines of a file, in GitHub's own words. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number | null;
  readonly end_column?: number | null;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title?: string | null;
  readonly raw_details?: string | null;
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

/** A workflow file that has run. */
export interface Workflow {
  readonly id: number;
  readonly path: string;
  name: string;
  state: "active" | "disabled_inactivity" | "disabled_manually";
  readonly created: number;
}

export interface WorkflowRun {
  readonly id: number;
  readonly suite: number;
  readonly workflow: Workflow;
  readonly number: number;
  /** Name of the event that started it. */
  readonly event: string;
  readonly head: string;
  readonly branch: string | null;
  /** Login. */
  readonly actor: string;
  /** `waiting`: for who is asked before it deploys. */
  status: CheckRun["status"] | "waiting";
  conclusion: string | null;
  readonly created: number;
  updated: number;
}
