import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addRuleset } from "../../sandbox/rest/operations/protection.ts";
import { addCheckRun, addStatus } from "../../sandbox/world/checks.ts";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { addComment, changeIssue, openIssue } from "../../sandbox/world/issue-changes.ts";
import { addReview, mergePull, openPull } from "../../sandbox/world/pull-requests.ts";
import { GITHUB_ACTIONS } from "../../sandbox/world/token.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "./start-sandbox.ts";

let sandbox: Started;
let pull: PullRequest;
const BOT = "github-actions[bot]";
const GATE = "stage-gates / production";

beforeEach(async () => {
  sandbox = await startSandbox();
  const { world, repository } = sandbox;
  const said = { author: "ana", title: "Release", body: "go", base: "production", head: "main" };
  pull = await openPull(world, repository, said);
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
          required_status_checks: [{ context: GATE, integration_id: GITHUB_ACTIONS.id }],
        },
      },
    ],
  });
});

afterEach(() => stopBlameless(sandbox));

async function see(path: string) {
  const response = await fetch(`${sandbox.server.addresses.html}${path}`);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** What a person reads, without the markup around it. */
async function read(path: string): Promise<string> {
  const { html } = await see(path);
  return html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&#34;", '"')
    .replace(/\s+/g, " ");
}

function verdict(state: "success" | "failure" | "pending", app: number | null = 15368): void {
  const { world, repository } = sandbox;
  const creator = app === null ? "eve" : BOT;
  addStatus(world, repository, { context: GATE, state, head: pull.headSha, creator, app });
}

describe("the merge box", () => {
  const PULL = "/acme/shop/pull/1";
  const mergeable = async () => (await see(PULL)).html.includes('<span class="button green">');

  test.each([
    { what: "nobody has said anything", act: () => undefined, says: "is expected.", open: false },
    { what: "the check fails", act: () => verdict("failure"), says: "is failing.", open: false },
    { what: "the check runs", act: () => verdict("pending"), says: "is pending.", open: false },
    {
      what: "somebody else wrote the check",
      act: () => verdict("success", null),
      says: "is expected.",
      open: false,
    },
    {
      what: "the check passed",
      act: () => verdict("success"),
      says: "All checks have passed",
      open: true,
    },
    {
      what: "the pull request is a draft",
      act() {
        verdict("success");
        pull.draft = true;
      },
      says: "still a draft",
      open: false,
    },
  ])("when $what: mergeable $open", async ({ act, says, open }) => {
    act();
    expect(await read(PULL)).toContain(says);
    expect(await mergeable()).toBe(open);
  });

  test("says what conflicts", async () => {
    verdict("success");
    const { repository } = sandbox;
    for (const [branch, text] of Object.entries({ main: "m", production: "p" })) {
      const changes = { "src/a.txt": text };
      await repository.commit(branch, { changes, message: "x", author: AUTHOR });
    }
    pull.headSha = (await repository.git.branch("main")) ?? "";
    expect(await read(PULL)).toContain("This branch has conflicts");
    expect(await mergeable()).toBe(false);
  });

  test("names every check, who said it, and which are required", async () => {
    const { world, repository } = sandbox;
    const head = pull.headSha;
    addCheckRun(world, repository, { app: GITHUB_ACTIONS.id, name: "build", head });
    verdict("failure");
    const text = await read(PULL);
    expect(text).toContain("1 failing, 1 successful checks");
    expect(text).toMatch(/stage-gates \/ production by github-actions — failure Required/);
    expect(text).toMatch(/build by GitHub Actions — success (?!Required)/);
  });

  test("is gone once it is merged", async () => {
    verdict("success");
    const { world, repository } = sandbox;
    await mergePull(world, repository, pull, { login: "raj" });
    const text = await read(PULL);
    expect(text).toContain("Merged raj merged 1 commit into production from main");
    expect(text).not.toContain("Merge pull request");
  });
});

describe("a conversation", () => {
  test("shows what was said and done, in order", async () => {
    const { world, repository } = sandbox;
    addComment(world, repository, pull, { author: BOT, body: "### Blocked\n<!-- marker -->" });
    addReview(world, repository, pull, { author: "raj", state: "CHANGES_REQUESTED", body: "no" });
    const old = addComment(world, repository, pull, { author: "eve", body: "old news" });
    old.minimized = "outdated";
    changeIssue(world, repository, pull, { state: "closed" }, "ana");
    const text = await read("/acme/shop/pull/1");
    const order = ["Add b", "Blocked", "raj requested changes", "marked as outdated", "ana closed"];
    const found = order.map((part) => text.indexOf(part));
    expect(found.every((place) => place > 0)).toBe(true);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(text).not.toContain("marker");
  });

  test("is harmless, whatever people write", async () => {
    const { world, repository } = sandbox;
    const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
    openIssue(world, repository, {
      author: "eve",
      title: hostile,
      body: hostile,
      labels: [hostile],
    });
    const head = pull.headSha;
    const said = { context: hostile, description: hostile, targetUrl: "javascript:alert(1)" };
    addStatus(world, repository, { ...said, state: "failure", head, creator: "eve" });
    pull.title = hostile;
    for (const path of ["issues/2", "issues", "pulls", "pull/1"]) {
      const { html } = await see(`/acme/shop/${path}`);
      expect(html).not.toMatch(/<script|onerror=alert\(1\)>|href="javascript:/);
    }
  });
});

test.each([
  { path: "/", says: "acme/shop" },
  { path: "/acme/shop", says: "1 Open 0 Closed" },
  { path: "/acme/shop/pulls?state=closed", says: "There is nothing here" },
  { path: "/acme/shop/issues", says: "0 Open" },
  { path: "/acme/shop/blob/main/src/a.txt?plain=1", says: "src/a.txt at main" },
  { path: "/acme/shop/new/main?filename=a.md&value=%23%20A", says: "# A" },
])("$path", async ({ path, says }) => {
  expect((await see(path)).status).toBe(200);
  expect(await read(path)).toContain(says);
});

test.each([
  "/acme/none/pulls",
  "/acme/shop/pull/9",
  "/acme/shop/issues/x",
  "/acme/shop/blob/main/none.md",
  "/acme/shop/blob/main/src",
  "/acme/shop/settings",
  "/%E0%A4%A",
])("there is nothing at %s", async (path) => {
  expect((await see(path)).status).toBe(404);
});

test("pages run nothing, load nothing from elsewhere, and are no traffic", async () => {
  const { headers, html } = await see("/acme/shop/pull/1");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/^default-src 'none'; style-src 'self'; img-src 'self';/);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(html).not.toMatch(/ style="| src="http| on[a-z]+="/);
  const css = await see("/assets/sandbox.css");
  expect(css.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(css.html).not.toMatch(/url\(|@import/);
  expect(sandbox.server.traffic.exchanges).toEqual([]);
});
