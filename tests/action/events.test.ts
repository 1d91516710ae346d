import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { openIssue } from "../../sandbox/world/issue-changes.ts";
import { makeMergeGroup } from "../../sandbox/world/merge-groups.ts";
import { addReview, openPull } from "../../sandbox/world/pull-requests.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import { CONTEXT } from "../promotion/promote-shop.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { type StepShop, stepShop } from "./step-shop.ts";

/** One shop for all: each test brings a head of its own, which nobody has judged. */
let shop: StepShop;

beforeAll(async () => {
  shop = await stepShop();
});

afterAll(() => stopBlameless(shop));

/** What of ours a commit carries. */
const statusOf = (sha: string) =>
  shop.repository.statusesOf(sha).findLast(({ context }) => context === CONTEXT)?.state;

type Told = Pick<WorldEvent, "name"> & Partial<WorldEvent>;

const pull = (action: string): Told => ({ name: "pull_request", action });

const comment = (action: string) => (): Told => ({
  ...{ name: "issue_comment", action },
  details: { comment: shop.say("raj", "/gate recheck") },
});

function review(): Told {
  const { world, repository } = shop;
  const said = { author: "raj", state: "APPROVED" } as const;
  const given = addReview(world, repository, shop.pull, said);
  return { name: "pull_request_review", action: "submitted", details: { review: given } };
}

const push = (): Told => ({
  ...{ name: "push", subject: "refs/heads/main" },
  details: { push: { before: null, after: shop.pull.headSha } },
});

const dispatch = (inputs: Readonly<Record<string, string>>): Told => ({
  ...{ name: "workflow_dispatch", subject: "refs/heads/main" },
  details: { inputs },
});

describe("T81: the head that nobody has judged is judged on", () => {
  test.each<{ event: string; when: string; told: () => Told }>([
    ...["opened", "reopened", "synchronize", "edited", "ready_for_review", "labeled"].map(
      (when) => ({ event: "pull_request_target", when, told: () => pull(when) }),
    ),
    { event: "pull_request", when: "opened", told: () => pull("opened") },
    { event: "pull_request_review", when: "submitted", told: review },
    ...["created", "edited", "deleted"].map((when) => ({
      ...{ event: "issue_comment", when },
      told: comment(when),
    })),
    { event: "push", when: "to the default branch", told: push },
    {
      ...{ event: "schedule", when: "it is time" },
      told: () => ({ name: "schedule", subject: "7 * * * *" }),
    },
    { event: "workflow_dispatch", when: "for all", told: () => dispatch({}) },
    { event: "workflow_dispatch", when: "for one", told: () => dispatch({ pr: "1" }) },
  ])("$event, $when", async ({ event, told }) => {
    await shop.push(`src/${shop.pull.headSha}.txt`);
    const payload = await shop.payload(told());
    expect(shop.status()).toBeUndefined();
    const { code, outputs, log } = await shop.step({ event, payload });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(shop.status()).toMatchObject({ state: "failure" });
    expect(outputs.decision).toBe("no-go");
  });

  test("merge_group, checks_requested: the group's commit gets it", async () => {
    const { world, repository } = shop;
    const group = await makeMergeGroup(world, repository, { pulls: [1], by: "raj" });
    const told = { name: "merge_group", action: "checks_requested", details: { group } };
    const payload = await shop.payload({ ...told, subject: group.headSha });
    const { code, log } = await shop.step({ event: "merge_group", payload });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(statusOf(group.headSha)).toBe("failure");
  });

  test("issue_comment that asks for help: the answer is not told as the comment", async () => {
    await shop.step();
    const details = { comment: shop.say("raj", "/gate help") };
    const told = { name: "issue_comment", action: "created", details };
    const payload = await shop.payload(told);
    const { outputs } = await shop.step({ event: "issue_comment", payload });
    expect(shop.pull.comments.at(-1)?.body).toContain("`/gate recheck`");
    expect(outputs["comment-url"]).toBe("");
  });

  test("issue_comment on an issue: nothing is asked of GitHub", async () => {
    const { world, repository, server } = shop;
    const issue = openIssue(world, repository, { author: "eve", title: "Hello", body: null });
    const told = { ...comment("created")(), subject: issue.number };
    const asked = server.traffic.exchanges.length;
    const { code, log } = await shop.step({
      ...{ event: "issue_comment", payload: await shop.payload(told) },
    });
    expect({ code, asked: server.traffic.exchanges.length }).toEqual({ code: 0, asked });
    expect(log).toContain("the comment is on an issue");
  });

  test("an event that is about no promotion: the run fails, and names those that are", async () => {
    const { code, log } = await shop.step({ event: "gollum", payload: {} });
    expect(code).toBe(1);
    expect(log).toMatch(/^::error::the event `gollum` .*pull_request_target/m);
  });
});

/** From a fork of eve's, which nobody here can push to. */
async function forkedPull(): Promise<PullRequest> {
  const { world, repository } = shop;
  const fork =
    world.find("eve/shop") ?? (await world.addRepository("eve/shop", { parent: "acme/shop" }));
  const tip = (await repository.git.branch("production")) ?? "";
  await fork.git.fetchFrom(repository.git, tip);
  const branch = `offer-${repository.pulls().length}`;
  await fork.git.setRef(`refs/heads/${branch}`, tip);
  const said = { changes: { "offer.md": branch }, message: "Offer", author: AUTHOR };
  await fork.commit(branch, said);
  const offer = { author: "eve", title: "Offer", body: null };
  return openPull(world, repository, { ...offer, base: "production", head: `eve:${branch}` });
}

describe("T82: a pull request of a fork", () => {
  const READ_ONLY = { "pull-requests": "read", issues: "read", statuses: "read" } as const;

  test("is judged on pull_request_target, and opens no issues", async () => {
    const { number, headSha, comments } = await forkedPull();
    const payload = { action: "opened", pull_request: { number } };
    const issues = shop.issues().length;
    const { code, log } = await shop.step({ payload });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(statusOf(headSha)).toBe("failure");
    expect(comments).toHaveLength(1);
    expect(shop.issues()).toHaveLength(issues);
  });

  test.each(["pull_request", "pull_request_review"])(
    "on %s has a token that only reads: the run fails, and says which event helps",
    async (event) => {
      const { number, headSha } = await forkedPull();
      const payload = { action: "opened", pull_request: { number } };
      const token = shop.token(READ_ONLY);
      const { code, log } = await shop.step({ event, payload, inputs: { token } });
      expect(code).toBe(1);
      expect(statusOf(headSha)).toBeUndefined();
      expect(log).toMatch(/^::error::the status could not be written: .*`pull_request_target`/m);
    },
  );

  test("is seen by the sweep", async () => {
    const { headSha } = await forkedPull();
    await shop.step({ event: "schedule", payload: { schedule: "7 * * * *" } });
    expect(statusOf(headSha)).toBe("failure");
  });
});

test("T83: a pull request made with GITHUB_TOKEN, which starts no run, is judged by the sweep", async () => {
  const { world, repository } = shop;
  await repository.git.setRef("refs/heads/promote", shop.pull.headSha);
  const said = { changes: { "promoted.txt": "yes\n" }, message: "Promote", author: AUTHOR };
  await repository.commit("promote", said);
  const made = { author: "github-actions[bot]", title: "Promote", body: null };
  const { headSha, comments } = await openPull(world, repository, {
    ...{ ...made, base: "production", head: "promote" },
  });
  const payload = await shop.payload({ name: "schedule", subject: "7 * * * *" });
  const { code, log } = await shop.step({ event: "schedule", payload });
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(statusOf(headSha)).toBe("failure");
  expect(comments).toHaveLength(1);
});

test("T84: a pull request in conflict is judged by its head", async () => {
  const conflict = await stepShop({
    "src/a.txt": "ours\n",
    "docs/runbook.md": "# Do this\n\nNow.\n",
  });
  const { repository, server } = conflict;
  const said = { changes: { "src/a.txt": "theirs\n" }, message: "Theirs", author: AUTHOR };
  await repository.commit("production", said);
  const { code, outputs, log } = await conflict.step();
  const [state, violations] = [conflict.status()?.state, server.traffic.violations];
  await conflict.stop();
  expect({ code, log, violations }).toMatchObject({ code: 0, violations: [] });
  expect([outputs.decision, state]).toEqual(["go", "success"]);
});

describe("T90: a run by hand for", () => {
  const run = async (pr: string) =>
    shop.step({ event: "workflow_dispatch", payload: await shop.payload(dispatch({ pr })) });

  test("a pull request into a branch of no stage says so, and writes nothing", async () => {
    const { world, repository, server } = shop;
    await repository.git.setRef("refs/heads/next", shop.pull.headSha);
    await repository.git.setRef("refs/heads/work", shop.pull.headSha);
    const said = { changes: { "work.txt": "x\n" }, message: "Work", author: AUTHOR };
    await repository.commit("work", said);
    const about = { author: "ana", title: "Work", body: null, base: "next", head: "work" };
    const { number, headSha } = await openPull(world, repository, about);
    server.traffic.clear();
    const { code, outputs, log } = await run(String(number));
    expect({ code, decision: outputs.decision }).toEqual({ code: 0, decision: "" });
    expect(log).toContain(`#${number}: no stage owns the branch "next", nothing to do`);
    expect(server.traffic.writes).toEqual([]);
    expect(statusOf(headSha)).toBeUndefined();
  });

  test("one that is closed says so", async () => {
    const { number } = await forkedPull();
    shop.repository.pull(number).state = "closed";
    const { code, log } = await run(String(number));
    expect(code).toBe(0);
    expect(log).toContain(`#${number}: is closed, nothing to do`);
  });

  test.each([
    { pr: "99", says: "#99 could not be judged: there is no pull request #99 here" },
    { pr: "9999999999", says: "`9999999999` is no number" },
    { pr: "0", says: "`0` is no number of a pull request; give one such as `12`" },
    { pr: "-1", says: "`-1` is no number" },
    { pr: "1.5", says: "`1.5` is no number" },
    { pr: "main", says: "`main` is no number" },
    { pr: "1\n::set-output name=decision::go", says: "is no number" },
    { pr: "1 or 1", says: "`1 or 1` is no number" },
  ])("$pr fails: $says", async ({ pr, says }) => {
    const { code, log, outputs } = await run(pr);
    expect(code).toBe(1);
    expect(log).toContain(says);
    expect(log).not.toMatch(/^::(?!error::|add-mask::)/m);
    expect(outputs.decision ?? "").toBe("");
  });

  test.each([{ pr: "#1" }, { pr: " 1 " }])("$pr is judged", async ({ pr }) => {
    await shop.push(`src/${shop.pull.headSha}.txt`);
    expect((await run(pr)).code).toBe(0);
    expect(shop.status()).toMatchObject({ state: "failure" });
  });
});
