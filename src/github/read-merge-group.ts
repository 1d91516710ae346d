import type { Fact } from "../model/fact.ts";
import type { OwnCheckRun } from "../model/surroundings.ts";
import type { Voice } from "../model/voice.ts";
import { dataAt, pageAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import { askOwnRuns } from "./pull/own-runs.ts";
import type { StatusData } from "./pull/pull-fields.ts";
import { Query } from "./query.ts";

export interface MergeGroup {
  /** Pull requests that would land with the group's commit, in the order of the queue. */
  readonly pulls: readonly { readonly number: number; readonly head: string }[];
  /** Of the group's commit. */
  readonly statuses: readonly StatusData[];
  /** Of ours, on it. */
  readonly checkRuns: Fact<readonly OwnCheckRun[]>;
}

interface EntryData {
  readonly headCommit: { readonly oid: string } | null;
  readonly baseCommit: { readonly oid: string } | null;
  readonly pullRequest: { readonly number: number; readonly headRefOid: string } | null;
}

/**
 * What a merge queue would land with a commit of its own making: the entry of that commit and those
 * it is built on, which may not have landed yet.
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
    entries(first: 100) { nodes { headCommit { oid } baseCommit { oid }
      pullRequest { number headRefOid } } pageInfo { hasNextPage endCursor } } }`);
  const commit = query.inRepository(
    `object(oid: ${query.variable("GitObjectID!", group.head)}) { ... on Commit {
      status { contexts { context state description targetUrl creator { __typename login } } } } }`,
  );
  const ownRuns = askOwnRuns(query, voice, { commit: group.head });
  const answer = await query.ask(client, name);
  const entries = pageAt<EntryData>(answer, ["repository", queue, "entries"], {
    what: `entries of the merge queue of \`${group.base}\``,
    permission: "merge-queues: read",
  });
  if (entries.state === "missing") throw new GitHubFailure(entries.reason, entries.detail);
  if (entries.value.pageInfo.hasNextPage) {
    throw new GitHubFailure("too-large", "the merge queue holds more than 100 pull requests");
  }
  const statuses = (dataAt(answer.repository, commit, "status", "contexts") ??
    []) as readonly StatusData[];
  const pulls = pullsOf(group.head, entries.value.nodes);
  if (pulls.length > 0) return { pulls, statuses, checkRuns: ownRuns(answer, group.head) };
  throw new GitHubFailure(
    "unreadable",
    `the merge queue of \`${group.base}\` has no entry for the commit ${group.head.slice(0, 7)}`,
  );
}

function pullsOf(head: string, entries: readonly EntryData[]): MergeGroup["pulls"] {
  const byHead = new Map(entries.map((entry) => [entry.headCommit?.oid, entry]));
  const pulls: { readonly number: number; readonly head: string }[] = [];
  const met = new Set<string>();
  for (let oid: string | undefined = head; oid !== undefined && !met.has(oid); ) {
    met.add(oid);
    const entry = byHead.get(oid);
    if (entry === undefined) break;
    // An entry whose pull request is not shown makes the whole group unknown.
    if (entry.pullRequest === null) return [];
    pulls.unshift({ number: entry.pullRequest.number, head: entry.pullRequest.headRefOid });
    oid = entry.baseCommit?.oid;
  }
  return pulls;
}
