import { dataAt, pageAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import { askOrganizationPolicy, askPolicy, type PolicyAtTip } from "./policy-at-tip.ts";
import { Query } from "./query.ts";
import { Blobs } from "./read/blobs.ts";

export interface ListedPull {
  readonly number: number;
  readonly baseRefName: string;
  readonly headRefOid: string;
}

export interface OpenPulls {
  /** `owner/name`, as GitHub spells it. */
  readonly repository: string;
  readonly policy: PolicyAtTip;
  readonly pulls: readonly ListedPull[];
}

/** More open pull requests than this are not listed, which is told. */
const MOST_PAGES = 20;

export const PULLS = { what: "open pull requests", permission: "pull-requests: read" };

/**
 * All open pull requests, by number, with the policy that says which of them are promotions.
 *
 * @throws {GitHubFailure}
 */
export async function listPulls(asked: {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly policyBranch: string | null;
}): Promise<OpenPulls> {
  const { client, name, policyBranch } = asked;
  const query = new Query();
  const fullName = query.inRepository("nameWithOwner");
  const policy = askPolicy(query, policyBranch);
  const organization = askOrganizationPolicy(query, name);
  let alias = query.inRepository(listOf(query, null));
  let answer = await query.ask(client, name);
  const { files } = await policy(answer, new Blobs(client, name));
  const at = { ...files, organization: await organization(answer, client) };
  const repository = String(dataAt(answer.repository, fullName));
  const pulls: ListedPull[] = [];
  for (let page = 1; ; page += 1) {
    const list = pageAt<ListedPull>(answer, ["repository", alias], PULLS);
    if (list.state === "missing") throw new GitHubFailure(list.reason, list.detail);
    const { nodes, pageInfo } = list.value;
    pulls.push(...nodes);
    if (!pageInfo.hasNextPage) return { repository, policy: at, pulls };
    if (page >= MOST_PAGES) {
      throw new GitHubFailure("too-large", `there are over ${pulls.length} open pull requests`);
    }
    const next = new Query();
    alias = next.inRepository(listOf(next, pageInfo.endCursor));
    answer = await next.ask(client, name);
  }
}

function listOf(query: Query, after: string | null): string {
  return `pullRequests(first: 100, after: ${query.variable("String", after)}, states: [OPEN],
    orderBy: {field: CREATED_AT, direction: ASC}) {
    nodes { number baseRefName headRefOid } pageInfo { hasNextPage endCursor } }`;
}
