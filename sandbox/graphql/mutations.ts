import { atLeast } from "../world/account.ts";
import { loginOf } from "../world/token.ts";
import type { Asking } from "./asking.ts";
import { forbidden } from "./graphql-refusal.ts";
import { commentNode } from "./nodes/comment.ts";
import { findComment } from "./queries.ts";

/** The fields of `Mutation` that the sandbox knows. */
export const MUTATIONS = {
  minimizeComment(
    { input }: { input: { subjectId: string; classifier: string; clientMutationId?: string } },
    asking: Asking,
  ) {
    const { repository, issue, comment } = hideable(input.subjectId, asking);
    comment.minimized = input.classifier.toLowerCase();
    return {
      clientMutationId: input.clientMutationId ?? null,
      minimizedComment: commentNode(repository, issue, comment, asking),
    };
  },

  unminimizeComment(
    { input }: { input: { subjectId: string; clientMutationId?: string } },
    asking: Asking,
  ) {
    const { repository, issue, comment } = hideable(input.subjectId, asking);
    comment.minimized = null;
    return {
      clientMutationId: input.clientMutationId ?? null,
      unminimizedComment: commentNode(repository, issue, comment, asking),
    };
  },
};

/** A comment that who asks may hide and show: their own, or any where they write. */
function hideable(subjectId: string, asking: Asking) {
  const { world, token } = asking;
  const found = findComment(subjectId, asking);
  const mayWrite =
    token.kind === "user"
      ? atLeast(world.access(found.repository, token.login), "write")
      : token.permissions.issues === "write" || token.permissions.pull_requests === "write";
  if (found.comment.author !== loginOf(token) && !mayWrite) throw forbidden();
  return found;
}
