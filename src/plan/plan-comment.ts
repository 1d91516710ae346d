import type { CommentEffect } from "../model/effect.ts";
import { isStatusComment } from "../model/marker.ts";
import type { OwnComment, PullSurroundings } from "../model/surroundings.ts";
import { type CommentTerms, renderComment, withoutReport } from "../render/comment.ts";
import { githubLinks } from "../render/links.ts";
import { counts } from "../verdict/outcomes.ts";
import { issueTrouble, trackedIn } from "./issue-index.ts";
import type { PlanInput } from "./plan-input.ts";

/** The one comment of the stage. Where a race left several, the oldest is it and the others go. */
export function planComment(input: PlanInput): readonly CommentEffect[] {
  const { policy, surroundings, verdict } = input;
  const { pull, comments } = surroundings;
  // What cannot be listed may hold ours: a second one would be worse than none.
  if (pull === null || comments.state === "missing" || policy?.comment === "never") return [];
  const [oldest, ...younger] = comments.value
    .filter(({ body }) => isStatusComment(body, verdict.stage))
    .toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  if (oldest === undefined && !isCommentDue(input)) return [];
  const body = renderComment(verdict, commentTerms(input, pull));
  return [
    ...(oldest === undefined
      ? [{ kind: "create-comment" as const, pull: pull.number, body }]
      : says(oldest, body)
        ? []
        : [{ kind: "update-comment" as const, id: oldest.id, body }]),
    ...younger.map(({ id }) => ({ kind: "delete-comment" as const, id })),
  ];
}

/** Whether the policy wants one written. One that is there is kept true in any case. */
export function isCommentDue({ verdict, policy }: PlanInput): boolean {
  const blocked =
    verdict.problems.length > 0 || !["go", "conditional-go"].includes(verdict.decision);
  switch (policy?.comment ?? "when-gates-apply") {
    case "always":
      return true;
    case "when-gates-apply":
      return blocked || verdict.gates.some(({ outcome }) => counts(outcome));
    case "on-failure":
      return blocked;
    case "never":
      return false;
  }
}

function says({ body }: OwnComment, wanted: string): boolean {
  const plain = (text: string) => withoutReport(text.replaceAll("\r\n", "\n").trimEnd());
  return plain(body) === plain(wanted);
}

function commentTerms(input: PlanInput, pull: PullSurroundings): CommentTerms {
  const { policy, surroundings, verdict, templates, reportUrl } = input;
  const { repository, head } = surroundings;
  return {
    links: githubLinks({
      repository: repository.url,
      revision: head,
      source: pull.source,
      policy: verdict.policy,
      templates,
      author: pull.author,
    }),
    repository: repository.url,
    head,
    tracked: trackedIn(surroundings),
    issueTrouble: issueTrouble(input),
    waive: policy === null ? null : { policy, head },
    reportUrl,
  };
}
