import type { Baseline } from "../model/baseline.ts";
import type { Policy } from "../model/policy.ts";
import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";
import type { Timeline } from "../time/timeline.ts";
import { activeBaseline, soften } from "../verdict/baseline.ts";
import { holdBack, judgeGate } from "../verdict/judge-gate.ts";
import { coversGate, waive } from "../verdict/waivers.ts";
import { type Answers, keyOf } from "./answers.ts";
import { grantOf } from "./command-question.ts";
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
  const active = activeBaseline(baseline, time);
  const grants = [
    ...waivers.flatMap(({ checked }) => (checked.state === "valid" ? [checked] : [])),
    ...commands.waivers.flatMap(grantOf),
  ];
  const gates = posts.map(({ gate, service, applies }) => {
    const rules = (applies ? gate.rules : []).flatMap((rule): readonly RuleVerdict[] => {
      const answer = answers.get(keyOf(service, gate.id, rule.id));
      if (answer === undefined) return [];
      const softened = soften(answer, { rule, gate: gate.id, service: service.id }, active);
      return [rule.waivable ? waive(softened, gate.id, service, grants) : softened];
    });
    return judgeGate(gate, service, rules);
  });
  const lifted = new Set(gates.filter((gate) => coversGate(gate, grants)));
  return holdBack(gates, policy.gates, lifted);
}
