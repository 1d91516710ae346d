import type { Finding } from "../../model/finding.ts";
import type { FactReader } from "../../model/ports.ts";
import type { CommonCode } from "../common-codes.ts";
import type { RuleContext } from "../define-rule.ts";
import type { ScheduleCode } from "./codes.ts";

/** What every form of the rule needs to look something up. */
export interface Scope {
  readonly facts: FactReader<"file">;
  readonly context: RuleContext;
  /** The rule's own heading. */
  readonly heading: string | null;
}

export type ScheduleFinding = Finding<ScheduleCode | CommonCode>;

/** What was looked up, or why it could not be; `null` where a fact is not there yet. */
export type Lookup<T> = null | { readonly findings: readonly ScheduleFinding[] } | T;

/** The findings of those that could not be had; `null` where one is not known yet. */
export function refusals(
  lookups: readonly (null | object | { readonly findings: readonly ScheduleFinding[] })[],
): readonly ScheduleFinding[] | null {
  const findings = lookups.flatMap((lookup) =>
    lookup !== null && "findings" in lookup ? (lookup.findings as readonly ScheduleFinding[]) : [],
  );
  return findings.length === 0 && lookups.includes(null) ? null : findings;
}
