import { requestSuites } from "./check-suites.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import { followBranch, markMerged } from "./pull-requests.ts";
import type { World } from "./world.ts";

/**
 * What follows a push, once the branch has moved: it is told, pull requests from the branch follow
 * it, and those whose commits it brought into their base are merged.
 */
export async function afterPush(
  world: World,
  repository: HostedRepository,
  pushed: { readonly branch: string; readonly before: string | null; readonly by: string },
): Promise<void> {
  const { branch, before, by } = pushed;
  const after = await repository.git.branch(branch);
  if (after === before) return;
  world.tick();
  const subject = `refs/heads/${branch}`;
  const details = { push: { before, after } };
  world.tell({ name: "push", action: null, repository, sender: by, subject, details });
  if (before === null || after === null) {
    const name = before === null ? "create" : "delete";
    world.tell({ name, action: null, repository, sender: by, subject: branch });
  }
  await followBranch(world, repository, branch, by);
  if (after === null) return;
  requestSuites(world, repository, { branch, head: after, by });
  for (const pull of repository.pulls()) {
    if (pull.state === "closed" || pull.base !== branch) continue;
    if (!(await repository.git.isAncestor(pull.headSha, after))) continue;
    markMerged(world, repository, pull, { merge: after, by });
  }
}
