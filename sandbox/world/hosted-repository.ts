import type { BareRepository } from "../git/bare-repository.ts";
import type { NewCommit } from "../git/import-commit.ts";
import { type Access, atLeast } from "./account.ts";
import type { CheckRun, CheckSuite, CommitStatus, Workflow, WorkflowRun } from "./check.ts";
import type { Deployment, Environment } from "./deployment.ts";
import { type Comment, type Issue, isPullRequest, type Label, type PullRequest } from "./issue.ts";
import type { MergeGroup } from "./merge-group.ts";
import type { Protection, Ruleset } from "./protection.ts";
import { notFound } from "./refusal.ts";

/** A repository as it is hosted: its git, and everything git does not know. */
export class HostedRepository {
  readonly id: number;
  owner: string;
  name: string;
  readonly git: BareRepository;
  isPrivate: boolean;
  archived = false;
  /** `owner/name` of the repository it was forked from. */
  readonly parent: string | null;
  defaultBranch = "main";
  hasIssues = true;
  /** What was before it is gone. */
  firstNumber = 1;
  /** By login; what is not here has none of its own. */
  readonly collaborators = new Map<string, Access>();
  readonly teams = new Map<string, Access>();
  /** Issues and pull requests by number. */
  readonly issues = new Map<number, Issue | PullRequest>();
  readonly labels = new Map<string, Label>();
  readonly statuses = new Map<string, CommitStatus[]>();
  readonly suites: CheckSuite[] = [];
  readonly checkRuns: CheckRun[] = [];
  /** By path of their file. */
  readonly workflows = new Map<string, Workflow>();
  readonly workflowRuns: WorkflowRun[] = [];
  /** In the order in which they would be merged. */
  readonly mergeGroups: MergeGroup[] = [];
  /** By name. */
  readonly environments = new Map<string, Environment>();
  readonly deployments: Deployment[] = [];
  readonly rulesets: Ruleset[] = [];
  readonly protections = new Map<string, Protection>();
  /** What workflows may that state no permissions of their own. */
  workflowDefaults: { permissions: "read" | "write"; approve: boolean } = {
    permissions: "read",
    approve: false,
  };

  constructor(
    git: BareRepository,
    about: {
      readonly id: number;
      readonly owner: string;
      readonly name: string;
      readonly isPrivate: boolean;
      readonly parent: string | null;
    },
  ) {
    this.git = git;
    this.id = about.id;
    this.owner = about.owner;
    this.name = about.name;
    this.isPrivate = about.isPrivate;
    this.parent = about.parent;
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /** Its number is the next one, whether issue or pull request. */
  nextNumber(): number {
    return Math.max(this.firstNumber - 1, ...this.issues.keys()) + 1;
  }

  issue(number: number): Issue | PullRequest {
    const found = this.issues.get(number);
    if (found === undefined) throw notFound();
    return found;
  }

  pull(number: number): PullRequest {
    const found = this.issues.get(number);
    if (found === undefined || !isPullRequest(found)) throw notFound();
    return found;
  }

  pulls(): readonly PullRequest[] {
    return [...this.issues.values()].filter(isPullRequest);
  }

  comment(id: number): { readonly issue: Issue; readonly comment: Comment } {
    for (const issue of this.issues.values()) {
      const comment = issue.comments.find((one) => one.id === id);
      if (comment !== undefined) return { issue, comment };
    }
    throw notFound();
  }

  statusesOf(sha: string): readonly CommitStatus[] {
    return this.statuses.get(sha) ?? [];
  }

  runsOf(sha: string): readonly CheckRun[] {
    return this.checkRuns.filter(({ head }) => head === sha);
  }

  /** Of a person, by themselves and by what everybody has. Teams come on top in `World`. */
  ownAccess(login: string): Access {
    if (login.toLowerCase() === this.owner.toLowerCase()) return "admin";
    const own = this.collaborators.get(login.toLowerCase()) ?? "none";
    return this.isPrivate || atLeast(own, "read") ? own : "read";
  }

  commit(branch: string, commit: NewCommit): Promise<string> {
    return this.git.commit(branch, commit);
  }
}
