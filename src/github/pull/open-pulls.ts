import { type Fact, known } from "../../model/fact.ts";
import { type Actor, pageAt } from "../answer-data.ts";
import { factOf } from "../failure.ts";
import { askPages, type ListAsked, type ReadPages, readOn } from "../pages.ts";
import { Query } from "../query.ts";
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

export type ReadOpenPulls = (
  ...asked: [...Parameters<ReadPages<ListedPull>>, branches?: NamedBranches]
) => Promise<Fact<readonly ListedPull[]>>;

/**
 * Asks for the first page of all open pull requests, by number; what it returns reads the others:
 * where there are more, only those into the branches, if they can be named.
 */
export function askOpenPulls(query: Query): ReadOpenPulls {
  const all = openPullsInto(null);
  const at = all.ask(query, query.variable("String", null));
  return async (answer, client, name, branches = () => null) => {
    const first = pageAt(answer, at, all);
    if (first.state === "missing") return first;
    const named = first.value.pageInfo.hasNextPage ? branches() : null;
    if (named === null) return readOn(all, { at, answer }, { client, name });
    try {
      const next = new Query();
      const lists = named.map((branch) => askPages<ListedPull>(next, openPullsInto(branch)));
      const found = await next.ask(client, name);
      const pulls: ListedPull[] = [];
      for (const read of lists) {
        const some = await read(found, client, name);
        if (some.state === "missing") return some;
        pulls.push(...some.value);
      }
      return known(pulls.toSorted((a, b) => a.number - b.number));
    } catch (error) {
      return factOf(error);
    }
  };
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
