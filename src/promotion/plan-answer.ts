import type { PostedComment } from "../commands/read-comments.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import { findPosted } from "../github/pull/conversation.ts";
import type { AnswerEffect } from "../model/effect.ts";
import { sameLogin } from "../model/login.ts";
import type { Policy, Rule } from "../model/policy.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { planAnswers } from "../plan/plan-answers.ts";
import type { TypeFacts } from "../render/policy.ts";
import { ruleType } from "../rules/index.ts";
import { canWrite } from "./can-write.ts";

/**
 * What is said to whoever has just written commands.
 *
 * @param comment id of the comment the event is about
 */
export async function planAnswer(
  comment: string,
  about: {
    readonly opened: OpenedPull;
    readonly policy: Policy;
    readonly surroundings: Surroundings;
  },
): Promise<readonly AnswerEffect[]> {
  const { opened, policy, surroundings } = about;
  const { comments } = opened.conversation;
  const found = comments.state === "known" ? findPosted(comments.value, comment) : null;
  if (found === null) return [];
  const asked = { ...found, pull: opened.pull.number, terms: { policy, typeOf } };
  const answers = planAnswers(asked, surroundings.comments);
  // Who may ask is looked up only where there is something to answer.
  return answers.length === 0 || (await mayAsk(found.comment, opened)) ? answers : [];
}

/** Others get no answer, as often as they ask: whoever wrote the pull request and who can write here. */
async function mayAsk({ author }: PostedComment, opened: OpenedPull): Promise<boolean> {
  return sameLogin(author, opened.pull.author) || canWrite(author, opened);
}

function typeOf(rule: Rule): TypeFacts | null {
  const type = ruleType(rule.type);
  if (type === undefined) return null;
  const { meta, codes } = type;
  return { holdsWhen: meta.holdsWhen, why: meta.why, codes };
}
