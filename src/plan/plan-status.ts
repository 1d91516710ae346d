import type { StatusEffect, StatusState } from "../model/effect.ts";
import { contextOf } from "../protection/context.ts";
import { renderStatus } from "../render/status.ts";
import { isCommentDue } from "./plan-comment.ts";
import type { PlanInput } from "./plan-input.ts";

/** The verdict on the commit. Nothing but a verdict that lets it pass becomes `success`. */
export function planStatus(input: PlanInput): readonly StatusEffect[] {
  const { verdict, surroundings, reportUrl } = input;
  // The default branch may be the head of a pull request, whose verdict this is not.
  if (surroundings.pull === null && input.landed) return [];
  const context = contextOf(verdict.stage);
  const wanted: StatusEffect = {
    kind: "set-status",
    sha: surroundings.head,
    context,
    state: stateOf(input),
    description: renderStatus(verdict, detailsOf(input)),
    targetUrl: reportUrl ?? pullUrl(input),
  };
  const there = surroundings.statuses.find((status) => status.context === context);
  // The address alone is no reason to write: each run has its own.
  const same = there?.state === wanted.state && there.description === wanted.description;
  return same ? [] : [wanted];
}

function stateOf({ verdict, policy }: PlanInput): StatusState {
  if (verdict.problems.length > 0 || policy === null) return "failure";
  switch (verdict.decision) {
    case "go":
    case "conditional-go":
      return "success";
    case "no-go":
      if (verdict.mode === "advisory") return "success";
      return policy.blocked_as === "pending" ? "pending" : "failure";
    case "undetermined":
      return "failure";
  }
}

function detailsOf(input: PlanInput): string {
  const { surroundings, verdict } = input;
  if (verdict.decision === "go" || surroundings.pull === null) return "";
  return isCommentDue(input) ? "Details in the pull request comment." : "";
}

function pullUrl({ surroundings: { repository, pull } }: PlanInput): string | null {
  return pull === null ? null : `${repository.url}/pull/${pull.number}`;
}
