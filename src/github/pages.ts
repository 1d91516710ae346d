import { type Fact, known, missing } from "../model/fact.ts";
import { pageAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { factOf } from "./failure.ts";
import { Query, type QueryAnswer } from "./query.ts";

/** Longer lists are not read. */
const MOST_PAGES = 20;

/** A list of a repository. */
export interface ListAsked {
  /** Asks for a page, from behind the cursor that a variable holds; returns the way to it in the answer. */
  readonly ask: (query: Query, after: string) => readonly string[];
  /** Its entries, in the plural. */
  readonly what: string;
  /** What a token needs to read them. */
  readonly permission: string;
}

export type ReadPages<Node> = (
  answer: QueryAnswer,
  client: GitHubClient,
  name: RepositoryName,
) => Promise<Fact<readonly Node[]>>;

/** Asks for the first page of a list; what it returns takes that out of the answer and reads the others. */
export function askPages<Node>(query: Query, list: ListAsked): ReadPages<Node> {
  const first = list.ask(query, query.variable("String", null));
  return async (answer, client, name) => {
    const all: Node[] = [];
    try {
      let [at, from] = [first, answer];
      for (let count = 1; ; count += 1) {
        const page = pageAt<Node>(from, at, list);
        if (page.state === "missing") return page;
        const { nodes, pageInfo } = page.value;
        all.push(...nodes);
        if (!pageInfo.hasNextPage) return known(all);
        if (count >= MOST_PAGES) {
          return missing("too-large", `there are over ${all.length} ${list.what}`);
        }
        const next = new Query();
        at = list.ask(next, next.variable("String", pageInfo.endCursor));
        from = await next.ask(client, name);
      }
    } catch (error) {
      return factOf(error);
    }
  };
}
