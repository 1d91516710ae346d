import type { Fact } from "../model/fact.ts";
import { dataAt } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import {
  askOrganizationPolicy,
  askPolicy,
  type PolicyAtTip,
  type PolicyRead,
} from "./policy-at-tip.ts";
import { askOpenPulls, type ListedPull } from "./pull/open-pulls.ts";
import { Query } from "./query.ts";
import { Blobs } from "./read/blobs.ts";

/** Branches that promotions go into, by name; `null` where the policy does not name them. */
export type BranchesOf = (policy: PolicyRead, repository: string) => readonly string[] | null;

export interface OpenPulls {
  /** `owner/name`, as GitHub spells it. */
  readonly repository: string;
  readonly policy: PolicyAtTip;
  readonly pulls: Fact<readonly ListedPull[]>;
}

/**
 * Open pull requests, by number, with the policy that says which of them are promotions: all of them,
 * or where those are many all into the branches that the policy names.
 *
 * @throws {GitHubFailure}
 */
export async function listPulls(asked: {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly policyBranch: string | null;
  readonly branchesOf: BranchesOf;
}): Promise<OpenPulls> {
  const { client, name, policyBranch, branchesOf } = asked;
  const query = new Query();
  const fullName = query.inRepository("nameWithOwner");
  const policy = askPolicy(query, policyBranch);
  const organization = askOrganizationPolicy(query, name);
  const openPulls = askOpenPulls(query);
  const answer = await query.ask(client, name);
  const { files } = await policy(answer, new Blobs(client, name));
  const at = { ...files, organization: await organization(answer, client) };
  const repository = String(dataAt(answer.repository, fullName));
  const pulls = await openPulls(answer, client, name, () => branchesOf(at, repository));
  return { repository, policy: at, pulls };
}
