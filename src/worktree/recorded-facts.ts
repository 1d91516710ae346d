import {
  type AccountFact,
  type Fact,
  type FactAnswer,
  type FactKind,
  type FactRequest,
  known,
  type MergedPullFact,
  missing,
  type PullRequestFact,
  type ReferenceFact,
  type TeamFact,
} from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import { looseKey } from "./facts/facts-file.ts";
import { type Recorded, recordedCommands } from "./facts/recorded-commands.ts";
import { recordedIssues, recordedRuns } from "./facts/recorded-lists.ts";
import type { MissingEntry, RecordedFacts, RecordedRun } from "./facts-schema.ts";

/** The kinds of fact that only GitHub knows. */
type GitHubKind =
  | "account"
  | "team"
  | "pull-request"
  | "merged-pull"
  | "checks"
  | "issues"
  | "reference";

const GITHUB_KINDS: ReadonlySet<FactKind> = new Set<GitHubKind>([
  "account",
  "team",
  "pull-request",
  "merged-pull",
  "checks",
  "issues",
  "reference",
]);

export function isGitHubRequest(request: FactRequest): request is FactRequest<GitHubKind> {
  return GITHUB_KINDS.has(request.kind);
}

/** Answers from a facts file what GitHub was asked for. Files and history it never answers. */
export function recordedFacts(facts: RecordedFacts): FactSource {
  const sections: Sections = {
    accounts: index(facts.accounts),
    teams: index(facts.teams),
    pulls: index(facts.merged_pulls),
    workflows: index(facts.workflow_runs, workflowKey),
  };
  return {
    read: async (requests) =>
      requests.map((request) =>
        isGitHubRequest(request)
          ? answer(facts, sections, request)
          : missing("unreadable", "a facts file holds only what GitHub knows"),
      ),
  };
}

/** Entries of a section of the file by `looseKey`. */
type Section<T> = ReadonlyMap<string, T | MissingEntry>;

interface Sections {
  readonly accounts: Section<AccountFact>;
  readonly teams: Section<TeamFact>;
  readonly pulls: Section<Recorded<RecordedFacts["merged_pulls"][string]>>;
  readonly workflows: Section<readonly RecordedRun[]>;
}

function answer(
  facts: RecordedFacts,
  sections: Sections,
  request: FactRequest<GitHubKind>,
): Fact<FactAnswer> {
  switch (request.kind) {
    case "account": {
      const { login } = request;
      return found(sections.accounts.get(looseKey(login)), `accounts.${login}`, known);
    }
    case "team": {
      const { team } = request;
      return found(sections.teams.get(looseKey(team)), `teams.${team}`, known);
    }
    case "pull-request":
      return found(facts.pull_request, "pull_request", (pull) => known(pullRequest(pull)));
    case "merged-pull": {
      const number = String(request.number);
      const pull = sections.pulls.get(number);
      return found(pull, `merged_pulls.${number}`, (value) => known(mergedPull(value)));
    }
    case "checks": {
      const then = (runs: readonly RecordedRun[]) => known(recordedRuns(facts, runs));
      if (request.on === "head") return found(facts.checks, "checks", then);
      const runs = sections.workflows.get(workflowKey(request.workflow));
      return found(runs, `workflow_runs.${request.workflow}`, then);
    }
    case "issues":
      return found(facts.issues, "issues", (issues) => recordedIssues(issues, request.labels));
    case "reference":
      return reference(facts, request);
  }
}

function index<T>(
  section: Readonly<Record<string, T>>,
  keyOf: (key: string) => string = looseKey,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(section).map(([key, value]) => [keyOf(key), value]));
}

/** Rules name a workflow by its path or by its file name alone. */
function workflowKey(workflow: string): string {
  return workflow.replace(/^\.github\/workflows\//, "");
}

function found<T extends object>(
  value: T | MissingEntry | undefined,
  name: string,
  then: (value: T) => Fact<FactAnswer>,
): Fact<FactAnswer> {
  if (value === undefined) {
    return missing("needs-github", `the facts file does not record \`${name}\``);
  }
  if (!isMissing(value)) return then(value);
  return missing(value.missing, value.detail ?? `the facts file records it as ${value.missing}`);
}

function isMissing(value: object): value is MissingEntry {
  return "missing" in value;
}

function pullRequest(pull: Recorded<RecordedFacts["pull_request"]>): PullRequestFact {
  return {
    number: pull.number,
    head: pull.head,
    openedAt: Date.parse(pull.opened_at),
    authors: pull.authors,
    reviews: pull.reviews
      .map(({ id, submitted_at, ...review }, index) => ({
        id: id ?? `review-${index + 1}`,
        ...review,
        submittedAt: Date.parse(submitted_at),
      }))
      .sort((a, b) => a.submittedAt - b.submittedAt),
    commands: recordedCommands(pull),
    baseChangedAt: pull.base_changed_at === null ? null : Date.parse(pull.base_changed_at),
  };
}

function mergedPull(pull: Recorded<RecordedFacts["merged_pulls"][string]>): MergedPullFact {
  if (pull.state !== "merged") return pull;
  const { waivers } = pull;
  return {
    state: "merged",
    author: pull.author,
    mergedAt: Date.parse(pull.merged_at),
    approvedBy: pull.approved_by,
    waivers: Array.isArray(waivers) ? waivers.map((line) => `${line}\n`).join("") : waivers,
  };
}

function reference(facts: RecordedFacts, request: FactRequest<"reference">): Fact<FactAnswer> {
  const { issues, commits, runs } = facts.references;
  const own = looseKey(facts.repository);
  const isOwn = request.repository === null || looseKey(request.repository) === own;
  const repository = isOwn ? "" : request.repository;
  const at = repository === "" ? "" : `${repository}@`;
  switch (request.what) {
    case "issue":
      return look(issues, "issues", `${repository}#${request.id}`, `${own}#`);
    case "run":
      return look(runs, "runs", `${at}${request.id}`, `${own}@`);
    case "commit":
      return look(commits, "commits", `${at}${request.id}`, `${own}@`);
  }
}

function look(
  section: Readonly<Record<string, ReferenceFact | MissingEntry>>,
  name: "issues" | "commits" | "runs",
  key: string,
  own: string,
): Fact<FactAnswer> {
  // The repository's own name in front of a key says no more than leaving it out.
  const entries = index(section, (other) => {
    const loose = looseKey(other);
    return loose.startsWith(own) ? loose.slice(own.length) : loose;
  });
  const wanted = looseKey(key);
  const value = entries.get(wanted) ?? (name === "commits" ? commitIn(entries, wanted) : undefined);
  return found(value, `references.${name}.${key}`, known);
}

/** The one recorded commit that is the wanted one, where either is abbreviated. */
function commitIn<T>(entries: ReadonlyMap<string, T>, wanted: string): T | undefined {
  const fitting = [...entries].filter(([key]) => key.startsWith(wanted) || wanted.startsWith(key));
  return fitting.length === 1 ? fitting[0]?.[1] : undefined;
}
