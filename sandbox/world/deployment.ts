/** Where something is deployed to. Milliseconds since 1970 wherever a moment is meant. */
export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly gates: DeploymentGate[];
  readonly created: number;
}

/** An app that is asked before anything is deployed there: a custom deployment protection rule. */
export interface DeploymentGate {
  readonly id: number;
  /** Id. */
  readonly app: number;
}

export interface Deployment {
  readonly id: number;
  /** Name. */
  readonly environment: string;
  /** As it was asked for: a branch or a commit. */
  readonly ref: string;
  readonly sha: string;
  readonly task: string;
  readonly payload: unknown;
  readonly description: string | null;
  /** Login. */
  readonly creator: string;
  /** Id of the workflow run that waits for it; `null` for one made over the API. */
  readonly run: number | null;
  readonly created: number;
  updated: number;
  readonly statuses: DeploymentStatus[];
  /** What the apps that were asked have said, by their ids; `null` until they have. */
  readonly answers: Map<number, GateAnswer | null>;
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state:
    | "error"
    | "failure"
    | "inactive"
    | "in_progress"
    | "queued"
    | "pending"
    | "success";
  readonly description: string;
  readonly creator: string;
  readonly targetUrl: string | null;
  readonly environmentUrl: string | null;
  readonly created: number;
}

export interface GateAnswer {
  readonly state: "approved" | "rejected";
  readonly comment: string;
  readonly at: number;
}
