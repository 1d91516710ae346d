import { type Fact, known, missing } from "../../model/fact.ts";
import { type Actor, pageAt } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf } from "../failure.ts";
import { Query, type QueryAnswer } from "../query.ts";
import { NEXT, PAGE } from "./pull-fields.ts";

/** Every issue of ours carries it, whatever other labels a policy gives them: they are found by it. */
export const ISSUE_LABEL = "stage-gates";

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
  comments(first: 100) { nodes { fullDatabaseId body createdAt viewerDidAuthor } }`;

/** More pages of issues than this are not all ours. */
const MOST_PAGES = 20;

/** To read them would do for that; there is no use in it where none can be opened. */
const ISSUES = { what: "issues", permission: "issues: write" };

/** Asks for the first page of the issues with our label; what it returns reads the others. */
export function askOwnIssues(query: Query, of: RepositoryName) {
  const alias = query.apart(listOf(query, null), of);
  return async (
    answer: QueryAnswer,
    client: GitHubClient,
    name: RepositoryName,
  ): Promise<Fact<readonly IssueData[]>> => {
    const issues: IssueData[] = [];
    try {
      let [at, from] = [alias, answer];
      for (let page = 1; ; page += 1) {
        const list = pageAt<IssueData>(from, [at, "issues"], ISSUES);
        if (list.state === "missing") return list;
        const { nodes, pageInfo } = list.value;
        issues.push(...nodes);
        if (!pageInfo.hasNextPage) return known(issues);
        if (page >= MOST_PAGES)
          return missing("too-large", `there are over ${issues.length} issues`);
        const next = new Query();
        at = next.apart(listOf(next, pageInfo.endCursor), of);
        from = await next.ask(client, name);
      }
    } catch (error) {
      return factOf(error);
    }
  };
}

function listOf(query: Query, after: string | null): string {
  const label = query.variable("[String!]", [ISSUE_LABEL]);
  const cursor = query.variable("String", after);
  return `issues(first: ${PAGE}, after: ${cursor}, labels: ${label}, states: [OPEN, CLOSED],
    orderBy: {field: CREATED_AT, direction: ASC}) { nodes { ${ISSUE} } ${NEXT} }`;
}
