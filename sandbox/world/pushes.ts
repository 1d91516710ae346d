import { requestSuites } from "./check-suites.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import { changeIssue } from "./issue-changes.ts";
import { followBranch, markMerged } from "./pull-requests.ts";
import type { World } from "./world.ts";

/**
 * What follows a push, once the branch has moved: it is told, pull requests from the branch follow
 * it, those whose commits it brought into their base are merged, and those into a branch that is gone
 * closed.
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
  if (after === null) {
    // Nothing can be merged there any more.
    for (const pull of repository.pulls()) {
      if (pull.base === branch) changeIssue(world, repository, pull, { state: "closed" }, by);
    }
    return;
  }
  requestSuites(world, repository, { branch, head: after, by });
  for (const pull of repository.pulls()) {
    if (pull.state === "closed" || pull.base !== branch) continue;
    if (!(await repository.git.isAncestor(pull.headSha, after))) continue;
    markMerged(world, repository, pull, { merge: after, by });
  }
}
