import type { GitHubClient, RepositoryName } from "./client.ts";
import { failureOf } from "./failure.ts";

/** Names of the checks that rulesets require on a branch; none where they cannot be read. */
export async function readRequiredContexts(
  branch: string,
  { client, name }: { readonly client: GitHubClient; readonly name: RepositoryName },
): Promise<readonly string[]> {
  const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
  try {
    const asked = { owner: name.owner, repo: name.name, branch, per_page: 100 };
    const { data } = await client.request(route, asked);
    return (data as readonly RuleData[]).flatMap(({ type, parameters }) =>
      type === "required_status_checks"
        ? (parameters?.required_status_checks ?? []).map(({ context }) => context)
        : [],
    );
  } catch (error) {
    // Other names are known as well; whatever is wrong here is no reason to say nothing.
    failureOf(error);
    return [];
  }
}

interface RuleData {
  readonly type: string;
  readonly parameters?: {
    readonly required_status_checks?: readonly { readonly context: string }[];
  };
}
