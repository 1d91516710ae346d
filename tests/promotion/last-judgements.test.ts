import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCheckRun } from "../../sandbox/world/checks.ts";
import { editComment } from "../../sandbox/world/issue-changes.ts";
import {
  addReview,
  dismissReview,
  followBranch,
  openPull,
} from "../../sandbox/world/pull-requests.ts";
import { setDraft } from "../../sandbox/world/reviews.ts";
import { LastJudgements } from "../../src/promotion/last-judgements.ts";
import { promote } from "../../src/promotion/promote.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { type PromotedShop, promotedShop } from "./promote-shop.ts";

const MINUTE = 60_000;
const POLICY_FILE = ".github/stage-gates.yml";
const OTHER = { author: "ana", title: "Another", body: null, head: "other" };

const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [raj, ana]}}
waivers: {approvers: [leads], max_days: 30}
gates:
  - id: runbook
    rules:
      - {id: there, type: document, path: docs/runbook.md, issue: runbook}
      - {id: recent, type: document, path: docs/drill.md}
  - id: agreed
    rules: [{id: leads, type: sign-off, roles: [leads]}]
`;

let shop: PromotedShop;
const last = new LastJudgements();

const look = () => promote(1, { ...shop.promoting, last });
const stateNow = async () => (await look()).outcome.state;

/** Until nothing is left to write, and that is known. */
async function settle(): Promise<void> {
  for (let looks = 0; looks < 4; looks += 1) {
    if ((await stateNow()) === "unchanged") return;
  }
  throw new Error("each look finds something to write");
}

const here = () => [shop.world, shop.repository, shop.pull] as const;
const run = () => must(shop.runs().at(-1));
const approve = () => addReview(...here(), { author: "raj", state: "APPROVED" });
const issue = () => must(shop.issues()[0]);
const review = () => must(shop.pull.reviews[0]);
const ours = () => must(shop.comments()[0]).body;
const BEFORE = () => must(before);
let before: string | undefined;

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("there is none");
  return value;
}

async function commit(branch: string, changes: Readonly<Record<string, string | null>>) {
  const { world, repository } = shop;
  await repository.commit(branch, { changes, message: "Change", author: AUTHOR });
  await followBranch(world, repository, branch, "ana");
}

function edited(by: string, body: string): void {
  const comment = must(shop.pull.comments.find(({ author }) => author === by));
  editComment(...here(), { comment, body, by });
}

beforeAll(async () => {
  shop = await promotedShop(
    { [POLICY_FILE]: POLICY, "docs/drill.md": "We switched it off and on.\n" },
    "app",
  );
  before = shop.pull.headSha;
});

afterAll(() => stopBlameless(shop));

test("what GitHub shows unchanged takes two reads, and is not judged again", async () => {
  await settle();
  const before = shop.server.traffic.exchanges.length;
  const { outcome, applied } = await look();
  expect(outcome).toMatchObject({ state: "unchanged", verdict: { decision: "no-go" } });
  expect(applied).toEqual([]);
  const asked = shop.server.traffic.exchanges.slice(before).map(({ operation }) => operation);
  expect(asked).toEqual(["graphql", "graphql"]);
});

describe("judged again is what changed in any way:", () => {
  test.each<{ what: string; change(): unknown }>([
    { what: "a push", change: () => commit("main", { "a.txt": "a\n" }) },
    { what: "a push to the branch it goes into", change: () => commit("production", { b: "b\n" }) },
    {
      what: "the policy",
      change: () => commit("main", { [POLICY_FILE]: POLICY.replace("30", "20") }),
    },
    { what: "a comment", change: () => shop.say("raj", "I see.") },
    { what: "a comment that was edited", change: () => edited("raj", "I do not.") },
    { what: "our comment", change: () => edited("stage-gates[bot]", `${ours()}?`) },
    { what: "a review", change: () => approve() },
    {
      what: "a review that was dismissed",
      change: () => dismissReview(...here(), { review: review(), by: "ana" }),
    },
    {
      what: "our check run, by a newer one that passes",
      change: () => {
        const { suite: _, ...same } = run();
        addCheckRun(shop.world, shop.repository, { ...same, conclusion: "success" });
      },
    },
    {
      what: "our check run, in its conclusion alone",
      change: () => Object.assign(run(), { conclusion: "success" }),
    },
    {
      what: "our check run, in its mark alone",
      change: () => Object.assign(run(), { externalId: "none" }),
    },
    {
      what: "an issue of ours",
      change: () => Object.assign(issue(), { body: `${issue().body}!` }),
    },
    { what: "its title", change: () => Object.assign(shop.pull, { title: "Another" }) },
    { what: "that it is a draft", change: () => setDraft(...here(), { draft: true, by: "ana" }) },
    { what: "one more review", change: () => approve() },
    {
      what: "what the reviewer may do",
      change: () => shop.repository.collaborators.set("raj", "read"),
    },
    {
      what: "another pull request into the branch",
      change: async () => {
        await shop.repository.git.setRef("refs/heads/other", BEFORE());
        await openPull(shop.world, shop.repository, { ...OTHER, base: "production" });
      },
    },
  ])("$what", async ({ change }) => {
    await settle();
    await change();
    expect(await stateNow()).toBe("judged");
  });

  test("and what was forged is put right", async () => {
    await settle();
    Object.assign(run(), { conclusion: "success" });
    await look();
    expect(run().conclusion).toBe("failure");
  });
});

describe("judged again is what is as it was", () => {
  test("where time has gone by", async () => {
    await settle();
    shop.world.now += 10 * MINUTE;
    expect(await stateNow()).toBe("judged");
  });

  test("where something could not be read", async () => {
    await settle();
    approve();
    const fault = { kind: "answer", status: 403, body: { message: "no" } } as const;
    shop.server.faults.plan({
      fault,
      times: 9,
      matches: ({ url }) => /permission$/.test(url ?? ""),
    });
    for (let looks = 0; looks < 3; looks += 1) expect(await stateNow()).toBe("judged");
    shop.server.faults.clear();
  });

  test("where another asks to promote the same commit: it may have changed", async () => {
    await settle();
    await shop.repository.git.setRef("refs/heads/same", shop.pull.headSha);
    await openPull(shop.world, shop.repository, { ...OTHER, head: "same", base: "production" });
    for (let looks = 0; looks < 3; looks += 1) expect(await stateNow()).toBe("judged");
  });
});
