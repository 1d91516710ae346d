import type { TreeEntry } from "../../git/objects.ts";
import { nodeId, when } from "../../rest/shapes/addresses.ts";
import { associatedPulls } from "../../world/associated-pulls.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import { latest } from "../../world/protection.ts";
import type { Asking } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { rollupNode, type SuiteFilter, statusNode, suiteNodes, worst } from "./check.ts";
import { pullRequestNode } from "./pull-request.ts";
import { repositoryNode } from "./repository.ts";

/** What GitHub gives of a blob's text at most, in bytes; the rest is cut and `isTruncated` says so. */
const LONGEST_TEXT = 512_000;

/** The object of an expression such as `main:docs/a.md`, or of an id; `null` where there is none. */
export async function objectNode(repository: HostedRepository, name: string, asking: Asking) {
  const sha = await resolve(repository, name);
  if (sha === null) return null;
  const { git } = repository;
  if ((await git.commitObject(sha)) !== null) return commitNode(repository, sha, asking);
  const blob = await git.blob(sha);
  return blob === null
    ? treeNode(repository, sha, asking)
    : blobNode(repository, sha, blob, asking);
}

async function resolve(repository: HostedRepository, name: string): Promise<string | null> {
  const colon = name.indexOf(":");
  const commit = colon === -1 ? name : name.slice(0, colon);
  const root =
    (await repository.git.branch(commit)) ??
    (commit === "HEAD" ? await repository.git.branch(repository.defaultBranch) : null) ??
    (await repository.git.resolve(commit));
  if (root === null || colon === -1) return root;
  const path = name.slice(colon + 1).replace(/\/$/, "");
  if (path === "") return (await repository.git.commitObject(root))?.tree ?? root;
  return (await repository.git.entry(root, path))?.sha ?? null;
}

function common(type: string, repository: HostedRepository, sha: string, asking: Asking) {
  return {
    __typename: type,
    id: nodeId(type, sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    commitUrl: `${asking.at.html}/${repository.fullName}/commit/${sha}`,
    repository: () => repositoryNode(repository, asking),
  };
}

function blobNode(repository: HostedRepository, sha: string, bytes: Buffer, asking: Asking) {
  const isBinary = bytes.subarray(0, 8000).includes(0);
  return {
    ...common("Blob", repository, sha, asking),
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > LONGEST_TEXT,
    text: isBinary ? null : bytes.subarray(0, LONGEST_TEXT).toString("utf8"),
  };
}

function treeNode(repository: HostedRepository, sha: string, asking: Asking) {
  return {
    ...common("Tree", repository, sha, asking),
    entries: async () => {
      const entries = (await repository.git.tree(sha, false)) ?? [];
      return entries.map((entry) => entryNode(repository, entry, asking));
    },
  };
}

function entryNode(repository: HostedRepository, entry: TreeEntry, asking: Asking) {
  const { path, mode, type, sha, size } = entry;
  return {
    __typename: "TreeEntry",
    name: path.split("/").at(-1),
    path,
    mode: Number.parseInt(mode, 8),
    type,
    oid: sha,
    size: size ?? 0,
    object: () => (type === "commit" ? null : objectNode(repository, sha, asking)),
  };
}

export async function commitNode(
  repository: HostedRepository,
  sha: string,
  asking: Asking,
): Promise<object | null> {
  const commit = await repository.git.commitObject(sha);
  if (commit === null) return null;
  const { message, author, committer, parents, tree } = commit;
  const [headline = ""] = message.split("\n");
  return {
    ...common("Commit", repository, sha, asking),
    message,
    messageHeadline: headline,
    messageBody: message.slice(headline.length).trim(),
    authoredDate: when(author.at),
    committedDate: when(committer.at),
    url: `${asking.at.html}/${repository.fullName}/commit/${sha}`,
    author: { name: author.name, email: author.email, date: when(author.at), user: null },
    tree: () => treeNode(repository, tree, asking),
    parents: async (page: PageArguments) => {
      const nodes = await Promise.all(parents.map((one) => commitNode(repository, one, asking)));
      return connection(nodes, page, "parents");
    },
    history: async ({ path, ...page }: PageArguments & { readonly path?: string | null }) => {
      const shas = await repository.git.history(sha, path ?? undefined);
      const list = connection(shas, page, "history");
      const nodes = await Promise.all(list.nodes.map((one) => commitNode(repository, one, asking)));
      return { ...list, nodes };
    },
    file: async ({ path }: { readonly path: string }) => {
      const entry = await repository.git.entry(sha, path);
      return entry === null ? null : entryNode(repository, entry, asking);
    },
    statusCheckRollup: () => rollupNode(repository, sha, asking),
    checkSuites: ({ filterBy, ...page }: PageArguments & SuiteFilter) =>
      connection(suiteNodes(repository, sha, { filterBy }, asking), page, "checkSuites"),
    associatedPullRequests: async (page: PageArguments) => {
      const pulls = await associatedPulls(repository, sha);
      const nodes = pulls.map((pull) => pullRequestNode(repository, pull, asking));
      return connection(nodes, page, "associatedPullRequests");
    },
    status: () => {
      const contexts = latest(repository.statusesOf(sha)).map((status) =>
        statusNode(repository, sha, status, asking),
      );
      if (contexts.length === 0) return null;
      return {
        id: nodeId("Status", sha),
        state: worst(latest(repository.statusesOf(sha)).map(({ state }) => state)),
        contexts,
        context: ({ name }: { readonly name: string }) =>
          contexts.find(({ context }) => context === name) ?? null,
      };
    },
  };
}
