import { listIn } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import type { RuleData } from "./ruleset-guard.ts";

const PAGE = 100;

/** The rules that active rulesets, of whatever level, hold a branch to, be there such a branch or not. */
export async function readBranchRules(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  branch: string,
): Promise<readonly RuleData[]> {
  const all: RuleData[] = [];
  for (let page = 1; ; page += 1) {
    const asked = { owner, repo: name, branch, per_page: PAGE, page };
    const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
    const rules = listIn<RuleData>((await client.request(route, asked)).data);
    all.push(...rules);
    if (rules.length < PAGE) return all;
  }
}
