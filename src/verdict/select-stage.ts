import type { Policy, Stage } from "../model/policy.ts";
import { globMatcher } from "../text/glob-matcher.ts";

/** The stage an environment of GitHub belongs to: GitHub does not tell upper from lower case in them. */
export function stageOfEnvironment(
  { stages }: Pick<Policy, "stages">,
  environment: string,
): Stage | null {
  const wanted = environment.toLowerCase();
  const owner = stages.find(({ id, environments = [id] }) =>
    environments.some((name) => name.toLowerCase() === wanted),
  );
  return owner ?? null;
}

/** The stage a branch belongs to; a valid policy has at most one. */
export function stageOfBranch({ stages }: Pick<Policy, "stages">, branch: string): Stage | null {
  const owner = stages.find(({ branches }) => globMatcher(branches)(branch));
  return owner ?? null;
}

const GLOB = /[*?[\]{}\\]/;

/** The branches of all stages; `null` where one is named by a glob. */
export function namedBranches({ stages }: Pick<Policy, "stages">): readonly string[] | null {
  const branches = stages.flatMap((stage) => stage.branches);
  return branches.some((branch) => GLOB.test(branch)) ? null : branches;
}
