import picomatch from "picomatch";
import type { Policy, Stage } from "../model/policy.ts";

/** The stage a branch belongs to; a valid policy has at most one. */
export function stageOfBranch({ stages }: Pick<Policy, "stages">, branch: string): Stage | null {
  const owner = stages.find(({ branches }) => picomatch([...branches], { dot: true })(branch));
  return owner ?? null;
}
