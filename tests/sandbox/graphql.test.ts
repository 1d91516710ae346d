import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addComment, openIssue } from "../../sandbox/world/issue-changes.ts";
import { potentialMerge } from "../../sandbox/world/mergeability.ts";
import { addReview, openPull } from "../../sandbox/world/pull-requests.ts";
import { AUTHOR, inShop, query, type Started, startSandbox } from "./start-sandbox.ts";

let sandbox: Started;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.stop());

const ask = (text: string, variables: object = {}, token?: string) =>
  query(sandbox, text, variables, token);

async function promotion() {
  const { world, repository } = sandbox;
  const said = { author: "ana", title: "Release", body: "go", base: "production", head: "main" };
  return openPull(world, repository, said);
}

describe("files", () => {
  test.each([
    { expression: "main:README.md", text: "# Shop\n" },
    { expression: "HEAD:src/b.txt", text: "b\n" },
    { expression: "production:src/b.txt", text: undefined },
    { expression: "nowhere:README.md", text: undefined },
  ])("$expression", async ({ expression, text }) => {
    const query = `query($at: String!) { repository(owner: "acme", name: "shop") {
      object(expression: $at) { __typename ... on Blob { text byteSize isBinary isTruncated } } } }`;
    const { data } = await ask(query, { at: expression });
    expect(data.repository.object?.text).toBe(text);
  });

  test("a folder, and what a path is there", async () => {
    const { data } = await ask(
      inShop(`object(expression: "main:src") { ... on Tree { entries { name type path } } }
              defaultBranchRef { name target { ... on Commit {
                file(path: "src/a.txt") { type object { ... on Blob { text } } } } } }`),
    );
    expect(data.repository.object.entries.map(({ name }: { name: string }) => name)).toEqual([
      "a.txt",
      "b.txt",
    ]);
    expect(data.repository.defaultBranchRef).toMatchObject({
      name: "main",
      target: { file: { type: "blob", object: { text: "1\n2\n3\n" } } },
    });
  });

  test("bytes that are no text have none, and a long text is cut and says so", async () => {
    const { repository } = sandbox;
    const changes = { "logo.png": Buffer.from([0, 1, 2]), "long.md": "x".repeat(600_000) };
    await repository.commit("main", { changes, message: "More", author: AUTHOR });
    const blob = "{ ... on Blob { text isBinary isTruncated byteSize } }";
    const { data } = await ask(
      inShop(`a: object(expression: "main:logo.png") ${blob}
              b: object(expression: "main:long.md") ${blob}`),
    );
    expect(data.repository.a).toMatchObject({ text: null, isBinary: true });
    expect(data.repository.b).toMatchObject({ isTruncated: true, byteSize: 600_000 });
    expect(data.repository.b.text.length).toBeLessThan(600_000);
  });

  test("history of a path, newest first", async () => {
    const { repository } = sandbox;
    const changes = { "src/a.txt": "changed" };
    await repository.commit("main", { changes, message: "Change a", author: AUTHOR });
    const { data } = await ask(
      inShop(`defaultBranchRef { target { ... on Commit {
        history(first: 5, path: "src/a.txt") { totalCount nodes { message } } } } }`),
    );
    const { history } = data.repository.defaultBranchRef.target;
    expect(history.nodes).toEqual([{ message: "Change a" }, { message: "Begin" }]);
  });
});

describe("a pull request", () => {
  test("asked at once, has one commit that would land", async () => {
    const pull = await promotion();
    const { world, repository } = sandbox;
    const asked = Array.from({ length: 8 }, () => potentialMerge(world, repository, pull));
    expect(new Set(await Promise.all(asked)).size).toBe(1);
  });

  test("with its commits, files, reviews and comments", async () => {
    const pull = await promotion();
    const { world, repository } = sandbox;
    addReview(world, repository, pull, { author: "raj", state: "APPROVED" });
    addComment(world, repository, pull, { author: "eve", body: "/waive" });
    const { data, errors } = await ask(
      inShop(`pullRequest(number: 1) {
        title state isDraft mergeable headRefOid baseRefName isCrossRepository
        author { __typename login }
        potentialMergeCommit { parents(first: 2) { nodes { oid } } }
        files(first: 10) { totalCount nodes { path changeType } }
        reviews(last: 10) { nodes { state author { login } authorCanPushToRepository commit { oid } } }
        comments(last: 10) { nodes { databaseId body includesCreatedEdit author { login } } }
        headRef { target { oid } }
        baseRef { target { oid } } }`),
    );
    expect(errors).toBeUndefined();
    const head = await repository.git.branch("main");
    const base = await repository.git.branch("production");
    expect(data.repository.pullRequest).toMatchObject({
      title: "Release",
      state: "OPEN",
      mergeable: "MERGEABLE",
      headRefOid: head,
      author: { __typename: "User", login: "ana" },
      potentialMergeCommit: { parents: { nodes: [{ oid: base }, { oid: head }] } },
      files: { totalCount: 1, nodes: [{ path: "src/b.txt", changeType: "ADDED" }] },
      reviews: { nodes: [{ state: "APPROVED", authorCanPushToRepository: true }] },
      comments: { nodes: [{ body: "/waive", author: { login: "eve" } }] },
      baseRef: { target: { oid: base } },
    });
  });

  test("`baseRefOid` lags behind the base branch", async () => {
    await promotion();
    const { repository } = sandbox;
    const was = await repository.git.branch("production");
    const changes = { "fix.txt": "f" };
    const now = await repository.commit("production", { changes, message: "Fix", author: AUTHOR });
    const { data } = await ask(
      inShop("pullRequest(number: 1) { baseRefOid baseRef { target { oid } } }"),
    );
    expect(data.repository.pullRequest).toEqual({
      baseRefOid: was,
      baseRef: { target: { oid: now } },
    });
  });

  test("that conflicts has nothing that would land", async () => {
    const { repository } = sandbox;
    for (const [branch, text] of Object.entries({ main: "m", production: "p" })) {
      const changes = { "src/a.txt": text };
      await repository.commit(branch, { changes, message: "x", author: AUTHOR });
    }
    await promotion();
    const { data } = await ask(
      inShop("pullRequest(number: 1) { mergeable potentialMergeCommit { oid } }"),
    );
    expect(data.repository.pullRequest).toEqual({
      mergeable: "CONFLICTING",
      potentialMergeCommit: null,
    });
  });
});

describe("lists come in pages", () => {
  beforeEach(async () => {
    const pull = await promotion();
    const { world, repository } = sandbox;
    for (let index = 1; index <= 5; index += 1) {
      addComment(world, repository, pull, { author: "ana", body: `${index}` });
    }
  });

  const comments = (page: string) =>
    ask(
      inShop(`pullRequest(number: 1) { comments(${page}) {
        totalCount nodes { body } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`),
    ).then(({ data }) => data.repository.pullRequest.comments);

  const bodies = ({ nodes }: { nodes: { body: string }[] }) =>
    nodes.map(({ body }) => body).join("");

  test("forwards", async () => {
    const first = await comments("first: 2");
    const { pageInfo } = first;
    const next = await comments(`first: 2, after: "${pageInfo.endCursor}"`);
    const last = await comments(`first: 2, after: "${next.pageInfo.endCursor}"`);
    expect([first, next, last].map(bodies)).toEqual(["12", "34", "5"]);
    expect(last.pageInfo.hasNextPage).toBe(false);
  });

  test("backwards", async () => {
    const last = await comments("last: 2");
    const before = await comments(`last: 2, before: "${last.pageInfo.startCursor}"`);
    expect([last, before].map(bodies)).toEqual(["45", "23"]);
    expect(before.pageInfo.hasPreviousPage).toBe(true);
  });

  test.each([
    { page: "", type: "MISSING_PAGINATION_BOUNDARIES" },
    { page: "(first: 101)", type: "EXCESSIVE_PAGINATION" },
    { page: '(first: 1, after: "x")', type: "INVALID_CURSOR_ARGUMENTS" },
  ])("comments$page is refused", async ({ page, type }) => {
    const { errors } = await ask(
      inShop(`pullRequest(number: 1) { comments${page} { totalCount } }`),
    );
    expect(errors.map((error: { type: string }) => error.type)).toEqual([type]);
  });
});

describe("what is refused", () => {
  test("a query GitHub would not execute is noted", async () => {
    const { data, errors } = await ask(inShop("gates { status }"));
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(sandbox.server.traffic.violations).toHaveLength(1);
  });

  test("what the sandbox does not keep is noted, and not taken for nothing", async () => {
    const { errors } = await ask(inShop("name homepageUrl"));
    expect(errors).toMatchObject([{ path: ["repository", "homepageUrl"] }]);
    expect(sandbox.server.traffic.violations).toEqual([
      "GraphQL: the sandbox does not know Repository.homepageUrl",
    ]);
  });

  test.each([
    { what: "a repository", query: `query { repository(owner: "a", name: "b") { name } }` },
    { what: "a user", query: `query { user(login: "nobody") { login } }` },
    { what: "a pull request", query: inShop("pullRequest(number: 9) { number }") },
  ])("$what there is not", async ({ query }) => {
    const { status, errors } = await ask(query);
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ type: "NOT_FOUND" }]);
    expect(sandbox.server.traffic.violations).toEqual([]);
  });

  test("a private repository, for a workflow without the permission", async () => {
    const { world } = sandbox;
    const secret = await world.addRepository("acme/secret", { isPrivate: true });
    const changes = { "a.md": "a" };
    await secret.commit("main", { changes, message: "x", author: AUTHOR });
    const query = `query { repository(owner: "acme", name: "secret") {
      name object(expression: "main:a.md") { oid } } }`;
    const other = await ask(query, {}, world.workflowToken("acme/shop", { contents: "read" }));
    expect(other.errors).toMatchObject([{ type: "NOT_FOUND" }]);
    const own = await ask(query, {}, world.workflowToken("acme/secret", { statuses: "read" }));
    expect(own).toMatchObject({
      data: { repository: { name: "secret", object: null } },
      errors: [{ type: "FORBIDDEN", path: ["repository", "object"] }],
    });
  });

  test("teams, for a workflow's token", async () => {
    const { world } = sandbox;
    world.addTeam("acme", "release", ["ana"]);
    const query = `query { organization(login: "acme") {
      team(slug: "release") { members(first: 10) { nodes { login } } } } }`;
    const asUser = await ask(query);
    expect(asUser.data.organization.team.members.nodes).toEqual([{ login: "ana" }]);
    const token = world.workflowToken("acme/shop", { contents: "read" });
    expect((await ask(query, {}, token)).data.organization.team).toBeNull();
  });
});

test("an answer can lose parts of its data", async () => {
  await promotion();
  const errors = [
    { type: "SERVICE_UNAVAILABLE", message: "timeout", path: ["repository", "object"] },
  ];
  sandbox.server.faults.plan({ fault: { kind: "partial", errors } });
  const answer = await ask(inShop(`name object(expression: "main:README.md") { oid }`));
  expect(answer).toMatchObject({ data: { repository: { name: "shop", object: null } }, errors });
});

test("comments are minimized by who may write", async () => {
  const { world, repository } = sandbox;
  const issue = openIssue(world, repository, { author: "eve", title: "x", body: null });
  addComment(world, repository, issue, { author: "raj", body: "b" });
  const list = inShop("issue(number: 1) { comments(first: 1) { nodes { id isMinimized } } }");
  const comment = async () => (await ask(list)).data.repository.issue.comments.nodes[0];
  const minimize = `mutation($id: ID!) {
    minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
      minimizedComment { isMinimized minimizedReason } } }`;
  const { id } = await comment();
  const refused = await ask(minimize, { id }, world.userToken("eve"));
  expect(refused.errors).toMatchObject([{ type: "FORBIDDEN" }]);
  await ask(minimize, { id });
  expect(await comment()).toMatchObject({ isMinimized: true });
});
