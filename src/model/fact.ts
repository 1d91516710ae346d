import type { CommandComment } from "./command.ts";

/**
 * Facts: what a judgement may know about a checkout or about GitHub. A rule asks for one by its
 * request; an adapter answers. The same request always stands for the same fact, so that each is
 * read once.
 */

/** Which version of a file: what would land, the tip merged into, or a commit (40 lower-case hex digits). */
export type Revision = "evidence" | "base" | (string & {});

/** A text file of the repository. One object per blob, so that its parse can be kept beside it. */
export interface FileText {
  /** Decoded as UTF-8, byte order mark and line ends as they are. */
  readonly text: string;
  /** Git's object id of the content. */
  readonly blob: string;
}

/** A path looked up. All but `file` mean "there is no such evidence": failed, never errored. */
export type FileFact =
  | { readonly state: "file"; readonly file: FileText }
  | {
      readonly state:
        | "absent"
        | "empty"
        | "directory"
        | "link"
        | "submodule"
        | "lfs-pointer"
        /** Not UTF-8 text. */
        | "binary"
        /** The path leaves the repository. */
        | "outside";
    };

/** A path the pull request adds, changes, moves or deletes; mode changes and submodules too. */
export interface ChangedPath {
  readonly path: string;
  /** Where it was before it moved. */
  readonly previous: string | null;
}

export interface PathEntry {
  readonly path: string;
  /** Of a link, of where it points to; of a submodule, its commit. */
  readonly blob: string;
  /** Left out for a regular file. */
  readonly kind?: "link" | "submodule";
}

/** One state of a file on a branch, newest first. `at` is when it reached the branch (merge time). */
export interface FileVersion {
  readonly commit: string;
  readonly at: number;
  readonly content: FileFact;
}

export type Access = "none" | "read" | "triage" | "write" | "maintain" | "admin";

export type AccountFact =
  | { readonly state: "absent" }
  | { readonly state: "user" | "bot" | "organization"; readonly access: Access };

export type TeamFact =
  | { readonly state: "absent" }
  | { readonly state: "team"; readonly members: readonly string[]; readonly access: Access };

export interface Review {
  readonly id: string;
  readonly author: string;
  readonly state: "approved" | "changes-requested" | "commented";
  readonly commit: string;
  readonly submittedAt: number;
  /** Dismissed or minimised. A dismissed approval is gone; a dismissed request for changes counts. */
  readonly dismissed: boolean;
}

export interface PullRequestFact {
  readonly number: number;
  readonly head: string;
  readonly openedAt: number;
  /** Whoever opened it and any known last pusher. None of them may approve it. */
  readonly authors: readonly string[];
  /** In order of submission, all of them. */
  readonly reviews: readonly Review[];
  /** Those that may count, all of them, in order of creation; see `CommandComment`. */
  readonly commands: readonly CommandComment[];
  /** When the branch it asks to merge into was last changed for another; `null`: never. */
  readonly baseChangedAt: number | null;
}

/** Another pull request, as a waiver's `approved_in` or an item's evidence names it. */
export type MergedPullFact =
  | { readonly state: "absent" | "open" | "closed" }
  | {
      readonly state: "merged";
      readonly author: string;
      readonly mergedAt: number;
      readonly approvedBy: readonly string[];
      /** The waivers file as that merge left it; `null` where it had none. */
      readonly waivers: string | null;
    };

export type RunConclusion =
  | "success"
  | "failure"
  | "cancelled"
  | "timed-out"
  | "skipped"
  | "neutral"
  | "action-required"
  | "stale";

export interface CheckRunFact {
  readonly name: string;
  /** Slug of the app that made it; `null` for a status set by a user. */
  readonly app: string | null;
  /** Path of the workflow file, for GitHub Actions. */
  readonly workflow: string | null;
  /** Whether that workflow's file equals the default branch's; `null` where it is no workflow. */
  readonly workflowIsDefault: boolean | null;
  readonly event: string | null;
  /** `owner/repo` that ran it and `owner/repo` of the code it ran on. */
  readonly repository: string | null;
  readonly headRepository: string | null;
  readonly commit: string;
  readonly url: string | null;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  /** `null` while it is queued or running. */
  readonly conclusion: RunConclusion | null;
}

export interface ChecksFact {
  /** `owner/repo` of the repository judged. */
  readonly repository: string;
  readonly runs: readonly CheckRunFact[];
}

export interface IssuesFact {
  /** Open issues, no pull requests, that carry any of the labels of the request. */
  readonly open: readonly {
    readonly number: number;
    readonly title: string;
    readonly labels: readonly string[];
  }[];
  /** Labels of the request the repository does not have. */
  readonly unknownLabels: readonly string[];
}

export type ReferenceFact =
  | { readonly state: "absent" }
  /** An issue or pull request. */
  | { readonly state: "issue" | "pull-request" }
  /** A commit; `ancestor`: of the evidence's commit. */
  | { readonly state: "commit"; readonly ancestor: boolean }
  | { readonly state: "run"; readonly conclusion: RunConclusion | null };

/** Request and answer of each kind of fact. */
export interface FactKinds {
  file: { request: { readonly path: string; readonly revision: Revision }; answer: FileFact };
  /** Regular files that a glob matches, sorted by path; on demand links and submodules as well. */
  files: {
    request: { readonly glob: string; readonly revision: Revision; readonly entries?: "all" };
    answer: readonly PathEntry[];
  };
  /** Folders that a glob matches, sorted. */
  folders: {
    request: { readonly glob: string; readonly revision: Revision };
    answer: readonly string[];
  };
  /** Versions a file had on the base branch (first parent), newest first, at most 50; on `evidence`, of what would land, or up to a commit. */
  history: {
    request: { readonly path: string; readonly revision: Revision };
    answer: readonly FileVersion[];
  };
  /** All paths that differ between base and evidence; missing where that cannot be read to its end. */
  changes: { request: object; answer: readonly ChangedPath[] };
  account: { request: { readonly login: string }; answer: AccountFact };
  /** `org/team`. */
  team: { request: { readonly team: string }; answer: TeamFact };
  "pull-request": { request: object; answer: PullRequestFact };
  "merged-pull": { request: { readonly number: number }; answer: MergedPullFact };
  /** Check runs and statuses on what would land, or runs of a workflow on the default branch, newest first. */
  checks: {
    request:
      | { readonly on: "head" }
      /** With `check`, the runs of the job of that name instead. */
      | { readonly on: "branch"; readonly workflow: string; readonly check: string | null };
    answer: ChecksFact;
  };
  issues: { request: { readonly labels: readonly string[] }; answer: IssuesFact };
  /** `repository` is `owner/repo`, or `null` for the one judged; `id` a number or a commit, as text. */
  reference: {
    request: {
      readonly what: "issue" | "commit" | "run";
      readonly repository: string | null;
      readonly id: string;
    };
    answer: ReferenceFact;
  };
}

export type FactKind = keyof FactKinds;

export type FactRequest<K extends FactKind = FactKind> = {
  [Kind in K]: { readonly kind: Kind } & FactKinds[Kind]["request"];
}[K];

export type FactAnswer<K extends FactKind = FactKind> = FactKinds[K]["answer"];

/** Why a fact could not be had. Each makes the rule that asked `errored`. */
export type MissingReason =
  /** No connection to GitHub was asked for: a laptop without a token and without recorded facts. */
  | "needs-github"
  | "forbidden"
  | "timed-out"
  | "rate-limited"
  | "too-large"
  | "unreadable"
  /** The checkout cannot tell: no git, a shallow clone, an unknown base. */
  | "needs-history";

export type Fact<T> =
  | { readonly state: "known"; readonly value: T }
  | {
      readonly state: "missing";
      readonly reason: MissingReason;
      /** One clause that ends a sentence: "the token lacks `checks: read`". */
      readonly detail: string;
    };

export function known<T>(value: T): Fact<T> {
  return { state: "known", value };
}

export function missing(reason: MissingReason, detail: string): Fact<never> {
  return { state: "missing", reason, detail };
}

/** The same text for the same request, whatever the order of its keys. No revision holds a space. */
export function factKey(request: FactRequest): string {
  if (request.kind === "file") return `file ${request.revision} ${request.path}`;
  const { kind, ...rest } = request;
  const parts = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${kind} ${JSON.stringify(parts)}`;
}
