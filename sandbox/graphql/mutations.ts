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
    const { world, token } = asking;
    const { repository, issue, comment } = findComment(input.subjectId, asking);
    const isOwn = comment.author === loginOf(token);
    const mayWrite =
      token.kind === "user"
        ? atLeast(world.access(repository, token.login), "write")
        : token.permissions.issues === "write" || token.permissions.pull_requests === "write";
    if (!isOwn && !mayWrite) throw forbidden();
    comment.minimized = input.classifier.toLowerCase();
    return {
      clientMutationId: input.clientMutationId ?? null,
      minimizedComment: commentNode(repository, issue, comment, asking),
    };
  },
};
