import type { Policy, Stage } from "../model/policy.ts";
import { globMatcher } from "../text/glob-matcher.ts";

/** The stage a branch belongs to; a valid policy has at most one. */
export function stageOfBranch({ stages }: Pick<Policy, "stages">, branch: string): Stage | null {
  const owner = stages.find(({ branches }) => globMatcher(branches)(branch));
  return owner ?? null;
}
