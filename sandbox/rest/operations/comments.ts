import { atLeast } from "../../world/account.ts";
import { addComment, deleteComment, editComment } from "../../world/issue-changes.ts";
import { addReaction, reactionOf } from "../../world/reactions.ts";
import { Refusal } from "../../world/refusal.ts";
import {
  mayEdit,
  onRepository,
  page,
  type RepositoryRequest,
  type RestOperation,
  text,
} from "../operation.ts";
import { commentShape, reactionShape } from "../shapes/issue.ts";
import { issueOf } from "./issues.ts";

const both = ["issues", "pull_requests"] as const;
const read = { permission: both, level: "read" } as const;
/** Anybody who can read may comment. */
const speak = { permission: both, level: "write", access: "read" } as const;

/** Comments of issues and pull requests, and reactions to them. */
export const commentOperations: Readonly<Record<string, RestOperation>> = {
  "issues/list-comments": onRepository(read, (request) => {
    const { repository, query, shaping } = request;
    const issue = issueOf(request);
    const since = Date.parse(query.get("since") ?? "1970-01-01");
    const shapes = issue.comments
      .filter(({ updated }) => updated >= since)
      .map((comment) => commentShape(comment, issue, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/issues/${issue.number}/comments`);
  }),

  "issues/create-comment": onRepository(speak, (request) => {
    const { world, repository, body, by, token, shaping } = request;
    const issue = issueOf(request);
    if (issue.locked && !mayInLocked(request))
      throw new Refusal(403, "Unable to create comment because issue is locked.");
    const viaApp = token?.kind === "app" ? token.app.id : null;
    const said = { author: by, body: text(body.body) ?? "", viaApp };
    const comment = addComment(world, repository, issue, said);
    return { status: 201, body: commentShape(comment, issue, shaping) };
  }),

  "issues/get-comment": onRepository(read, (request) => {
    const { comment, issue } = commentOf(request);
    return { status: 200, body: commentShape(comment, issue, request.shaping) };
  }),

  "issues/update-comment": onRepository(speak, (request) => {
    const { world, repository, body, by, shaping } = request;
    const { comment, issue } = commentOf(request);
    mayEdit(request, comment.author);
    editComment(world, repository, issue, { comment, body: text(body.body) ?? "", by });
    return { status: 200, body: commentShape(comment, issue, shaping) };
  }),

  "issues/delete-comment": onRepository(speak, (request) => {
    const { world, repository, by } = request;
    const { comment, issue } = commentOf(request);
    mayEdit(request, comment.author);
    deleteComment(world, repository, issue, { comment, by });
    return { status: 204 };
  }),

  "reactions/list-for-issue-comment": onRepository(read, (request) => {
    const { repository, query, shaping } = request;
    const { comment } = commentOf(request);
    const content = query.get("content");
    const shapes = comment.reactions
      .filter((one) => content === null || one.content === content)
      .map((one) => reactionShape(one, shaping));
    const path = `/repos/${repository.fullName}/issues/comments/${comment.id}/reactions`;
    return page(shapes, request, path);
  }),

  "reactions/create-for-issue-comment": onRepository(speak, (request) => {
    const { world, body, by, shaping } = request;
    const { comment } = commentOf(request);
    const said = { author: by, content: text(body.content) ?? "" };
    const { reaction, isNew } = addReaction(world, comment, said);
    return { status: isNew ? 201 : 200, body: reactionShape(reaction, shaping) };
  }),

  "reactions/delete-for-issue-comment": onRepository(speak, (request) => {
    const { comment } = commentOf(request);
    const reaction = reactionOf(comment, Number(request.parameters.reaction_id));
    mayEdit(request, reaction.author);
    comment.reactions.splice(comment.reactions.indexOf(reaction), 1);
    return { status: 204 };
  }),
};

/** Who writes to the repository may go on in a locked conversation; apps may not. */
function mayInLocked({ world, repository, token }: RepositoryRequest): boolean {
  return token?.kind === "user" && atLeast(world.access(repository, token.login), "write");
}

function commentOf({ repository, parameters }: RepositoryRequest) {
  return repository.comment(Number(parameters.comment_id));
}
