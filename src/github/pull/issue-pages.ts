import { ISSUE_LABEL } from "../../model/marker.ts";
import type { Actor } from "../answer-data.ts";
import type { RepositoryName } from "../client.ts";
import { askPages, type ReadPages } from "../pages.ts";
import type { Query } from "../query.ts";
import { NEXT, PAGE } from "./pull-fields.ts";

/** An issue that may be one of ours. */
export interface IssueData {
  readonly number: number;
  readonly state: "OPEN" | "CLOSED";
  readonly stateReason: string | null;
  readonly body: string;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly viewerDidAuthor: boolean;
  readonly author: Actor | null;
  readonly timelineItems: { readonly nodes: readonly { readonly actor: Actor | null }[] };
  readonly comments: {
    readonly nodes: readonly {
      readonly fullDatabaseId: string | number;
      readonly body: string;
      readonly createdAt: string;
      readonly viewerDidAuthor: boolean;
    }[];
  };
}

const ISSUE = `number state stateReason body createdAt closedAt viewerDidAuthor
  author { __typename login }
  timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
    nodes { ... on ClosedEvent { actor { __typename login } } } }
  comments(last: ${PAGE}) { nodes { fullDatabaseId body createdAt viewerDidAuthor } }`;

/** Asks for the first page of the issues with our label; what it returns reads the others. */
export function askOwnIssues(query: Query, name: RepositoryName): ReadPages<IssueData> {
  return askPages(query, {
    what: "issues",
    // To read them would do for that; there is no use in it where none can be opened.
    permission: "issues: write",
    ask: (of, after) => [
      of.apart(
        `issues(first: ${PAGE}, after: ${after}, states: [OPEN, CLOSED],
          labels: ${of.variable("[String!]", [ISSUE_LABEL])},
          orderBy: {field: CREATED_AT, direction: ASC}) { nodes { ${ISSUE} } ${NEXT} }`,
        name,
      ),
      "issues",
    ],
  });
}
