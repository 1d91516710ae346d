/**
 * One change wanted on GitHub, as data. A dry run prints effects; an adapter applies them, in their
 * order. Applied twice they change nothing the second time: what is planned is only what differs
 * from the surroundings.
 */
export type Effect = StatusEffect | CommentEffect | IssueEffect | AnswerEffect;

export interface StatusEffect {
  readonly kind: "set-status";
  readonly sha: string;
  /** `stage-gates / production` */
  readonly context: string;
  /** Never anything that GitHub would take for a pass besides `success`. */
  readonly state: StatusState;
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl: string | null;
}

export type StatusState = "success" | "failure" | "pending";

/** The one comment of a stage on a pull request. */
export type CommentEffect =
  | { readonly kind: "create-comment"; readonly pull: number; readonly body: string }
  | { readonly kind: "update-comment"; readonly id: number; readonly body: string }
  /** Only ever our own, where a race left two. */
  | { readonly kind: "delete-comment"; readonly id: number };

export type IssueEffect =
  | {
      readonly kind: "create-issue";
      /** Stands in the body's marker as well: look for it there before a create is repeated. */
      readonly fingerprint: string;
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
      /** Logins that the policy names; leave them out where GitHub refuses them. */
      readonly assignees: readonly string[];
    }
  | { readonly kind: "update-issue"; readonly number: number; readonly body: string }
  /** Close first: should the comment fail, nothing is lost. */
  | {
      readonly kind: "close-issue";
      readonly number: number;
      readonly reason: "completed" | "not_planned";
      readonly comment: string;
    }
  /** Comment first: it is what tells that the one time to reopen is used up. */
  | { readonly kind: "reopen-issue"; readonly number: number; readonly comment: string };

/** To a command in a comment. */
export type AnswerEffect =
  /** Made twice it is made once. `comment`: database id of a comment on the pull request. */
  | { readonly kind: "react"; readonly comment: string; readonly content: Reaction }
  | { readonly kind: "reply"; readonly pull: number; readonly body: string };

export type Reaction = "+1" | "-1" | "confused" | "eyes";
