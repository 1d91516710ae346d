import type { IssueEffect } from "../model/effect.ts";
import { fingerprintOf, ISSUE_LABEL } from "../model/marker.ts";
import type { Policy } from "../model/policy.ts";
import type { OwnIssue } from "../model/surroundings.ts";
import { type IncidentTerms, incidentTitle, renderIncident } from "../render/incident-issue.ts";
import { usersOf } from "./assignees.ts";
import { issuesByFingerprint } from "./issue-index.ts";

/** Something came into a branch without a pass. */
export interface Incident extends Omit<IncidentTerms, "fingerprint"> {
  /** `null` where it has problems. */
  readonly policy: Policy | null;
}

/**
 * The issue about a push, one for each. As with emergencies no setting keeps it from being opened, and
 * nobody but people closes it.
 */
export function planIncident(
  { policy, ...incident }: Incident,
  issues: readonly OwnIssue[],
): readonly IssueEffect[] {
  const { branch, before, after } = incident;
  const range = `${before?.slice(0, 12) ?? ""}-${after.slice(0, 12)}`;
  const fingerprint = fingerprintOf("incident", `${branch}@${range}`);
  if (issuesByFingerprint(issues).has(fingerprint)) return [];
  const roles = policy?.break_glass?.roles ?? policy?.waivers.approvers ?? [];
  return [
    {
      kind: "create-issue",
      fingerprint,
      title: incidentTitle(incident),
      body: renderIncident({ ...incident, fingerprint }),
      labels: policy?.issues.labels ?? [ISSUE_LABEL],
      assignees: policy === null ? [] : usersOf(roles, policy),
    },
  ];
}
