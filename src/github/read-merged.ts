import {
  type Actor,
  dataAt,
  loginOf,
  pageAt,
  parseInstant,
  problemFailure,
} from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import { Query } from "./query.ts";

/** A pull request that was merged. */
export interface MergedPull {
  readonly number: number;
  /** Milliseconds since 1970, UTC. */
  readonly mergedAt: number;
  readonly mergedBy: string;
  /** Branch it was merged into. */
  readonly baseBranch: string;
  /** Live tip of that branch; `null` where it is gone. */
  readonly tip: string | null;
  readonly head: string;
  /** What the branch became by it. */
  readonly mergeCommit: string;
}

interface Asking {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
}

const PULLS = { what: "pull requests of a commit", permission: "pull-requests: read" };

interface PullData {
  readonly number: number;
  readonly merged: boolean;
  readonly mergedAt: string | null;
  readonly mergedBy: Actor | null;
  readonly baseRefName: string;
  readonly baseRef: { readonly target: { readonly oid: string } | null } | null;
  readonly headRefOid: string;
  readonly mergeCommit: { readonly oid: string } | null;
}

/**
 * The merged pull requests that brought each of some commits, into whatever branch.
 *
 * @throws {GitHubFailure}
 */
export async function readMerged(
  commits: readonly string[],
  { client, name }: Asking,
): Promise<ReadonlyMap<string, readonly MergedPull[]>> {
  const query = new Query();
  const aliases = commits.map((oid) => {
    const at = query.variable("GitObjectID!", oid);
    const alias = query.inRepository(`object(oid: ${at}) { ... on Commit {
      associatedPullRequests(first: 20) { nodes { number merged mergedAt
        mergedBy { __typename login } baseRefName baseRef { target { oid } } headRefOid
        mergeCommit { oid } } pageInfo { hasNextPage } } } }`);
    return [oid, alias] as const;
  });
  if (query.isEmpty) return new Map();
  const answer = await query.ask(client, name);
  return new Map(
    aliases.map(([oid, alias]) => {
      const page = pageAt<PullData>(answer, ["repository", alias, "associatedPullRequests"], PULLS);
      if (page.state === "missing") throw new GitHubFailure(page.reason, page.detail);
      if (page.value.pageInfo.hasNextPage) {
        throw new GitHubFailure("too-large", `over 20 pull requests have the commit ${short(oid)}`);
      }
      return [oid, page.value.nodes.flatMap(mergedPull)];
    }),
  );
}

function mergedPull(data: PullData): readonly MergedPull[] {
  const { number, merged, mergedAt, mergedBy, baseRefName, baseRef, headRefOid, mergeCommit } =
    data;
  if (!merged || mergedAt === null || mergeCommit === null) return [];
  return [
    {
      ...{ number, head: headRefOid, mergeCommit: mergeCommit.oid, baseBranch: baseRefName },
      mergedAt: parseInstant(mergedAt),
      mergedBy: loginOf(mergedBy),
      tip: baseRef?.target?.oid ?? null,
    },
  ];
}

interface HistoryData {
  readonly oid: string;
  readonly parents: { readonly nodes: readonly { readonly oid: string }[] };
  readonly associatedPullRequests: { readonly nodes: readonly { readonly number: number }[] };
}

/**
 * The commit that a branch was at before a pull request was merged into it, however it was merged:
 * a rebase leaves several commits behind.
 *
 * @throws {GitHubFailure}
 */
export async function readBefore(
  { number, head, mergeCommit }: Pick<MergedPull, "number" | "head" | "mergeCommit">,
  { client, name }: Asking,
): Promise<string> {
  const query = new Query();
  const alias = query.inRepository(`object(oid: ${query.variable("GitObjectID!", mergeCommit)}) {
    ... on Commit { history(first: 100) { nodes { oid parents(first: 2) { nodes { oid } }
      associatedPullRequests(first: 20) { nodes { number } } } } } }`);
  const answer = await query.ask(client, name);
  const problem = answer.problemWithin("repository", alias);
  if (problem !== null) throw problemFailure(problem, PULLS.permission);
  const nodes = (dataAt(answer.repository, alias, "history", "nodes") ??
    []) as readonly HistoryData[];
  const byId = new Map(nodes.map((node) => [node.oid, node]));
  for (let at = byId.get(mergeCommit); at !== undefined; ) {
    const [first, second] = at.parents.nodes;
    if (first === undefined) break;
    const next = byId.get(first.oid);
    const isItsOwn = next?.associatedPullRequests.nodes.some((pull) => pull.number === number);
    const isTheMerge = second?.oid === head;
    if (isTheMerge || (next !== undefined && isItsOwn !== true)) return first.oid;
    at = next;
  }
  throw new GitHubFailure("too-large", `#${number} brought too many commits to see where it began`);
}

function short(oid: string): string {
  return oid.slice(0, 7);
}
