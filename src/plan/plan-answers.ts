import { parseCommands } from "../commands/parse-commands.ts";
import { counts, type PostedComment } from "../commands/read-comments.ts";
import type { AnswerEffect } from "../model/effect.ts";
import { type AnswerTerms, answerCommands } from "../render/command-answer.ts";

export interface CommentToAnswer {
  readonly comment: PostedComment;
  /** Number of the pull request it stands on. */
  readonly pull: number;
  /** Whether its author wrote the pull request or can write here: others get no answer, as often as they ask. */
  readonly mayAsk: boolean;
  readonly terms: AnswerTerms;
}

/**
 * The answer to a comment that was just written: a reaction that says whether it was understood,
 * and a reply where it asked for one or was refused. What a command did shows in the verdict. Plan
 * it once for a comment, and not where the comment carries our reaction already: a reply is not
 * found again.
 */
export function planAnswers(asked: CommentToAnswer): readonly AnswerEffect[] {
  const { comment, pull, mayAsk, terms } = asked;
  if (!mayAsk || !counts(comment)) return [];
  const commands = parseCommands(comment.body);
  if (commands.length === 0) return [];
  const isRefused = commands.some(({ state }) => state === "refused");
  const body = answerCommands(commands, terms);
  return [
    { kind: "react", comment: comment.id, content: isRefused ? "confused" : "eyes" },
    ...(body === null ? [] : [{ kind: "reply" as const, pull, body }]),
  ];
}
