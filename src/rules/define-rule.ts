import type { z } from "zod";
import type { FactKind } from "../model/fact.ts";
import type { Finding } from "../model/finding.ts";
import type { Role } from "../model/policy.ts";
import type { FactReader } from "../model/ports.ts";
import type { Service } from "../model/service.ts";
import type { Timeline } from "../time/timeline.ts";
import type { AskedItems } from "./checklist/asked-items.ts";
import type { CommonCode } from "./common-codes.ts";

/** What a rule may know beside its options and its facts. All of it comes from the policy. */
export interface RuleContext {
  readonly gate: { readonly id: string; readonly title: string; readonly heading: string | null };
  readonly rule: { readonly id: string; readonly title: string; readonly asks: string | null };
  readonly service: Service;
  /** `owner/repo` of the repository judged, where it is known: so that its own URLs are told from others'. */
  readonly repository?: string | null;
  readonly roles: Readonly<Record<string, Role>>;
  /** What the checklists of the policy ask for, this one among them. */
  readonly asked?: AskedItems;
  /** The rule's `max_age` in milliseconds. */
  readonly maxAge: number | null;
  readonly time: Timeline;
}

export interface RuleMeta {
  /** Completes "This rule holds when …". */
  readonly holdsWhen: string;
  /** Why the rule exists, in one or two sentences; shown by `explain`. */
  readonly why: string;
  /** What the common setting `max_age` measures; `null` where it has no meaning and is refused. */
  readonly ages: string | null;
}

export interface RuleType<
  Options = unknown,
  Kinds extends FactKind = FactKind,
  Code extends string = string,
> {
  readonly type: string;
  readonly meta: RuleMeta;
  readonly options: z.ZodType<Options>;
  /** The kinds of fact it may read: narrows what it sees, and says which events can change it. */
  readonly reads: readonly Kinds[];
  /** Every code it can report, with what the code means in one line. */
  readonly codes: Readonly<Record<Code, string>>;
  /**
   * Pure and total: bad evidence gives findings, never an exception. Called again with more facts
   * when it read some that were not there yet, so it must not remember anything.
   */
  evaluate(
    facts: FactReader<Kinds>,
    options: Options,
    context: RuleContext,
  ): readonly Finding<NoInfer<Code> | CommonCode>[];
}

/** A rule type whose options and facts are known only to itself, as the registry holds it. */
export type AnyRuleType = RuleType<unknown, FactKind, string>;

/** Declares a rule type. The types of options, facts and codes follow from the declaration. */
export function defineRule<Options, const Kinds extends FactKind, const Code extends string>(
  definition: RuleType<Options, Kinds, Code>,
): AnyRuleType {
  // Sound: only `evaluate-rule.ts` calls `evaluate`, with options this type's schema returned and
  // a reader that answers every kind.
  return definition as unknown as AnyRuleType;
}
