import { type Fact, known, missing } from "../model/fact.ts";
import { pageAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { factOf } from "./failure.ts";
import { Query, type QueryAnswer } from "./query.ts";

/** Longer lists are not read. */
const MOST_PAGES = 20;
/** Entries of a page, as all lists ask for them. */
const PAGE = 100;

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
  const at = list.ask(query, query.variable("String", null));
  return (answer, client, name) => readOn(list, { at, answer }, { client, name });
}

/** The first page of a list, and where in an answer it is. */
export interface FirstPage {
  readonly at: readonly string[];
  readonly answer: QueryAnswer;
}

/** Takes the first page out of the answer, and reads the others. */
export async function readOn<Node>(
  list: ListAsked,
  first: FirstPage,
  { client, name }: { readonly client: GitHubClient; readonly name: RepositoryName },
): Promise<Fact<readonly Node[]>> {
  const all: Node[] = [];
  try {
    let { at, answer } = first;
    for (let count = 1; ; count += 1) {
      const page = pageAt<Node>(answer, at, list);
      if (page.state === "missing") return page;
      const { nodes, pageInfo, totalCount = 0 } = page.value;
      all.push(...nodes);
      if (!pageInfo.hasNextPage) return known(all);
      // What is known to be too long is not read first.
      if (count >= MOST_PAGES || totalCount > MOST_PAGES * PAGE) {
        return missing("too-large", `there are over ${MOST_PAGES * PAGE} ${list.what}`);
      }
      const next = new Query();
      at = list.ask(next, next.variable("String", pageInfo.endCursor));
      answer = await next.ask(client, name);
    }
  } catch (error) {
    return factOf(error);
  }
}
