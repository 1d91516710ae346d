import { nodeId, when } from "../../rest/shapes/addresses.ts";
import { association } from "../../rest/shapes/issue.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import {
  type Comment,
  type Edit,
  type Issue,
  isPullRequest,
  REACTIONS,
} from "../../world/issue.ts";
import { loginOf } from "../../world/token.ts";
import type { Asking } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { authorNode } from "./actor.ts";

export function commentNode(
  repository: HostedRepository,
  issue: Issue,
  comment: Comment,
  asking: Asking,
) {
  const { world, at, token } = asking;
  const kind = isPullRequest(issue) ? "pull" : "issues";
  return {
    __typename: "IssueComment",
    id: nodeId("IssueComment", comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    author: () => authorNode(comment.author, asking),
    authorAssociation: association(comment.author, { world, repository, at }),
    createdAt: when(comment.created),
    updatedAt: when(comment.updated),
    ...editFields(comment, asking),
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized,
    viewerDidAuthor: comment.author === loginOf(token),
    url: `${at.html}/${repository.fullName}/${kind}/${issue.number}#issuecomment-${comment.id}`,
    reactionGroups: reactionGroups(comment, asking),
  };
}

/** What says of a text whether, when and by whom it was changed since. */
export function editFields(
  {
    author,
    body,
    created,
    edits,
  }: {
    readonly author: string;
    readonly body: string | null;
    readonly created: number;
    readonly edits: readonly Edit[];
  },
  asking: Asking,
) {
  const last = edits.at(-1);
  // Once a text was changed, what was first written counts as the oldest of its edits.
  const all = last === undefined ? [] : [{ editor: author, at: created }, ...edits];
  const texts = [...edits.map(({ before }) => before), body ?? ""];
  return {
    editor: () => (last === undefined ? null : authorNode(last.editor, asking)),
    lastEditedAt: last === undefined ? null : when(last.at),
    includesCreatedEdit: last !== undefined,
    userContentEdits: (page: PageArguments) => {
      const nodes = all.map((edit, index) => ({
        id: nodeId("UserContentEdit", `${created}:${index}`),
        createdAt: when(edit.at),
        editedAt: when(edit.at),
        updatedAt: when(edit.at),
        deletedAt: null,
        diff: texts[index],
        editor: () => authorNode(edit.editor, asking),
      }));
      return connection(nodes.toReversed(), page, "userContentEdits");
    },
  };
}

const WORDS = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  confused: "CONFUSED",
  heart: "HEART",
  hooray: "HOORAY",
  rocket: "ROCKET",
  eyes: "EYES",
} as const;

/** One group for each that GitHub has, whether anybody reacted so or not. */
function reactionGroups({ reactions }: Comment, asking: Asking) {
  return REACTIONS.map((content) => {
    const own = reactions.filter((one) => one.content === content);
    const people = () => own.map(({ author }) => authorNode(author, asking));
    return {
      content: WORDS[content],
      createdAt: own[0] === undefined ? null : when(own[0].created),
      viewerHasReacted: own.some(({ author }) => author === loginOf(asking.token)),
      reactors: (page: PageArguments) => connection(people(), page, "reactors"),
      users: (page: PageArguments) => connection(people(), page, "users"),
    };
  });
}
