import { parseCommands } from "../commands/parse-commands.ts";
import { counts, type PostedComment } from "../commands/read-comments.ts";
import type { AnswerEffect } from "../model/effect.ts";
import { answerMarker, isAnswer } from "../model/marker.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { type AnswerTerms, answerCommands } from "../render/command-answer.ts";

export interface CommentToAnswer {
  readonly comment: PostedComment;
  /** It carries our reaction. */
  readonly isAcknowledged: boolean;
  /** Number of the pull request it stands on. */
  readonly pull: number;
  readonly terms: AnswerTerms;
  /** Why commands of it change nothing: sentences without their full stop. */
  readonly unheeded: readonly string[];
}

/**
 * The answer to a comment that was just written: a reaction that says whether it counts,
 * and a reply where it asked for one or does not. What a command did shows in the verdict. Each
 * is given once, however often the comment is worked on.
 *
 * @param own our comments on the pull request: without them no reply is given
 */
export function planAnswers(
  asked: CommentToAnswer,
  own: Surroundings["comments"],
): readonly AnswerEffect[] {
  const { comment, pull, terms, unheeded } = asked;
  if (!counts(comment)) return [];
  const commands = parseCommands(comment.body);
  if (commands.length === 0) return [];
  const isRefused = unheeded.length > 0 || commands.some(({ state }) => state === "refused");
  const reply = answerCommands(commands, terms, unheeded);
  const isAnswered =
    own.state === "missing" || own.value.some(({ body }) => isAnswer(body, comment.id));
  const body = `${reply?.trimEnd()}\n\n${answerMarker(comment.id)}\n`;
  return [
    ...(asked.isAcknowledged
      ? []
      : [
          {
            kind: "react" as const,
            comment: comment.id,
            content: isRefused ? ("confused" as const) : ("eyes" as const),
          },
        ]),
    ...(reply === null || isAnswered ? [] : [{ kind: "reply" as const, pull, body }]),
  ];
}
