import type { Team } from "./account.ts";
import type { Installation } from "./app.ts";
import type { CheckRun, CheckSuite, CommitStatus, WorkflowRun } from "./check.ts";
import type { Deployment, DeploymentStatus } from "./deployment.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import type { Comment, Label, Review } from "./issue.ts";
import type { MergeGroup } from "./merge-group.ts";
import type { Ruleset } from "./protection.ts";

/** Something happened that GitHub tells by webhook. */
export interface WorldEvent {
  readonly name: string;
  readonly action: string | null;
  /** `null` for what is about an account and none of its repositories. */
  readonly repository: HostedRepository | null;
  /** Login; the owner of the repository unless given. */
  readonly organization?: string;
  /** Id of the app that alone hears of it. */
  readonly onlyApp?: number;
  /** Login. */
  readonly sender: string;
  /** Number of the issue or pull request, or the commit, that it is about. */
  readonly subject: number | string;
  /** What the payload shows beside the subject. */
  readonly details?: EventDetails;
}

export interface EventDetails {
  readonly comment?: Comment;
  readonly review?: Review;
  readonly label?: Label;
  /** Who was assigned, or no longer is; login. */
  readonly assignee?: string;
  /** Who was asked for a review, or no longer is: a login, or the slug of a team. */
  readonly reviewer?: { readonly login: string } | { readonly slug: string };
  readonly team?: Team;
  /** Who came to a team or a repository, or went; login. */
  readonly member?: string;
  readonly ruleset?: Ruleset;
  readonly workflowRun?: WorkflowRun;
  /** What was there before, as GitHub writes it: `{ title: { from: "…" } }`. */
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly status?: CommitStatus;
  readonly run?: CheckRun;
  readonly suite?: CheckSuite;
  /** Of the button that was pressed. */
  readonly identifier?: string;
  readonly group?: MergeGroup;
  readonly deployment?: Deployment;
  readonly deploymentStatus?: DeploymentStatus;
  /** What a person gave to a `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Path of the workflow that a `schedule` or `workflow_dispatch` starts. */
  readonly workflow?: string;
  /** Why a merge group went. */
  readonly reason?: "merged" | "invalidated" | "dequeued";
  readonly installation?: Installation;
  /** Of repositories that an installation is in, was given, or lost. */
  readonly names?: readonly string[];
  /** Tips of the branch before and after a push. */
  readonly push?: { readonly before: string | null; readonly after: string | null };
}
