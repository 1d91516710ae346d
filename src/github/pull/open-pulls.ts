import type { Actor } from "../answer-data.ts";
import { askPages, type ReadPages } from "../pages.ts";
import type { Query } from "../query.ts";
import { NEXT, PAGE } from "./pull-fields.ts";

/** An open pull request, wherever its head is. */
export interface ListedPull {
  readonly number: number;
  readonly baseRefName: string;
  readonly headRefOid: string;
  readonly author: Actor | null;
}

export const PULLS = { what: "open pull requests", permission: "pull-requests: read" };

/** Asks for the first page of all open pull requests, by number; what it returns reads the others. */
export function askOpenPulls(query: Query): ReadPages<ListedPull> {
  return askPages(query, {
    ...PULLS,
    ask: (of, after) => [
      "repository",
      of.inRepository(`pullRequests(first: ${PAGE}, after: ${after}, states: [OPEN],
        orderBy: {field: CREATED_AT, direction: ASC}) {
        nodes { number baseRefName headRefOid author { __typename login } } ${NEXT} }`),
    ],
  });
}
