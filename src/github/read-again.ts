import { type Fact, known } from "../model/fact.ts";
import type { OwnComment, OwnIssue } from "../model/surroundings.ts";
import { dataAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { factOf } from "./failure.ts";
import { readAllComments } from "./pull/conversation.ts";
import { askOwnIssues } from "./pull/issue-pages.ts";
import { MOVES } from "./pull/pull-fields.ts";
import type { PullState } from "./pull/pull-state.ts";
import { Query } from "./query.ts";
import { ownComments, ownIssues } from "./surroundings-of.ts";

interface Asking {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
}

/**
 * Whether a pull request is still the one that was judged: its head, its base and that it is open.
 * Neither may have been elsewhere meanwhile, for the list of changed files is that of the moment.
 */
export async function isStillThere(pull: PullState, { client, name }: Asking): Promise<boolean> {
  const query = new Query();
  const number = query.variable("Int!", pull.number);
  const alias = query.inRepository(
    `pullRequest(number: ${number}) { state headRefOid baseRefName ${MOVES} }`,
  );
  const { repository } = await query.ask(client, name);
  const seen = dataAt(repository, alias);
  const [move] = (dataAt(seen, "moves", "nodes") ?? []) as readonly { readonly id: string }[];
  return (
    dataAt(seen, "state") === "OPEN" &&
    dataAt(seen, "headRefOid") === pull.head &&
    dataAt(seen, "baseRefName") === pull.baseBranch &&
    (move?.id ?? null) === pull.lastMove
  );
}

/** Our issues as they are now: another run may have opened the same ones meanwhile. */
export async function readOwnIssues({ client, name }: Asking): Promise<Fact<readonly OwnIssue[]>> {
  const query = new Query();
  const read = askOwnIssues(query, name);
  try {
    const issues = await read(await query.ask(client, name), client, name);
    return issues.state === "known" ? known(ownIssues(issues.value)) : issues;
  } catch (error) {
    return factOf(error);
  }
}

/** Our comments on a pull request as they are now. */
export async function readOwnComments(
  number: number,
  asking: Asking,
): Promise<Fact<readonly OwnComment[]>> {
  const comments = await readAllComments(number, asking);
  return comments.state === "known" ? known(ownComments(comments.value)) : comments;
}
