import type { App, Installation } from "./app.ts";
import type { Permissions } from "./token.ts";
import type { WorldEvent } from "./world-event.ts";

/** Permissions of which an app takes one, to read at least, to hear of an event. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  check_run: ["checks"],
  check_suite: ["checks"],
  create: ["contents"],
  delete: ["contents"],
  deployment: ["deployments"],
  deployment_protection_rule: ["deployments"],
  deployment_status: ["deployments"],
  issue_comment: ["issues", "pull_requests"],
  issues: ["issues"],
  label: ["metadata"],
  member: ["members"],
  membership: ["members"],
  merge_group: ["merge_queues"],
  organization: ["members"],
  pull_request: ["pull_requests"],
  pull_request_review: ["pull_requests"],
  push: ["contents"],
  repository: ["metadata"],
  repository_ruleset: ["administration"],
  status: ["statuses"],
  team: ["members"],
  team_add: ["members"],
  workflow_run: ["actions"],
};

/** What every app hears of itself, and no app can ask for. */
const OF_ITSELF: ReadonlySet<string> = new Set(["installation", "installation_repositories"]);

/** Why an app cannot be registered to hear of these events; `null` where it can. */
export function eventsRefusal(events: readonly string[], permissions: Permissions): string | null {
  for (const event of events) {
    const takes = TAKES[event];
    if (takes === undefined) return `\`${event}\` is no event that an app can subscribe to here`;
    if (!takes.some((one) => one === "metadata" || permissions[one] !== undefined)) {
      return `\`${event}\` takes the permission \`${takes.join("` or `")}\``;
    }
  }
  return null;
}

/** Whether an app that is installed hears of an event. */
export function hears(app: App, installation: Installation, event: WorldEvent): boolean {
  const { name, details } = event;
  if (OF_ITSELF.has(name)) return details?.installation?.id === installation.id;
  if (event.onlyApp !== undefined && event.onlyApp !== app.id) return false;
  if (installation.suspended !== null || !isIn(installation, event)) return false;
  const { permissions, events } = installation;
  // Who may write checks hears of them without asking to.
  const isOfOwn =
    (name === "check_run" || name === "check_suite") && permissions.checks === "write";
  if (!isOfOwn && !events.includes(name)) return false;
  return (TAKES[name] ?? []).some((one) => permissions[one] !== undefined);
}

function isIn({ account, repositories }: Installation, event: WorldEvent): boolean {
  const { repository, organization = repository?.owner ?? "" } = event;
  if (account.toLowerCase() !== organization.toLowerCase()) return false;
  if (repository === null || repositories === null) return true;
  return repositories.has(repository.fullName.toLowerCase());
}
