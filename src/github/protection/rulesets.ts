import { listIn } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { failureOf, GitHubFailure } from "../failure.ts";
import type { RulesetData } from "./ruleset-guard.ts";

const PAGE = 100;

/** The repository's own rulesets, active or not, without what they demand. */
export async function listRulesets(
  client: GitHubClient,
  { owner, name }: RepositoryName,
): Promise<readonly RulesetData[]> {
  const all: RulesetData[] = [];
  try {
    for (let page = 1; ; page += 1) {
      const asked = { owner, repo: name, includes_parents: false, per_page: PAGE, page };
      const { data } = await client.request("GET /repos/{owner}/{repo}/rulesets", asked);
      const rulesets = listIn<RulesetData>(data);
      all.push(...rulesets);
      if (rulesets.length < PAGE) return all;
    }
  } catch (error) {
    throw failureOf(error);
  }
}

/**
 * Creates a ruleset, or changes the one with this id; asked once, whatever comes of it.
 *
 * @throws {GitHubFailure} with GitHub's own reason where it refuses.
 */
export async function writeRuleset(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  { id, body }: { readonly id: number | null; readonly body: object },
): Promise<void> {
  const asked = { owner, repo: name, ...body };
  try {
    if (id === null) {
      await client.request("POST /repos/{owner}/{repo}/rulesets", asked);
    } else {
      const route = "PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}";
      await client.request(route, { ...asked, ruleset_id: id });
    }
  } catch (error) {
    const failure = failureOf(error);
    const said = error instanceof Error && failure.status !== null ? error.message : null;
    if (said === null || failure.reason === "rate-limited") throw failure;
    throw new GitHubFailure(failure.reason, `GitHub says: ${said}`, failure.status);
  }
}
