import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addStatus, addWorkflowRun } from "../../sandbox/world/checks.ts";
import { openIssue } from "../../sandbox/world/issue-changes.ts";
import {
  addReview,
  dismissReview,
  mergePull,
  openPull as openOnSandbox,
} from "../../sandbox/world/pull-requests.ts";
import { openPull } from "../../src/github/open-pull.ts";
import type { FactRequest } from "../../src/model/fact.ts";
import { AUTHOR, START } from "../sandbox/start-sandbox.ts";
import { openShop, type Shop } from "./open-shop.ts";

const NAME = { owner: "acme", name: "shop" };
let shop: Shop;

const FILES = {
  ".github/stage-gates.yml": "version: 1\n",
  ".github/workflows/ci.yml": "name: ci\n",
  "docs/runbook.md": "# Runbook\n",
  "docs/empty.md": "",
  "services/cart/README.md": "cart\n",
};

beforeEach(async () => {
  shop = await openShop(FILES);
});

afterEach(async () => {
  expect(shop.server.traffic.violations).toEqual([]);
  await shop.stop();
});

/** The answers to all requests, read at once from the pull request as it is now. */
async function read(...requests: readonly FactRequest[]) {
  const { source } = await openPull({ client: shop.client(), name: NAME, number: 1 });
  const facts = await source.read(requests);
  return facts.map((fact) => (fact.state === "known" ? fact.value : fact));
}

async function commit(changes: Readonly<Record<string, string | Buffer | null>>) {
  await shop.repository.commit("main", { changes, message: "Change", author: AUTHOR });
  const head = await shop.repository.git.branch("main");
  shop.pull.headSha = head ?? "";
  await shop.repository.git.setRef("refs/pull/1/head", head);
}

describe("files", () => {
  const evidence = (path: string) => ({ kind: "file", path, revision: "evidence" }) as const;

  test("are what git has at the path, and nothing outside is looked at", async () => {
    await commit({
      "logo.png": Buffer.from([0, 1, 2]),
      "large.csv": "x".repeat(1024 * 1024 + 1),
      "long.md": `# Long\n\n${"word ".repeat(120_000)}`,
    });
    const answers = await read(
      evidence("docs/runbook.md"),
      evidence("docs"),
      evidence("docs/empty.md"),
      evidence("nowhere.md"),
      evidence("../secret"),
      evidence("a//b"),
      evidence("logo.png"),
      evidence("large.csv"),
      evidence("long.md"),
    );
    expect(answers).toMatchObject([
      { state: "file", file: { text: "# Runbook\n" } },
      { state: "directory" },
      { state: "empty" },
      { state: "absent" },
      { state: "outside" },
      { state: "absent" },
      { state: "binary" },
      { state: "missing", reason: "too-large" },
      // GraphQL cuts it: the whole comes over REST, and is held against the id of the blob.
      { state: "file", file: { text: expect.stringMatching(/word $/) } },
    ]);
  });

  test("of the base are those of its live tip", async () => {
    const [before] = await read({ kind: "file", path: "docs/runbook.md", revision: "base" });
    expect(before).toEqual({ state: "absent" });
  });

  test("and folders are found by globs", async () => {
    const answers = await read(
      { kind: "files", glob: "docs/*.md", revision: "evidence" },
      { kind: "folders", glob: "services/*", revision: "evidence" },
      { kind: "folders", glob: "services/*", revision: "base" },
    );
    expect(answers).toMatchObject([
      [{ path: "docs/empty.md" }, { path: "docs/runbook.md" }],
      ["services/cart"],
      [],
    ]);
    // Two commits, one list of each.
    const trees = shop.server.traffic.exchanges.filter(({ path }) => path.includes("/git/trees/"));
    expect(trees).toHaveLength(2);
  });

  test("that moved tell where they were", async () => {
    await commit({ "src/b.txt": "b\n" });
    const [changes] = await read({ kind: "changes" });
    expect(changes).toContainEqual({ path: "docs/runbook.md", previous: null });
  });

  test("reached the base when their pull request was merged, whatever their commits say", async () => {
    const { world, repository, pull } = shop;
    world.now = START + 3_600_000;
    await mergePull(world, repository, pull, { login: "raj" });
    const second = await openOnSandbox(world, repository, {
      author: "ana",
      title: "Next",
      body: null,
      base: "production",
      head: await nextBranch(),
    });
    const { source } = await openPull({ client: shop.client(), name: NAME, number: second.number });
    const [fact] = await source.read([
      { kind: "history", path: "docs/runbook.md", revision: "base" },
    ]);
    expect(fact).toMatchObject({
      value: [{ at: pull.merged, content: { file: { text: "# Runbook\n" } } }],
    });
  });

  test("have their versions up to a commit, newest first", async () => {
    const path = "docs/runbook.md";
    const first = (await shop.repository.git.branch("main")) ?? "";
    await commit({ [path]: null });
    await commit({ [path]: "# Anew\n" });
    const tip = (await shop.repository.git.branch("main")) ?? "";
    const [all, before] = await read(
      { kind: "history", path, revision: tip },
      { kind: "history", path, revision: first },
    );
    const anew = { content: { state: "file", file: { text: "# Anew\n" } } };
    const begun = { content: { state: "file", file: { text: "# Runbook\n" } } };
    expect(all).toMatchObject([anew, { content: { state: "absent" } }, begun]);
    expect(before).toMatchObject([begun]);
  });

  async function nextBranch() {
    await commit({ "docs/other.md": "# Other\n" });
    return "main";
  }
});

describe("people", () => {
  test("are what they may do here", async () => {
    const accounts = ["ana", "raj", "eve", "nobody"].map(
      (login) => ({ kind: "account", login }) as const,
    );
    expect(await read(...accounts)).toEqual([
      { state: "user", access: "write" },
      { state: "user", access: "admin" },
      { state: "user", access: "read" },
      { state: "absent" },
    ]);
  });

  test("of a team are not shown to a workflow, whose token says so", async () => {
    shop.world.addTeam("acme", "leads", ["raj"]);
    const [team] = await read({ kind: "team", team: "acme/leads" });
    expect(team).toMatchObject({ state: "missing", reason: "forbidden" });
  });

  test("of a team are read with a token of the organization", async () => {
    shop.world.addTeam("acme", "leads", ["raj"]);
    shop.repository.teams.set("leads", "maintain");
    const organizationClient = shop.clientOf(shop.world.userToken("raj"));
    const client = shop.client();
    const opened = await openPull({ client, organizationClient, name: NAME, number: 1 });
    const facts = await opened.source.read([
      { kind: "team", team: "acme/leads" },
      { kind: "team", team: "acme/none" },
    ]);
    expect(facts).toEqual([
      { state: "known", value: { state: "team", members: ["raj"], access: "maintain" } },
      { state: "known", value: { state: "absent" } },
    ]);
  });
});

describe("what was said", () => {
  test("a dismissed request for changes is still one", async () => {
    const { world, repository, pull } = shop;
    const review = addReview(world, repository, pull, {
      author: "raj",
      state: "CHANGES_REQUESTED",
    });
    dismissReview(world, repository, pull, { review, by: "ana" });
    const [fact] = await read({ kind: "pull-request" });
    expect(fact).toMatchObject({ reviews: [{ state: "changes-requested", dismissed: true }] });
  });

  test("the hundred and first review is read as well", async () => {
    const { world, repository, pull } = shop;
    for (let count = 0; count < 101; count += 1) {
      addReview(world, repository, pull, { author: "raj", state: "COMMENTED" });
    }
    const [fact] = await read({ kind: "pull-request" });
    expect(fact).toMatchObject({ reviews: { length: 101 } });
  });

  test("a merged pull request tells who approved it and what its waivers were", async () => {
    const { world, repository, pull } = shop;
    await commit({ ".github/stage-gates/waivers.yml": "- gate: data\n" });
    addReview(world, repository, pull, { author: "raj", state: "APPROVED" });
    await mergePull(world, repository, pull, { login: "raj" });
    const [merged, none] = await read(
      { kind: "merged-pull", number: 1 },
      { kind: "merged-pull", number: 99 },
    );
    expect(merged).toMatchObject({
      state: "merged",
      author: "ana",
      approvedBy: ["raj"],
      waivers: "- gate: data\n",
    });
    expect(none).toEqual({ state: "absent" });
  });
});

describe("checks", () => {
  const PATH = ".github/workflows/ci.yml";

  test("on the head carry app, workflow and whether its file is the default branch's", async () => {
    const { world, repository, pull } = shop;
    const head = pull.headSha;
    addWorkflowRun(world, repository, {
      ...{ path: PATH, event: "pull_request", head, branch: "main", actor: "ana" },
      jobs: ["test"],
    });
    addStatus(world, repository, {
      ...{ head, state: "success", context: "forged", creator: "eve" },
    });
    const [fact] = await read({ kind: "checks", on: "head" });
    expect(fact).toMatchObject({
      repository: "acme/shop",
      runs: expect.arrayContaining([
        expect.objectContaining({
          name: "test",
          app: "github-actions",
          workflow: PATH,
          workflowIsDefault: true,
          headRepository: "acme/shop",
          conclusion: "success",
        }),
        expect.objectContaining({ name: "forged", app: null, conclusion: "success" }),
      ]),
    });
  });

  test("of a workflow on the default branch are its runs there", async () => {
    const { world, repository, pull } = shop;
    const about = { path: PATH, head: pull.headSha, branch: "main", actor: "ana" };
    addWorkflowRun(world, repository, { ...about, event: "schedule", conclusion: "failure" });
    const [fact] = await read({ kind: "checks", on: "branch", workflow: PATH, check: null });
    expect(fact).toMatchObject({ runs: [{ event: "schedule", conclusion: "failure" }] });
  });

  test("of a workflow that GitHub does not know are none", async () => {
    const [fact] = await read({ kind: "checks", on: "branch", workflow: "none.yml", check: null });
    expect(fact).toMatchObject({ runs: [] });
  });
});

describe("references", () => {
  test("are looked up here and elsewhere", async () => {
    const { world, repository, pull } = shop;
    openIssue(world, repository, { author: "ana", title: "Bug", body: null, labels: ["bug"] });
    const run = addWorkflowRun(world, repository, {
      ...{ path: ".github/workflows/ci.yml", event: "push", head: pull.headSha, actor: "ana" },
    });
    const here = { kind: "reference", repository: null } as const;
    const answers = await read(
      { ...here, what: "issue", id: "2" },
      { ...here, what: "issue", id: "1" },
      { ...here, what: "issue", id: "77" },
      { ...here, what: "commit", id: pull.headSha.slice(0, 7) },
      { ...here, what: "commit", id: "0123456" },
      { ...here, what: "run", id: String(run.id) },
      { ...here, what: "run", id: "5" },
      { kind: "reference", repository: "acme/none", what: "issue", id: "1" },
    );
    expect(answers).toEqual([
      { state: "issue" },
      { state: "pull-request" },
      { state: "absent" },
      { state: "commit", ancestor: true },
      { state: "absent" },
      { state: "run", conclusion: "success" },
      { state: "absent" },
      { state: "absent" },
    ]);
  });

  test("open issues by label, and labels that there are not", async () => {
    const { world, repository } = shop;
    openIssue(world, repository, { author: "ana", title: "Bug", body: null, labels: ["bug"] });
    const [fact] = await read({ kind: "issues", labels: ["bug", "typo"] });
    expect(fact).toEqual({
      open: [{ number: 2, title: "Bug", labels: ["bug"] }],
      unknownLabels: ["typo"],
    });
  });
});
