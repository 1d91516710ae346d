import { type Actor, pageAt } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { GitHubFailure } from "../failure.ts";
import { Query, type QueryAnswer } from "../query.ts";
import { NEXT, PAGE } from "./pull-fields.ts";

/** An open pull request, wherever its head is. */
export interface ListedPull {
  readonly number: number;
  readonly baseRefName: string;
  readonly headRefOid: string;
  readonly author: Actor | null;
}

/** More open pull requests than this are not listed, which is told. */
const MOST_PAGES = 20;

export const PULLS = { what: "open pull requests", permission: "pull-requests: read" };

/**
 * Asks for the first page of all open pull requests, by number; what it returns reads the others.
 *
 * @throws {GitHubFailure} where they are not given to their end.
 */
export function askOpenPulls(query: Query) {
  const first = query.inRepository(listOf(query, null));
  return async (
    answer: QueryAnswer,
    client: GitHubClient,
    name: RepositoryName,
  ): Promise<readonly ListedPull[]> => {
    const pulls: ListedPull[] = [];
    let [alias, from] = [first, answer];
    for (let page = 1; ; page += 1) {
      const list = pageAt<ListedPull>(from, ["repository", alias], PULLS);
      if (list.state === "missing") throw new GitHubFailure(list.reason, list.detail);
      const { nodes, pageInfo } = list.value;
      pulls.push(...nodes);
      if (!pageInfo.hasNextPage) return pulls;
      if (page >= MOST_PAGES) {
        throw new GitHubFailure("too-large", `there are over ${pulls.length} open pull requests`);
      }
      const next = new Query();
      alias = next.inRepository(listOf(next, pageInfo.endCursor));
      from = await next.ask(client, name);
    }
  };
}

function listOf(query: Query, after: string | null): string {
  return `pullRequests(first: ${PAGE}, after: ${query.variable("String", after)}, states: [OPEN],
    orderBy: {field: CREATED_AT, direction: ASC}) {
    nodes { number baseRefName headRefOid author { __typename login } } ${NEXT} }`;
}
