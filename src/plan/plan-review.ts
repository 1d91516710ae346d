import type { IssueEffect } from "../model/effect.ts";
import { fingerprintOf } from "../model/marker.ts";
import type { GateVerdict } from "../model/verdict.ts";
import { renderReview, reviewTitle } from "../render/review-issue.ts";
import { usersOf } from "./assignees.ts";
import { issuesByFingerprint } from "./issue-index.ts";
import type { PlanInput } from "./plan-input.ts";

/**
 * The issue by which an emergency is reviewed, one for each commit that was let through. No setting
 * and no limit keeps it from being opened, and nobody but people closes it.
 */
export function planReview({ verdict, surroundings, policy }: PlanInput): readonly IssueEffect[] {
  const { breakGlass: glass } = verdict;
  const { pull, issues, repository } = surroundings;
  if (glass === null || pull === null || policy === null) return [];
  if (issues.state === "missing" || !repository.hasIssues) return [];
  const fingerprint = fingerprintOf("break-glass", `${pull.number}-${glass.commit.slice(0, 12)}`);
  if (issuesByFingerprint(issues.value).has(fingerprint)) return [];
  return [
    {
      kind: "create-issue",
      fingerprint,
      title: reviewTitle(pull.number, glass),
      body: renderReview(glass, {
        fingerprint,
        repository: repository.url,
        pull: pull.number,
        stage: verdict.stage,
        gates: verdict.gates.filter(isLetThrough),
      }),
      labels: policy.issues.labels,
      assignees: usersOf(policy.break_glass?.roles ?? [], policy),
    },
  ];
}

function isLetThrough({ rules }: GateVerdict): boolean {
  return rules.some(({ waiver }) => waiver?.kind === "break-glass");
}
