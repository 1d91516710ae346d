import { type Fact, type FactAnswer, factKey } from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import { READINESS_NAMES } from "../model/service.ts";
import { dataAt, problemFact } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import {
  askOrganizationPolicy,
  type BranchData,
  type PolicyAtTip,
  policyFields,
  readPolicy,
} from "./policy-at-tip.ts";
import { type Conversation, readConversation } from "./pull/conversation.ts";
import { type PullData, pullFields } from "./pull/pull-fields.ts";
import { type PullState, pullState } from "./pull/pull-state.ts";
import { pullSource } from "./pull-source.ts";
import { Query, type QueryAnswer } from "./query.ts";
import { Blobs, entryFields } from "./read/blobs.ts";

export interface PullOptions {
  readonly client: GitHubClient;
  /** Sees the organization's teams and its policy; `null` where `client` is all there is. */
  readonly organizationClient?: GitHubClient | null;
  readonly name: RepositoryName;
  readonly number: number;
  /** Branch of the policy; `null` for the default branch. */
  readonly policyBranch?: string | null;
  /** The commit that would land, where a merge queue has made it. */
  readonly landing?: string | null;
}

/** All there is to know of a pull request before its policy has been read. */
export interface OpenedPull {
  readonly pull: PullState;
  readonly policy: PolicyAtTip;
  readonly conversation: Conversation;
  readonly head: PullData["commits"]["nodes"][number]["commit"] | null;
  readonly source: FactSource;
}

/**
 * One GraphQL request for the pull request, what was said on it, the policy at its live tip and the
 * documents that most repositories keep. Facts beyond those are read as the source is asked.
 *
 * @throws {GitHubFailure} where GitHub does not show the repository or the pull request.
 */
export async function openPull(options: PullOptions): Promise<OpenedPull> {
  const { client, organizationClient = null, name, number, policyBranch = null } = options;
  const query = new Query();
  const about = query.inRepository("nameWithOwner");
  const tip = `target { oid ... on Commit { ${policyFields(query)} } }`;
  const defaultBranch = query.inRepository(
    `defaultBranchRef { name ${policyBranch === null ? tip : "target { oid }"} }`,
  );
  const named =
    policyBranch === null
      ? defaultBranch
      : query.inRepository(
          `ref(qualifiedName: ${query.variable("String!", `refs/heads/${policyBranch}`)}) { name ${tip} }`,
        );
  const documents = READINESS_NAMES.map(
    (path, index) =>
      `d${index}: file(path: ${query.variable("String!", path)}) { ${entryFields(query)} }`,
  );
  const pullAlias = query.inRepository(
    `pullRequest(number: ${query.variable("Int!", number)}) { ${pullFields(query)} }`,
  );
  const documentsAlias = query.inRepository(
    `pullRequest(number: ${query.variable("Int!", number)}) {
      potentialMergeCommit { ${documents.join("\n")} } }`,
  );
  const organizationQuery = organizationClient === null ? query : new Query();
  const organization = askOrganizationPolicy(organizationQuery, name);

  const [answer, organizationAnswer] = await Promise.all([
    query.ask(client, name),
    organizationClient === null ? null : organizationQuery.ask(organizationClient, name),
  ]);
  const data = dataAt(answer.repository, pullAlias) as PullData | null | undefined;
  if (data === null || data === undefined) throw notShown(answer, pullAlias, number);

  const repository = String(dataAt(answer.repository, about));
  const branch = dataAt(answer.repository, defaultBranch) as BranchData | null;
  const policyRef = dataAt(answer.repository, named) as BranchData | null;
  if (branch === null || policyRef === null) {
    const missingBranch = policyBranch ?? "the default branch";
    throw new GitHubFailure("unreadable", `there is no branch \`${missingBranch}\``);
  }
  const seen = pullState(data, {
    repository,
    defaultBranch: { name: branch.name, tip: branch.target.oid },
  });
  const { landing = null } = options;
  const pull = landing === null ? seen : { ...seen, evidence: landing };
  const blobs = new Blobs(client, name);
  const conversation = await readConversation({ client, name, data, answer, alias: pullAlias });
  const foreknown = new Map<string, Fact<FactAnswer>>([
    [factKey({ kind: "pull-request" }), conversation.fact],
  ]);
  if (landing === null && pull.evidence === data.potentialMergeCommit?.oid) {
    const way = [documentsAlias, "potentialMergeCommit"];
    for (const [index, path] of READINESS_NAMES.entries()) {
      const problem = answer.problemAt("repository", ...way, `d${index}`, "object");
      const entry = dataAt(answer.repository, ...way, `d${index}`);
      const key = factKey({ kind: "file", path, revision: "evidence" });
      foreknown.set(key, await blobs.fileAt(entry, problem));
    }
  }
  const reading = { client, organizationClient, name, pull, blobs };
  return {
    pull,
    policy: {
      ref: policyRef.name,
      sha: policyRef.target.oid,
      ...(await readPolicy(answer, named, policyRef, blobs)),
      organization: await organization(
        organizationAnswer ?? answer,
        new Blobs(organizationClient ?? client, { owner: name.owner, name: ".github" }),
      ),
    },
    conversation,
    head: data.commits.nodes[0]?.commit ?? null,
    source: pullSource(reading, foreknown),
  };
}

function notShown(answer: QueryAnswer, alias: string, number: number): GitHubFailure {
  const problem = answer.problemAt("repository", alias);
  if (problem === null || problem.type === "NOT_FOUND") {
    return new GitHubFailure("unreadable", `there is no pull request #${number} here`, 404);
  }
  const fact = problemFact(problem);
  if (fact.state === "known") throw new TypeError("a problem is no fact");
  const lacking = fact.reason === "forbidden" ? "; the token needs `pull-requests: read`" : "";
  return new GitHubFailure(fact.reason, `${fact.detail}${lacking}`);
}
