import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import {
  addComment,
  changeIssue,
  editComment,
  openIssue,
} from "../../sandbox/world/issue-changes.ts";
import { mergePull, openPull, retargetPull } from "../../sandbox/world/pull-requests.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import {
  AUTHOR,
  client,
  inShop,
  query,
  type Started,
  startSandbox,
  stopBlameless,
} from "./start-sandbox.ts";

let sandbox: Started;
let ana: ReturnType<typeof client>;
let pull: PullRequest;
let told: WorldEvent[];
const REPO = "/repos/acme/shop";

beforeEach(async () => {
  sandbox = await startSandbox();
  const { server, world, repository } = sandbox;
  ana = client(server, world.userToken("ana"));
  const said = { author: "ana", title: "Release", body: "go", base: "production", head: "main" };
  pull = await openPull(world, repository, said);
  told = [];
  world.onEvent((event) => told.push(event));
});

afterEach(() => stopBlameless(sandbox));

const events = () => told.map(({ name, action, sender }) => `${name}.${action} by ${sender}`);

describe("a comment", () => {
  const COMMENTS = `pullRequest(number: 1) { comments(first: 9) { nodes {
    body editor { login } lastEditedAt includesCreatedEdit isMinimized updatedAt
    userContentEdits(first: 9) { nodes { diff editor { login } } }
    reactionGroups { content viewerHasReacted reactors(first: 1) { totalCount } } } } }`;

  const comments = async (token?: string) =>
    (await query(sandbox, inShop(COMMENTS), {}, token)).data.repository.pullRequest.comments.nodes;

  test("says who changed it, when, and what it said before", async () => {
    const { world, repository } = sandbox;
    const comment = addComment(world, repository, pull, { author: "ana", body: "/waive a" });
    expect(await comments()).toMatchObject([{ editor: null, lastEditedAt: null }]);
    editComment(world, repository, pull, { comment, body: "/waive b", by: "raj" });
    const [found] = await comments();
    expect(found).toMatchObject({ editor: { login: "raj" }, includesCreatedEdit: true });
    expect(found.lastEditedAt).toBe(found.updatedAt);
    expect(found.userContentEdits.nodes).toEqual([
      { diff: "/waive b", editor: { login: "raj" } },
      { diff: "/waive a", editor: { login: "ana" } },
    ]);
    expect(told.at(-1)?.details?.changes).toEqual({ body: { from: "/waive a" } });
  });

  test("is hidden and shown by who may write, or by who wrote it", async () => {
    const { world, repository } = sandbox;
    const { id } = addComment(world, repository, pull, { author: "ana", body: "b" });
    const subjectId = Buffer.from(`IssueComment:${id}`).toString("base64url");
    const hide = `mutation($id: ID!) { minimizeComment(input: {subjectId: $id,
      classifier: OUTDATED}) { minimizedComment { isMinimized minimizedReason } } }`;
    const show = `mutation($id: ID!) { unminimizeComment(input: {subjectId: $id}) {
      unminimizedComment { isMinimized } } }`;
    const eve = await query(sandbox, hide, { id: subjectId }, world.userToken("eve"));
    expect(eve.errors).toMatchObject([{ type: "FORBIDDEN" }]);
    const { data } = await query(sandbox, hide, { id: subjectId }, world.userToken("raj"));
    const hidden = { isMinimized: true, minimizedReason: "outdated" };
    expect(data.minimizeComment.minimizedComment).toEqual(hidden);
    const shown = await query(sandbox, show, { id: subjectId });
    expect(shown.data.unminimizeComment.unminimizedComment).toEqual({ isMinimized: false });
  });

  test("is reacted to once by each with each", async () => {
    const { world, repository } = sandbox;
    const { id } = addComment(world, repository, pull, { author: "eve", body: "b" });
    const path = `${REPO}/issues/comments/${id}/reactions`;
    const made = await ana(`POST ${path}`, { content: "+1" });
    const again = await ana(`POST ${path}`, { content: "+1" });
    expect([made.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(made.body.id);
    const workflow = world.workflowToken("acme/shop", { issues: "write" });
    await client(sandbox.server, workflow)(`POST ${path}`, { content: "rocket" });
    const seen = async (token: string) =>
      (await comments(token))[0].reactionGroups
        .filter((group: { viewerHasReacted: boolean }) => group.viewerHasReacted)
        .map(({ content }: { content: string }) => content);
    expect(await seen(world.userToken("ana"))).toEqual(["THUMBS_UP"]);
    expect(await seen(workflow)).toEqual(["ROCKET"]);
    expect((await comments())[0].reactionGroups).toHaveLength(8);
    const list = await ana(`GET ${path}?content=%2B1`);
    expect(list.body).toMatchObject([{ content: "+1", user: { login: "ana" } }]);
    expect((await ana(`DELETE ${path}/${made.body.id}`)).status).toBe(204);
    expect(await seen(world.userToken("ana"))).toEqual([]);
  });

  test.each([
    { who: "nobody", token: () => null, status: 401 },
    {
      who: "a workflow that may only read",
      token: () => sandbox.world.workflowToken("acme/shop", { issues: "read" }),
      status: 403,
    },
    {
      who: "a workflow that may write pull requests",
      token: () => sandbox.world.workflowToken("acme/shop", { pull_requests: "write" }),
      status: 201,
    },
    { who: "a stranger", token: () => sandbox.world.userToken("eve"), status: 201 },
  ])("$who reacts: $status", async ({ token, status }) => {
    const { world, repository, server } = sandbox;
    const { id } = addComment(world, repository, pull, { author: "ana", body: "b" });
    const ask = client(server, token());
    const answer = await ask(`POST ${REPO}/issues/comments/${id}/reactions`, { content: "eyes" });
    expect(answer.status).toBe(status);
  });
});

describe("turned to another base", () => {
  beforeEach(async () => {
    const { repository } = sandbox;
    const production = (await repository.git.branch("production")) ?? "";
    await repository.git.setRef("refs/heads/staging", production);
  });

  const TIMELINE = `pullRequest(number: 1) { baseRefName
    timelineItems(first: 9, itemTypes: [BASE_REF_CHANGED_EVENT]) { totalCount nodes {
      ... on BaseRefChangedEvent { previousRefName currentRefName createdAt actor { login } } } } }`;

  test("a pull request says from where, and by whom", async () => {
    const { body, status } = await ana(`PATCH ${REPO}/pulls/1`, { base: "staging" });
    expect([status, body.base.ref]).toEqual([200, "staging"]);
    const { data } = await query(sandbox, inShop(TIMELINE));
    expect(data.repository.pullRequest).toMatchObject({
      baseRefName: "staging",
      timelineItems: {
        totalCount: 1,
        nodes: [
          { previousRefName: "production", currentRefName: "staging", actor: { login: "ana" } },
        ],
      },
    });
    expect(events()).toEqual(["pull_request.edited by ana"]);
    expect(told[0]?.details?.changes).toMatchObject({ base: { ref: { from: "production" } } });
  });

  test.each([
    { what: "a branch there is not", base: "nowhere", by: "ana", status: 422 },
    { what: "a stranger's wish", base: "staging", by: "eve", status: 403 },
  ])("$what changes nothing", async ({ base, by, status }) => {
    const ask = client(sandbox.server, sandbox.world.userToken(by));
    expect((await ask(`PATCH ${REPO}/pulls/1`, { base })).status).toBe(status);
    expect(pull.base).toBe("production");
    expect(events()).toEqual([]);
  });

  test("a closed pull request stays where it was", async () => {
    const { world, repository } = sandbox;
    changeIssue(world, repository, pull, { state: "closed" }, "ana");
    const said = { base: "staging", by: "ana" };
    await expect(retargetPull(world, repository, pull, said)).rejects.toThrow("Validation Failed");
  });
});

test("commits know the pull requests that bring them", async () => {
  const { repository, world } = sandbox;
  const ASSOCIATED = `main: object(expression: "main") { ...pulls }
    production: object(expression: "production") { ...pulls } }
  } fragment pulls on Commit { associatedPullRequests(first: 9) { nodes { number state } }`;
  const numbers = async () => {
    const { data } = await query(sandbox, inShop(ASSOCIATED).replace(/ \} \}$/, "}"));
    const { main, production } = data.repository;
    return [main, production].map((one) => one.associatedPullRequests.nodes);
  };
  // `main` is the default branch: its commits are in, however they came.
  expect(await numbers()).toEqual([[], []]);
  repository.defaultBranch = "production";
  expect(await numbers()).toEqual([[{ number: 1, state: "OPEN" }], []]);
  const sha = await mergePull(world, repository, pull, { login: "raj" });
  const merged = [{ number: 1, state: "MERGED" }];
  expect(await numbers()).toEqual([merged, merged]);
  const { body } = await ana(`GET ${REPO}/commits/${sha}/pulls`);
  expect(body).toMatchObject([{ number: 1, state: "closed" }]);
});

describe("issues a pull request closes", () => {
  test.each([
    { body: "Closes #2", base: "main", closed: [2] },
    { body: "fixes: acme/shop#2, resolved #3", base: "main", closed: [2, 3] },
    { body: "see #2, closes other/shop#3", base: "main", closed: [] },
    { body: "Closes #2", base: "production", closed: [] },
  ])("$body into $base", async ({ body, base, closed }) => {
    const { world, repository } = sandbox;
    for (const title of ["one", "two"]) {
      openIssue(world, repository, { author: "eve", title, body: null });
    }
    const first = (await repository.git.branch(base)) ?? "";
    await repository.git.setRef("refs/heads/topic", first);
    const changes = { "t.md": "t" };
    await repository.commit("topic", { changes, message: "t", author: AUTHOR });
    const said = { author: "ana", title: "Topic", body, base, head: "topic" };
    const topic = await openPull(world, repository, said);
    const { data } = await query(
      sandbox,
      inShop(`pullRequest(number: 4) {
        closingIssuesReferences(first: 9) { nodes { number state } } }`),
    );
    const found = data.repository.pullRequest.closingIssuesReferences.nodes;
    expect(found.map(({ number }: { number: number }) => number)).toEqual(closed);
    await mergePull(world, repository, topic, { login: "raj" });
    const now = [2, 3].filter((number) => repository.issue(number).state === "closed");
    expect(now).toEqual(closed);
  });
});

test("labels that are set tell what came and what went", async () => {
  await ana(`POST ${REPO}/issues/1/labels`, { labels: ["go", "risky"] });
  const { body } = await ana(`PUT ${REPO}/issues/1/labels`, { labels: ["go", "calm"] });
  expect(body.map(({ name }: { name: string }) => name)).toEqual(["go", "calm"]);
  expect(told.map(({ action, details }) => `${action} ${details?.label?.name}`)).toEqual([
    "labeled go",
    "labeled risky",
    "unlabeled risky",
    "labeled calm",
  ]);
  const eve = client(sandbox.server, sandbox.world.userToken("eve"));
  expect((await eve(`DELETE ${REPO}/issues/1/labels/go`)).status).toBe(403);
});

describe("issues are listed", () => {
  beforeEach(() => {
    const { world, repository } = sandbox;
    const bot = "github-actions[bot]";
    openIssue(world, repository, { author: bot, title: "a", body: null, labels: ["gates"] });
    openIssue(world, repository, { author: "eve", title: "b", body: null, labels: ["gates"] });
    const issue = openIssue(world, repository, { author: bot, title: "c", body: null });
    changeIssue(world, repository, issue, { state: "closed" }, "ana");
  });

  test.each([
    { by: "creator=github-actions[bot]&state=all", titles: ["c", "a"] },
    { by: "creator=github-actions%5Bbot%5D&labels=gates", titles: ["a"] },
    { by: "labels=gates&sort=created&direction=asc", titles: ["a", "b"] },
    { by: "labels=gates,go", titles: [] },
    { by: "creator=Eve", titles: ["b"] },
    { by: "since=2100-01-01T00:00:00Z&state=all", titles: [] },
  ])("by $by", async ({ by, titles }) => {
    const { body } = await ana(`GET ${REPO}/issues?${by}`);
    expect(body.map(({ title }: { title: string }) => title)).toEqual(titles);
  });
});
