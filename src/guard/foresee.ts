import type { Baseline } from "../model/baseline.ts";
import type { Expiry, GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { Timeline } from "../time/timeline.ts";
import { counts, isBlocking } from "../verdict/outcomes.ts";
import { type Answers, answerAt, earliest, keyOf } from "./answers.ts";
import { type Asked, leniencyAt, withLeniency } from "./gates-of.ts";
import type { RuleAnswer, RuleSubject } from "./rule-question.ts";

/** Moments looked at. Most of them change something; so many without an end of anything do not occur. */
const MOMENTS = 50;

/**
 * What holds now and is the first to stop by time alone. Found by judging the same facts again as
 * of each moment at which something can change, so that it says what will be found then. Asked
 * again is only what holds, in the order of the verdict and up to the first that does not.
 */
export function foresee(
  asked: Asked,
  answers: Answers,
  gates: readonly GateVerdict[],
  now: Timeline,
): Expiry | null {
  let holding = holdingRules(asked, answers, gates);
  let { waivers, commands } = answers;
  let time = now;
  for (let count = 0; holding.length > 0 && count < MOMENTS; count += 1) {
    const moment = earliest([time, commands, ...waivers, ...holding.map(({ answer }) => answer)]);
    if (moment === null) return null;
    time = new Timeline(moment);
    waivers = waivers.map((waiver) => answerAt(waiver, moment));
    commands = answerAt(commands, moment);
    const lenient = leniencyAt({ baseline: asked.baseline, waivers, commands }, time);
    const later: Holding[] = [];
    for (const held of holding) {
      const answer = answerAt(held.answer, moment);
      const rule = withLeniency(answer, held, lenient);
      const expiry = isBlocking(rule.outcome)
        ? expiryOf(held, { rule, when: moment, baseline: asked.baseline })
        : null;
      if (expiry !== null) return expiry;
      later.push({ ...held, answer });
    }
    holding = later;
  }
  return null;
}

/** A rule that holds, with what it is judged by. */
interface Holding extends Pick<RuleSubject, "gate" | "rule" | "service"> {
  readonly verdict: RuleVerdict;
  readonly answer: RuleAnswer;
}

function holdingRules(
  { posts }: Asked,
  { rules: answers }: Answers,
  gates: readonly GateVerdict[],
): Holding[] {
  const verdicts = new Map(
    gates.flatMap((gate) =>
      gate.rules.map((rule) => [keyOf(gate.service, gate.id, rule.id), rule]),
    ),
  );
  return posts.flatMap(({ gate, service }) =>
    gate.rules.flatMap((rule) => {
      const key = keyOf(service.id, gate.id, rule.id);
      const [verdict, answer] = [verdicts.get(key), answers.get(key)];
      if (verdict === undefined || answer === undefined || !holds(verdict)) return [];
      return [{ gate, rule, service, verdict, answer }];
    }),
  );
}

function holds({ outcome, severity, judged }: RuleVerdict): boolean {
  return judged && severity === "block" && counts(outcome) && !isBlocking(outcome);
}

function expiryOf(
  { gate, service, verdict }: Holding,
  later: { readonly rule: RuleVerdict; readonly when: number; readonly baseline: Baseline | null },
): Expiry | null {
  const { rule, when, baseline } = later;
  const finding = rule.findings.find(({ outcome }) => isBlocking(outcome));
  if (finding === undefined) return null;
  const ended = endOf(verdict, rule, baseline);
  return {
    when,
    problem: `${ended?.why ?? ""}${finding.problem}`,
    at: finding.at,
    who: ended?.who ?? finding.asks,
    service: service.id,
    gate: gate.id,
    rule: rule.id,
  };
}

/** What let the rule pass until then, where it was not the evidence. */
function endOf(
  { waiver, findings }: RuleVerdict,
  later: RuleVerdict,
  baseline: Baseline | null,
): { readonly why: string; readonly who: string | null } | null {
  if (waiver !== null && later.waiver === null) {
    return { why: `the waiver ends on ${waiver.until}: `, who: null };
  }
  if (baseline === null || findings.every(({ baselined }) => baselined !== true)) return null;
  return { why: `the baseline ends on ${baseline.until}: `, who: baseline.owner };
}
