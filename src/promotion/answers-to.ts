import type { PostedComment } from "../commands/read-comments.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import { askingOf } from "../github/pull/conversation.ts";
import type { AnswerEffect } from "../model/effect.ts";
import { sameLogin } from "../model/login.ts";
import type { Policy, Rule } from "../model/policy.ts";
import type { Surroundings } from "../model/surroundings.ts";
import type { Verdict } from "../model/verdict.ts";
import { planAnswers } from "../plan/plan-answers.ts";
import type { TypeFacts } from "../render/policy.ts";
import { ruleType } from "../rules/index.ts";
import { canWrite } from "./can-write.ts";

/** Whether commands in a comment wait for an answer, as far as the shell knows. */
export type Awaited = (comment: PostedComment) => boolean;

/** What is said to those who have written commands that wait for an answer. */
export async function answersTo(
  awaited: Awaited,
  about: {
    readonly opened: OpenedPull;
    readonly policy: Policy;
    readonly verdict: Verdict;
    readonly surroundings: Surroundings;
  },
): Promise<readonly AnswerEffect[]> {
  const { opened, policy, verdict, surroundings } = about;
  const { comments } = opened.conversation;
  if (comments.state === "missing") return [];
  const answers: AnswerEffect[] = [];
  for (const asking of askingOf(comments.value)) {
    if (!awaited(asking.comment)) continue;
    const unheeded = verdict.unheeded
      .filter(({ comment }) => comment === asking.comment.id)
      .map(({ message }) => message);
    const asked = { ...asking, pull: opened.pull.number, terms: { policy, typeOf }, unheeded };
    const planned = planAnswers(asked, surroundings.comments);
    // Who may ask is looked up only where there is something to answer.
    if (planned.length > 0 && (await mayAsk(asking.comment, opened))) answers.push(...planned);
  }
  return answers;
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
