import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCheckRun, addStatus, addWorkflowRun } from "../../../sandbox/world/checks.ts";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import {
  addReview,
  followBranch,
  mergePull,
  openPull,
} from "../../../sandbox/world/pull-requests.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { type AttackShop, attackShop, close } from "./attack-shop.ts";

/** What others ran or approved is theirs only if they did, and of what is promoted. */
const CI = ".github/workflows/ci.yml";
const WORKFLOW = { [CI]: "on: push\n" };
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
roles: {leads: {users: [raj]}}
waivers: {approvers: [leads], max_days: 30}
gates:
  - id: tests
    rules: [{id: green, type: ci, check: tests, app: github-actions, workflow: ${CI}}]
`;
const WAIVERS = ".github/stage-gates/waivers.yml";

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY, WORKFLOW);
  await shop.repository.commit("main", { changes: WORKFLOW, message: "CI", author: AUTHOR });
});

afterAll(() => close(shop));

type Ran = Partial<Parameters<typeof addWorkflowRun>[2]>;

function ran({ headSha: head }: PullRequest, about: Ran = {}): void {
  addWorkflowRun(shop.world, shop.repository, {
    ...{ path: CI, event: "pull_request", head, branch: "main", actor: "ana", jobs: ["tests"] },
    ...about,
  });
}

describe("a check of the right name is not the one that is asked for", () => {
  test("but the workflow's own is", async () => {
    const pull = await shop.propose({});
    ran(pull);
    expect(await shop.judged(pull)).toBe("go");
  });

  test.each<{ name: string; code?: string; act(pull: PullRequest): void; changes?: object }>([
    { name: "not there", act: () => {} },
    {
      name: "a status set by a user",
      act({ headSha: head }) {
        const said = { head, state: "success", context: "tests", creator: "ana" } as const;
        addStatus(shop.world, shop.repository, said);
      },
    },
    {
      name: "another app's",
      act({ headSha: head }) {
        const { id: app } = shop.world.addApp("tester");
        addCheckRun(shop.world, shop.repository, { name: "tests", head, app });
      },
    },
    {
      name: "another workflow's",
      act: (pull) => ran(pull, { path: ".github/workflows/mine.yml" }),
    },
    {
      name: "of a workflow that the pull request changes",
      act: (pull) => ran(pull),
      changes: { [CI]: "on: push\njobs: {}\n" },
      code: "CI-WORKFLOW-CHANGED",
    },
    { name: "skipped", act: (pull) => ran(pull, { conclusion: "skipped" }), code: "CI-SKIPPED" },
    {
      name: "still running",
      act: (pull) => ran(pull, { status: "in_progress" }),
      code: "CI-RUNNING",
    },
    {
      name: "green beside a red one",
      act(pull) {
        ran(pull, { event: "push", conclusion: "failure" });
        ran(pull);
      },
      code: "CI-FAILED",
    },
    {
      name: "green, and the red one behind a hundred runs of nothing",
      act(pull) {
        ran(pull, { event: "push", conclusion: "failure" });
        for (let count = 0; count < 100; count += 1) ran(pull, { jobs: [] });
        ran(pull);
      },
      code: "CI-FAILED",
    },
    {
      name: "one of more than a hundred",
      act(pull) {
        const jobs = Array.from({ length: 101 }, (_, index) => `other-${index}`);
        ran(pull, { jobs: ["tests", ...jobs] });
      },
      code: "FACT-UNREADABLE",
    },
  ])("when it is $name", async ({ act, code = "CI-MISSING", changes = {} }) => {
    const pull = await shop.propose({ ...changes });
    act(pull);
    expect(await shop.judged(pull)).toBe(`no-go ${code}`);
    expect(shop.stateOf(pull)).toBe("failure");
  });
});

describe("the newest run on the default branch", () => {
  const NIGHTLY = ".github/workflows/nightly.yml";
  const policy = POLICY.replace(
    `workflow: ${CI}}]`,
    `workflow: ${CI}}, {id: nightly, type: ci, on: branch, app: github-actions, workflow: ${NIGHTLY}}]`,
  );
  const asked = async (text: string) => {
    const changes = { ".github/stage-gates.yml": text, [NIGHTLY]: "on: schedule\n" };
    await shop.repository.commit("main", { changes, message: "Nightly", author: AUTHOR });
  };
  const night = (head: string, about: Ran) =>
    addWorkflowRun(shop.world, shop.repository, {
      ...{ path: NIGHTLY, event: "schedule", head, branch: "main", actor: "ana" },
      ...about,
    });

  /** Pull requests of a fork, each from a branch of its own that is called `main` too. */
  function crowd(head: string, conclusion: string): void {
    for (let count = 0; count < 101; count += 1) {
      night(head, { event: "pull_request", actor: "eve", conclusion });
    }
  }

  test.each<{ name: string; conclusion: string; others: string; is: string }>([
    { name: "green stays green", conclusion: "success", others: "failure", is: "go" },
    { name: "red stays red", conclusion: "failure", others: "success", is: "no-go CI-FAILED" },
  ])("that is $name behind a hundred of a fork", async ({ conclusion, others, is }) => {
    await asked(policy);
    const tip = (await shop.repository.git.branch("main")) ?? "";
    night(tip, { conclusion });
    crowd(tip, others);
    const pull = await shop.propose({});
    ran(pull);
    expect(await shop.judged(pull)).toBe(is);
    await asked(POLICY);
  });

  test("is none where only somebody started it by hand", async () => {
    const other = ".github/workflows/by-hand.yml";
    await asked(policy.replace(NIGHTLY, other));
    const tip = (await shop.repository.git.branch("main")) ?? "";
    night(tip, { path: other, event: "workflow_dispatch" });
    const pull = await shop.propose({});
    ran(pull);
    expect(await shop.judged(pull)).toBe("no-go CI-MISSING");
    await asked(POLICY);
  });
});

describe("a waiver in the file", () => {
  const waiver = (number: number) =>
    `- {gate: tests, reason: the runners are down, until: 2026-10-20, approved_in: ${number}}\n`;

  /** Merges a pull request of ana's to main that brings a waiver, approved in the middle. */
  async function waived(approve: (pull: PullRequest) => void, more: string): Promise<void> {
    const { world, repository } = shop;
    const branch = `waive-${repository.nextNumber()}`;
    await repository.git.setRef(`refs/heads/${branch}`, await repository.git.branch("main"));
    const text = waiver(repository.nextNumber());
    const commit = (said: string) => {
      const changes = { [WAIVERS]: said, "src/d.txt": said };
      return repository.commit(branch, { changes, message: "Waive", author: AUTHOR });
    };
    await commit(more === "" ? text : "[]\n");
    const about = { author: "ana", title: "Waive", body: null, base: "main", head: branch };
    const pull = await openPull(world, repository, about);
    approve(pull);
    if (more !== "") {
      await commit(text);
      await followBranch(world, repository, branch, "ana");
    }
    await mergePull(world, repository, pull, { login: "ana" });
  }

  const by = (author: string) => (pull: PullRequest) =>
    void addReview(shop.world, shop.repository, pull, { author, state: "APPROVED" });

  test.each<{ name: string; approve(pull: PullRequest): void; more?: string; is: RegExp }>([
    { name: "that an approver approved holds", approve: by("raj"), is: /^conditional-go/ },
    { name: "that nobody approved is none", approve: () => {}, is: /^no-go .*WAIVER-/ },
    { name: "that an outsider approved is none", approve: by("eve"), is: /^no-go .*WAIVER-/ },
    {
      name: "that came once the approver had approved is none",
      approve: by("raj"),
      more: "later",
      is: /^no-go .*WAIVER-/,
    },
  ])("$name", async ({ approve, more = "", is }) => {
    await waived(approve, more);
    expect(await shop.judged(await shop.propose({}))).toMatch(is);
  });
});
