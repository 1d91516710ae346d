import { type Fact, known } from "../../model/fact.ts";
import { type Actor, pageAt } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf } from "../failure.ts";
import { askPages, type ListAsked, type ReadPages, readOn } from "../pages.ts";
import { Query, type QueryAnswer } from "../query.ts";
import { NEXT, PAGE } from "./pull-fields.ts";

/** An open pull request, wherever its head is. */
export interface ListedPull {
  readonly number: number;
  readonly baseRefName: string;
  readonly headRefOid: string;
  readonly author: Actor | null;
}

export const PULLS = { what: "open pull requests", permission: "pull-requests: read" };

/** Branches that pull requests are to be listed of; `null` where that takes all there are. */
export type NamedBranches = () => readonly string[] | null;

export interface OpenPullsRead {
  /** By number. */
  readonly pulls: Fact<readonly ListedPull[]>;
  /** What those go into, where only some were listed since there are many; `null` where all were. */
  readonly into: readonly string[] | null;
}

type Asked = [...Parameters<ReadPages<ListedPull>>, branches?: NamedBranches];

/** As {@link askPullsOf}, for whoever wants to know no more than what there is. */
export function askOpenPulls(query: Query) {
  const read = askPullsOf(query, null);
  return async (...asked: Asked) => (await read(...asked)).pulls;
}

/**
 * Asks for the first page of all open pull requests; what it returns reads the others: where there are
 * more, only those into the branches, if they can be named.
 *
 * @param expected what the branches were where there were many the last time: then only those are
 *   asked for at once. Only a saving: where the branches are others by now, all is asked anew.
 */
export function askPullsOf(
  query: Query,
  expected: readonly string[] | null,
): (...asked: Asked) => Promise<OpenPullsRead> {
  if (expected !== null) return askPullsInto(query, expected);
  const all = openPullsInto(null);
  const at = all.ask(query, query.variable("String", null));
  return async (answer, client, name, branches = () => null) => {
    const first = pageAt(answer, at, all);
    if (first.state === "missing") return { pulls: first, into: null };
    const named = first.value.pageInfo.hasNextPage ? branches() : null;
    if (named === null) {
      return { pulls: await readOn(all, { at, answer }, { client, name }), into: null };
    }
    const next = new Query();
    const read = askPullsInto(next, named);
    return tried(next, { client, name }, (found) => read(found, client, name, () => named));
  };
}

function askPullsInto(query: Query, into: readonly string[]) {
  const lists = into.map((branch) => askPages<ListedPull>(query, openPullsInto(branch)));
  return async (...asked: Asked): Promise<OpenPullsRead> => {
    const [answer, client, name, branches = () => null] = asked;
    if (JSON.stringify(branches()) !== JSON.stringify(into)) {
      const anew = new Query();
      const read = askPullsOf(anew, null);
      return tried(anew, { client, name }, (found) => read(found, client, name, branches));
    }
    const pulls: ListedPull[] = [];
    for (const read of lists) {
      const some = await read(answer, client, name);
      if (some.state === "missing") return { pulls: some, into };
      pulls.push(...some.value);
    }
    return { pulls: known(pulls.toSorted((a, b) => a.number - b.number)), into };
  };
}

async function tried(
  query: Query,
  { client, name }: { readonly client: GitHubClient; readonly name: RepositoryName },
  read: (answer: QueryAnswer) => Promise<OpenPullsRead>,
): Promise<OpenPullsRead> {
  try {
    return await read(await query.ask(client, name));
  } catch (error) {
    return { pulls: factOf(error), into: null };
  }
}

/** @param branch `null`: into all */
function openPullsInto(branch: string | null): ListAsked {
  return {
    what: branch === null ? PULLS.what : `${PULLS.what} into \`${branch}\``,
    permission: PULLS.permission,
    ask: (of, after) => {
      const base = branch === null ? "" : `baseRefName: ${of.variable("String", branch)},`;
      return [
        "repository",
        of.inRepository(`pullRequests(first: ${PAGE}, after: ${after}, states: [OPEN], ${base}
          orderBy: {field: CREATED_AT, direction: ASC}) { totalCount
          nodes { number baseRefName headRefOid author { __typename login } } ${NEXT} }`),
      ];
    },
  };
}
