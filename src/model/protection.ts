import type { Fact, FileFact } from "./fact.ts";
import type { Stage } from "./policy.ts";

/** What GitHub was told to hold merges into a branch by, and what else a required verdict rests on. */
export interface RequiredContext {
  readonly context: string;
  /** Id of the app whose status or check run counts; `null` for anybody's. */
  readonly app: number | null;
}

/** Somebody for whom a guard does not hold. */
export interface Bypass {
  /** As messages name it: "administrators", "the team 12". */
  readonly who: string;
  /** `pull_request`: only by merging a pull request. */
  readonly mode: "always" | "pull_request" | "exempt";
}

/** An active ruleset, or the classic protection of a branch. What several demand is demanded. */
export interface BranchGuard {
  /** As messages name it: "the ruleset 12", "classic protection". */
  readonly name: string;
  /** `null` for classic protection. */
  readonly ruleset: { readonly id: number; readonly source: "repository" | "above" } | null;
  readonly contexts: readonly RequiredContext[];
  /** The branch has to be merged into the head first. */
  readonly upToDate: boolean;
  readonly pullRequest: { readonly approvals: number; readonly codeOwners: boolean } | null;
  readonly refusesForcePushes: boolean;
  readonly refusesDeletion: boolean;
  readonly hasMergeQueue: boolean;
  readonly bypass: Fact<readonly Bypass[]>;
  /** Why all but the contexts is unknown; `null` where it is known. */
  readonly unread: string | null;
}

export interface BranchProtection {
  /** A name, or the glob of a stage where no branch has such a name. */
  readonly branch: string;
  readonly guards: Fact<readonly BranchGuard[]>;
}

/** A status or check run under a name of ours on the head of a pull request. */
export interface WrittenVerdict {
  readonly context: string;
  readonly by: "status" | "check-run";
  /** Login of who wrote a status, a bot's with `[bot]`; `null` for a check run. */
  readonly author: string | null;
  /** Milliseconds since 1970; `null` where GitHub does not say. */
  readonly at: number | null;
}

export interface OpenPull {
  readonly number: number;
  readonly base: string;
  readonly head: string;
}

/** An open pull request with everything that was said of its head, under whatever name. */
export interface Promotion extends OpenPull {
  readonly verdicts: Fact<readonly WrittenVerdict[]>;
}

/** Those that were looked at; `isWhole`: there are no others. */
export interface Listed<Pull extends OpenPull> {
  readonly open: readonly Pull[];
  readonly isWhole: boolean;
}

export interface NamedFile {
  /** Its path. */
  readonly name: string;
  readonly fact: Fact<FileFact>;
}

/** What a repository has on its default branch, and what is open. */
export interface RepositoryState {
  /** `owner/name` as GitHub writes it. */
  readonly repository: string;
  readonly defaultBranch: string;
  /** The first of the places GitHub looks at; `null` where there is none. */
  readonly codeowners: NamedFile | null;
  readonly workflows: Fact<readonly NamedFile[]>;
  /** When the policy's files changed last. */
  readonly policyChanged: Fact<number | null>;
  /** The last to change first. */
  readonly pulls: Fact<Listed<OpenPull>>;
  /** Branches that are there, as far as they were listed. */
  readonly branches: readonly string[];
  readonly allBranches: boolean;
}

/** A workflow as GitHub runs it. */
export interface WorkflowState {
  /** `active`, or why it is not. */
  readonly state: string;
  /** When the clock ran it last; `null` for never. */
  readonly lastScheduled: number | null;
}

/** The branches of a stage; of a glob, one branch that it matches. */
export interface StageProtection {
  readonly stage: Stage;
  readonly branches: readonly BranchProtection[];
}

/** A line of CODEOWNERS that GitHub does not heed, and its reason. */
export interface CodeownersError {
  readonly line: number;
  readonly message: string;
}

/** What workflows may that state no permissions, and whether any may approve. */
export interface WorkflowDefaults {
  readonly mayWrite: boolean;
  readonly mayApprove: boolean;
}

/** All that was read to tell whether merges wait for verdicts. */
export interface ProtectionReading {
  readonly state: RepositoryState;
  /** Of every stage that is asked about. */
  readonly stages: readonly StageProtection[];
  readonly defaultBranch: BranchProtection;
  readonly promotions: Fact<Listed<Promotion>>;
  readonly codeownersErrors: Fact<readonly CodeownersError[]>;
  readonly workflowDefaults: Fact<WorkflowDefaults>;
  /** Of our workflow; `null` where there is none to ask about. */
  readonly workflow: Fact<WorkflowState> | null;
}
