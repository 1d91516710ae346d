import { when } from "../rest/shapes/addresses.ts";
import type { Shaping } from "../rest/shapes/issue.ts";
import { plainRepository } from "../rest/shapes/repository.ts";
import type { WorldEvent } from "../world/world-event.ts";

const NOTHING = "0".repeat(40);
/** GitHub lists no more commits of a push than these. */
const MOST_COMMITS = 2048;

/** What is told of a push: the ref, its tips before and after, and the commits that are new. */
export async function pushPayload(event: WorldEvent, { world, repository, at }: Shaping) {
  const { subject, details, sender } = event;
  const { before, after } = details?.push ?? { before: null, after: null };
  const range = before === null ? after : `${before}..${after}`;
  const shas = after === null || range === null ? [] : await repository.git.history(range);
  const commits = await Promise.all(
    shas
      .slice(0, MOST_COMMITS)
      .toReversed()
      .map(async (sha) => commitIn(sha, { repository, at })),
  );
  const html = `${at.html}/${repository.fullName}`;
  const account = world.author(sender);
  return {
    ref: String(subject),
    before: before ?? NOTHING,
    after: after ?? NOTHING,
    base_ref: null,
    created: before === null,
    deleted: after === null,
    forced: before !== null && after !== null && !(await repository.git.isAncestor(before, after)),
    compare: `${html}/compare/${before?.slice(0, 12)}...${after?.slice(0, 12)}`,
    commits,
    head_commit: after === null ? null : await commitIn(after, { repository, at }),
    repository: ownerNamed(plainRepository(repository, world, at)),
    pusher: { name: account.login, email: `${account.id}@users.noreply.github.test` },
  };
}

async function commitIn(sha: string, { repository, at }: Pick<Shaping, "repository" | "at">) {
  const commit = await repository.git.commitObject(sha);
  if (commit === null) throw new Error(`there is no commit ${sha}`);
  const { tree, message, author, committer, parents } = commit;
  const files = await repository.git.changedFiles(parents[0] ?? EMPTY_TREE, sha);
  const paths = (...wanted: readonly string[]) =>
    files.filter(({ status }) => wanted.includes(status)).map(({ path }) => path);
  return {
    id: sha,
    tree_id: tree,
    distinct: true,
    message,
    timestamp: when(author.at),
    url: `${at.html}/${repository.fullName}/commit/${sha}`,
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
    added: paths("added", "renamed"),
    removed: paths("removed"),
    modified: paths("modified", "changed"),
  };
}

/** Here alone GitHub says more of the owner, and some in other words. */
function ownerNamed(shape: ReturnType<typeof plainRepository>) {
  const { owner, stargazers_count: stargazers, default_branch: master_branch } = shape;
  const named = { ...owner, name: owner.login, email: null };
  return { ...shape, owner: named, stargazers, master_branch };
}

/** Git knows the empty tree in every repository. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
