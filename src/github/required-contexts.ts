import type { RequiredContext } from "../model/protection.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { failureOf } from "./failure.ts";
import { readBranchRules } from "./protection/branch-rules.ts";
import { readClassicContexts } from "./protection/classic-guard.ts";
import { requiredByRules } from "./protection/ruleset-guard.ts";

/**
 * Names of the checks that a branch requires, by rulesets or by its own settings, as far as they can
 * be read: for whoever has to say under some name that nothing could be judged.
 */
export async function readRequiredContexts(
  branch: string,
  { client, name }: { readonly client: GitHubClient; readonly name: RepositoryName },
): Promise<readonly string[]> {
  const required = await Promise.all([
    asFarAsRead(readBranchRules(client, name, branch).then(requiredByRules)),
    asFarAsRead(readClassicContexts(client, name, branch)),
  ]);
  return [...new Set(required.flat().map(({ context }) => context))];
}

/** Other names are known as well; whatever is wrong here is no reason to say nothing. */
async function asFarAsRead(
  reading: Promise<readonly RequiredContext[]>,
): Promise<readonly RequiredContext[]> {
  try {
    return await reading;
  } catch (error) {
    failureOf(error);
    return [];
  }
}
