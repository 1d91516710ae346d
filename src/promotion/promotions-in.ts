import type { ListedPull } from "../github/pull/open-pulls.ts";
import type { Fact } from "../model/fact.ts";
import type { Policy } from "../model/policy.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";

/** Numbers of what asks to be promoted; `null` where that is not known. */
export function promotionsIn(
  openPulls: Fact<readonly ListedPull[]>,
  policy: Policy | null,
): readonly number[] | null {
  if (openPulls.state === "missing" || policy === null) return null;
  return openPulls.value
    .filter(({ baseRefName }) => stageOfBranch(policy, baseRefName) !== null)
    .map(({ number }) => number);
}
