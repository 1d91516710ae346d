import type { CheckRun, CommitStatus } from "./check.ts";

export interface RequiredCheck {
  readonly context: string;
  /** Only this app's check counts; `null` for anybody's. */
  readonly app: number | null;
}

/** One rule of a ruleset, as GitHub writes it. */
export interface Rule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What a merge into matching branches takes. */
export interface Ruleset {
  readonly id: number;
  name: string;
  enforcement: "active" | "disabled" | "evaluate";
  /** `refs/heads/…` patterns, or `~DEFAULT_BRANCH` and `~ALL`. */
  include: readonly string[];
  exclude: readonly string[];
  rules: readonly Rule[];
  bypass: readonly Readonly<Record<string, unknown>>[];
}

/** Classic protection of one branch. */
export interface Protection {
  checks: RequiredCheck[];
  strict: boolean;
  enforceAdmins: boolean;
  approvals: number | null;
  codeOwners: boolean;
  allowsForcePushes?: boolean;
  allowsDeletion?: boolean;
}

/** What of the required checks of a head is missing, waiting or failed. Empty: all passed. */
export function openChecks(
  required: readonly RequiredCheck[],
  statuses: readonly CommitStatus[],
  runs: readonly CheckRun[],
): readonly string[] {
  return required.flatMap(({ context, app }) => {
    const states = [
      ...latest(statuses.filter((one) => one.context === context && isFrom(one.app, app))).map(
        ({ state }) => state,
      ),
      ...latestRuns(runs.filter((one) => one.name === context && isFrom(one.app, app))).map(
        stateOf,
      ),
    ];
    if (states.length === 0) return [`Required status check "${context}" is expected.`];
    // A status and a check run of one name: both must pass.
    if (states.every((state) => state === "success")) return [];
    const isFailed = states.some((state) => state === "failure" || state === "error");
    return [`Required status check "${context}" is ${isFailed ? "failing" : "pending"}.`];
  });
}

function isFrom(app: number | null, wanted: number | null): boolean {
  return wanted === null || app === wanted;
}

/** The newest status of each context: older ones are history. */
export function latest(statuses: readonly CommitStatus[]): readonly CommitStatus[] {
  const newest = new Map<string, CommitStatus>();
  for (const status of statuses) newest.set(status.context, status);
  return [...newest.values()];
}

/** The newest run of each name by each app. */
export function latestRuns(runs: readonly CheckRun[]): readonly CheckRun[] {
  const newest = new Map<string, CheckRun>();
  for (const run of runs) newest.set(`${run.app} ${run.name}`, run);
  return [...newest.values()];
}

/** What a check run comes to, in the words of statuses. */
export function stateOf({ status, conclusion }: CheckRun): "success" | "pending" | "failure" {
  if (status !== "completed") return "pending";
  const passes = ["success", "neutral", "skipped"].includes(conclusion ?? "");
  return passes ? "success" : "failure";
}
