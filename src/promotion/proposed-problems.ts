import { isAbsent, type NamedFact, problemWith, textOf } from "../files/policy-file.ts";
import type { Problem } from "../model/finding.ts";
import type { PackLibrary } from "../model/ports.ts";
import { type LoadedPolicyFiles, loadPolicyFiles } from "../policy/load-policy-files.ts";
import { loadAtTip } from "./load-at-tip.ts";
import type { ProposedPolicy } from "./proposed-policy.ts";

/**
 * An organization's file by itself. Whether a repository's policy keeps to it is seen where that
 * stands.
 */
export function loadOrganization(organization: NamedFact, packs: PackLibrary): LoadedPolicyFiles {
  const unread = problemWith(organization);
  if (unread.length > 0) return { state: "invalid", problems: unread };
  const repository = { name: "any repository", text: SOME_POLICY };
  const texts = { repository, organization: textOf(organization), waivers: null, baseline: null };
  return loadPolicyFiles(texts, packs, null);
}

/** The least that an organization's file can be laid under. */
const SOME_POLICY = `version: 1
stages: [{id: production, branches: [production]}]
gates: [{id: some-gate, rules: [{id: there, type: document, path: README.md}]}]
`;

/** All that is wrong with a policy that is proposed, waivers and baseline included. */
export function proposedProblems(
  { at, isOrganizations }: ProposedPolicy,
  packs: PackLibrary,
  repository: string,
): readonly Problem[] {
  if (isOrganizations && isAbsent(at.organization.fact)) return [];
  const loaded = isOrganizations
    ? loadOrganization(at.organization, packs)
    : loadAtTip(at, packs, repository);
  if (isOrganizations && loaded.state === "invalid") {
    return loaded.problems.filter((problem) => problem.at.file === at.organization.name);
  }
  return loaded.state === "invalid" ? loaded.problems : loaded.besideProblems;
}
