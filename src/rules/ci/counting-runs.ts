import type { CheckRunFact, ChecksFact } from "../../model/fact.ts";

/** Which runs a rule asks for; `null` where the policy does not say. */
export interface Asked {
  readonly check: string | null;
  readonly app: string;
  readonly workflow: string | null;
  readonly on: "head" | "branch";
}

/** Why a run of the right name does not count, for better or worse. */
export type Ignored =
  | "user-status"
  | "other-app"
  | "other-workflow"
  | "workflow-changed"
  | "other-repository"
  | "other-event";

/** Runs of these events come of commits that are on the default branch; nobody else starts them. */
const BRANCH_EVENTS: ReadonlySet<string> = new Set(["push", "schedule"]);

export function isActions(app: string): boolean {
  return app.toLowerCase() === "github-actions";
}

/**
 * The runs that decide. On a commit all of that name, since a workflow may run there for a push and
 * for a pull request; on a branch the newest one. Beside them why others of that name do not count.
 */
export function countingRuns(
  checks: ChecksFact,
  asked: Asked,
): { readonly counting: readonly CheckRunFact[]; readonly ignored: ReadonlySet<Ignored> } {
  const counting: CheckRunFact[] = [];
  const ignored = new Set<Ignored>();
  for (const run of checks.runs) {
    if (asked.check !== null && run.name !== asked.check) continue;
    const reason = whyIgnored(run, asked, checks.repository);
    if (reason === null) counting.push(run);
    else ignored.add(reason);
  }
  return { counting: asked.on === "branch" ? newestOf(counting) : counting, ignored };
}

function whyIgnored(run: CheckRunFact, asked: Asked, repository: string): Ignored | null {
  if (run.app === null) return "user-status";
  if (run.app.toLowerCase() !== asked.app.toLowerCase()) return "other-app";
  if (asked.workflow !== null && run.workflow !== asked.workflow) return "other-workflow";
  if (!isHere(run.repository, run, repository) || !isHere(run.headRepository, run, repository)) {
    return "other-repository";
  }
  // What ran on the default branch may be older than the file's last change there.
  if (run.workflowIsDefault === false) return "workflow-changed";
  if (isActions(run.app) && run.workflowIsDefault === null) return "workflow-changed";
  if (asked.on === "branch" && !BRANCH_EVENTS.has(run.event ?? "")) return "other-event";
  return null;
}

/** Checks of other apps are made on this repository's commits and name no repository. */
function isHere(named: string | null, run: CheckRunFact, repository: string): boolean {
  if (named === null) return !isActions(run.app ?? "");
  return named.toLowerCase() === repository.toLowerCase();
}

/** One that is queued has not started and is the newest of all. */
function newestOf(runs: readonly CheckRunFact[]): readonly CheckRunFact[] {
  const start = (run: CheckRunFact) => run.startedAt ?? Number.POSITIVE_INFINITY;
  const newest = runs.reduce((last, run) => Math.max(last, start(run)), Number.NEGATIVE_INFINITY);
  return runs.filter((run) => start(run) === newest);
}
