import { type Fact, type FactAnswer, factKey, known } from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import { READINESS_NAMES } from "../model/service.ts";
import type { OwnCheckRun } from "../model/surroundings.ts";
import type { Voice } from "../model/voice.ts";
import { dataAt, problemFailure } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import type { BranchesOf } from "./list-pulls.ts";
import { askOrganizationPolicy, askPolicy, type PolicyAtTip } from "./policy-at-tip.ts";
import { type Conversation, readConversation } from "./pull/conversation.ts";
import { askOwnIssues, type IssueData } from "./pull/issue-pages.ts";
import { askPullsOf, type ListedPull } from "./pull/open-pulls.ts";
import { askOwnRuns } from "./pull/own-runs.ts";
import { type HeadData, type PullData, pullFields } from "./pull/pull-fields.ts";
import { type PullState, pullState } from "./pull/pull-state.ts";
import { pullSource } from "./pull-source.ts";
import { Query, type QueryAnswer } from "./query.ts";
import { Blobs, entryFields } from "./read/blobs.ts";
import { askChanges } from "./read/changes.ts";

export interface PullOptions {
  readonly client: GitHubClient;
  /** Sees the organization's teams and its policy; `null` where `client` is all there is. */
  readonly organizationClient?: GitHubClient | null;
  readonly name: RepositoryName;
  readonly number: number;
  /** Branch of the policy; `null` for the default branch. */
  readonly policyBranch?: string | null;
  /** How verdicts are said here; by a status unless given. */
  readonly voice?: Voice;
  /** The commit that would land, where a merge queue has made it. */
  readonly landing?: string | null;
  /** The commit it would be merged into, where that is not the tip: of a merged one the tip before. */
  readonly base?: string | null;
  /** Of many open pull requests, those into these branches are enough to know. */
  readonly branchesOf?: BranchesOf;
  /** What `openPullsInto` was the last time; `null` where that is not known. */
  readonly expectedInto?: readonly string[] | null;
}

/** All there is to know of a pull request before its policy has been read. */
export interface OpenedPull {
  readonly pull: PullState;
  readonly policy: PolicyAtTip;
  readonly conversation: Conversation;
  /** The head, with its statuses; `null` where GitHub did not show it. */
  readonly head: HeadData | null;
  /** Check runs of ours on the head. */
  readonly checkRuns: Fact<readonly OwnCheckRun[]>;
  /** Open pull requests from whatever fork: all, or where those are many all into `branchesOf`. */
  readonly openPulls: Fact<readonly ListedPull[]>;
  /** Those branches, where only pull requests into them were listed. */
  readonly openPullsInto: readonly string[] | null;
  /** Issues that carry our label. */
  readonly issues: Fact<readonly IssueData[]>;
  readonly hasIssues: boolean;
  /** Of the repository, for people. */
  readonly url: string;
  readonly source: FactSource;
}

/**
 * One GraphQL request for the pull request, what was said on it, what of ours is there, the policy
 * at its live tip and the documents that most repositories keep. Facts beyond those are read as the
 * source is asked.
 *
 * @throws {GitHubFailure} where GitHub does not show the repository or the pull request.
 */
export async function openPull(options: PullOptions): Promise<OpenedPull> {
  const { client, organizationClient = null, name, number, policyBranch = null } = options;
  const query = new Query();
  const fullName = query.inRepository("nameWithOwner");
  const url = query.inRepository("url");
  const hasIssues = query.inRepository("hasIssuesEnabled");
  const policy = askPolicy(query, policyBranch);
  const alias = query.inRepository(
    `pullRequest(number: ${query.variable("Int!", number)}) { ${pullFields(query)} }`,
  );
  const documents = askDocuments(query, number);
  const changes = askChanges(query, number);
  const ownIssues = askOwnIssues(query, name);
  const ownRuns = askOwnRuns(query, options.voice ?? "status", { pull: number });
  const open = askPullsOf(query, options.expectedInto ?? null);
  const organizationQuery = organizationClient === null ? query : new Query();
  const organization = askOrganizationPolicy(organizationQuery, name);
  const [answer, organizationAnswer] = await Promise.all([
    query.ask(client, name),
    organizationClient === null ? null : organizationQuery.ask(organizationClient, name),
  ]);

  const data = dataAt(answer.repository, alias) as PullData | null | undefined;
  if (data === null || data === undefined) throw notShown(answer, alias, number);
  for (const field of DECISIVE) {
    const problem = answer.problemWithin("repository", alias, field);
    if (problem !== null) throw problemFailure(problem, "pull-requests: read");
  }
  const blobs = new Blobs(client, name);
  const [{ defaultBranch, files }, organizationFile, conversation, issues] = await Promise.all([
    policy(answer, blobs),
    organization(organizationAnswer ?? answer, organizationClient ?? client),
    readConversation({ client, name, data, answer, alias }),
    ownIssues(answer, client, name),
  ]);
  const repository = String(dataAt(answer.repository, fullName));
  const atTip = { ...files, organization: organizationFile };
  const branches = () => options.branchesOf?.(atTip, repository) ?? null;
  const { pulls: openPulls, into } = await open(answer, client, name, branches);
  const seen = pullState(data, { repository, defaultBranch });
  const changed = changes(answer);
  const { landing, base } = options;
  const pull = { ...seen, evidence: landing ?? seen.evidence, base: base ?? seen.base };
  const foreknown = new Map<string, Fact<FactAnswer>>([
    [factKey({ kind: "pull-request" }), conversation.fact],
    ...(changed === null ? [] : [[factKey({ kind: "changes" }), known(changed)] as const]),
    ...(pull.evidence === data.potentialMergeCommit?.oid ? await documents(answer, blobs) : []),
  ]);
  return {
    pull,
    policy: atTip,
    conversation,
    head: data.commits.nodes[0]?.commit ?? null,
    checkRuns: ownRuns(answer, pull.head),
    openPulls,
    openPullsInto: into,
    issues,
    hasIssues: dataAt(answer.repository, hasIssues) === true,
    url: String(dataAt(answer.repository, url)),
    source: pullSource({ client, organizationClient, name, pull, blobs }, foreknown),
  };
}

/** Without one of these another pull request would be judged: one of nobody's, or not as it would land. */
const DECISIVE = ["author", "baseRef", "potentialMergeCommit", "moves"] as const;

/** The readiness documents that are looked for where a policy names none, as they would land. */
function askDocuments(query: Query, number: number) {
  const fields = READINESS_NAMES.map(
    (path, index) =>
      `d${index}: file(path: ${query.variable("String!", path)}) { ${entryFields(query)} }`,
  );
  const alias = query.inRepository(
    `pullRequest(number: ${query.variable("Int!", number)}) {
      potentialMergeCommit { ${fields.join("\n")} } }`,
  );
  return (answer: QueryAnswer, blobs: Blobs) =>
    Promise.all(
      READINESS_NAMES.map(async (path, index) => {
        const way = [alias, "potentialMergeCommit", `d${index}`];
        const problem = answer.problemAt("repository", ...way, "object");
        const fact = await blobs.fileAt(dataAt(answer.repository, ...way), problem);
        return [factKey({ kind: "file", path, revision: "evidence" }), fact] as const;
      }),
    );
}

function notShown(answer: QueryAnswer, alias: string, number: number): GitHubFailure {
  const problem = answer.problemAt("repository", alias);
  if (problem === null || problem.type === "NOT_FOUND") {
    return new GitHubFailure("unreadable", `there is no pull request #${number} here`, 404);
  }
  return problemFailure(problem, "pull-requests: read");
}
