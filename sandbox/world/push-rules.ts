import type { HostedRepository } from "./hosted-repository.ts";
import { openChecks } from "./protection.ts";
import { rulesetsOf, rulesOf } from "./rules-of-branch.ts";

/**
 * Why a ref may not be moved by a push; `null` where it may. A commit whose required checks have
 * passed may be pushed to its branch, unless changes take a pull request there.
 */
export function pushRefusal(
  repository: HostedRepository,
  { ref, to }: { readonly ref: string; readonly to: string },
): string | null {
  const [, branch] = /^refs\/heads\/(.+)$/.exec(ref) ?? [];
  if (branch === undefined) {
    return ref.startsWith("refs/tags/") ? null : "deny updating a hidden ref";
  }
  const types = rulesetsOf(repository, branch).flatMap(({ rules }) =>
    rules.map(({ type }) => type),
  );
  const protection = repository.protections.get(branch);
  const isDeletion = /^0+$/.test(to);
  if (isDeletion && (protection !== undefined || types.includes("deletion"))) return DECLINED;
  const takesPull =
    types.some((type) => GUARDS.has(type)) || (protection?.approvals ?? null) !== null;
  if (takesPull) return DECLINED;
  const { checks } = rulesOf(repository, branch);
  const open = openChecks(checks, repository.statusesOf(to), repository.runsOf(to));
  return open.length > 0 ? DECLINED : null;
}

const DECLINED = "push declined due to repository rule violations";

/** Rules that only a pull request, or nobody, can meet. */
const GUARDS: ReadonlySet<string> = new Set(["pull_request", "merge_queue", "update"]);
