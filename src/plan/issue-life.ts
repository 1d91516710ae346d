import type { IssueEffect } from "../model/effect.ts";
import { isNote } from "../model/marker.ts";
import type { OwnIssue } from "../model/surroundings.ts";
import { REOPEN_DAYS, renderDuplicate } from "../render/issue-note.ts";
import { DAY, type Instant } from "../time/date.ts";
import type { IssuePlan } from "./issue-plan.ts";

/** What becomes of a gap that is open, after all that happened to its issues. */
export type Stand =
  | { readonly is: "open"; readonly issue: OwnIssue; readonly younger: readonly OwnIssue[] }
  /** Somebody closed it and meant it. The gate blocks all the same. */
  | { readonly is: "left" }
  | { readonly is: "reopen"; readonly issue: OwnIssue; readonly because: "back" | "still" }
  | { readonly is: "new"; readonly earlier: number | null };

/** @param issues all of one fingerprint, by number. */
export function standOf(issues: readonly OwnIssue[], now: Instant): Stand {
  const [open, ...younger] = issues.filter(({ state }) => state === "open");
  if (open !== undefined) return { is: "open", issue: open, younger };
  const last = issues
    .filter((issue) => !isOurDuplicate(issue))
    .reduce<OwnIssue | null>((a, b) => (a === null || closedAt(b) >= closedAt(a) ? b : a), null);
  if (last === null) return { is: "new", earlier: null };
  if (last.reason === "not_planned" || last.reason === "duplicate") return { is: "left" };
  const wasReopened = last.comments.some(({ body }) => isNote(body, "still"));
  if (last.closedByUs !== true && wasReopened) return { is: "left" };
  if (now - closedAt(last) > REOPEN_DAYS * DAY) return { is: "new", earlier: last.number };
  return { is: "reopen", issue: last, because: last.closedByUs === true ? "back" : "still" };
}

/** Closed by us for being the second of two. */
function isOurDuplicate({ reason, closedByUs }: OwnIssue): boolean {
  return closedByUs === true && reason === "not_planned";
}

function closedAt(issue: OwnIssue): number {
  return issue.closedAt ?? issue.createdAt;
}

/**
 * Whether it may be closed as mended. Not where we closed it before and somebody opened it again:
 * people have the last word.
 */
export function mayClose({ comments }: OwnIssue): boolean {
  const ours = comments.filter(({ body }) =>
    (["resolved", "back", "still"] as const).some((kind) => isNote(body, kind)),
  );
  const last = ours.at(-1);
  return last === undefined || !isNote(last.body, "resolved");
}

/** The body where it differs from the one there is. */
export function update(issue: OwnIssue, body: string): readonly IssueEffect[] {
  const same = body.replaceAll("\r\n", "\n") === issue.body.replaceAll("\r\n", "\n");
  return same ? [] : [{ kind: "update-issue", number: issue.number, body }];
}

/** Two runs opened one each: the older stays. */
export function asDuplicate(issue: OwnIssue, of: OwnIssue, { notes }: IssuePlan): IssueEffect {
  const comment = renderDuplicate(notes, of.number);
  return { kind: "close-issue", number: issue.number, reason: "not_planned", comment };
}
