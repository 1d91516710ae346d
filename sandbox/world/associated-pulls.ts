import type { HostedRepository } from "./hosted-repository.ts";
import type { PullRequest } from "./issue.ts";

/**
 * Pull requests that brought a commit in, or would. As GitHub has it: the merged ones; the open and
 * closed ones too only while the commit is not in the default branch.
 */
export async function associatedPulls(
  repository: HostedRepository,
  sha: string,
): Promise<readonly PullRequest[]> {
  const main = await repository.git.branch(repository.defaultBranch);
  const isIn = main !== null && (await repository.git.isAncestor(sha, main));
  const candidates = repository.pulls().filter((pull) => pull.merged !== null || !isIn);
  const found = await Promise.all(
    candidates.map(async (pull) => ((await brings(repository, pull, sha)) ? [pull] : [])),
  );
  return found.flat();
}

async function brings({ git }: HostedRepository, pull: PullRequest, sha: string): Promise<boolean> {
  if (pull.mergeCommit === sha) return true;
  if (!(await git.isAncestor(sha, pull.headSha))) return false;
  // What the base had when the pull request was made came in some other way.
  return !(await git.isAncestor(sha, pull.baseSha));
}
