import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { addComment, deleteComment } from "../../../sandbox/world/issue-changes.ts";
import { addReview, dismissReview, retargetPull } from "../../../sandbox/world/pull-requests.ts";
import { addReaction } from "../../../sandbox/world/reactions.ts";
import { attempt } from "../../../src/promotion/promote-all.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { type AttackShop, attackShop, close } from "./attack-shop.ts";

/**
 * GitHub answers in part when it is in a hurry: 200, with errors beside the data and nothing where
 * they happened. What is not there was not said by nobody. Each of these would pass without what is
 * left out.
 */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [raj, ana, max]}}
waivers: {approvers: [leads], max_days: 30}
gates:
  - id: approval
    rules: [{id: leads, type: sign-off, roles: [leads]}]
  - id: runbook
    rules: [{id: there, type: document, path: docs/runbook.md}]
`;

const RUNBOOK = "docs/runbook.md";
const WAIVE =
  "/gate waive runbook/there --until 2026-10-20 --codes FILE-MISSING --reason 'it is new'";

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY, { [RUNBOOK]: "# Runbook\n\nCall raj.\n" });
  const { world, repository } = shop;
  world.addUser("max");
  repository.collaborators.set("max", "write");
  await repository.git.setRef("refs/heads/limited", await repository.git.branch("production"));
});

afterAll(() => close(shop));

const say = (pull: PullRequest, author: string, body: string) =>
  addComment(shop.world, shop.repository, pull, { author, body });
const review = (pull: PullRequest, author: string, state: "APPROVED" | "CHANGES_REQUESTED") =>
  addReview(shop.world, shop.repository, pull, { author, state });

async function approved(changes = {}, about = {}): Promise<PullRequest> {
  const pull = await shop.propose(changes, about);
  review(pull, "max", "APPROVED");
  return pull;
}

const STORIES = {
  async "approved by its author alone"() {
    const pull = await shop.propose({});
    say(pull, "ana", `/gate sign-off leads ${pull.headSha}`);
    return pull;
  },
  async "approved, and objected to"() {
    const pull = await approved();
    review(pull, "raj", "CHANGES_REQUESTED");
    return pull;
  },
  async "approved, and an objection dismissed"() {
    const pull = await approved();
    const objection = review(pull, "raj", "CHANGES_REQUESTED");
    dismissReview(shop.world, shop.repository, pull, { review: objection, by: "ana" });
    return pull;
  },
  async "waived, and taken back"() {
    const pull = await approved({ [RUNBOOK]: null });
    say(pull, "raj", WAIVE);
    say(pull, "max", "/gate unwaive runbook");
    return pull;
  },
  async "waived, taken back, and the words for it deleted"() {
    const pull = await approved({ [RUNBOOK]: null });
    const waive = say(pull, "raj", WAIVE);
    const comment = say(pull, "max", "/gate unwaive runbook");
    addReaction(shop.world, waive, { author: "github-actions[bot]", content: "-1" });
    deleteComment(shop.world, shop.repository, pull, { comment, by: "ana" });
    return pull;
  },
  async "waived for another branch"() {
    const pull = await approved({ [RUNBOOK]: null }, { base: "limited" });
    say(pull, "raj", WAIVE);
    await retargetPull(shop.world, shop.repository, pull, { base: "production", by: "ana" });
    return pull;
  },
  async "there on its head, and not as it would land"() {
    const before = await shop.repository.git.branch("production");
    const pull = await approved();
    const changes = { [RUNBOOK]: null };
    await shop.repository.commit("production", { changes, message: "Drop", author: AUTHOR });
    afterwards = () => shop.repository.git.setRef("refs/heads/production", before);
    return pull;
  },
} as const satisfies Record<string, () => Promise<PullRequest>>;

let afterwards = async (): Promise<unknown> => undefined;

describe("a promotion that does not pass, passes no more where GitHub leaves something out:", () => {
  test.each<{ story: keyof typeof STORIES; without: readonly (string | number)[] }>([
    { story: "approved by its author alone", without: ["author"] },
    { story: "approved, and objected to", without: ["reviews"] },
    { story: "approved, and objected to", without: ["reviews", "nodes", 1] },
    { story: "approved, and objected to", without: ["reviews", "nodes", 1, "author"] },
    { story: "approved, and an objection dismissed", without: ["dismissals"] },
    {
      story: "approved, and an objection dismissed",
      without: ["dismissals", "nodes", 0, "review"],
    },
    { story: "waived, and taken back", without: ["comments"] },
    { story: "waived, and taken back", without: ["comments", "nodes", 1] },
    { story: "waived, and taken back", without: ["comments", "nodes", 1, "author"] },
    {
      story: "waived, taken back, and the words for it deleted",
      without: ["comments", "nodes", 0, "reactionGroups"],
    },
    { story: "waived for another branch", without: ["retargets"] },
    {
      story: "there on its head, and not as it would land",
      without: ["potentialMergeCommit"],
    },
  ])("$story, without $without", async ({ story, without }) => {
    const pull = await STORIES[story]();
    const errors = [
      { type: "SERVICE_UNAVAILABLE", message: "later", path: ["repository", "a5", ...without] },
    ];
    shop.server.faults.plan({ fault: { kind: "partial", errors } });
    await attempt(pull.number, shop.promoting);
    expect(shop.stateOf(pull)).not.toBe("success");
    // As it is when GitHub is at leisure.
    expect(await shop.judged(pull)).toMatch(/^no-go/);
    await afterwards();
  });
});

describe("a waiver for another branch stays behind", () => {
  test("also behind a hundred dismissed reviews", async () => {
    const pull = await STORIES["waived for another branch"]();
    for (let count = 0; count < 101; count += 1) {
      const said = review(pull, "raj", "APPROVED");
      dismissReview(shop.world, shop.repository, pull, { review: said, by: "ana" });
    }
    review(pull, "raj", "APPROVED");
    expect(await shop.judged(pull)).toMatch(/^no-go .*COMMAND-LAPSED/);
    expect(shop.stateOf(pull)).toBe("failure");
  });

  test("also where GitHub turned it, since that branch was merged and deleted", async () => {
    const pull = await approved({ [RUNBOOK]: null }, { base: "limited" });
    say(pull, "raj", WAIVE);
    const turned = { base: "production", by: "ana", isAutomatic: true };
    await retargetPull(shop.world, shop.repository, pull, turned);
    expect(await shop.judged(pull)).toMatch(/^no-go .*COMMAND-LAPSED/);
  });
});
