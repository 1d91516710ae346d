import { nodeId, when } from "../../rest/shapes/addresses.ts";
import { closedBy } from "../../world/closing-references.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import type { PullRequest } from "../../world/issue.ts";
import { hasQueue } from "../../world/rules-of-branch.ts";
import type { Asking } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { authorNode } from "./actor.ts";
import { commitNode } from "./git-object.ts";
import { entriesOf, mergeQueueNode } from "./merge-queue.ts";
import { issueNode, pullRequestNode, reviewNode } from "./pull-request.ts";

/** What a pull request leads to: what happened to it, and the issues it closes. */
export function linkFields(repository: HostedRepository, pull: PullRequest, asking: Asking) {
  return {
    timelineItems: (
      wanted: PageArguments & {
        readonly itemTypes?: readonly string[] | null;
        readonly since?: string | null;
      },
    ) => {
      const since = Date.parse(wanted.since ?? "1970-01-01");
      const strange = (wanted.itemTypes ?? ["all"]).filter((type) => !KNOWN.has(type));
      // It must not look as if nothing of the kind had happened.
      if (strange.length > 0) throw new Error(`the sandbox keeps no timeline items ${strange}`);
      const wants = (type: string) => wanted.itemTypes?.includes(type) ?? true;
      const nodes = [
        ...retargets(repository, pull, asking),
        ...forcePushes(repository, pull, asking),
        ...dismissals(repository, pull, asking),
      ]
        .filter(({ __typename }) => wants(ITEMS.get(__typename) ?? ""))
        .filter(({ at }) => at >= since)
        .sort((a, b) => a.at - b.at);
      const list = connection(nodes, wanted, "timelineItems");
      const { length: pageCount } = list.nodes;
      const updatedAt = when(pull.updated);
      const counts = { filteredCount: nodes.length, beforeFocusCount: 0, afterFocusCount: 0 };
      return { ...list, ...counts, pageCount, updatedAt };
    },
    isInMergeQueue: (): boolean => entryOf(repository, pull, asking) !== undefined,
    isMergeQueueEnabled: () => hasQueue(repository, pull.base),
    mergeQueueEntry: (): object | null => entryOf(repository, pull, asking) ?? null,
    mergeQueue: () => mergeQueueNode(repository, pull.base, asking),
    closingIssuesReferences: (page: PageArguments) => {
      const nodes = closedBy(repository, pull).map((one) => issueNode(repository, one, asking));
      return connection(nodes, page, "closingIssuesReferences");
    },
  };
}

function entryOf(
  repository: HostedRepository,
  pull: PullRequest,
  asking: Asking,
): object | undefined {
  const entries: readonly { readonly number: number }[] = entriesOf(repository, pull.base, asking);
  return entries.find(({ number }) => number === pull.number);
}

/** Types of the items that are kept, as they are asked for. */
const ITEMS: ReadonlyMap<string, string> = new Map([
  ["BaseRefChangedEvent", "BASE_REF_CHANGED_EVENT"],
  ["AutomaticBaseChangeSucceededEvent", "AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT"],
  ["HeadRefForcePushedEvent", "HEAD_REF_FORCE_PUSHED_EVENT"],
  ["ReviewDismissedEvent", "REVIEW_DISMISSED_EVENT"],
]);
const KNOWN: ReadonlySet<string> = new Set(ITEMS.values());

interface Item {
  readonly at: number;
  readonly __typename: string;
  readonly [field: string]: unknown;
}

function retargets(repository: HostedRepository, pull: PullRequest, asking: Asking): Item[] {
  return pull.baseChanges.map(({ id, from, to, by, at, isAutomatic }) => {
    const about = {
      at,
      createdAt: when(at),
      actor: () => authorNode(by, asking),
      pullRequest: () => pullRequestNode(repository, pull, asking),
    };
    if (isAutomatic) {
      const __typename = "AutomaticBaseChangeSucceededEvent";
      return { ...about, __typename, id: nodeId(__typename, id), oldBase: from, newBase: to };
    }
    const __typename = "BaseRefChangedEvent";
    const names = { previousRefName: from, currentRefName: to };
    return { ...about, __typename, id: nodeId(__typename, id), databaseId: id, ...names };
  });
}

function forcePushes(repository: HostedRepository, pull: PullRequest, asking: Asking): Item[] {
  return pull.forcePushes.map(({ id, before, after, by, at }) => ({
    at,
    __typename: "HeadRefForcePushedEvent",
    id: nodeId("HeadRefForcePushedEvent", id),
    createdAt: when(at),
    beforeCommit: () => commitNode(repository, before, asking),
    afterCommit: () => commitNode(repository, after, asking),
    actor: () => authorNode(by, asking),
    pullRequest: () => pullRequestNode(repository, pull, asking),
  }));
}

function dismissals(repository: HostedRepository, pull: PullRequest, asking: Asking): Item[] {
  return pull.reviews.flatMap((review) =>
    review.dismissal === null
      ? []
      : [
          {
            at: review.dismissal.at,
            __typename: "ReviewDismissedEvent",
            id: nodeId("ReviewDismissedEvent", review.dismissal.id),
            databaseId: review.dismissal.id,
            createdAt: when(review.dismissal.at),
            previousReviewState: review.dismissal.was,
            review: () => reviewNode(repository, pull, review, asking),
            actor: () => authorNode(review.dismissal?.by ?? "", asking),
          },
        ],
  );
}
