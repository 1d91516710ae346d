import { type Fact, known } from "../../model/fact.ts";
import type { Listed, OpenPull, Promotion, WrittenVerdict } from "../../model/protection.ts";
import { type Actor, loginOf, parseInstant } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf } from "../failure.ts";
import { Query, type QueryAnswer } from "../query.ts";
import { contextsAt } from "../read/check-contexts.ts";

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
  const contexts = contextsAt<ContextData>(answer, alias, "the head");
  return contexts.state === "missing" ? contexts : known(contexts.value.map(verdictOf));
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
