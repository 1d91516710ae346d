import { type Fact, known, missing } from "../../model/fact.ts";
import type { Listed, OpenPull, Promotion, WrittenVerdict } from "../../model/protection.ts";
import { type Actor, dataAt, loginOf, parseInstant, problemFact } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf } from "../failure.ts";
import { Query, type QueryAnswer } from "../query.ts";

const CONTEXTS = `... on Commit { statusCheckRollup { contexts(first: 100) {
  nodes { __typename ... on StatusContext { context createdAt creator { __typename login } }
    ... on CheckRun { name startedAt completedAt } }
  pageInfo { hasNextPage } } } }`;

/** What was said of the heads of pull requests, in one request; none where there are none. */
export async function readVerdicts(
  client: GitHubClient,
  name: RepositoryName,
  { open, isWhole }: Listed<OpenPull>,
): Promise<Fact<Listed<Promotion>>> {
  if (open.length === 0) return known({ open: [], isWhole });
  const query = new Query();
  const asked = open.map((pull) => {
    const oid = query.variable("GitObjectID!", pull.head);
    return { pull, alias: query.inRepository(`object(oid: ${oid}) { ${CONTEXTS} }`) };
  });
  try {
    const answer = await query.ask(client, name);
    const promotions = asked.map(({ pull, alias }) => ({
      ...pull,
      verdicts: verdictsOf(answer, alias),
    }));
    return known({ open: promotions, isWhole });
  } catch (error) {
    return factOf(error);
  }
}

function verdictsOf(answer: QueryAnswer, alias: string): Fact<readonly WrittenVerdict[]> {
  const problem = answer.problemAt("repository", alias, "statusCheckRollup", "contexts", "nodes");
  if (problem !== null) return problemFact(problem);
  const head = dataAt(answer.repository, alias);
  if (head === null || head === undefined)
    return missing("unreadable", "GitHub has no such commit");
  const contexts = dataAt(head, "statusCheckRollup", "contexts");
  if (dataAt(contexts, "pageInfo", "hasNextPage") === true) {
    return missing("too-large", "it has more than 100 statuses and check runs");
  }
  const nodes = (dataAt(contexts, "nodes") ?? []) as readonly (ContextData | null)[];
  const shown = nodes.filter((node) => node !== null);
  // One that is hidden may be the one that counts.
  if (shown.length < nodes.length) return missing("forbidden", "the token may not read all of it");
  return known(shown.map(verdictOf));
}

type ContextData =
  | {
      readonly __typename: "StatusContext";
      readonly context: string;
      readonly createdAt: string;
      readonly creator: Actor | null;
    }
  | {
      readonly __typename: "CheckRun";
      readonly name: string;
      readonly startedAt: string | null;
      readonly completedAt: string | null;
    };

function verdictOf(node: ContextData): WrittenVerdict {
  if (node.__typename === "StatusContext") {
    const { context, createdAt, creator } = node;
    return { context, by: "status", author: loginOf(creator), at: parseInstant(createdAt) };
  }
  const moment = node.completedAt ?? node.startedAt;
  return {
    context: node.name,
    by: "check-run",
    author: null,
    at: moment === null ? null : parseInstant(moment),
  };
}
