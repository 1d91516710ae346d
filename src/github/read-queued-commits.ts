import { dataAt, pageAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import { askOpenPulls, type ListedPull } from "./pull/open-pulls.ts";
import { Query } from "./query.ts";

/** A pull request in a merge queue, with the head that was queued. */
export interface QueuedPull {
  readonly number: number;
  readonly head: string;
}

/** A merge group holds no more pull requests than that. */
const MOST_ENTRIES = 100;

interface Asking {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
}

/**
 * The pull requests that a commit of a merge queue holds, oldest first, where the queue may not be
 * read: each step from the commit back to the tip of the branch has to be accounted for.
 *
 * A merge commit tells what it merged by its second parent, whatever its message or a branch says. A
 * squashed or rebased one does not: there the queue's own branches say which pull request ends at it.
 * Whoever may push can add such branches, so all that name a commit count: an innocent name more is
 * one more that has to pass, and none takes the place of the queue's.
 *
 * @throws {GitHubFailure} where a step belongs to no open pull request into that branch.
 */
export async function readQueuedCommits(
  group: { readonly head: string; readonly base: string },
  { client, name }: Asking,
): Promise<readonly QueuedPull[]> {
  const { tip, branches, pulls } = await readQueue(group.base, { client, name });
  const found = new Map<number, QueuedPull>();
  const met = new Set([tip]);
  const open = [group.head];
  for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
    if (met.has(oid)) continue;
    if (met.size > MOST_ENTRIES) throw unaccounted(group.head, "is built on too many others");
    met.add(oid);
    const [first, second, ...more] = await readParents(oid, { client, name });
    if (first === undefined || more.length > 0) throw unaccounted(oid, "is no merge of a queue's");
    const named = branches.filter(({ commit }) => commit === oid);
    const numbers = new Set(named.map(({ pull }) => pull));
    const merged = pulls.filter(({ headRefOid }) => headRefOid === second);
    // Of several with the same head the branches tell which was queued.
    const queued = merged.some(({ number }) => numbers.has(number))
      ? merged.filter(({ number }) => numbers.has(number))
      : merged;
    const held = second === undefined ? pulls.filter(({ number }) => numbers.has(number)) : queued;
    if (held.length === 0 || (second === undefined && held.length < numbers.size)) {
      throw unaccounted(oid, `belongs to no open pull request into \`${group.base}\``);
    }
    for (const { number, headRefOid: head } of held) found.set(number, { number, head });
    open.push(...(second === undefined ? named.map(({ onto }) => onto) : [first]));
  }
  if (found.size === 0) throw unaccounted(group.head, "holds nothing that has not landed");
  return [...found.values()].reverse();
}

function unaccounted(oid: string, what: string): GitHubFailure {
  const remedy =
    "a token that may read the merge queue (`merge-queues: read` of an app) knows more";
  return new GitHubFailure("unreadable", `the commit ${oid.slice(0, 7)} ${what}; ${remedy}`);
}

/** A branch that a merge queue keeps for an entry: it ends at the commit that the entry became. */
interface QueueBranch {
  readonly pull: number;
  /** What the entry was merged onto. */
  readonly onto: string;
  readonly commit: string;
}

interface BranchData {
  readonly name: string;
  readonly target: { readonly oid: string } | null;
}

async function readQueue(
  base: string,
  { client, name }: Asking,
): Promise<{
  readonly tip: string;
  readonly branches: readonly QueueBranch[];
  /** Open ones into the branch. */
  readonly pulls: readonly ListedPull[];
}> {
  const query = new Query();
  const branch = query.inRepository(
    `ref(qualifiedName: ${query.variable("String!", `refs/heads/${base}`)}) { target { oid } }`,
  );
  const prefix = query.variable("String!", `refs/heads/gh-readonly-queue/${base}/`);
  const queue = query.inRepository(`refs(refPrefix: ${prefix}, first: 100) {
    nodes { name target { oid } } pageInfo { hasNextPage endCursor } }`);
  const openPulls = askOpenPulls(query);
  const answer = await query.ask(client, name);
  const about = { what: "branches of the merge queue", permission: "contents: read" };
  const branches = pageAt<BranchData>(answer, ["repository", queue], about);
  const pulls = await openPulls(answer, client, name);
  for (const fact of [branches, pulls]) {
    if (fact.state === "missing") throw new GitHubFailure(fact.reason, fact.detail);
  }
  const tip = dataAt(answer.repository, branch, "target", "oid");
  if (branches.state === "missing" || pulls.state === "missing" || typeof tip !== "string") {
    throw new GitHubFailure("unreadable", `GitHub does not show the branch \`${base}\``);
  }
  if (branches.value.pageInfo.hasNextPage) {
    throw new GitHubFailure("too-large", "the merge queue has more than 100 branches");
  }
  return {
    tip,
    branches: branches.value.nodes.flatMap(queueBranch),
    pulls: pulls.value.filter(({ baseRefName }) => baseRefName === base),
  };
}

/** `pr-<number>-<commit it was merged onto>` */
function queueBranch({ name, target }: BranchData): readonly QueueBranch[] {
  const [, number, onto] = /(?:^|\/)pr-([1-9]\d{0,9})-([0-9a-f]{40})$/.exec(name) ?? [];
  if (onto === undefined || target === null) return [];
  return [{ pull: Number(number), onto, commit: target.oid }];
}

async function readParents(oid: string, { client, name }: Asking): Promise<readonly string[]> {
  const query = new Query();
  const commit = query.inRepository(
    `object(oid: ${query.variable("GitObjectID!", oid)}) { ... on Commit {
      parents(first: 3) { nodes { oid } pageInfo { hasNextPage endCursor } } } }`,
  );
  const answer = await query.ask(client, name);
  const about = { what: "parents of a commit", permission: "contents: read" };
  const page = pageAt<{ readonly oid: string }>(answer, ["repository", commit, "parents"], about);
  if (page.state === "missing") throw new GitHubFailure(page.reason, page.detail);
  return page.value.nodes.map((parent) => parent.oid);
}
