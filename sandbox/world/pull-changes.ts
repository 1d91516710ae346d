import type { ChangedFile } from "../git/changed-files.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import type { PullRequest } from "./issue.ts";

/** What a pull request would change, or has changed: against where the two sides parted. */
export async function changedByPull(
  repository: HostedRepository,
  pull: PullRequest,
): Promise<readonly ChangedFile[]> {
  const base = await baseOf(repository, pull);
  const { mergeBase } = await repository.git.compare(base, pull.headSha);
  return repository.git.changedFiles(mergeBase ?? base, pull.headSha);
}

/** Commits that it brings, or has brought; oldest first. */
export async function commitsOfPull(
  repository: HostedRepository,
  pull: PullRequest,
): Promise<readonly string[]> {
  const base = await baseOf(repository, pull);
  return (await repository.git.history(`${base}..${pull.headSha}`)).toReversed();
}

/** The tip of the base; of a merged pull request the tip before, for now the base holds it all. */
async function baseOf({ git }: HostedRepository, pull: PullRequest): Promise<string> {
  const merge = pull.mergeCommit === null ? null : await git.commitObject(pull.mergeCommit);
  return merge?.parents[0] ?? (await git.branch(pull.base)) ?? pull.baseSha;
}
