import { type Fact, type FactAnswer, type FactRequest, missing } from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import type { KnownFacts } from "./fact-reader.ts";
import { readInto } from "./read-into.ts";

/** Something that is judged by facts and finds out which ones while it is judged. */
export interface Question<Answer> {
  /** Pure: asked again with more facts as long as it wants some. */
  ask(facts: KnownFacts): {
    readonly answer: Answer;
    readonly wanted: ReadonlyMap<string, FactRequest>;
  };
}

/**
 * What the policy names, then what those documents name, then what these name: rules see no
 * further. One round more is room for a waiver's approver; what is still wanted then is unreadable.
 */
const ROUNDS = 4;

/**
 * Asks all questions, collects in one batch what they want to know, and asks those again: no fact
 * is read twice, and a question that has all it wants is not asked again.
 */
export async function collect<Answer>(
  questions: readonly Question<Answer>[],
  source: FactSource,
): Promise<readonly Answer[]> {
  const facts = new Map<string, Fact<FactAnswer>>();
  const answers = new Map<Question<Answer>, Answer>();
  let open: readonly Question<Answer>[] = questions;
  for (let round = 0; open.length > 0; round += 1) {
    const wanted = new Map<string, FactRequest>();
    const unanswered: Question<Answer>[] = [];
    for (const question of open) {
      const asked = question.ask(facts);
      answers.set(question, asked.answer);
      if (asked.wanted.size === 0) continue;
      unanswered.push(question);
      for (const [key, request] of asked.wanted) wanted.set(key, request);
    }
    if (round >= ROUNDS) refuse(wanted, facts);
    else await readInto(facts, [...wanted.values()], source);
    open = unanswered;
  }
  // Every question was asked at least once.
  return questions.map((question) => answers.get(question) as Answer);
}

function refuse(
  wanted: ReadonlyMap<string, FactRequest>,
  facts: Map<string, Fact<FactAnswer>>,
): void {
  for (const key of wanted.keys()) {
    facts.set(key, missing("unreadable", `it would take more than ${ROUNDS} rounds of reading`));
  }
}
