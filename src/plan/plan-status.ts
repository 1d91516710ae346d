import type { StatusEffect } from "../model/effect.ts";
import type { Verdict } from "../model/verdict.ts";
import { renderStatus } from "../render/status.ts";
import { isCommentDue } from "./plan-comment.ts";
import type { PlanInput } from "./plan-input.ts";
import { toldVerdict } from "./told-verdict.ts";

/** The verdict as a commit status. */
export function planStatus(input: PlanInput): readonly StatusEffect[] {
  const { surroundings } = input;
  const told = toldVerdict(input);
  if (told === null) return [];
  const { name: context, state, verdict, other } = told;
  const wanted: StatusEffect = {
    kind: "set-status",
    sha: surroundings.head,
    context,
    state,
    description: renderStatus(verdict, detailsOf(input, verdict), other),
    targetUrl: told.url,
  };
  const there = surroundings.statuses.find((status) => status.context === context);
  // The address alone is no reason to write: each run has its own.
  const same = there?.state === wanted.state && there.description === wanted.description;
  return same ? [] : [wanted];
}

function detailsOf(input: PlanInput, verdict: Verdict): string {
  if (verdict.decision === "go" || input.surroundings.pull === null) return "";
  return isCommentDue({ ...input, verdict }) ? "Details in the pull request comment." : "";
}
