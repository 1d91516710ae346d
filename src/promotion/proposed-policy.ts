import { BASELINE_PATH, type NamedFact, POLICY_PATH, WAIVERS_PATH } from "../files/policy-file.ts";
import { GitHubFailure } from "../github/failure.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import { ORGANIZATION_PATH, type PolicyAtTip } from "../github/policy-at-tip.ts";
import type { ChangedPath, Fact, FileFact } from "../model/fact.ts";

/** Whether a path of a repository (`owner/name`) holds policy. */
export function isPolicyPath(path: string, repository: string): boolean {
  return (
    path === POLICY_PATH ||
    path.startsWith(".github/stage-gates/") ||
    (path === ORGANIZATION_PATH && ofOrganization(repository))
  );
}

function ofOrganization(repository: string): boolean {
  return repository.toLowerCase().endsWith("/.github");
}

/** What the policy would be with a pull request merged. */
export interface ProposedPolicy {
  readonly at: PolicyAtTip;
  /** Whether it is the organization's file that changes, which is no repository's whole policy. */
  readonly isOrganizations: boolean;
}

/**
 * @returns `null` where the policy would stay as it is.
 * @throws {GitHubFailure} where it is not known what the pull request changes.
 */
export async function proposedPolicy(opened: OpenedPull): Promise<ProposedPolicy | null> {
  const { pull, policy, source } = opened;
  // What is merged elsewhere changes nothing of the policy that holds.
  if (pull.baseBranch !== policy.ref) return null;
  const [fact] = await source.read([{ kind: "changes" }]);
  // Sound: it is the answer to a request for changes.
  const changes = fact as Fact<readonly ChangedPath[]>;
  if (changes.state === "missing") throw new GitHubFailure(changes.reason, changes.detail);
  const paths = changes.value.flatMap(({ path, previous }) =>
    previous === null ? [path] : [path, previous],
  );
  const touched = paths.filter((path) => isPolicyPath(path, pull.repository));
  if (touched.length === 0) return null;
  const isOrganizations = touched.includes(ORGANIZATION_PATH);
  const read = async (path: string): Promise<NamedFact> => {
    const [answer] = await source.read([{ kind: "file", path, revision: "evidence" }]);
    return { name: path, fact: answer as Fact<FileFact> };
  };
  const [own, waivers, baseline, organization] = await Promise.all([
    read(POLICY_PATH),
    read(WAIVERS_PATH),
    read(BASELINE_PATH),
    isOrganizations ? read(ORGANIZATION_PATH) : policy.organization,
  ]);
  return {
    at: {
      ...{ ref: pull.headBranch, sha: pull.head, policy: own, waivers, baseline },
      organization: { ...organization, isSeen: isOrganizations || policy.organization.isSeen },
    },
    isOrganizations,
  };
}
