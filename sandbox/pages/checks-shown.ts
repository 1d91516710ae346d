import type { HostedRepository } from "../world/hosted-repository.ts";
import { latest, latestRuns, stateOf } from "../world/protection.ts";
import { rulesOf } from "../world/rules-of-branch.ts";
import type { World } from "../world/world.ts";

export type CheckState = "failure" | "expected" | "pending" | "success";

/** A status or a check run, or one that is required and was not seen yet. */
export interface ShownCheck {
  readonly name: string;
  readonly state: CheckState;
  readonly description: string;
  /** Who said it; `null` where nobody has. */
  readonly by: string | null;
  readonly isRequired: boolean;
  readonly url: string | null;
}

const ORDER: readonly CheckState[] = ["failure", "expected", "pending", "success"];

/** What is said of a commit, and what a branch demands and nobody has said; the worst first. */
export function checksShown(
  world: World,
  repository: HostedRepository,
  { sha, base }: { readonly sha: string; readonly base: string | null },
): readonly ShownCheck[] {
  const required = base === null ? [] : rulesOf(repository, base).checks;
  const isRequired = (name: string, by: number | null) =>
    required.some(({ context, app }) => context === name && (app === null || app === by));
  const runs = latestRuns(repository.runsOf(sha)).map((run) => ({
    name: run.name,
    state: plain(stateOf(run)),
    description: run.title ?? run.conclusion ?? run.status,
    by: world.app(run.app)?.name ?? null,
    isRequired: isRequired(run.name, run.app),
    url: run.detailsUrl,
  }));
  const statuses = latest(repository.statusesOf(sha)).map((status) => ({
    name: status.context,
    state: plain(status.state),
    description: status.description ?? status.state,
    by: status.creator.replace(/\[bot\]$/, ""),
    isRequired: isRequired(status.context, status.app),
    url: status.targetUrl,
  }));
  const seen = [...runs, ...statuses];
  const missing = required
    .filter(({ context }) => !seen.some((one) => one.name === context && one.isRequired))
    .map(({ context, app }) => ({
      name: context,
      state: "expected" as const,
      description: "Expected — waiting for status to be reported",
      by: app === null ? null : (world.app(app)?.name ?? null),
      isRequired: true,
      url: null,
    }));
  const rank = ({ state }: ShownCheck) => ORDER.indexOf(state);
  return [...seen, ...missing].toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function plain(state: "error" | "failure" | "pending" | "success"): CheckState {
  return state === "error" ? "failure" : state;
}
