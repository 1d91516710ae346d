import type { AnyRuleType } from "../../rules/define-rule.ts";
import { settingsOf } from "../reading/check-rules-of-file.ts";
import { checkShape } from "../shape/check-shape.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { entriesOf, type SourceNode } from "../source/source-tree.ts";

/** What a rule's type makes of its settings; `null` where there are problems. */
export function checkRule(rule: SourceNode, type: AnyRuleType, problems: ProblemList): unknown {
  const age = entriesOf(rule).get("max_age");
  if (age !== undefined && type.meta.ages === null) {
    problems.add(age.key, {
      code: "no-effect",
      message: `\`max_age\` has no meaning for a rule of type \`${type.type}\``,
      help: "drop the line",
    });
  }
  return checkShape(settingsOf(rule), type.options, problems, { partial: false }).output;
}
