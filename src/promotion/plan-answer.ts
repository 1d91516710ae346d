import { parseCommands } from "../commands/parse-commands.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import { findSaid } from "../github/pull/conversation.ts";
import type { AnswerEffect } from "../model/effect.ts";
import { answerMarker, isAnswer } from "../model/marker.ts";
import type { Policy, Rule } from "../model/policy.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { answerCommands } from "../render/command-answer.ts";
import type { TypeFacts } from "../render/policy.ts";
import { ruleType } from "../rules/index.ts";

/**
 * What is said to whoever has just written commands: that they were seen, and a reply where they
 * asked for one or were not understood. What commands did shows in the verdict. Said once, however
 * often the same comment is worked on.
 *
 * @param comment id of the comment the event is about
 */
export function planAnswer(
  comment: string,
  about: {
    readonly opened: OpenedPull;
    readonly policy: Policy;
    readonly surroundings: Surroundings;
  },
): readonly AnswerEffect[] {
  const { opened, policy, surroundings } = about;
  const { comments } = opened.conversation;
  const posted = comments.state === "known" ? findSaid(comments.value, comment) : null;
  if (posted === null) return [];
  const commands = parseCommands(posted.body);
  if (commands.length === 0) return [];
  const refused = commands.some(({ state }) => state === "refused");
  const reply = answerCommands(commands, { policy, typeOf });
  const own = surroundings.comments.state === "known" ? surroundings.comments.value : null;
  const isAnswered = own === null || own.some(({ body }) => isAnswer(body, comment));
  return [
    ...(posted.isAcknowledged ? [] : [reaction(comment, refused ? "confused" : "eyes")]),
    ...(reply === null || isAnswered
      ? []
      : [
          {
            kind: "reply" as const,
            pull: opened.pull.number,
            body: `${reply.trimEnd()}\n\n${answerMarker(comment)}\n`,
          },
        ]),
  ];
}

function reaction(comment: string, content: "confused" | "eyes"): AnswerEffect {
  return { kind: "react", comment, content };
}

function typeOf(rule: Rule): TypeFacts | null {
  const type = ruleType(rule.type);
  if (type === undefined) return null;
  const { meta, codes } = type;
  return { holdsWhen: meta.holdsWhen, why: meta.why, codes };
}
