import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { setDraft } from "../../sandbox/world/reviews.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import {
  client,
  inShop,
  query,
  type Started,
  startSandbox,
  stopBlameless,
} from "./start-sandbox.ts";

let sandbox: Started;
let pull: PullRequest;
let told: WorldEvent[];
const REVIEWS = "/repos/acme/shop/pulls/1/reviews";
const REQUESTS = "/repos/acme/shop/pulls/1/requested_reviewers";

beforeEach(async () => {
  sandbox = await startSandbox();
  const { world, repository } = sandbox;
  const said = { author: "ana", title: "Release", body: null, base: "production", head: "main" };
  pull = await openPull(world, repository, said);
  world.addTeam("acme", "release", ["li"]);
  repository.teams.set("release", "write");
  world.addUser("li");
  told = [];
  world.onEvent((event) => told.push(event));
});

afterEach(() => stopBlameless(sandbox));

const as = (login: string) => client(sandbox.server, sandbox.world.userToken(login));
const events = () => told.map(({ name, action, sender }) => `${name}.${action} by ${sender}`);

describe("a review", () => {
  let id: number;

  beforeEach(async () => {
    id = (await as("raj")(`POST ${REVIEWS}`, { event: "APPROVE", body: "fine" })).body.id;
  });

  test("is edited by who wrote it, and says so", async () => {
    expect((await as("ana")(`PUT ${REVIEWS}/${id}`, { body: "mine" })).status).toBe(422);
    expect((await as("raj")(`PUT ${REVIEWS}/${id}`, { body: "fine now" })).status).toBe(200);
    const fields = "nodes { body lastEditedAt editor { login } url }";
    const { data } = await query(
      sandbox,
      inShop(`pullRequest(number: 1) { reviews(last: 1) { ${fields} } }`),
    );
    expect(data.repository.pullRequest.reviews.nodes).toMatchObject([
      { body: "fine now", editor: { login: "raj" }, lastEditedAt: expect.any(String) },
    ]);
    expect(events().at(-1)).toBe("pull_request_review.edited by raj");
  });

  test("is dismissed by who writes, once", async () => {
    const dismiss = (login: string) =>
      as(login)(`PUT ${REVIEWS}/${id}/dismissals`, { message: "stale" });
    expect((await dismiss("eve")).status).toBe(403);
    expect((await dismiss("ana")).body).toMatchObject({ id, state: "DISMISSED" });
    expect((await dismiss("ana")).status).toBe(422);
    expect(events().at(-1)).toBe("pull_request_review.dismissed by ana");
    expect((await as("ana")(`GET ${REVIEWS}/${id}`)).body.state).toBe("DISMISSED");
  });
});

describe("who is asked for a review", () => {
  test.each([
    { what: "a collaborator", body: { reviewers: ["raj"] }, status: 201 },
    { what: "a member of a team", body: { reviewers: ["li"] }, status: 201 },
    { what: "a team", body: { team_reviewers: ["release"] }, status: 201 },
    { what: "a stranger", body: { reviewers: ["eve"] }, status: 422 },
    { what: "nobody there is", body: { reviewers: ["ghost"] }, status: 422 },
    { what: "a team without access", body: { team_reviewers: ["others"] }, status: 422 },
    { what: "the author", body: { reviewers: ["ana"] }, status: 422 },
  ])("$what: $status", async ({ body, status }) => {
    expect((await as("raj")(`POST ${REQUESTS}`, body)).status).toBe(status);
    const { body: asked } = await as("raj")(`GET ${REQUESTS}`);
    expect(asked.users.length + asked.teams.length).toBe(status === 201 ? 1 : 0);
  });

  test("is no longer, once it was given or taken back", async () => {
    await as("ana")(`POST ${REQUESTS}`, { reviewers: ["raj", "li"] });
    await as("raj")(`POST ${REVIEWS}`, { event: "COMMENT", body: "hm" });
    expect(pull.requestedUsers).toEqual(["li"]);
    await as("ana")(`DELETE ${REQUESTS}`, { reviewers: ["li"] });
    expect(pull.requestedUsers).toEqual([]);
  });
});

test("a draft is told of once", () => {
  const { world, repository } = sandbox;
  for (const draft of [true, true, false]) setDraft(world, repository, pull, { draft, by: "ana" });
  expect(events()).toEqual([
    "pull_request.converted_to_draft by ana",
    "pull_request.ready_for_review by ana",
  ]);
});
