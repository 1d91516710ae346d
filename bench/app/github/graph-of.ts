import type { Arguments, GraphNode } from "./execute-query.ts";
import {
  baseOf,
  fileAt,
  type HostedComment,
  type HostedPull,
  type HostedRepository,
  idOf,
  mergeOf,
  type WrittenRun,
} from "./hosted.ts";

const PRODUCTION = "production";
const AT = "2026-10-01T12:00:00Z";
const ANA = { __typename: "User", login: "ana" };
const BOT = { __typename: "Bot", login: "stage-gates" };

/** What a query may ask about, as nodes whose fields are looked up as they are asked for. */
export function graphOf(
  repositories: ReadonlyMap<string, HostedRepository>,
  app: number,
): GraphNode {
  return {
    __typename: "Query",
    repository({ owner, name }: Arguments) {
      const found = repositories.get(`${owner}/${name}`);
      return found === undefined ? null : repositoryNode(found, app);
    },
  };
}

function repositoryNode(of: HostedRepository, app: number): GraphNode {
  const fullName = `${of.owner}/${of.name}`;
  const commits = new Map<string, HostedPull>();
  const pullOf = (oid: unknown) => {
    if (commits.size === 0) {
      for (const pull of of.pulls.values()) {
        commits.set(pull.head, pull);
        commits.set(mergeOf(pull), pull);
      }
    }
    return commits.get(String(oid)) ?? null;
  };
  return {
    __typename: "Repository",
    nameWithOwner: fullName,
    url: `https://github.com/${fullName}`,
    hasIssuesEnabled: true,
    defaultBranchRef: {
      __typename: "Ref",
      name: "main",
      target: commitNode(idOf(`${fullName}/main`), null, app),
    },
    issues: (args: Arguments) => page([], args),
    pullRequest: ({ number }: Arguments) => {
      const pull = of.pulls.get(Number(number));
      return pull === undefined ? null : pullNode(of, pull, app);
    },
    pullRequests(args: Arguments) {
      const { baseRefName: base = null } = args;
      const promotions = base === null || base === PRODUCTION ? [...of.pulls.values()] : [];
      const others = base === null || base === "main" ? [...Array(of.others).keys()] : [];
      return page<HostedPull | number>([...promotions, ...others], args, (one) =>
        typeof one === "number" ? otherNode(one) : pullNode(of, one, app),
      );
    },
    object: ({ oid }: Arguments) => commitNode(String(oid), pullOf(oid), app),
  };
}

/** One into the default branch, as lists show it. */
function otherNode(index: number): GraphNode {
  return {
    __typename: "PullRequest",
    number: 100_000 + index,
    baseRefName: "main",
    headRefOid: idOf(`other/${index}`),
    author: ANA,
  };
}

function pullNode(of: HostedRepository, pull: HostedPull, app: number): GraphNode {
  const merge = mergeOf(pull);
  const base = baseOf(of);
  return {
    __typename: "PullRequest",
    number: pull.number,
    title: `Release ${pull.number}`,
    state: "OPEN",
    isDraft: false,
    createdAt: AT,
    baseRefName: PRODUCTION,
    baseRefOid: base,
    headRefName: `release-${pull.number}`,
    headRefOid: pull.head,
    author: ANA,
    headRepository: { nameWithOwner: `${of.owner}/${of.name}` },
    baseRef: { target: commitNode(base, null, app) },
    get potentialMergeCommit() {
      return {
        ...commitNode(merge, pull, app),
        parents: { nodes: [{ oid: base }, { oid: pull.head }] },
      };
    },
    reviews: (args: Arguments) => page([], args),
    files: (args: Arguments) => page([{ path: "READINESS.md", changeType: "MODIFIED" }], args),
    comments: (args: Arguments) => page(pull.comments, args, (one) => commentNode(of, pull, one)),
    timelineItems: (args: Arguments) => page([], args),
    get commits() {
      return { nodes: [{ commit: commitNode(pull.head, pull, app) }] };
    },
  };
}

function commitNode(oid: string, pull: HostedPull | null, app: number): GraphNode {
  return {
    __typename: "Commit",
    oid,
    status: null,
    file({ path }: Arguments) {
      const found = fileAt(String(path), pull);
      if (found === null) return null;
      const { text, oid: blob } = found;
      const byteSize = Buffer.byteLength(text);
      const object = { __typename: "Blob", byteSize, isTruncated: false, isBinary: false, text };
      return { __typename: "TreeEntry", mode: 0o100644, type: "blob", oid: blob, object };
    },
    checkSuites(args: Arguments) {
      const runs = pull?.runs.get(oid) ?? [];
      const suite = {
        __typename: "CheckSuite",
        status: "COMPLETED",
        app: { databaseId: app },
        checkRuns: (of: Arguments) => page(runs, of, runNode),
      };
      return page(runs.length === 0 ? [] : [suite], args);
    },
  };
}

function runNode({ id, name, conclusion, externalId }: WrittenRun): GraphNode {
  const said = { status: "COMPLETED", conclusion: conclusion.toUpperCase() };
  return { __typename: "CheckRun", databaseId: id, name, externalId, ...said };
}

function commentNode(of: HostedRepository, { number }: HostedPull, comment: HostedComment) {
  return {
    __typename: "IssueComment",
    fullDatabaseId: String(comment.id),
    body: comment.body,
    createdAt: AT,
    includesCreatedEdit: false,
    lastEditedAt: null,
    isMinimized: false,
    viewerDidAuthor: true,
    url: `https://github.com/${of.owner}/${of.name}/pull/${number}#issuecomment-${comment.id}`,
    author: BOT,
    reactionGroups: [],
  };
}

/** A page of a list; a cursor is the number of entries before it. */
function page<Entry>(
  list: readonly Entry[],
  { first = 100, after = null }: Arguments,
  nodeOf: (entry: Entry) => unknown = (entry) => entry,
): GraphNode {
  const begin = Number(after ?? 0);
  const end = begin + Number(first);
  return {
    totalCount: list.length,
    nodes: list.slice(begin, end).map(nodeOf),
    pageInfo: { hasNextPage: list.length > end, endCursor: String(Math.min(end, list.length)) },
  };
}
