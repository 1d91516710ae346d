import { nodeId } from "../../rest/shapes/addresses.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import { isPullRequest } from "../../world/issue.ts";
import { isOfWorkflow } from "../../world/token.ts";
import { type Asking, mustRead } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { forbidden, notResolved } from "../graphql-refusal.ts";
import { authorNode } from "./actor.ts";
import { commitNode, objectNode } from "./git-object.ts";
import { mergeQueueNode } from "./merge-queue.ts";
import { issueNode, pullRequestNode } from "./pull-request.ts";

/** A repository as GraphQL gives it: what is not asked for is not looked up. */
export function repositoryNode(repository: HostedRepository, asking: Asking): object {
  const { id, name, fullName, owner, isPrivate, defaultBranch } = repository;
  const { at } = asking;
  return {
    __typename: "Repository",
    id: nodeId("Repository", id),
    databaseId: id,
    name,
    nameWithOwner: fullName,
    isPrivate,
    visibility: isPrivate ? "PRIVATE" : "PUBLIC",
    isFork: repository.parent !== null,
    isArchived: repository.archived,
    hasIssuesEnabled: repository.hasIssues,
    url: `${at.html}/${fullName}`,
    owner: () => authorNode(owner, asking),
    defaultBranchRef: () => {
      mustRead(asking, repository, "contents");
      return refNode(repository, defaultBranch, asking);
    },
    ref: ({ qualifiedName }: { readonly qualifiedName: string }) => {
      mustRead(asking, repository, "contents");
      return refNode(repository, qualifiedName.replace(/^refs\/heads\//, ""), asking);
    },
    // Branches alone: nothing here asks for tags.
    refs: async (wanted: PageArguments & { readonly refPrefix: string }) => {
      mustRead(asking, repository, "contents");
      const below = wanted.refPrefix.replace(/^refs\/heads\//, "");
      const all = [...(await repository.git.branches()).keys()];
      const names = all.filter((name) => name.startsWith(below));
      const list = connection(names, wanted, "refs");
      const nodes = list.nodes.map((name) => refNode(repository, name, asking));
      return { ...list, nodes };
    },
    object: ({ expression, oid }: { expression?: string | null; oid?: string | null }) => {
      mustRead(asking, repository, "contents");
      return objectNode(repository, expression ?? oid ?? "", asking);
    },
    mergeQueue: ({ branch }: { readonly branch?: string | null }) => {
      mustRead(asking, repository, "merge_queues");
      // No workflow can ask for it: there is no such key in its `permissions`.
      if (isOfWorkflow(asking.token) && !asking.world.workflowsReadQueues) throw forbidden();
      return mergeQueueNode(repository, branch ?? defaultBranch, asking);
    },
    pullRequest: ({ number }: { readonly number: number }) => {
      mustRead(asking, repository, "pull_requests");
      const found = repository.issues.get(number);
      if (found === undefined || !isPullRequest(found)) {
        throw notResolved("a PullRequest", `number of ${number}`);
      }
      return pullRequestNode(repository, found, asking);
    },
    pullRequests: (
      wanted: PageArguments & {
        readonly states?: readonly string[] | null;
        readonly baseRefName?: string | null;
      },
    ) => {
      mustRead(asking, repository, "pull_requests");
      const nodes = repository
        .pulls()
        .filter((pull) => wanted.baseRefName == null || pull.base === wanted.baseRefName)
        .map((pull) => pullRequestNode(repository, pull, asking))
        .filter(({ state }) => wanted.states?.includes(state) ?? true);
      return connection(nodes, wanted, "pullRequests");
    },
    issue: ({ number }: { readonly number: number }) => {
      mustRead(asking, repository, "issues");
      const found = repository.issues.get(number);
      if (found === undefined || isPullRequest(found)) {
        throw notResolved("an Issue", `number of ${number}`);
      }
      return issueNode(repository, found, asking);
    },
    issueOrPullRequest: ({ number }: { readonly number: number }) => {
      const found = repository.issues.get(number);
      if (found === undefined) {
        throw notResolved("an issue or pull request", `number of ${number}`);
      }
      return isPullRequest(found)
        ? pullRequestNode(repository, found, asking)
        : issueNode(repository, found, asking);
    },
    label: ({ name }: { readonly name: string }) => {
      mustRead(asking, repository, "issues");
      const label = repository.labels.get(name);
      return label === undefined ? null : { ...label, id: nodeId("Label", label.id) };
    },
    issues: (
      wanted: PageArguments & {
        readonly states?: readonly string[] | null;
        readonly labels?: readonly string[] | null;
      },
    ) => {
      mustRead(asking, repository, "issues");
      const nodes = [...repository.issues.values()]
        .filter((issue) => !isPullRequest(issue))
        .filter(({ state }) => wanted.states?.includes(state.toUpperCase()) ?? true)
        // Any of the labels will do.
        .filter(({ labels }) => wanted.labels?.some((one) => labels.includes(one)) ?? true)
        .map((issue) => issueNode(repository, issue, asking));
      return connection(nodes, wanted, "issues");
    },
  };
}

export async function refNode(repository: HostedRepository, name: string, asking: Asking) {
  const sha = await repository.git.branch(name);
  if (sha === null) return null;
  return {
    __typename: "Ref",
    id: nodeId("Ref", `${repository.id}:${name}`),
    name,
    prefix: "refs/heads/",
    target: () => commitNode(repository, sha, asking),
  };
}
