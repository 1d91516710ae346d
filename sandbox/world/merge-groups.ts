import type { HostedRepository } from "./hosted-repository.ts";
import type { PullRequest } from "./issue.ts";
import type { MergeGroup, MergeGroupEntry } from "./merge-group.ts";
import { openChecks } from "./protection.ts";
import { markMerged } from "./pull-requests.ts";
import { notFound, Refusal } from "./refusal.ts";
import { rulesOf } from "./rules-of-branch.ts";
import type { World } from "./world.ts";
import type { EventDetails } from "./world-event.ts";

/**
 * Puts open pull requests of one base into a merge group, in this order, and asks for its checks.
 * It is built on the last group of that base that is still there, as a queue does.
 */
export async function makeMergeGroup(
  world: World,
  repository: HostedRepository,
  said: {
    readonly pulls: readonly number[];
    readonly by: string;
    readonly method?: "merge" | "squash";
  },
): Promise<MergeGroup> {
  const { by, method = "merge" } = said;
  const pulls = said.pulls.map((number) => repository.pull(number));
  const [{ base } = { base: "" }] = pulls;
  if (pulls.some((one) => one.base !== base || one.state === "closed" || one.draft)) {
    throw new Refusal(422, "Pull request cannot be added to the merge queue");
  }
  const before = repository.mergeGroups.findLast((one) => one.base === base);
  const baseSha = before?.headSha ?? (await repository.git.branch(base));
  if (baseSha === null) throw notFound();
  const entries: MergeGroupEntry[] = [];
  for (const pull of pulls) {
    const onto = entries.at(-1)?.sha ?? baseSha;
    const sha = await mergeOnto(world, repository, { pull, onto, method });
    entries.push({ id: world.nextId(), pull: pull.number, by, sha });
    tellPull(world, repository, { pull, action: "enqueued", by });
  }
  const { pull: last, sha: headSha } = entries.at(-1) ?? { pull: 0, sha: baseSha };
  const branch = `gh-readonly-queue/${base}/pr-${last}-${baseSha}`;
  await repository.git.setRef(`refs/heads/${branch}`, headSha);
  const created = world.tick();
  const group = { id: world.nextId(), base, baseSha, branch, headSha, entries, created };
  repository.mergeGroups.push(group);
  tellGroup(world, repository, { group, action: "checks_requested" });
  return group;
}

/** Merges a group whose required checks have passed; closes it and all after it where they have not. */
export async function finishMergeGroup(
  world: World,
  repository: HostedRepository,
  group: MergeGroup,
): Promise<"merged" | "dequeued"> {
  const { base, baseSha, headSha } = group;
  const { checks } = rulesOf(repository, base);
  const open = openChecks(checks, repository.statusesOf(headSha), repository.runsOf(headSha));
  const isHere = (await repository.git.branch(base)) === baseSha;
  if (open.length > 0 || !isHere) {
    await dropMergeGroup(world, repository, group, "dequeued");
    return "dequeued";
  }
  await repository.git.setRef(`refs/heads/${base}`, headSha);
  await close(world, repository, group, "merged");
  for (const { pull, by, sha } of group.entries) {
    markMerged(world, repository, repository.pull(pull), { merge: sha, by });
  }
  const sender = group.entries.at(-1)?.by ?? "ghost";
  const details = { push: { before: baseSha, after: headSha } };
  const subject = `refs/heads/${base}`;
  world.tell({ name: "push", action: null, repository, sender, subject, details });
  return "merged";
}

/** Takes a group out of the queue. Those behind it were built on it, and go as `invalidated`. */
export async function dropMergeGroup(
  world: World,
  repository: HostedRepository,
  group: MergeGroup,
  reason: "invalidated" | "dequeued",
): Promise<void> {
  const behind = repository.mergeGroups.filter(
    ({ base, id }) => base === group.base && id > group.id,
  );
  for (const one of behind.toReversed()) await close(world, repository, one, "invalidated");
  await close(world, repository, group, reason);
  for (const { pull, by } of [group, ...behind].flatMap(({ entries }) => entries)) {
    tellPull(world, repository, { pull: repository.pull(pull), action: "dequeued", by });
  }
}

async function close(
  world: World,
  repository: HostedRepository,
  group: MergeGroup,
  reason: NonNullable<EventDetails["reason"]>,
): Promise<void> {
  repository.mergeGroups.splice(repository.mergeGroups.indexOf(group), 1);
  await repository.git.setRef(`refs/heads/${group.branch}`, null);
  tellGroup(world, repository, { group, action: "destroyed", reason });
}

async function mergeOnto(
  world: World,
  repository: HostedRepository,
  {
    pull,
    onto,
    method,
  }: {
    readonly pull: PullRequest;
    readonly onto: string;
    readonly method: "merge" | "squash";
  },
): Promise<string> {
  const tree = await repository.git.mergeTree(onto, pull.headSha);
  if (tree === null) throw new Refusal(422, `Pull request #${pull.number} conflicts`);
  const { repository: from, branch } = pull.head;
  const name = `${from.split("/")[0]}/${branch}`;
  return repository.git.commitTree(tree, {
    message: `Merge pull request #${pull.number} from ${name}\n\n${pull.title}`,
    author: { name: "GitHub", email: "noreply@github.test", at: world.now },
    parents: method === "merge" ? [onto, pull.headSha] : [onto],
  });
}

function tellGroup(
  world: World,
  repository: HostedRepository,
  said: EventDetails & { readonly group: MergeGroup; readonly action: string },
): void {
  const { action, ...details } = said;
  const { headSha: subject } = said.group;
  const sender = said.group.entries.at(-1)?.by ?? "ghost";
  world.tell({ name: "merge_group", action, repository, sender, subject, details });
}

function tellPull(
  world: World,
  repository: HostedRepository,
  said: { readonly pull: PullRequest; readonly action: string; readonly by: string },
): void {
  const { pull, action, by: sender } = said;
  world.tell({ name: "pull_request", action, repository, sender, subject: pull.number });
}
