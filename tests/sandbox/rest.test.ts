import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addRuleset } from "../../sandbox/rest/operations/protection.ts";
import { secondaryLimit } from "../../sandbox/server/faults.ts";
import { followBranch } from "../../sandbox/world/pull-requests.ts";
import { GITHUB_ACTIONS } from "../../sandbox/world/token.ts";
import { AUTHOR, client, type Started, startSandbox } from "./start-sandbox.ts";

let sandbox: Started;
let ana: ReturnType<typeof client>;
let raj: ReturnType<typeof client>;
const REPO = "/repos/acme/shop";

beforeEach(async () => {
  sandbox = await startSandbox();
  const { server, world } = sandbox;
  ana = client(server, world.userToken("ana"));
  raj = client(server, world.userToken("raj"));
});

afterEach(async () => {
  // Whatever a test does, what is answered is as GitHub describes it.
  const own = sandbox.server.traffic.violations.filter((what) => what.startsWith("answer of"));
  await sandbox.stop();
  expect(own).toEqual([]);
});

const promotion = () =>
  ana(`POST ${REPO}/pulls`, { title: "Release", head: "main", base: "production", body: "go" });

function requireCheck(app: number | null = GITHUB_ACTIONS.id): void {
  const { world, repository } = sandbox;
  addRuleset(world, repository, {
    name: "production",
    enforcement: "active",
    include: ["refs/heads/production"],
    exclude: [],
    bypass: [],
    rules: [
      {
        type: "required_status_checks",
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: [
            {
              context: "stage-gates / production",
              ...(app !== null && { integration_id: app }),
            },
          ],
        },
      },
    ],
  });
}

const bot = () =>
  client(
    sandbox.server,
    sandbox.world.workflowToken("acme/shop", { statuses: "write", contents: "read" }),
  );

const verdict = (state: string) => ({ state, context: "stage-gates / production" });

describe("a pull request", () => {
  test("says what it would change", async () => {
    const { status, body } = await promotion();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: 1,
      state: "open",
      mergeable: true,
      mergeable_state: "clean",
      commits: 1,
      changed_files: 1,
      additions: 1,
      base: { ref: "production", label: "acme:production" },
      head: { ref: "main" },
    });
    const files = await ana(`GET ${REPO}/pulls/1/files`);
    expect(files.body).toMatchObject([{ filename: "src/b.txt", status: "added", additions: 1 }]);
  });

  test("follows its branch", async () => {
    await promotion();
    const { world, repository } = sandbox;
    const changes = { "src/c.txt": "c" };
    const sha = await repository.commit("main", { changes, message: "Add c", author: AUTHOR });
    await followBranch(world, repository, "main", "ana");
    const { body } = await ana(`GET ${REPO}/pulls/1`);
    expect(body).toMatchObject({ head: { sha }, changed_files: 2 });
  });

  test("says that it conflicts", async () => {
    const { repository } = sandbox;
    const write = (branch: string, text: string) =>
      repository.commit(branch, { changes: { "src/a.txt": text }, message: "x", author: AUTHOR });
    await write("main", "one\n2\n3\n");
    await write("production", "eins\n2\n3\n");
    expect((await promotion()).body).toMatchObject({ mergeable: false, mergeable_state: "dirty" });
    expect((await ana(`PUT ${REPO}/pulls/1/merge`, {})).status).toBe(405);
  });

  test.each([
    { what: "a branch there is not", body: { title: "x", head: "none", base: "production" } },
    { what: "nothing to merge", body: { title: "x", head: "production", base: "main" } },
  ])("is refused with $what", async ({ body }) => {
    expect((await ana(`POST ${REPO}/pulls`, body)).status).toBe(422);
  });
});

test("a merged pull request still says what it changed", async () => {
  await promotion();
  const files = (await ana(`GET ${REPO}/pulls/1/files`)).body;
  const { commits, additions, changed_files } = (await ana(`GET ${REPO}/pulls/1`)).body;
  expect(files).not.toEqual([]);
  await ana(`PUT ${REPO}/pulls/1/merge`, {});
  expect((await ana(`GET ${REPO}/pulls/1/files`)).body).toEqual(files);
  const merged = (await ana(`GET ${REPO}/pulls/1`)).body;
  expect(merged).toMatchObject({ merged: true, commits, additions, changed_files });
});

describe("a merge into a protected branch", () => {
  const merge = () => ana(`PUT ${REPO}/pulls/1/merge`, {});
  let head = "";

  beforeEach(async () => {
    requireCheck();
    head = (await promotion()).body.head.sha;
  });

  test("waits for the check", async () => {
    const { status, body } = await merge();
    expect(status).toBe(405);
    expect(body.message).toContain('"stage-gates / production" is expected');
    expect((await ana(`GET ${REPO}/pulls/1`)).body.mergeable_state).toBe("blocked");
  });

  test("goes through once the check has passed", async () => {
    await bot()(`POST ${REPO}/statuses/${head}`, verdict("failure"));
    expect((await merge()).status).toBe(405);
    await bot()(`POST ${REPO}/statuses/${head}`, verdict("success"));
    const { status, body } = await merge();
    expect(status).toBe(200);
    const tip = await ana(`GET ${REPO}/branches/production`);
    expect(tip.body.commit.sha).toBe(body.sha);
    expect(tip.body.commit.parents[1].sha).toBe(head);
    expect((await ana(`GET ${REPO}/pulls/1`)).body).toMatchObject({
      state: "closed",
      merged: true,
    });
  });

  test("does not take a check that somebody else wrote under its name", async () => {
    expect((await ana(`POST ${REPO}/statuses/${head}`, verdict("success"))).status).toBe(201);
    expect((await merge()).status).toBe(405);
  });

  test("goes red again with the check", async () => {
    await bot()(`POST ${REPO}/statuses/${head}`, verdict("success"));
    await bot()(`POST ${REPO}/statuses/${head}`, verdict("error"));
    expect((await merge()).status).toBe(405);
  });

  test("is refused when the head has moved on", async () => {
    await bot()(`POST ${REPO}/statuses/${head}`, verdict("success"));
    const { status } = await ana(`PUT ${REPO}/pulls/1/merge`, { sha: "0".repeat(40) });
    expect(status).toBe(409);
  });
});

describe("who may do what", () => {
  test.each([
    { who: "nobody", token: () => null, status: 401 },
    { who: "a stranger", token: () => sandbox.world.userToken("eve"), status: 403 },
    {
      who: "a workflow that may only read",
      token: () => sandbox.world.workflowToken("acme/shop", { statuses: "read" }),
      status: 403,
    },
    {
      who: "a workflow of another repository",
      token: () => sandbox.world.workflowToken("acme/other", { statuses: "write" }),
      status: 404,
    },
    { who: "a token nobody issued", token: () => "ghp_forged", status: 401 },
    {
      who: "a token past its hour",
      token: () => sandbox.world.workflowToken("acme/shop", { statuses: "write" }, -1),
      status: 401,
    },
  ])("$who writes no status", async ({ token, status }) => {
    const head = await sandbox.repository.git.branch("main");
    const ask = client(sandbox.server, token());
    const answer = await ask(`POST ${REPO}/statuses/${head}`, verdict("success"));
    expect(answer.status).toBe(status);
    expect(sandbox.repository.statusesOf(head ?? "")).toEqual([]);
  });

  test("a permission that is missing is named in a header", async () => {
    const head = await sandbox.repository.git.branch("main");
    const ask = client(sandbox.server, sandbox.world.workflowToken("acme/shop", {}));
    const { headers } = await ask(`POST ${REPO}/statuses/${head}`, verdict("success"));
    expect(headers.get("x-accepted-github-permissions")).toBe("statuses=write");
  });

  test("a private repository is not there for strangers", async () => {
    await sandbox.world.addRepository("acme/secret", { isPrivate: true });
    const eve = client(sandbox.server, sandbox.world.userToken("eve"));
    expect((await eve("GET /repos/acme/secret")).status).toBe(404);
  });

  test("what people have, by themselves and by their teams", async () => {
    const { world, repository } = sandbox;
    world.addUser("li");
    world.addTeam("acme", "release", ["li"]);
    repository.teams.set("release", "maintain");
    const said = await Promise.all(
      ["ana", "raj", "eve", "li"].map(async (login) => {
        const { body } = await raj(`GET ${REPO}/collaborators/${login}/permission`);
        return `${login} ${body.permission} ${body.role_name}`;
      }),
    );
    expect(said).toEqual([
      "ana write write",
      "raj admin admin",
      "eve read read",
      "li write maintain",
    ]);
  });

  test("a workflow's token sees no team", async () => {
    const { world, server } = sandbox;
    world.addTeam("acme", "release", ["ana"]);
    const members = "GET /orgs/acme/teams/release/members";
    expect((await raj(members)).body).toMatchObject([{ login: "ana" }]);
    const workflow = client(server, world.workflowToken("acme/shop", { contents: "read" }));
    expect((await workflow(members)).status).toBe(404);
  });
});

describe("comments and issues", () => {
  test("a body that is too long is refused", async () => {
    await promotion();
    const most = await ana(`POST ${REPO}/issues/1/comments`, { body: "x".repeat(65_536) });
    const more = await ana(`POST ${REPO}/issues/1/comments`, { body: "x".repeat(65_537) });
    expect([most.status, more.status]).toEqual([201, 422]);
  });

  test("a comment is changed by its author, and by no stranger", async () => {
    await promotion();
    const { body } = await ana(`POST ${REPO}/issues/1/comments`, { body: "one" });
    const eve = client(sandbox.server, sandbox.world.userToken("eve"));
    const path = `PATCH ${REPO}/issues/comments/${body.id}`;
    expect((await eve(path, { body: "two" })).status).toBe(403);
    expect((await ana(path, { body: "three" })).body.body).toBe("three");
  });

  test("lists come in pages", async () => {
    await promotion();
    for (let index = 1; index <= 5; index += 1) {
      await ana(`POST ${REPO}/issues/1/comments`, { body: `${index}` });
    }
    const { body, headers } = await ana(`GET ${REPO}/issues/1/comments?per_page=2&page=2`);
    expect(body.map((comment: { body: string }) => comment.body)).toEqual(["3", "4"]);
    const rels = [...(headers.get("link") ?? "").matchAll(/[?&]page=(\d+)>; rel="(\w+)"/g)];
    expect(rels.map(([, number, rel]) => `${rel} ${number}`)).toEqual([
      "prev 1",
      "first 1",
      "next 3",
      "last 3",
    ]);
  });

  test("an issue is opened, labelled, found and closed", async () => {
    const opened = await ana(`POST ${REPO}/issues`, {
      title: "No owner",
      body: "b",
      labels: ["stage-gates"],
      assignees: ["ana", "eve"],
    });
    expect(opened.body).toMatchObject({ number: 1, assignees: [{ login: "ana" }] });
    await ana(`POST ${REPO}/issues`, { title: "Other" });
    const found = await ana(`GET ${REPO}/issues?labels=stage-gates&state=open`);
    expect(found.body.map(({ title }: { title: string }) => title)).toEqual(["No owner"]);
    const closed = { state: "closed", state_reason: "not_planned" };
    expect((await ana(`PATCH ${REPO}/issues/1`, closed)).body).toMatchObject(closed);
    expect((await ana(`GET ${REPO}/issues?labels=stage-gates`)).body).toEqual([]);
  });
});

describe("files", () => {
  test("a tree, whole", async () => {
    const { body } = await ana(`GET ${REPO}/git/trees/main?recursive=1`);
    expect(body.tree.map(({ path }: { path: string }) => path)).toEqual([
      "README.md",
      "src",
      "src/a.txt",
      "src/b.txt",
    ]);
    const blob = await ana(`GET ${REPO}/git/blobs/${body.tree[0].sha}`);
    expect(Buffer.from(blob.body.content, "base64").toString()).toBe("# Shop\n");
  });

  test("what a branch is ahead of another", async () => {
    const { body } = await ana(`GET ${REPO}/compare/production...main`);
    expect(body).toMatchObject({ status: "ahead", ahead_by: 1, behind_by: 0 });
    expect(body.files).toMatchObject([{ filename: "src/b.txt" }]);
  });
});

test("a ruleset can be made, found by branch, and taken away", async () => {
  const made = await raj(`POST ${REPO}/rulesets`, {
    name: "gates",
    enforcement: "active",
    conditions: { ref_name: { include: ["refs/heads/production"], exclude: [] } },
    rules: [{ type: "deletion" }],
  });
  expect(made.status).toBe(201);
  const rules = () => ana(`GET ${REPO}/rules/branches/production`);
  expect((await rules()).body).toMatchObject([{ type: "deletion", ruleset_id: made.body.id }]);
  expect((await ana(`GET ${REPO}/rules/branches/main`)).body).toEqual([]);
  expect((await ana(`DELETE ${REPO}/rulesets/${made.body.id}`)).status).toBe(403);
  expect((await raj(`DELETE ${REPO}/rulesets/${made.body.id}`)).status).toBe(204);
  expect((await rules()).body).toEqual([]);
});

describe("what GitHub would not take", () => {
  test.each([
    { what: "a path it does not have", request: `GET ${REPO}/gates`, status: 404 },
    { what: "a query key it does not know", request: `GET ${REPO}/pulls?status=open`, status: 422 },
    { what: "a body key it does not know", request: `POST ${REPO}/issues`, status: 422 },
  ])("$what is refused and noted", async ({ request, status }) => {
    const body = request.startsWith("POST") ? { title: "x", text: "y" } : undefined;
    expect((await ana(request, body)).status).toBe(status);
    expect(sandbox.server.traffic.violations).toHaveLength(1);
  });
});

describe("faults", () => {
  const labels = `GET ${REPO}/issues`;

  test("befall the request they are meant for, as often as asked", async () => {
    const { faults } = sandbox.server;
    const fault = { kind: "answer", status: 502 } as const;
    faults.plan({
      fault,
      from: 2,
      times: 2,
      matches: ({ url }) => url?.includes("/issues") === true,
    });
    const seen = [];
    for (let index = 0; index < 4; index += 1) seen.push((await ana(labels)).status);
    expect((await ana(`GET ${REPO}`)).status).toBe(200);
    expect(seen).toEqual([200, 502, 502, 200]);
  });

  test("a secondary limit says how long to wait", async () => {
    sandbox.server.faults.plan({ fault: secondaryLimit(7) });
    const { status, headers } = await ana(labels);
    expect([status, headers.get("retry-after")]).toEqual([403, "7"]);
  });

  test("a connection is cut before or after the work is done", async () => {
    const { faults } = sandbox.server;
    const open = () => ana(`POST ${REPO}/issues`, { title: "Once" });
    faults.plan({ fault: { kind: "cut-before" } });
    await expect(open()).rejects.toThrow();
    expect(sandbox.repository.issues.size).toBe(0);
    faults.plan({ fault: { kind: "cut-after" } });
    await expect(open()).rejects.toThrow();
    expect(sandbox.repository.issues.size).toBe(1);
  });
});

test("everything that was asked is written down, reads apart from writes", async () => {
  await promotion();
  await ana(`GET ${REPO}/pulls/1`);
  const { traffic } = sandbox.server;
  expect(traffic.writes.map(({ operation, by }) => `${operation} ${by}`)).toEqual([
    "pulls/create ana",
  ]);
  expect(traffic.reads.map(({ operation, path }) => `${operation} ${path}`)).toEqual([
    `pulls/get ${REPO}/pulls/1`,
  ]);
});
