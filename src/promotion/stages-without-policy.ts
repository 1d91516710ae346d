import type { GitHubClient, RepositoryName } from "../github/client.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import { readRequiredContexts } from "../github/required-contexts.ts";
import { isStageContext, stageIn } from "../model/context.ts";

/**
 * The stages to answer for where the policy cannot say: those whose verdict the branch requires or
 * the head carries already. Where there are none the branch's name stands in for a stage, so that
 * the pull request learns that it could not be judged.
 */
export async function stagesWithoutPolicy(
  { pull, head, checkRuns }: OpenedPull,
  asking: { readonly client: GitHubClient; readonly name: RepositoryName },
): Promise<readonly [string, ...string[]]> {
  const required = await readRequiredContexts(pull.baseBranch, asking);
  const statuses = (head?.status?.contexts ?? []).map(({ context }) => context);
  const runs = checkRuns.state === "known" ? checkRuns.value.map(({ name }) => name) : [];
  const own = [...new Set([...required, ...statuses, ...runs])].filter(isStageContext);
  const [first = pull.baseBranch, ...others] = own.map(stageIn);
  return [first, ...others];
}
