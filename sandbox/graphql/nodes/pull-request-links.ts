import { nodeId, when } from "../../rest/shapes/addresses.ts";
import { closedBy } from "../../world/closing-references.ts";
import type { PullRequest } from "../../world/conversation.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import { hasQueue } from "../../world/rules-of-branch.ts";
import type { Asking } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { authorNode } from "./actor.ts";
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
      const strange = (wanted.itemTypes ?? ["all"]).filter((type) => !ITEMS.has(type));
      // It must not look as if nothing of the kind had happened.
      if (strange.length > 0) throw new Error(`the sandbox keeps no timeline items ${strange}`);
      const wants = (type: string) => wanted.itemTypes?.includes(type) ?? true;
      const nodes = [
        ...(wants("BASE_REF_CHANGED_EVENT") ? retargets(repository, pull, asking) : []),
        ...(wants("REVIEW_DISMISSED_EVENT") ? dismissals(repository, pull, asking) : []),
      ]
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

const ITEMS: ReadonlySet<string> = new Set(["BASE_REF_CHANGED_EVENT", "REVIEW_DISMISSED_EVENT"]);

interface Item {
  readonly at: number;
  readonly [field: string]: unknown;
}

function retargets(repository: HostedRepository, pull: PullRequest, asking: Asking): Item[] {
  return pull.baseChanges.map(({ id, from, to, by, at }) => ({
    at,
    __typename: "BaseRefChangedEvent",
    id: nodeId("BaseRefChangedEvent", id),
    databaseId: id,
    createdAt: when(at),
    previousRefName: from,
    currentRefName: to,
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
