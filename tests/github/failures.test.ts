import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "../../sandbox/server/faults.ts";
import { addStatus } from "../../sandbox/world/checks.ts";
import { addReview } from "../../sandbox/world/pull-requests.ts";
import { listIn } from "../../src/github/answer-data.ts";
import { GitHubFailure } from "../../src/github/failure.ts";
import { openPull } from "../../src/github/open-pull.ts";
import type { FactRequest, MissingReason } from "../../src/model/fact.ts";
import { openShop, type Shop } from "./open-shop.ts";

const NAME = { owner: "acme", name: "shop" };
let shop: Shop;

beforeEach(async () => {
  shop = await openShop({ ".github/stage-gates.yml": "version: 1\n", "docs/a.md": "# A\n" });
});

afterEach(() => shop.stop());

interface Row {
  readonly name: string;
  readonly fault: Fault;
  readonly reason: MissingReason;
  readonly detail: string | RegExp;
}

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  ({ kind: "answer", status, body, headers }) as const;

const LIFTED = Date.parse("2026-10-01T13:05:00Z");

const REST: readonly Row[] = [
  {
    name: "a permission is lacking",
    fault: answer(
      403,
      { message: "Resource not accessible by integration" },
      { "x-accepted-github-permissions": "actions=read" },
    ),
    reason: "forbidden",
    detail: "the token lacks `actions: read`",
  },
  {
    name: "the primary limit is used up",
    fault: answer(
      403,
      { message: "API rate limit exceeded" },
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(LIFTED / 1000) },
    ),
    reason: "rate-limited",
    detail: "GitHub's rate limit is used up; it is lifted at 2026-10-01 13:05 UTC",
  },
  {
    name: "a secondary limit is met",
    fault: answer(
      403,
      { message: "You have exceeded a secondary rate limit" },
      { "retry-after": "60" },
    ),
    reason: "rate-limited",
    detail: "GitHub's rate limit is used up; it asks to wait 60 s",
  },
  {
    name: "too many requests",
    fault: answer(429, { message: "Too many requests" }),
    reason: "rate-limited",
    detail: "GitHub's rate limit is used up",
  },
  {
    name: "the token is over",
    fault: answer(401, { message: "Bad credentials" }),
    reason: "forbidden",
    detail: "GitHub does not accept the token",
  },
  {
    name: "GitHub has trouble",
    fault: answer(502, { message: "Bad gateway" }),
    reason: "unreadable",
    detail: "GitHub answered with 502",
  },
  {
    name: "the connection is cut",
    fault: { kind: "cut-before" },
    reason: "unreadable",
    // Which of them depends on how far the request had got.
    detail: expect.stringMatching(
      /^the connection to GitHub failed \((ECONNRESET|UND_ERR_SOCKET)\)$/,
    ),
  },
];

describe("what REST refuses is missing, with the reason", () => {
  test.each(REST)("$name", async ({ fault, reason, detail }) => {
    const { source } = await openPull({ client: shop.client(), name: NAME, number: 1 });
    shop.server.faults.plan({ fault });
    const [fact] = await source.read([{ kind: "account", login: "ana" }]);
    expect(fact).toEqual({ state: "missing", reason, detail });
  });
});

const FILE: FactRequest = { kind: "file", path: "docs/a.md", revision: "evidence" };

describe("what GraphQL refuses is missing, with the reason", () => {
  test.each([
    {
      name: "the limit is used up, said with 200",
      fault: answer(200, { data: null, errors: [{ type: "RATE_LIMITED", message: "limit" }] }),
      reason: "rate-limited",
      detail: "GitHub's rate limit is used up",
    },
    {
      name: "no data at all",
      fault: answer(200, { data: null, errors: [{ message: "Something went wrong" }] }),
      reason: "unreadable",
      detail: "GitHub says: Something went wrong",
    },
    {
      name: "no JSON",
      fault: answer(502, "<html>"),
      reason: "unreadable",
      detail: "GitHub answered with 502",
    },
  ] satisfies readonly Row[])("$name", async ({ fault, reason, detail }) => {
    const { source } = await openPull({ client: shop.client(), name: NAME, number: 1 });
    shop.server.faults.plan({ fault });
    const [fact] = await source.read([FILE]);
    expect(fact).toEqual({ state: "missing", reason, detail });
  });

  test("one part of the data: the rest is known", async () => {
    const { source } = await openPull({ client: shop.client(), name: NAME, number: 1 });
    const path = ["repository", "a1", "f0"];
    const errors = [{ type: "FORBIDDEN", message: "no", path }];
    shop.server.faults.plan({ fault: { kind: "partial", errors } });
    const [file, other] = await source.read([
      FILE,
      { kind: "file", path: "README.md", revision: "evidence" },
    ]);
    expect(file).toEqual({
      state: "missing",
      reason: "forbidden",
      detail: "the token lacks `contents: read`",
    });
    expect(other).toMatchObject({ state: "known", value: { state: "file" } });
  });

  test("lists that take with them what they stand in: nothing else is lost", async () => {
    const permissions = { contents: "read", "pull-requests": "read" } as const;
    Object.assign(shop.repository, { isPrivate: true });
    const client = shop.client(permissions);
    const { source, issues } = await openPull({ client, name: NAME, number: 1 });
    const [file, listed] = await source.read([FILE, { kind: "issues", labels: ["blocker"] }]);
    const lacks = (what: string) => ({
      ...{ state: "missing", reason: "forbidden" },
      detail: `the token lacks \`${what}\``,
    });
    expect(issues).toEqual(lacks("issues: write"));
    expect(listed).toEqual(lacks("issues: read"));
    expect(file).toMatchObject({ state: "known", value: { state: "file" } });
  });
});

const HEAD_CHECKS: FactRequest = { kind: "checks", on: "head" };
const HISTORY: FactRequest = { kind: "history", path: "docs/a.md", revision: "base" };
const ISSUES: FactRequest = { kind: "issues", labels: ["bug"] };
const GONE: FactRequest = { kind: "file", path: "docs/a.md", revision: "1".repeat(40) };

const FIRST = ["repository", "a1"];

describe("a list is known whole or not at all", () => {
  test.each<{ name: string; request: FactRequest; path: readonly (string | number)[] }>([
    { name: "all checks", request: HEAD_CHECKS, path: [...FIRST, "statusCheckRollup"] },
    {
      name: "the contexts",
      request: HEAD_CHECKS,
      path: [...FIRST, "statusCheckRollup", "contexts"],
    },
    {
      name: "one check",
      request: HEAD_CHECKS,
      path: [...FIRST, "statusCheckRollup", "contexts", "nodes", 0],
    },
    { name: "the versions", request: HISTORY, path: [...FIRST, "history", "nodes"] },
    {
      name: "what stood there in one",
      request: HISTORY,
      path: [...FIRST, "history", "nodes", 0, "file"],
    },
    { name: "one issue", request: ISSUES, path: ["a1", "issues", "nodes", 0] },
  ])("without $name it is missing", async ({ request, path }) => {
    addStatus(shop.world, shop.repository, {
      ...{ head: shop.pull.headSha, state: "failure", context: "build", creator: "raj" },
    });
    const { source } = await openPull({ client: shop.client(), name: NAME, number: 1 });
    const wrong = { type: "FORBIDDEN", message: "no", path };
    shop.server.faults.plan({ fault: { kind: "partial", errors: [wrong] } });
    const [fact] = await source.read([request]);
    expect(fact).toMatchObject({ state: "missing", reason: "forbidden" });
  });

  test("and of a commit that GitHub does not show no file is absent", async () => {
    const { source } = await openPull({ client: shop.client(), name: NAME, number: 1 });
    const [fact] = await source.read([GONE]);
    expect(fact).toEqual({
      state: "missing",
      reason: "unreadable",
      detail: "GitHub does not show the commit 1111111",
    });
  });
});

describe("what was said is never judged in part", () => {
  test("reviews that GitHub leaves out are not no reviews", async () => {
    const errors = [
      { type: "SERVICE_UNAVAILABLE", message: "later", path: ["repository", "a5", "reviews"] },
    ];
    shop.server.faults.plan({ fault: { kind: "partial", errors } });
    const { conversation } = await openPull({ client: shop.client(), name: NAME, number: 1 });
    expect(conversation.fact).toMatchObject({ state: "missing", reason: "unreadable" });
  });

  test.each([
    { name: "one review", path: ["reviews", "nodes", 0], permission: "pull-requests: read" },
    { name: "the author of a review", path: ["reviews", "nodes", 0, "author"] },
    { name: "the comments", path: ["comments"] },
    { name: "the turns to another branch", path: ["retargets", "nodes"] },
    { name: "the dismissals", path: ["dismissals", "nodes"] },
  ])("$name that GitHub leaves out makes all unknown", async ({ path }) => {
    addReview(shop.world, shop.repository, shop.pull, { author: "raj", state: "COMMENTED" });
    const wrong = { type: "FORBIDDEN", message: "no", path: ["repository", "a5", ...path] };
    shop.server.faults.plan({ fault: { kind: "partial", errors: [wrong] } });
    const { conversation } = await openPull({ client: shop.client(), name: NAME, number: 1 });
    expect(conversation.fact).toEqual({
      state: "missing",
      reason: "forbidden",
      detail: "the token lacks `pull-requests: read`",
    });
  });

  test("a second page that fails fails the whole", async () => {
    const { world, repository, pull } = shop;
    for (let count = 0; count < 101; count += 1) {
      addReview(world, repository, pull, { author: "raj", state: "COMMENTED" });
    }
    shop.server.faults.plan({ fault: answer(500, {}), from: 2 });
    const { conversation } = await openPull({ client: shop.client(), name: NAME, number: 1 });
    expect(conversation.fact).toMatchObject({ state: "missing", reason: "unreadable" });
  });
});

describe("a pull request that cannot be opened says why", () => {
  test.each([
    { name: "there is none of the number", number: 7, said: /there is no pull request #7 here/ },
    { name: "it is an issue", number: 2, said: /there is no pull request #2 here/ },
  ])("$name", async ({ number, said }) => {
    await expect(openPull({ client: shop.client(), name: NAME, number })).rejects.toThrow(said);
  });

  test("GitHub does not answer", async () => {
    shop.server.faults.plan({ fault: { kind: "cut-before" } });
    const opening = openPull({ client: shop.client(), name: NAME, number: 1 });
    await expect(opening).rejects.toBeInstanceOf(GitHubFailure);
  });
});

test.each([
  { what: "an object", data: {} },
  { what: "a text", data: "[]" },
  { what: "nothing", data: null },
  { what: "a list with a hole", data: [{}, null] },
])("$what is no list of GitHub's, and no empty one", ({ data }) => {
  expect(() => listIn(data)).toThrow("not the list");
  expect(() => listIn({ runs: data }, "runs")).toThrow("not the list");
  expect(listIn([{}])).toHaveLength(1);
});
