import { describe, expect, test } from "vitest";
import { type FoundOperation, RestContract } from "../../sandbox/contract/rest-contract.ts";

const contract = new RestContract();

function found(method: string, path: string): FoundOperation {
  const operation = contract.find(method, path);
  if (operation === null) throw new Error(`no ${method} ${path}`);
  return operation;
}

describe("the operation of a request", () => {
  test.each([
    { method: "GET", path: "/repos/acme/shop/pulls/7", id: "pulls/get" },
    { method: "GET", path: "/repos/acme/shop/issues/comments/7", id: "issues/get-comment" },
    { method: "GET", path: "/repos/acme/shop/issues/7/comments", id: "issues/list-comments" },
    { method: "POST", path: "/repos/acme/shop/statuses/abc", id: "repos/create-commit-status" },
    { method: "GET", path: "/repos/acme/shop/git/trees/abc", id: "git/get-tree" },
    { method: "GET", path: "/repos/acme/shop/branches/release/1.x", id: "repos/get-branch" },
    {
      method: "GET",
      path: "/repos/acme/shop/branches/release/1.x/protection",
      id: "repos/get-branch-protection",
    },
    {
      method: "GET",
      path: "/repos/acme/shop/rules/branches/release%2F1.x",
      id: "repos/get-branch-rules",
    },
    {
      method: "GET",
      path: "/repos/acme/shop/compare/main...feature/a",
      id: "repos/compare-commits-with-basehead",
    },
  ])("$method $path", ({ method, path, id }) => {
    expect(contract.find(method, path)?.id).toBe(id);
  });

  test.each([
    { method: "GET", path: "/repos/acme/shop/nothing" },
    { method: "DELETE", path: "/repos/acme/shop/statuses/abc" },
    { method: "GET", path: "/repos/acme/shop/pulls/" },
  ])("there is none for $method $path", ({ method, path }) => {
    expect(contract.find(method, path)).toBeNull();
  });

  test("comes with the values of its path", () => {
    const { parameters } = found("GET", "/repos/acme/shop/contents/docs/a%20b.md");
    expect(parameters).toEqual({ owner: "acme", repo: "shop", path: "docs/a b.md" });
  });
});

describe("a request", () => {
  const status = found("POST", "/repos/acme/shop/statuses/abc");
  const list = found("GET", "/repos/acme/shop/pulls");
  const none = new URLSearchParams();

  test.each([
    { name: "as GitHub wants it", body: { state: "success", description: null }, says: [] },
    { name: "without its body", body: undefined, says: [/missing/] },
    { name: "without what it must have", body: { context: "x" }, says: [/state/] },
    { name: "with a state there is not", body: { state: "green" }, says: [/success/] },
    {
      name: "with a key GitHub would pass over",
      body: { state: "success", sha: "x" },
      says: [/sha/],
    },
  ])("$name", ({ body, says }) => {
    const problems = contract.requestProblems(status, none, body);
    expect(problems).toHaveLength(says.length);
    for (const [index, pattern] of says.entries()) expect(problems[index]).toMatch(pattern);
  });

  test.each([
    { query: "state=open&per_page=100&page=2", says: 0 },
    { query: "state=all&base=main", says: 0 },
    { query: "state=opened", says: 1 },
    { query: "status=open", says: 1 },
    { query: "per_page=many", says: 1 },
  ])("?$query has $says problems", ({ query, says }) => {
    const problems = contract.requestProblems(list, new URLSearchParams(query), undefined);
    expect(problems).toHaveLength(says);
  });
});

describe("an answer", () => {
  const label = found("GET", "/repos/acme/shop/labels/bug");
  const body = {
    id: 1,
    node_id: "LA_1",
    url: "https://api.github.test/repos/acme/shop/labels/bug",
    name: "bug",
    description: null,
    color: "d73a4a",
    default: false,
  };

  test("as described", () => {
    expect(contract.answerProblems(label, 200, body)).toEqual([]);
  });

  test.each([
    { name: "without a key", status: 200, answer: { ...body, color: undefined } },
    { name: "with a value of another type", status: 200, answer: { ...body, id: "one" } },
    { name: "under another status", status: 201, answer: body },
    { name: "without a body", status: 200, answer: undefined },
  ])("$name is told", ({ status, answer }) => {
    const sent = answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
    expect(contract.answerProblems(label, status, sent)).not.toEqual([]);
  });

  test("that refuses is free", () => {
    expect(contract.answerProblems(label, 404, { message: "Not Found" })).toEqual([]);
  });
});
