import { expect } from "vitest";
import type { Change } from "../../../sandbox/git/import-commit.ts";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { openPull } from "../../../sandbox/world/pull-requests.ts";
import { isOurContext } from "../../../src/model/context.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { type PromotedShop, promotedShop } from "../promote-shop.ts";

export type Changes = Readonly<Record<string, Change>>;

/** A shop for many attacks, each by a pull request of its own. */
export interface AttackShop extends PromotedShop {
  /** A pull request with these changes to what `production` holds; by ana unless told otherwise. */
  propose(changes: Changes, about?: Partial<Proposal>): Promise<PullRequest>;
  /** Judges it: the decision, then the codes of what was found and noted. */
  judged(pull: PullRequest): Promise<string>;
  /** The newest status of a name of ours on its head. */
  stateOf(pull: PullRequest): string | undefined;
}

export interface Proposal {
  readonly author: string;
  readonly base: string;
  /** Name of the branch, which is made. */
  readonly branch: string;
  /** The branch it begins from. */
  readonly from: string;
  readonly title: string;
}

/**
 * @param policy on the default branch
 * @param base what `production` holds beside
 */
export async function attackShop(policy: string, base: Changes = {}): Promise<AttackShop> {
  const shop = await promotedShop({ ".github/stage-gates.yml": policy });
  const { world, repository } = shop;
  await repository.commit("production", { changes: base, message: "Begin", author: AUTHOR });
  let proposals = 0;
  const propose: AttackShop["propose"] = async (changes, about = {}) => {
    proposals += 1;
    const {
      author = "ana",
      base: to = "production",
      branch = `attack-${proposals}`,
      from = to,
      title = "Promote",
    } = about;
    const tip = await repository.git.branch(from);
    await repository.git.setRef(`refs/heads/${branch}`, tip);
    // Each is a commit of its own, whatever it changes.
    const own = { ...changes, "src/c.txt": `${proposals}\n` };
    await repository.commit(branch, { changes: own, message: title, author: AUTHOR });
    return openPull(world, repository, { author, title, body: null, base: to, head: branch });
  };
  return {
    ...shop,
    propose,
    stateOf: ({ headSha }) =>
      repository.statusesOf(headSha).findLast(({ context }) => isOurContext(context))?.state,
    async judged({ number }) {
      const { outcome } = await shop.promote(number);
      if (outcome.state !== "judged") return outcome.state;
      const { decision, gates, notes } = outcome.verdict;
      const findings = gates.flatMap(({ rules }) => rules.flatMap((rule) => rule.findings));
      return [decision, ...new Set([...findings, ...notes].map(({ code }) => code))].join(" ");
    },
  };
}

/** GitHub took all that was said to it. */
export async function close(shop: AttackShop): Promise<void> {
  const { violations } = shop.server.traffic;
  await shop.stop();
  expect(violations).toEqual([]);
}
