import type { Fact } from "../model/fact.ts";
import type { OwnCheckRun } from "../model/surroundings.ts";
import type { Voice } from "../model/voice.ts";
import { dataAt, pageAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import { askOwnRuns } from "./pull/own-runs.ts";
import type { StatusData } from "./pull/pull-fields.ts";
import { Query } from "./query.ts";
import { type QueuedPull, readQueuedCommits } from "./read-queued-commits.ts";

export interface MergeGroup {
  /** Pull requests that would land with the group's commit, in the order of the queue. */
  readonly pulls: readonly QueuedPull[];
  /** Of the group's commit. */
  readonly statuses: readonly StatusData[];
  /** Of ours, on it. */
  readonly checkRuns: Fact<readonly OwnCheckRun[]>;
}

interface EntryData {
  readonly position: number;
  readonly headCommit: { readonly oid: string } | null;
  readonly baseCommit: { readonly oid: string } | null;
  readonly pullRequest: { readonly number: number; readonly headRefOid: string } | null;
}

/**
 * What a merge queue would land with a commit of its own making: the entry of that commit and those
 * it is built on, which may not have landed yet; by what its commits are made of where the queue itself
 * may not be read.
 *
 * @throws {GitHubFailure} where the queue does not hold such an entry: then nobody knows what would land.
 */
export async function readMergeGroup(
  group: { readonly head: string; readonly base: string },
  asking: { readonly client: GitHubClient; readonly name: RepositoryName; readonly voice: Voice },
): Promise<MergeGroup> {
  const { client, name, voice } = asking;
  const query = new Query();
  const queue = query.inRepository(`mergeQueue(branch: ${query.variable("String", group.base)}) {
    entries(first: 100) { nodes { position headCommit { oid } baseCommit { oid }
      pullRequest { number headRefOid } } pageInfo { hasNextPage endCursor } } }`);
  const commit = query.inRepository(
    `object(oid: ${query.variable("GitObjectID!", group.head)}) { ... on Commit {
      status { contexts { context state description targetUrl creator { __typename login } } } } }`,
  );
  const ownRuns = askOwnRuns(query, voice, { commit: group.head });
  const answer = await query.ask(client, name);
  const statuses = (dataAt(answer.repository, commit, "status", "contexts") ??
    []) as readonly StatusData[];
  const checkRuns = ownRuns(answer, group.head);
  // GitHub shows no queue to the token of a workflow, which cannot be granted to read one.
  if (answer.problemAt("repository", queue)?.type === "FORBIDDEN") {
    return { pulls: await readQueuedCommits(group, asking), statuses, checkRuns };
  }
  const entries = pageAt<EntryData>(answer, ["repository", queue, "entries"], {
    what: `entries of the merge queue of \`${group.base}\``,
    permission: "merge-queues: read",
  });
  if (entries.state === "missing") throw new GitHubFailure(entries.reason, entries.detail);
  if (entries.value.pageInfo.hasNextPage) {
    throw new GitHubFailure("too-large", "the merge queue holds more than 100 pull requests");
  }
  const pulls = pullsOf(group.head, entries.value.nodes);
  if (pulls.length > 0) return { pulls, statuses, checkRuns };
  throw new GitHubFailure(
    "unreadable",
    `the merge queue of \`${group.base}\` has no entry for the commit ${group.head.slice(0, 7)}`,
  );
}

/**
 * A group holds several entries; what it is built on may be a group that has not landed yet. Whether
 * entries of one group name the commit that all of it is built on, or each the one before it, both
 * lead to all of them.
 */
function pullsOf(head: string, entries: readonly EntryData[]): MergeGroup["pulls"] {
  const landing = new Set<EntryData>();
  const entryOf = (oid: string) => entries.find(({ headCommit }) => headCommit?.oid === oid);
  for (let last = entryOf(head); last !== undefined && !landing.has(last); ) {
    const { position, baseCommit } = last;
    if (baseCommit === null) return [];
    landing.add(last);
    for (const entry of entries) {
      const isBeside = entry.baseCommit?.oid === baseCommit.oid && entry.position < position;
      if (isBeside) landing.add(entry);
    }
    last = entryOf(baseCommit.oid);
  }
  const pulls: QueuedPull[] = [];
  for (const { pullRequest } of [...landing].sort((a, b) => a.position - b.position)) {
    // An entry whose pull request is not shown makes the whole group unknown.
    if (pullRequest === null) return [];
    pulls.push({ number: pullRequest.number, head: pullRequest.headRefOid });
  }
  return pulls;
}
