import type { Question } from "../facts/collect.ts";
import { type Fact, type FactAnswer, type FactRequest, factKey } from "../model/fact.ts";
import { type RuleAnswer, type RuleSubject, ruleQuestion } from "./rule-question.ts";

/** Puts a rule to a service, and beside it to the service as it is on base. */
export function comparedQuestion(subject: RuleSubject): Question<RuleAnswer> {
  const question = ruleQuestion(subject);
  const ofBase = askedOfBase(question);
  return {
    ask(facts) {
      const [here, there] = [question.ask(facts), ofBase.ask(facts)];
      const moments = [here, there].flatMap(({ answer }) => answer.next ?? []);
      return {
        answer: {
          ...here.answer,
          onBase: there.answer.verdict.findings,
          next: moments.length === 0 ? null : Math.min(...moments),
          at: (now: number) => comparedQuestion({ ...subject, now }).ask(facts).answer,
        },
        wanted: new Map([...here.wanted, ...there.wanted]),
      };
    },
  };
}

/** The same question where what is on base stands for the evidence. */
function askedOfBase<Answer>(question: Question<Answer>): Question<Answer> {
  return {
    ask(facts) {
      const seen = new Map<string, Fact<FactAnswer>>();
      for (;;) {
        const { answer, wanted } = question.ask(seen);
        const unread = new Map<string, FactRequest>();
        const before = seen.size;
        for (const [key, request] of wanted) {
          const there = onBase(request);
          const fact = facts.get(factKey(there));
          if (fact === undefined) unread.set(factKey(there), there);
          else seen.set(key, fact);
        }
        if (seen.size === before) return { answer, wanted: unread };
      }
    },
  };
}

function onBase(request: FactRequest): FactRequest {
  return "revision" in request && request.revision === "evidence"
    ? { ...request, revision: "base" }
    : request;
}
