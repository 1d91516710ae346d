import {
  type CheckRunFact,
  type ChecksFact,
  type Fact,
  type IssuesFact,
  known,
  missing,
} from "../../model/fact.ts";
import type { MissingEntry, RecordedFacts, RecordedRun } from "../facts-schema.ts";

/** Newest first. Where a run says nothing of its repository, it is the one judged. */
export function recordedRuns(facts: RecordedFacts, runs: readonly RecordedRun[]): ChecksFact {
  const newestFirst = runs
    .map((run) => checkRun(run, facts.repository))
    .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  return { repository: facts.repository, runs: newestFirst };
}

function checkRun(run: RecordedRun, judged: string): CheckRunFact {
  return {
    name: run.name,
    app: run.app,
    workflow: run.workflow,
    workflowIsDefault: run.workflow_is_default,
    event: run.event,
    repository: run.repository === undefined ? judged : run.repository,
    headRepository: run.head_repository === undefined ? judged : run.head_repository,
    commit: run.commit,
    url: run.url,
    startedAt: instantOf(run.started_at),
    completedAt: instantOf(run.completed_at),
    conclusion: run.conclusion,
  };
}

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

type RecordedIssues = Exclude<NonNullable<RecordedFacts["issues"]>, MissingEntry>;

/**
 * Open issues with any of the labels, which GitHub compares without case. A label that the file
 * does not speak of makes the whole answer missing: there may be issues nobody recorded.
 */
export function recordedIssues(
  issues: RecordedIssues,
  labels: readonly string[],
): Fact<IssuesFact> {
  const listed = new Set(issues.labels.map(lower));
  const unknown = new Set(issues.unknown_labels.map(lower));
  const unrecorded = labels.find(
    (label) => !listed.has(lower(label)) && !unknown.has(lower(label)),
  );
  if (unrecorded !== undefined) {
    const detail = `the facts file has no \`${unrecorded}\` among its \`issues.labels\``;
    return missing("needs-github", detail);
  }
  const wanted = new Set(labels.map(lower));
  return known({
    open: issues.open.filter((issue) => issue.labels.some((label) => wanted.has(lower(label)))),
    unknownLabels: labels.filter((label) => !listed.has(lower(label))),
  });
}

function lower(text: string): string {
  return text.toLowerCase();
}
