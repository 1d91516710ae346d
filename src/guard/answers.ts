import { collect } from "../facts/collect.ts";
import type { Baseline } from "../model/baseline.ts";
import type { Policy, Waiver } from "../model/policy.ts";
import type { FactSource } from "../model/ports.ts";
import type { Timeline } from "../time/timeline.ts";
import { activeBaseline, isAbout } from "../verdict/baseline.ts";
import type { WaiverTerms } from "../verdict/waivers.ts";
import { type CommandAnswer, commandQuestion, NO_COMMANDS } from "./command-question.ts";
import { comparedQuestion } from "./on-base.ts";
import { type RuleAnswer, ruleQuestion } from "./rule-question.ts";
import type { Selected } from "./select.ts";
import { type WaiverAnswer, waiverQuestion } from "./waiver-question.ts";

/** Answers to the rules of each post, in the order of posts and rules. */
export type RuleAnswers = ReadonlyMap<string, RuleAnswer>;

export interface Answers {
  readonly rules: RuleAnswers;
  readonly waivers: readonly WaiverAnswer[];
  readonly commands: CommandAnswer;
}

interface AskInput {
  readonly policy: Policy;
  readonly waivers: readonly Waiver[];
  readonly baseline?: Baseline | null;
  readonly source: FactSource;
  readonly now: number;
  readonly local: boolean;
  readonly repository?: string | null;
}

/** Puts all rules, waivers and commands to the facts. */
export async function ask(
  input: AskInput,
  selected: Selected,
  { time, isFrozen }: { readonly time: Timeline; readonly isFrozen: boolean },
): Promise<Answers> {
  const { policy, now, local, repository = null } = input;
  const baseline = activeBaseline(input.baseline ?? null, time);
  const applying = selected.posts.filter((post) => post.applies);
  const subjects = applying.flatMap(({ gate, service }) =>
    gate.rules.map((rule) => ({ policy, gate, rule, service, repository, now, local })),
  );
  const terms: WaiverTerms = {
    maxDays: policy.waivers.max_days,
    services: selected.known,
    rules: new Map(
      policy.gates.map(({ id, rules }) => [id, new Set(rules.map((rule) => rule.id))]),
    ),
  };
  // Where nothing is judged there is nothing that a command could change.
  const commands = selected.governed ? [commandQuestion({ policy, terms, isFrozen, now })] : [];
  const answers = await collect<RuleAnswer | WaiverAnswer | CommandAnswer>(
    [
      ...subjects.map((subject) => {
        const { gate, rule, service } = subject;
        const isBaselined = isAbout(baseline, {
          gate: gate.id,
          rule: rule.id,
          service: service.id,
        });
        return isBaselined ? comparedQuestion(subject) : ruleQuestion(subject);
      }),
      ...input.waivers.map((waiver) => waiverQuestion(waiver, policy, terms, now)),
      ...commands,
    ],
    input.source,
  );
  const rules = answers.filter((answer) => answer.kind === "rule");
  return {
    rules: new Map(
      subjects.flatMap(({ service, gate, rule }, index) => {
        const answer = rules[index];
        return answer === undefined ? [] : [[keyOf(service.id, gate.id, rule.id), answer] as const];
      }),
    ),
    waivers: answers.filter((answer) => answer.kind === "waiver"),
    commands: answers.find((answer) => answer.kind === "commands") ?? NO_COMMANDS,
  };
}

/** Of a rule of a gate put to a service; `null` where the repository is its one service. */
export function keyOf(service: string | null, gate: string, rule: string): string {
  return JSON.stringify([service, gate, rule]);
}

/** The same as of a later moment: asked again is only what time can have changed by then. */
export function answerAt<Answer extends Timed<Answer>>(answer: Answer, moment: number): Answer {
  return answer.next !== null && answer.next <= moment ? answer.at(moment) : answer;
}

interface Timed<Answer> {
  /** When time alone could make it another. */
  readonly next: number | null;
  at(moment: number): Answer;
}

/** The earliest moment at which one of the answers could become another. */
export function nextOf({ rules, waivers, commands }: Answers): number | null {
  return earliest([...rules.values(), ...waivers, commands]);
}

export function earliest(moments: readonly { readonly next: number | null }[]): number | null {
  const ahead = moments.flatMap(({ next }) => (next === null ? [] : [next]));
  return ahead.length === 0 ? null : ahead.reduce((a, b) => Math.min(a, b));
}
