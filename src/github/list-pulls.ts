import { dataAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import { askOrganizationPolicy, askPolicy, type PolicyAtTip } from "./policy-at-tip.ts";
import { askOpenPulls, type ListedPull } from "./pull/open-pulls.ts";
import { Query } from "./query.ts";
import { Blobs } from "./read/blobs.ts";

export interface OpenPulls {
  /** `owner/name`, as GitHub spells it. */
  readonly repository: string;
  readonly policy: PolicyAtTip;
  readonly pulls: readonly ListedPull[];
}

/**
 * All open pull requests, by number, with the policy that says which of them are promotions.
 *
 * @throws {GitHubFailure}
 */
export async function listPulls(asked: {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly policyBranch: string | null;
}): Promise<OpenPulls> {
  const { client, name, policyBranch } = asked;
  const query = new Query();
  const fullName = query.inRepository("nameWithOwner");
  const policy = askPolicy(query, policyBranch);
  const organization = askOrganizationPolicy(query, name);
  const openPulls = askOpenPulls(query);
  const answer = await query.ask(client, name);
  const { files } = await policy(answer, new Blobs(client, name));
  const at = { ...files, organization: await organization(answer, client) };
  const repository = String(dataAt(answer.repository, fullName));
  const pulls = await openPulls(answer, client, name);
  if (pulls.state === "missing") throw new GitHubFailure(pulls.reason, pulls.detail);
  return { repository, policy: at, pulls: pulls.value };
}
