import type { Baseline } from "../model/baseline.ts";
import type { Policy } from "../model/policy.ts";
import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";
import type { Timeline } from "../time/timeline.ts";
import { type ActiveBaseline, activeBaseline, soften } from "../verdict/baseline.ts";
import { holdBack, judgeGate } from "../verdict/judge-gate.ts";
import { coversGate, type Grant, waive } from "../verdict/waivers.ts";
import { type Answers, keyOf } from "./answers.ts";
import { grantOf } from "./command-question.ts";
import type { RuleAnswer, RuleSubject } from "./rule-question.ts";
import type { Post } from "./select.ts";

/** What is judged, and by what. */
export interface Asked {
  readonly posts: readonly Post[];
  readonly policy: Policy;
  readonly baseline: Baseline | null;
}

/** Gates from the answers to their rules: softened, waived, and held back by those they wait for. */
export function gatesOf(
  { posts, policy, baseline }: Asked,
  { rules: answers, waivers, commands }: Answers,
  time: Timeline,
): readonly GateVerdict[] {
  const lenient = leniencyAt({ baseline, waivers, commands }, time);
  const gates = posts.map(({ gate, service, applies }) => {
    const rules = (applies ? gate.rules : []).flatMap((rule): readonly RuleVerdict[] => {
      const answer = answers.get(keyOf(service.id, gate.id, rule.id));
      return answer === undefined ? [] : [withLeniency(answer, { gate, rule, service }, lenient)];
    });
    return judgeGate(gate, service, rules);
  });
  const lifted = new Set(gates.filter((gate) => coversGate(gate, lenient.grants)));
  return holdBack(gates, policy.gates, lifted);
}

/** What lets a rule through that its evidence does not. */
export interface Leniency {
  readonly baseline: ActiveBaseline | null;
  readonly grants: readonly Grant[];
}

export function leniencyAt(
  { baseline, waivers, commands }: Pick<Asked, "baseline"> & Omit<Answers, "rules">,
  time: Timeline,
): Leniency {
  return {
    baseline: activeBaseline(baseline, time),
    grants: [
      ...waivers.flatMap(({ checked }) => (checked.state === "valid" ? [checked] : [])),
      ...commands.waivers.flatMap(grantOf),
    ],
  };
}

/** A rule from its answer: softened, then waived. */
export function withLeniency(
  answer: RuleAnswer,
  { gate, rule, service }: Pick<RuleSubject, "gate" | "rule" | "service">,
  { baseline, grants }: Leniency,
): RuleVerdict {
  const softened = soften(answer, { rule, gate: gate.id, service: service.id }, baseline);
  return rule.waivable ? waive(softened, gate.id, service, grants) : softened;
}
