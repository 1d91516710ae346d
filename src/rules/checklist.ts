import { holds } from "../model/condition.ts";
import type { NearMiss, TaskItem } from "../model/document.ts";
import { placeIn } from "../model/place.ts";
import { keyOf } from "../text/key.ts";
import { askedElsewhere } from "./checklist/asked-items.ts";
import { CHECKLIST_CODES } from "./checklist/codes.ts";
import { findItem, guessing, noBox } from "./checklist/find-item.ts";
import type { JudgedFields } from "./checklist/judge-fields.ts";
import { judgeItem } from "./checklist/judge-item.ts";
import { type ChecklistOptions, checklistOptions, type ItemDemand } from "./checklist/options.ts";
import { itemLines } from "./checklist/remedies.ts";
import { type ChecklistFinding, homeOf, type Scope, scopeOf } from "./checklist/scope.ts";
import { defineRule, type RuleContext } from "./define-rule.ts";
import { failed, noted } from "./findings.ts";
import { gateSection, isRefused, readReadiness } from "./reading/readiness.ts";

export const checklist = defineRule({
  type: "checklist",
  meta: {
    holdsWhen: "every required item is there, ticked, and carries its fields",
    why: "A list that is ticked by habit protects nobody: an item counts when somebody stands behind it and what shows it can be looked up. A deleted item is not a done one.",
    ages: "the `Reviewed` date of each item, which every item then needs",
  },
  options: checklistOptions,
  reads: ["file", "files", "reference", "account", "team", "pull-request"],
  codes: CHECKLIST_CODES,
  evaluate(facts, options, context) {
    const demands = demandsOf(options, context);
    if (demands.length === 0 && options.extra === "ignore") return [nothingRequired()];
    const read = readReadiness(facts, context);
    if (read === null) return [];
    if (isRefused(read)) return read.findings;
    const bound = gateSection(read.document, read.path, context, options.heading ?? null);
    if (isRefused(bound)) return bound.findings;
    return judge(scopeOf({ facts, options, context, ...read, ...bound }), demands);
  },
});

function demandsOf(options: ChecklistOptions, { service, maxAge }: RuleContext): ItemDemand[] {
  return options.items
    .filter((item) => holds(item.when ?? null, service.fields))
    .map((item) => ({
      id: item.id,
      title: item.title ?? null,
      require: fieldsOf(item.require ?? options.require, maxAge),
      na: item.na ?? options.na,
    }));
}

/** An age can be measured only where there is a date. */
function fieldsOf(fields: ChecklistOptions["require"], maxAge: number | null) {
  return new Set(maxAge === null ? fields : [...fields, "reviewed" as const]);
}

function judge(scope: Scope, demands: readonly ItemDemand[]): ChecklistFinding[] {
  const { items, nearMisses } = scope;
  if (items.length === 0 && nearMisses.size === 0) return [empty(scope, demands)];
  const required = new Set(demands.map(({ id }) => keyOf(id)));
  const isFree = (id: string) =>
    !required.has(keyOf(id)) && askedElsewhere(id, scope.context).length === 0;
  const guess = guessing(scope, isFree);
  const judged: JudgedFields = new Set();
  const findings = demands.flatMap((demand) => {
    const found = findItem(scope, demand, guess);
    return "code" in found ? [found] : judgeItem(scope, found, demand, judged);
  });
  return [...findings, ...judgeExtra(scope, required, judged)];
}

function judgeExtra(
  scope: Scope,
  required: ReadonlySet<string>,
  judged: JudgedFields,
): ChecklistFinding[] {
  const { options, context, items, nearMisses } = scope;
  // What another checklist of the gate asks for, that one judges. Another gate may guard another stage.
  const isAsked = (id: string) => {
    const gates = askedElsewhere(id, context);
    return options.extra === "ignore" ? gates.length > 0 : gates.includes(context.gate.id);
  };
  const isExtra = ({ id }: TaskItem | NearMiss) => !required.has(keyOf(id)) && !isAsked(id);
  const extra = items.filter(isExtra);
  if (options.extra === "ignore") {
    // In the whole document they are the items of other gates.
    return extra.length === 0 || scope.section === null ? [] : [notJudged(scope, extra)];
  }
  const demand = {
    title: null,
    require: fieldsOf(options.require, context.maxAge),
    na: options.na,
  };
  return [
    ...extra.flatMap((item) => judgeItem(scope, item, { ...demand, id: item.id }, judged)),
    ...[...nearMisses.values()].filter(isExtra).map((miss) => noBox(scope, miss)),
  ];
}

function empty(scope: Scope, demands: readonly ItemDemand[]): ChecklistFinding {
  const where =
    scope.section === null ? `\`${scope.path}\`` : `the section \`${scope.section.heading}\``;
  const lines = demands.map(itemLines).join("\n");
  return failed({
    code: "CHECKLIST-EMPTY",
    problem: `${where} holds no task item${demands.length === 0 ? "" : `, where ${demands.length} ${demands.length === 1 ? "is" : "are"} required`}`,
    remedy:
      demands.length === 0 ? "add the items as `- [ ] <what must be done>`" : `add:\n${lines}`,
    at: homeOf(scope),
  });
}

function notJudged({ path }: Scope, extra: readonly TaskItem[]): ChecklistFinding {
  const [first] = extra;
  const lines = extra.slice(0, 10).map(({ at }) => at.line);
  const more = extra.length > lines.length ? ", …" : "";
  return noted({
    code: "CHECKLIST-EXTRA",
    problem: `${extra.length === 1 ? "1 item is" : `${extra.length} items are`} not required and not judged: line ${lines.join(", ")}${more}`,
    remedy: "list them in the policy, or set `extra: require`, if they matter",
    at: first === undefined ? null : placeIn(path, first.at),
  });
}

function nothingRequired(): ChecklistFinding {
  return noted({
    code: "CHECKLIST-NOTHING-REQUIRED",
    problem: "no item of this rule applies to the service: the `when` of none of them holds",
    remedy: "set the service's `fields` in the policy, if one of them should",
  });
}
