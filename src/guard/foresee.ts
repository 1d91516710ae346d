import type { Baseline } from "../model/baseline.ts";
import type { Finding } from "../model/finding.ts";
import type { Expiry, GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { Timeline } from "../time/timeline.ts";
import { counts, isBlocking } from "../verdict/outcomes.ts";
import { type Answers, answersAt, earliest, nextOf } from "./answers.ts";
import { type Asked, gatesOf } from "./gates-of.ts";

/** Moments looked at. Most of them change something; so many without an end of anything do not occur. */
const MOMENTS = 50;

/**
 * What holds now and is the first to stop by time alone. Found by judging the same facts again as
 * of each moment at which something can change, so that it says what will be found then.
 */
export function foresee(
  asked: Asked,
  answers: Answers,
  gates: readonly GateVerdict[],
  now: Timeline,
): Expiry | null {
  const holding = holdingRules(gates);
  if (holding.size === 0) return null;
  let later = answers;
  let time = now;
  for (let count = 0; count < MOMENTS; count += 1) {
    const moment = earliest([time, { next: nextOf(later) }]);
    if (moment === null) return null;
    later = answersAt(later, moment);
    time = new Timeline(moment);
    const expired = firstExpired(gatesOf(asked, later, time), holding);
    if (expired !== null) return expiryOf(expired, moment, asked);
  }
  return null;
}

type Holding = ReadonlyMap<string, RuleVerdict>;

function holdingRules(gates: readonly GateVerdict[]): Holding {
  return new Map(
    gates.flatMap((gate) =>
      gate.rules
        .filter(({ outcome, severity, judged }) => {
          return judged && severity === "block" && counts(outcome) && !isBlocking(outcome);
        })
        .map((rule) => [keyOf(gate, rule), rule] as const),
    ),
  );
}

function keyOf(gate: GateVerdict, rule: RuleVerdict): string {
  return JSON.stringify([gate.service, gate.id, rule.id]);
}

interface Expired {
  readonly gate: GateVerdict;
  readonly rule: RuleVerdict;
  readonly before: RuleVerdict;
  readonly finding: Finding;
}

function firstExpired(gates: readonly GateVerdict[], holding: Holding): Expired | null {
  for (const gate of gates) {
    for (const rule of gate.rules) {
      const before = holding.get(keyOf(gate, rule));
      if (before === undefined || !isBlocking(rule.outcome)) continue;
      const finding = rule.findings.find(({ outcome }) => isBlocking(outcome));
      if (finding !== undefined) return { gate, rule, before, finding };
    }
  }
  return null;
}

function expiryOf({ gate, rule, before, finding }: Expired, when: number, asked: Asked): Expiry {
  const ended = endOf(before, rule, asked.baseline);
  return {
    when,
    problem: `${ended?.why ?? ""}${finding.problem}`,
    at: finding.at,
    who: ended?.who ?? finding.asks,
    service: gate.service,
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
