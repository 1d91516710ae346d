import type { CheckMark } from "./check-mark.ts";

/**
 * One change wanted on GitHub, as data. A dry run prints effects; an adapter applies them, in their
 * order. Applied twice they change nothing the second time: what is planned is only what differs
 * from the surroundings.
 */
export type Effect = StatusEffect | CheckRunEffect | CommentEffect | IssueEffect | AnswerEffect;

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

/**
 * A check run of ours, which is completed at once. Annotations are only ever added: other ones need
 * another run, which stands for the older one of its name from then on.
 */
export type CheckRunEffect =
  | {
      readonly kind: "create-check-run";
      readonly sha: string;
      /** `stage-gates / production` */
      readonly name: string;
      readonly said: CheckRunSaid;
      readonly annotations: readonly CheckAnnotation[];
    }
  | {
      readonly kind: "update-check-run";
      readonly id: number;
      readonly name: string;
      readonly said: CheckRunSaid;
      /** Those that are missing on it. */
      readonly annotations: readonly CheckAnnotation[];
    };

export interface CheckRunSaid {
  /** Never anything that GitHub would take for a pass besides `success`. */
  readonly conclusion: "success" | "failure" | "action_required";
  /** At most 255 characters. */
  readonly title: string;
  /** Markdown, at most 65,535 bytes. */
  readonly summary: string;
  /** As `summary`; `null` where there is no more to say. */
  readonly text: string | null;
  readonly buttons: readonly CheckButton[];
  readonly detailsUrl: string | null;
  /** Goes with it as its external id; `sent` as if all annotations were there. */
  readonly mark: CheckMark;
}

/** At most 20, 40 and 20 characters. */
export interface CheckButton {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

/** A remark at a line of a file of the commit. */
export interface CheckAnnotation {
  readonly level: "failure" | "warning" | "notice";
  readonly file: string;
  readonly line: number;
  /** At most 255 characters. */
  readonly title: string;
  readonly message: string;
}

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
