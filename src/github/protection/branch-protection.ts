import { type Fact, known } from "../../model/fact.ts";
import type { BranchGuard, BranchProtection } from "../../model/protection.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf } from "../failure.ts";
import { readBranchRules } from "./branch-rules.ts";
import { readClassicGuard } from "./classic-guard.ts";
import { guardOf, type RuleData, type RulesetData } from "./ruleset-guard.ts";

/** Asks of several branches, each ruleset once. */
export class ProtectionReader {
  readonly #client: GitHubClient;
  readonly #name: RepositoryName;
  readonly #rulesets = new Map<number, Promise<Fact<RulesetData>>>();

  constructor(client: GitHubClient, name: RepositoryName) {
    this.#client = client;
    this.#name = name;
  }

  /**
   * What holds merges into a branch.
   *
   * @param mayExist whether there may be such a branch; of others there is no classic protection.
   */
  async read(branch: string, mayExist: boolean): Promise<BranchProtection> {
    try {
      const rules = await readBranchRules(this.#client, this.#name, branch);
      const byRuleset = new Map<number, RuleData[]>();
      for (const rule of rules) {
        const others = byRuleset.get(rule.ruleset_id);
        if (others === undefined) byRuleset.set(rule.ruleset_id, [rule]);
        else others.push(rule);
      }
      const guards = await Promise.all(
        [...byRuleset].map(async ([id, own]) => guardOf(own, await this.ruleset(id))),
      );
      const classic = mayExist ? await readClassicGuard(this.#client, this.#name, branch) : null;
      const all: readonly BranchGuard[] = classic === null ? guards : [...guards, classic];
      return { branch, guards: known(all) };
    } catch (error) {
      return { branch, guards: factOf(error) };
    }
  }

  /** One ruleset with all that the token is shown of it. */
  ruleset(id: number): Promise<Fact<RulesetData>> {
    const before = this.#rulesets.get(id);
    if (before !== undefined) return before;
    const { owner, name } = this.#name;
    const asked = { owner, repo: name, ruleset_id: id };
    const found = this.#client
      .request("GET /repos/{owner}/{repo}/rulesets/{ruleset_id}", asked)
      .then(({ data }) => known(data as RulesetData))
      .catch(factOf);
    this.#rulesets.set(id, found);
    return found;
  }
}
