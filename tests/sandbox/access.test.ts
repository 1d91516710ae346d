import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openIssue } from "../../sandbox/world/issue-changes.ts";
import {
  AUTHOR,
  client,
  query,
  type Started,
  startSandbox,
  stopBlameless,
} from "./start-sandbox.ts";

let sandbox: Started;
const REPO = "/repos/acme/shop";

beforeEach(async () => {
  sandbox = await startSandbox();
  const { world, repository } = sandbox;
  openIssue(world, repository, { author: "ana", title: "x", body: null });
  const secret = await world.addRepository("acme/secret", { isPrivate: true });
  secret.collaborators.set("ana", "write");
  await secret.commit("main", { changes: { "a.md": "a" }, message: "x", author: AUTHOR });
});

afterEach(() => stopBlameless(sandbox));

const as = (login: string, scopes?: readonly string[]) =>
  client(sandbox.server, sandbox.world.userToken(login, scopes));

describe("a classic token may do what its scopes allow", () => {
  test.each([
    { scopes: [], secret: 404, comment: 404, header: "" },
    { scopes: ["public_repo"], secret: 404, comment: 201, header: "public_repo" },
    { scopes: ["repo"], secret: 200, comment: 201, header: "repo" },
    { scopes: ["read:org", "repo"], secret: 200, comment: 201, header: "read:org, repo" },
  ])("$scopes", async ({ scopes, secret, comment, header }) => {
    const ask = as("ana", scopes);
    const read = await ask("GET /repos/acme/secret");
    expect([read.status, read.headers.get("x-oauth-scopes")]).toEqual([secret, header]);
    expect((await ask(`POST ${REPO}/issues/1/comments`, { body: "b" })).status).toBe(comment);
    const text = `query { repository(owner: "acme", name: "secret") { name } }`;
    const { data } = await query(sandbox, text, {}, sandbox.world.userToken("ana", scopes));
    expect(data.repository?.name).toBe(secret === 200 ? "secret" : undefined);
  });

  test("and never more than its owner", async () => {
    const ask = as("eve", ["repo", "admin:org"]);
    expect((await ask("GET /repos/acme/secret")).status).toBe(404);
    expect((await ask(`POST ${REPO}/labels`, { name: "x" })).status).toBe(403);
  });
});

describe("teams", () => {
  beforeEach(() => void sandbox.world.addTeam("acme", "release", ["ana"]));

  const app = (permissions: Readonly<Record<string, "read">>) => () => {
    const { world } = sandbox;
    return world.appToken(world.addApp("gates"), { repositories: [], permissions });
  };

  test.each([
    { who: "a person", token: () => sandbox.world.userToken("eve"), status: 200 },
    {
      who: "a token of `repo`",
      token: () => sandbox.world.userToken("ana", ["repo"]),
      status: 404,
    },
    {
      who: "a token of `read:org`",
      token: () => sandbox.world.userToken("ana", ["read:org"]),
      status: 200,
    },
    { who: "an app that may read members", token: app({ members: "read" }), status: 200 },
    { who: "an app that may not", token: app({ contents: "read" }), status: 404 },
    { who: "nobody", token: () => null, status: 404 },
  ])("$who: $status", async ({ token, status }) => {
    const ask = client(sandbox.server, token());
    for (const path of ["", "/members", "/memberships/ana"]) {
      expect((await ask(`GET /orgs/acme/teams/release${path}`)).status, path).toBe(status);
    }
  });

  test("who is in none has no membership", async () => {
    expect((await as("ana")("GET /orgs/acme/teams/release/memberships/eve")).status).toBe(404);
    const { body } = await as("ana")("GET /orgs/acme/teams");
    expect(body).toMatchObject([{ slug: "release" }]);
  });
});

describe("collaborators", () => {
  test("are listed for who may write", async () => {
    const list = `GET ${REPO}/collaborators`;
    expect((await as("eve")(list)).status).toBe(403);
    const { body } = await as("ana")(list);
    const roles = body.map((one: { login: string; role_name: string }) => [
      one.login,
      one.role_name,
    ]);
    expect(roles).toEqual([
      ["ana", "write"],
      ["raj", "admin"],
    ]);
    expect((await as("ana")(`${list}?permission=admin`)).body).toMatchObject([{ login: "raj" }]);
    const check = async (login: string) =>
      (await as("ana")(`GET ${REPO}/collaborators/${login}`)).status;
    expect([await check("raj"), await check("eve")]).toEqual([204, 404]);
  });
});

describe("a locked conversation", () => {
  test.each([
    { who: "a stranger", token: () => sandbox.world.userToken("eve"), status: 403 },
    { who: "who writes", token: () => sandbox.world.userToken("ana"), status: 201 },
    {
      who: "a workflow",
      token: () => sandbox.world.workflowToken("acme/shop", { issues: "write" }),
      status: 403,
    },
  ])("takes a comment of $who: $status", async ({ token, status }) => {
    expect((await as("raj")(`PUT ${REPO}/issues/1/lock`)).status).toBe(204);
    const ask = client(sandbox.server, token());
    expect((await ask(`POST ${REPO}/issues/1/comments`, { body: "b" })).status).toBe(status);
  });
});

describe("issues", () => {
  test("of strangers come without labels and assignees", async () => {
    const said = { title: "y", labels: ["gates"], assignees: ["ana"] };
    const { status, body } = await as("eve")(`POST ${REPO}/issues`, said);
    expect(status).toBe(201);
    expect(body).toMatchObject({ labels: [], assignees: [] });
  });

  test("are assigned to who may be, and taken from them", async () => {
    const people = `${REPO}/issues/1/assignees`;
    const { status, body } = await as("raj")(`POST ${people}`, { assignees: ["ana", "eve"] });
    expect([status, body.assignees.length]).toEqual([201, 1]);
    const left = await as("raj")(`DELETE ${people}`, { assignees: ["ana"] });
    expect(left.body.assignees).toEqual([]);
    expect((await as("raj")(`GET ${REPO}/assignees/ana`)).status).toBe(204);
    expect((await as("raj")(`GET ${REPO}/assignees/eve`)).status).toBe(404);
  });
});

describe("files and refs", () => {
  test.each([
    {
      path: "contents/src/a.txt",
      status: 200,
      body: { type: "file", encoding: "base64", size: 6 },
    },
    { path: "contents/src?ref=main", status: 200, body: [{ path: "src/a.txt", type: "file" }, {}] },
    { path: "contents/none.md", status: 404, body: {} },
    { path: "contents/src/b.txt?ref=production", status: 404, body: {} },
    { path: "contents/src/b.txt?ref=nowhere", status: 404, body: {} },
    { path: "git/ref/heads/main", status: 200, body: { ref: "refs/heads/main" } },
    { path: "git/ref/heads/none", status: 404, body: {} },
    { path: "branches", status: 200, body: [{ name: "main" }, { name: "production" }] },
  ])("$path: $status", async ({ path, status, body }) => {
    const answer = await as("eve")(`GET ${REPO}/${path}`);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(body);
  });

  test("a ref moves forwards only, and only by who writes", async () => {
    const { git } = sandbox.repository;
    const [main, production] = [await git.branch("main"), await git.branch("production")];
    const refs = `${REPO}/git/refs`;
    const move = (login: string, sha: string | null, force?: boolean) =>
      as(login)(`PATCH ${refs}/heads/production`, { sha, ...(force && { force }) });
    expect((await move("eve", main)).status).toBe(403);
    expect((await move("ana", "0".repeat(40))).status).toBe(422);
    expect((await move("ana", main)).status).toBe(200);
    expect((await move("ana", production)).status).toBe(422);
    expect((await move("ana", production, true)).status).toBe(200);
    const there = { ref: "refs/heads/main", sha: main };
    expect((await as("ana")(`POST ${refs}`, there)).status).toBe(422);
  });
});
