import type { StatusState } from "./effect.ts";
import type { Fact } from "./fact.ts";

/** What of ours there is on GitHub now. Effects are the difference between it and what is wanted. */
export interface Surroundings {
  readonly repository: {
    /** Without a slash at its end: `https://github.com/acme/shop`. */
    readonly url: string;
    readonly defaultBranch: string;
    readonly hasIssues: boolean;
  };
  /** The commit that is judged and gets the status: a pull request's head, or a merge group's. */
  readonly head: string;
  /** `null` for a merge group and for a branch. */
  readonly pull: PullSurroundings | null;
  /**
   * Statuses on `head` whose context begins with `stage-gates / `, the newest of each context;
   * empty where they cannot be read: then one is written.
   */
  readonly statuses: readonly OwnStatus[];
  /**
   * Check runs on `head` that the app itself has made and that are named as ours, the newest of each
   * name; none where the verdict is said by a status.
   */
  readonly checkRuns: Fact<readonly OwnCheckRun[]>;
  /**
   * Comments on the pull request whose author is us, by account and not by name, and which hold
   * `<!-- stage-gates:`. All pages, or missing: without them none is written.
   */
  readonly comments: Fact<readonly OwnComment[]>;
  /**
   * Issues whose author is us and which hold `<!-- stage-gates:issue`, open and closed. All pages,
   * never by search, or missing: without them none is opened.
   */
  readonly issues: Fact<readonly OwnIssue[]>;
  /**
   * Open pull requests into branches of stages: numbers in issues that are not among them are
   * dropped. `null` where they could not be listed.
   */
  readonly openPulls: readonly number[] | null;
}

export interface PullSurroundings {
  readonly number: number;
  /** Branch it would be merged into. */
  readonly base: string;
  /** Where its head can be edited; `null` where the fork is gone. */
  readonly source: {
    /** Of the fork, or the repository's own. */
    readonly url: string;
    readonly branch: string;
  } | null;
  readonly author: string;
  /** Whether the author has write access. Issues follow only what such people propose. */
  readonly authorCanWrite: boolean;
}

export interface OwnStatus {
  readonly context: string;
  /** GitHub's fourth state is only ever somebody else's. */
  readonly state: StatusState | "error";
  readonly description: string | null;
  readonly targetUrl: string | null;
}

export interface OwnCheckRun {
  readonly id: number;
  readonly name: string;
  /** As GitHub's REST writes it; `null` while it is not completed. */
  readonly conclusion: string | null;
  readonly externalId: string;
  /** Somebody has asked for it again, and waits until something is said. */
  readonly isAwaited?: boolean;
}

export interface OwnComment {
  readonly id: number;
  readonly body: string;
  /** Milliseconds since 1970, UTC. */
  readonly createdAt: number;
}

export interface OwnIssue {
  readonly number: number;
  readonly state: "open" | "closed";
  /** Why it was closed; `null` while it is open, or where GitHub does not say. */
  readonly reason: "completed" | "not_planned" | "duplicate" | null;
  readonly body: string;
  readonly createdAt: number;
  readonly closedAt: number | null;
  /** Whether it was us who closed it; `null` while it is open. */
  readonly closedByUs: boolean | null;
  /** Ours that hold `<!-- stage-gates:` among the latest hundred, oldest first; humans' do not matter. */
  readonly comments: readonly OwnComment[];
}
