import { checklist } from "./checklist.ts";
import { ci } from "./ci.ts";
import { decision } from "./decision.ts";
import type { AnyRuleType } from "./define-rule.ts";
import { issues } from "./issues.ts";
import { metrics } from "./metrics.ts";
import { owners } from "./owners.ts";
import { schedule } from "./schedule.ts";
import { score } from "./score.ts";
import { signOff } from "./sign-off.ts";
import { values } from "./values.ts";

/** Every type of rule there is, sorted by type. A new rule type gets one line here. */
export const RULE_TYPES: readonly AnyRuleType[] = [
  checklist,
  ci,
  decision,
  issues,
  metrics,
  owners,
  schedule,
  score,
  signOff,
  values,
];

const BY_TYPE: ReadonlyMap<string, AnyRuleType> = new Map(
  RULE_TYPES.map((ruleType) => [ruleType.type, ruleType]),
);

export function ruleType(type: string): AnyRuleType | undefined {
  return BY_TYPE.get(type);
}
