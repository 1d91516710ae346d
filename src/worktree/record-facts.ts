import type { z } from "zod";
import { commandLine } from "../model/command.ts";
import type {
  CheckRunFact,
  ChecksFact,
  Fact,
  FactAnswer,
  FactRequest,
  IssuesFact,
  MergedPullFact,
  PullRequestFact,
  ReferenceFact,
} from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import type { factsSchema } from "./facts-schema.ts";
import { isGitHubRequest } from "./recorded-facts.ts";

/** A facts file before its defaults are filled in. */
type FactsFile = z.input<typeof factsSchema>;

export interface FactsRecorder {
  /** Answers as the source does, and keeps what GitHub said. */
  readonly source: FactSource;
  /** What was asked so far, as a facts file. `repository` is `owner/name`; `at` in milliseconds since 1970. */
  file(about: {
    readonly repository: string;
    readonly commit: string;
    readonly at: number;
  }): FactsFile;
}

/** Records what a judgement asks GitHub, so that it can be judged again without a connection. */
export function recordFacts(source: FactSource): FactsRecorder {
  const asked: Asked[] = [];
  return {
    source: {
      async read(requests) {
        const facts = await source.read(requests);
        for (const [index, request] of requests.entries()) {
          const fact = facts[index];
          if (fact !== undefined && isGitHubRequest(request)) asked.push({ request, fact });
        }
        return facts;
      },
    },
    file: ({ repository, commit, at }) => ({
      schemaVersion: 1,
      recorded_at: moment(at),
      repository,
      commit,
      ...sectionsOf(asked),
    }),
  };
}

interface Asked {
  readonly request: FactRequest;
  readonly fact: Fact<FactAnswer>;
}

/** The answer in the form of the file; a fact that could not be read is recorded as such. */
function entry<Answer, Entry>(fact: Fact<FactAnswer>, then: (answer: Answer) => Entry) {
  if (fact.state === "known") return then(fact.value as Answer);
  // No file says so of itself: there was a connection.
  const reason = fact.reason === "needs-history" ? "unreadable" : fact.reason;
  return { missing: reason, detail: fact.detail };
}

function sectionsOf(asked: readonly Asked[]) {
  const accounts: Record<string, unknown> = {};
  const teams: Record<string, unknown> = {};
  const merged_pulls: Record<string, unknown> = {};
  const workflow_runs: Record<string, unknown> = {};
  const references = { issues: {}, commits: {}, runs: {} } as Record<
    "issues" | "commits" | "runs",
    Record<string, unknown>
  >;
  const single: Record<string, unknown> = {};
  for (const { request, fact } of asked) {
    switch (request.kind) {
      case "account":
        accounts[request.login] = entry(fact, (account) => account);
        break;
      case "team":
        teams[request.team] = entry(fact, (team) => team);
        break;
      case "pull-request":
        single.pull_request = entry(fact, pullRequest);
        break;
      case "merged-pull":
        merged_pulls[String(request.number)] = entry(fact, mergedPull);
        break;
      case "checks":
        if (request.on === "head") single.checks = entry(fact, runsOf);
        else {
          const before = workflow_runs[request.workflow];
          workflow_runs[request.workflow] = together(before, entry(fact, runsOf));
        }
        break;
      case "issues":
        single.issues = issuesOf(single.issues, request.labels, fact);
        break;
      case "reference": {
        const { repository, id } = request;
        const key = {
          issue: `${repository ?? ""}#${id}`,
          commit: repository === null ? id : `${repository}@${id}`,
          run: repository === null ? id : `${repository}@${id}`,
        }[request.what];
        const section = ({ issue: "issues", commit: "commits", run: "runs" } as const)[
          request.what
        ];
        references[section][key] = entry(fact, (reference: ReferenceFact) => reference);
        break;
      }
    }
  }
  // Sound: a test reads what is written back through the schema.
  return {
    ...single,
    accounts,
    teams,
    merged_pulls,
    workflow_runs,
    references,
  } as Partial<FactsFile>;
}

/** Two rules may ask for different jobs of one workflow. */
function together(before: unknown, now: unknown): unknown {
  if (!Array.isArray(before)) return before ?? now;
  return Array.isArray(now) ? [...before, ...now] : now;
}

function issuesOf(before: unknown, labels: readonly string[], fact: Fact<FactAnswer>): unknown {
  const now = entry(fact, ({ open, unknownLabels }: IssuesFact) => ({
    labels: labels.filter((label) => !unknownLabels.includes(label)),
    unknown_labels: unknownLabels,
    open,
  }));
  const [a, b] = [before, now] as readonly (typeof now | undefined)[];
  if (a === undefined || b === undefined || "missing" in a) return a ?? b;
  if ("missing" in b) return b;
  const open = new Map([...a.open, ...b.open].map((issue) => [issue.number, issue]));
  return {
    labels: [...new Set([...a.labels, ...b.labels])],
    unknown_labels: [...new Set([...a.unknown_labels, ...b.unknown_labels])],
    open: [...open.values()],
  };
}

function pullRequest(pull: PullRequestFact) {
  const comments = new Map<
    string,
    { author: string; at: number; lines: string[]; void: boolean }
  >();
  for (const { id, author, createdAt, command, void: isVoid } of pull.commands) {
    const line = commandLine(command);
    const there = comments.get(id);
    if (there === undefined) {
      comments.set(id, { author, at: createdAt, lines: [line], void: isVoid });
    } else there.lines.push(line);
  }
  return {
    number: pull.number,
    head: pull.head,
    opened_at: moment(pull.openedAt),
    authors: pull.authors,
    reviews: pull.reviews.map(({ submittedAt, ...review }) => ({
      ...review,
      submitted_at: moment(submittedAt),
    })),
    commands: [...comments].map(([id, { author, at, lines, void: isVoid }]) => ({
      ...{ id, author, created_at: moment(at), body: lines.join("\n"), void: isVoid },
    })),
    base_changed_at: momentOf(pull.baseChangedAt),
  };
}

function mergedPull(pull: MergedPullFact) {
  if (pull.state !== "merged") return pull;
  const { author, mergedAt, approvedBy, waivers } = pull;
  return {
    ...{ state: "merged", author, merged_at: moment(mergedAt), approved_by: approvedBy, waivers },
  };
}

function runsOf({ runs }: ChecksFact) {
  return runs.map((run: CheckRunFact) => ({
    name: run.name,
    conclusion: run.conclusion,
    commit: run.commit,
    app: run.app,
    workflow: run.workflow,
    workflow_is_default: run.workflowIsDefault,
    event: run.event,
    repository: run.repository,
    head_repository: run.headRepository,
    url: run.url,
    started_at: momentOf(run.startedAt),
    completed_at: momentOf(run.completedAt),
  }));
}

function momentOf(instant: number | null): string | null {
  return instant === null ? null : moment(instant);
}

function moment(instant: number): string {
  return new Date(instant).toISOString();
}
