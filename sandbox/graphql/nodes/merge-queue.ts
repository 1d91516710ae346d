import { nodeId, when } from "../../rest/shapes/addresses.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import { openChecks } from "../../world/protection.ts";
import { hasQueue, rulesOf } from "../../world/rules-of-branch.ts";
import type { Asking } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { authorNode } from "./actor.ts";
import { commitNode } from "./git-object.ts";
import { pullRequestNode } from "./pull-request.ts";
import { repositoryNode } from "./repository.ts";

/** The queue of a branch; `null` where merges need none. */
export function mergeQueueNode(repository: HostedRepository, branch: string, asking: Asking) {
  const entries = entriesOf(repository, branch, asking);
  if (!hasQueue(repository, branch) && entries.length === 0) return null;
  const path = `/${repository.fullName}/queue/${branch}`;
  return {
    __typename: "MergeQueue",
    id: nodeId("MergeQueue", `${repository.id}:${branch}`),
    url: `${asking.at.html}${path}`,
    resourcePath: path,
    nextEntryEstimatedTimeToMerge: null,
    repository: () => repositoryNode(repository, asking),
    entries: (page: PageArguments) => connection(entries, page, "entries"),
  };
}

/** First in line first. */
export function entriesOf(repository: HostedRepository, branch: string, asking: Asking) {
  const groups = repository.mergeGroups.filter(({ base }) => base === branch);
  const { checks } = rulesOf(repository, branch);
  const all = groups.flatMap((group) => group.entries.map((entry) => ({ group, entry })));
  return all.map(({ group, entry }, index) => {
    const { headSha, baseSha, created } = group;
    const open = openChecks(checks, repository.statusesOf(headSha), repository.runsOf(headSha));
    return {
      __typename: "MergeQueueEntry",
      id: nodeId("MergeQueueEntry", entry.id),
      position: index + 1,
      state: open.length === 0 ? "MERGEABLE" : "AWAITING_CHECKS",
      enqueuedAt: when(created),
      enqueuer: () => authorNode(entry.by, asking),
      estimatedTimeToMerge: null,
      jump: false,
      solo: false,
      number: entry.pull,
      baseCommit: () => commitNode(repository, baseSha, asking),
      headCommit: () => commitNode(repository, entry.sha, asking),
      mergeQueue: () => mergeQueueNode(repository, branch, asking),
      pullRequest: () => pullRequestNode(repository, repository.pull(entry.pull), asking),
    };
  });
}
