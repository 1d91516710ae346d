import { atLeast } from "./account.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import type { PullRequest, Review } from "./issue.ts";
import { openChecks } from "./protection.ts";
import { rulesOf } from "./rules-of-branch.ts";
import type { World } from "./world.ts";

/** By pull request, the merge that is being tried: one request may ask several times at once. */
const trying = new WeakMap<PullRequest, Promise<string | null>>();

/** The commit that would land: both sides merged. `null` where they conflict. */
export function potentialMerge(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
): Promise<string | null> {
  const before = trying.get(pull) ?? Promise.resolve(null);
  const next = () => tryMerge(world, repository, pull);
  const after = before.then(next, next);
  trying.set(pull, after);
  return after;
}

async function tryMerge(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
): Promise<string | null> {
  const base = await repository.git.branch(pull.base);
  if (base === null) return null;
  const ref = `refs/pull/${pull.number}/merge`;
  const there = await repository.git.resolve(ref);
  const parents = there === null ? [] : ((await repository.git.commitObject(there))?.parents ?? []);
  if (there !== null && parents[0] === base && parents[1] === pull.headSha) return there;
  const tree = await repository.git.mergeTree(base, pull.headSha);
  if (tree === null) return null;
  const author = { name: "GitHub", email: "noreply@github.test", at: world.now };
  const message = `Merge ${pull.headSha} into ${base}`;
  return repository.git.commitTree(tree, { message, author, parents: [base, pull.headSha], ref });
}

/** Why the merge box is not green; empty when it is. */
export async function mergeBlockers(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
): Promise<readonly string[]> {
  const rules = rulesOf(repository, pull.base);
  const statuses = repository.statusesOf(pull.headSha);
  const blockers = [...openChecks(rules.checks, statuses, repository.runsOf(pull.headSha))];
  if (rules.approvals !== null) {
    const approved = approvals(world, repository, pull);
    if (approved < rules.approvals) {
      blockers.push(`At least ${rules.approvals} approving review is required.`);
    }
  }
  const base = await repository.git.branch(pull.base);
  if (rules.strict && base !== null && !(await repository.git.isAncestor(base, pull.headSha))) {
    blockers.push("The head branch must be up to date with the base branch.");
  }
  return blockers;
}

/** People with write access whose last word is an approval. */
function approvals(world: World, repository: HostedRepository, pull: PullRequest): number {
  const last = new Map<string, Review["state"]>();
  for (const { author, state } of pull.reviews) if (state !== "COMMENTED") last.set(author, state);
  return [...last].filter(
    ([login, state]) => state === "APPROVED" && atLeast(world.access(repository, login), "write"),
  ).length;
}
