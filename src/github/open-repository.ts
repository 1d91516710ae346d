import type { Fact } from "../model/fact.ts";
import { dataAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { askOrganizationPolicy, askPolicy, type PolicyAtTip } from "./policy-at-tip.ts";
import { askOwnIssues, type IssueData } from "./pull/issue-pages.ts";
import { askOpenPulls, type ListedPull } from "./pull/open-pulls.ts";
import { Query } from "./query.ts";
import { Blobs } from "./read/blobs.ts";

/** What there is to know of a repository without any of its pull requests. */
export interface OpenedRepository {
  /** `owner/name`, as GitHub spells it. */
  readonly repository: string;
  /** For people. */
  readonly url: string;
  readonly hasIssues: boolean;
  readonly defaultBranch: { readonly name: string; readonly tip: string };
  readonly policy: PolicyAtTip;
  /** Issues that carry our label. */
  readonly issues: Fact<readonly IssueData[]>;
  readonly openPulls: Fact<readonly ListedPull[]>;
}

/** @throws {GitHubFailure} where GitHub does not show the repository. */
export async function openRepository(asked: {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly policyBranch: string | null;
}): Promise<OpenedRepository> {
  const { client, name, policyBranch } = asked;
  const query = new Query();
  const fullName = query.inRepository("nameWithOwner");
  const url = query.inRepository("url");
  const hasIssues = query.inRepository("hasIssuesEnabled");
  const policy = askPolicy(query, policyBranch);
  const organization = askOrganizationPolicy(query, name);
  const ownIssues = askOwnIssues(query, name);
  const open = askOpenPulls(query);
  const answer = await query.ask(client, name);
  const [{ defaultBranch, files }, organizationFile, issues, openPulls] = await Promise.all([
    policy(answer, new Blobs(client, name)),
    organization(answer, client),
    ownIssues(answer, client, name),
    open(answer, client, name),
  ]);
  return {
    repository: String(dataAt(answer.repository, fullName)),
    url: String(dataAt(answer.repository, url)),
    hasIssues: dataAt(answer.repository, hasIssues) === true,
    defaultBranch,
    policy: { ...files, organization: organizationFile },
    issues,
    openPulls,
  };
}
