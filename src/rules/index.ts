import { checklist } from "./checklist.ts";
import { ci } from "./ci.ts";
import { decision } from "./decision.ts";
import type { AnyRuleType } from "./define-rule.ts";
import { document } from "./document.ts";
import { issues } from "./issues.ts";
import { metrics } from "./metrics.ts";
import { owners } from "./owners.ts";
import { rollout } from "./rollout.ts";
import { schedule } from "./schedule.ts";
import { score } from "./score.ts";
import { signOff } from "./sign-off.ts";
import { table } from "./table.ts";
import { values } from "./values.ts";

/** Every type of rule there is, sorted by type. A new rule type gets one line here. */
export const RULE_TYPES: readonly AnyRuleType[] = [
  checklist,
  ci,
  decision,
  document,
  issues,
  metrics,
  owners,
  rollout,
  schedule,
  score,
  signOff,
  table,
  values,
];

const BY_TYPE: ReadonlyMap<string, AnyRuleType> = new Map(
  RULE_TYPES.map((ruleType) => [ruleType.type, ruleType]),
);

export function ruleType(type: string): AnyRuleType | undefined {
  return BY_TYPE.get(type);
}
