import type { Ruleset, RulesetRule } from "./ruleset.ts";

/**
 * A ruleset that is there, with what is wanted added. Nothing it demands is taken away or made
 * weaker, and who may bypass it stays.
 */
export function extendRuleset(there: Ruleset, wanted: Ruleset): Ruleset {
  const { include, exclude } = there.conditions.ref_name;
  const patterns = wanted.conditions.ref_name.include;
  const added = include.includes("~ALL") ? [] : patterns.filter((one) => !include.includes(one));
  const rules = there.rules.map((rule) => {
    const more = wanted.rules.find(({ type }) => type === rule.type);
    return more === undefined ? rule : extendRule(rule, more);
  });
  const types = new Set(rules.map(({ type }) => type));
  const { bypass_actors } = there;
  return {
    name: there.name,
    target: "branch",
    enforcement: "active",
    ...(bypass_actors !== undefined && { bypass_actors }),
    conditions: {
      ref_name: {
        include: [...include, ...added],
        exclude: exclude.filter((one) => !patterns.includes(one)),
      },
    },
    rules: [...rules, ...wanted.rules.filter(({ type }) => !types.has(type))],
  };
}

export function sameRuleset(a: Ruleset, b: Ruleset): boolean {
  return canonical(a) === canonical(b);
}

/** Order of keys means nothing, order of lists is kept. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
}

function extendRule(there: RulesetRule, wanted: RulesetRule): RulesetRule {
  if (wanted.parameters === undefined) return there;
  const before = there.parameters ?? {};
  const after = Object.entries(wanted.parameters).map(
    ([key, value]) => [key, stricter(key, before[key], value)] as const,
  );
  // Where it says nothing, it is as if it said `false`.
  const told = after.filter(([key, value]) => before[key] !== undefined || value !== false);
  return { ...there, parameters: { ...before, ...Object.fromEntries(told) } };
}

function stricter(key: string, before: unknown, wanted: unknown): unknown {
  // The one setting that is weaker when it is on: a branch could be made anew from any commit.
  if (key === "do_not_enforce_on_create" || before === undefined) return wanted;
  if (typeof wanted === "number") return Math.max(wanted, Number(before));
  if (Array.isArray(wanted)) return withContexts(before as readonly Context[], wanted);
  return before === true || wanted === true;
}

interface Context {
  readonly context: string;
  readonly integration_id?: number | null;
}

/** A context that is there under any source, or under several, is bound to the one wanted. */
function withContexts(before: readonly Context[], wanted: readonly Context[]): readonly Context[] {
  const names = new Set(wanted.map(({ context }) => context));
  const there = new Set(before.map(({ context }) => context));
  const isFirst = ({ context }: Context, index: number) =>
    before.findIndex((one) => one.context === context) === index;
  const kept = before
    .filter((one, index) => !names.has(one.context) || isFirst(one, index))
    .map((one) => wanted.find(({ context }) => context === one.context) ?? one);
  return [...kept, ...wanted.filter(({ context }) => !there.has(context))];
}
