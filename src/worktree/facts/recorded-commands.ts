import { readComments } from "../../commands/read-comments.ts";
import type { CommandComment } from "../../model/command.ts";
import type { MissingEntry, RecordedFacts } from "../facts-schema.ts";

export type Recorded<T> = Exclude<NonNullable<T>, MissingEntry>;

/** In order of creation; sign-offs may also be recorded with their parts. */
export function recordedCommands(
  pull: Recorded<RecordedFacts["pull_request"]>,
): readonly CommandComment[] {
  const comments = pull.commands.map(({ id, created_at, ...comment }, index) => ({
    id: id ?? `comment-${index + 1}`,
    ...comment,
    by: comment.author.endsWith("[bot]") ? ("bot" as const) : ("person" as const),
    createdAt: Date.parse(created_at),
    edited: false,
    minimised: false,
  }));
  const signOffs = pull.sign_offs.map(({ id, author, role, commit, created_at }, index) => ({
    id: id ?? `sign-off-${index + 1}`,
    author,
    createdAt: Date.parse(created_at),
    command: { verb: "sign-off" as const, role, commit },
    void: false,
  }));
  return [...readComments(comments), ...signOffs].sort((a, b) => a.createdAt - b.createdAt);
}
