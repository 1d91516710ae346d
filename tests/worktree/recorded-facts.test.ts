import { describe, expect, it } from "vitest";
import type { Fact, FactRequest } from "../../src/model/fact.ts";
import { parseFactsFile } from "../../src/worktree/facts/facts-file.ts";
import type { RecordedFacts } from "../../src/worktree/facts-schema.ts";
import { recordedFacts } from "../../src/worktree/recorded-facts.ts";

const HEAD = "4f2c9ab000000000000000000000000000000000";
const OTHER = "abcdef1234567890000000000000000000000000";

function recorded(content: object): RecordedFacts {
  const text = JSON.stringify({ schemaVersion: 1, repository: "Acme/Shop", ...content });
  const parsed = parseFactsFile("facts.json", text);
  if (parsed.state === "invalid") throw new Error(JSON.stringify(parsed.problems));
  return parsed.facts;
}

async function answer(content: object, request: FactRequest): Promise<Fact<unknown>> {
  const [fact] = await recordedFacts(recorded(content)).read([request]);
  return fact as Fact<unknown>;
}

const run = (more: object) => ({ name: "test", conclusion: "success", commit: HEAD, ...more });
const runFact = (more: object) => ({
  name: "test",
  conclusion: "success",
  commit: HEAD,
  app: null,
  workflow: null,
  workflowIsDefault: null,
  event: null,
  repository: "Acme/Shop",
  headRepository: "Acme/Shop",
  url: null,
  startedAt: null,
  completedAt: null,
  ...more,
});
const NIGHTLY = ".github/workflows/nightly.yml";
const runs = {
  workflow_runs: {
    [NIGHTLY]: [
      run({ started_at: "2026-09-01T00:00:00Z" }),
      run({
        app: "github-actions",
        workflow: NIGHTLY,
        workflow_is_default: true,
        event: "schedule",
        repository: "acme/shop",
        head_repository: null,
        conclusion: null,
        started_at: "2026-09-02T02:00:00+02:00",
      }),
    ],
  },
};
const nightly = {
  repository: "Acme/Shop",
  runs: [
    runFact({
      app: "github-actions",
      workflow: NIGHTLY,
      workflowIsDefault: true,
      event: "schedule",
      repository: "acme/shop",
      headRepository: null,
      conclusion: null,
      startedAt: Date.parse("2026-09-02T00:00:00Z"),
    }),
    runFact({ startedAt: Date.parse("2026-09-01T00:00:00Z") }),
  ],
};
const references = {
  references: {
    issues: { "#12": { state: "issue" }, "acme/other#4": { state: "pull-request" } },
    commits: {
      [OTHER]: { state: "commit", ancestor: true },
      "acme/other@abcdef1": { state: "absent" },
    },
    runs: { "991": { state: "run", conclusion: "success" }, "acme/other@992": { state: "absent" } },
  },
};
const reference = (
  what: "issue" | "commit" | "run",
  id: string,
  repository: string | null = null,
) => ({ kind: "reference", what, repository, id }) as const;

describe("a recorded fact", () => {
  it.each<{ what: string; content: object; request: FactRequest; value: unknown }>([
    {
      what: "an account, in any case",
      content: { accounts: { Ana: { state: "user", access: "write" } } },
      request: { kind: "account", login: "aNA" },
      value: { state: "user", access: "write" },
    },
    {
      what: "an account that does not exist",
      content: { accounts: { ghost: { state: "absent" } } },
      request: { kind: "account", login: "ghost" },
      value: { state: "absent" },
    },
    {
      what: "a bot",
      content: { accounts: { "renovate[bot]": { state: "bot", access: "read" } } },
      request: { kind: "account", login: "renovate[bot]" },
      value: { state: "bot", access: "read" },
    },
    {
      what: "a team",
      content: { teams: { "acme/ML": { state: "team", members: ["ana"], access: "none" } } },
      request: { kind: "team", team: "Acme/ml" },
      value: { state: "team", members: ["ana"], access: "none" },
    },
    {
      what: "a merged pull request, its waivers line by line",
      content: {
        merged_pulls: {
          "#441": {
            state: "merged",
            author: "raj",
            merged_at: "2026-09-20T10:00:00Z",
            approved_by: ["ana"],
            waivers: ["- gate: data", "  rule: x"],
          },
        },
      },
      request: { kind: "merged-pull", number: 441 },
      value: {
        state: "merged",
        author: "raj",
        mergedAt: Date.parse("2026-09-20T10:00:00Z"),
        approvedBy: ["ana"],
        waivers: "- gate: data\n  rule: x\n",
      },
    },
    {
      what: "a merged pull request that left no waivers",
      content: {
        merged_pulls: {
          "1": { state: "merged", author: "raj", merged_at: "2026-09-20T10:00:00Z" },
        },
      },
      request: { kind: "merged-pull", number: 1 },
      value: {
        state: "merged",
        author: "raj",
        mergedAt: Date.parse("2026-09-20T10:00:00Z"),
        approvedBy: [],
        waivers: null,
      },
    },
    {
      what: "a pull request that is not merged",
      content: { merged_pulls: { "7": { state: "closed" } } },
      request: { kind: "merged-pull", number: 7 },
      value: { state: "closed" },
    },
    {
      what: "the checks of the commit",
      content: { checks: [run({ completed_at: "2026-09-01T00:00:00Z" })] },
      request: { kind: "checks", on: "head" },
      value: {
        repository: "Acme/Shop",
        runs: [runFact({ completedAt: Date.parse("2026-09-01T00:00:00Z") })],
      },
    },
    {
      what: "the runs of a workflow, newest first",
      content: runs,
      request: { kind: "checks", on: "branch", workflow: NIGHTLY, check: null },
      value: nightly,
    },
    {
      what: "the runs of a workflow by its file name",
      content: runs,
      request: { kind: "checks", on: "branch", workflow: "nightly.yml", check: null },
      value: nightly,
    },
    {
      what: "open issues with any of the labels",
      content: {
        issues: {
          labels: ["Incident", "blocker"],
          unknown_labels: ["sev1"],
          open: [
            { number: 1, title: "one", labels: ["incident", "x"] },
            { number: 2, title: "two", labels: ["blocker"] },
          ],
        },
      },
      request: { kind: "issues", labels: ["incident", "SEV1"] },
      value: {
        open: [{ number: 1, title: "one", labels: ["incident", "x"] }],
        unknownLabels: ["SEV1"],
      },
    },
    {
      what: "an issue",
      content: references,
      request: reference("issue", "12"),
      value: { state: "issue" },
    },
    {
      what: "an issue of this repository by its full name",
      content: references,
      request: reference("issue", "12", "acme/SHOP"),
      value: { state: "issue" },
    },
    {
      what: "a pull request of another repository",
      content: references,
      request: reference("issue", "4", "Acme/Other"),
      value: { state: "pull-request" },
    },
    {
      what: "a commit",
      content: references,
      request: reference("commit", OTHER),
      value: { state: "commit", ancestor: true },
    },
    {
      what: "an abbreviated commit",
      content: references,
      request: reference("commit", OTHER.slice(0, 9)),
      value: { state: "commit", ancestor: true },
    },
    {
      what: "a commit recorded in short",
      content: references,
      request: reference("commit", OTHER, "acme/other"),
      value: { state: "absent" },
    },
    {
      what: "a run",
      content: references,
      request: reference("run", "991"),
      value: { state: "run", conclusion: "success" },
    },
    {
      what: "a run of another repository",
      content: references,
      request: reference("run", "992", "acme/other"),
      value: { state: "absent" },
    },
  ])("is $what", async ({ content, request, value }) => {
    expect(await answer(content, request)).toEqual({ state: "known", value });
  });

  it("is the pull request, reviews and sign-offs in their order", async () => {
    const pull_request = {
      number: 482,
      head: HEAD,
      opened_at: "2026-09-28T09:12:00Z",
      authors: ["mira"],
      reviews: [
        { author: "raj", state: "approved", commit: HEAD, submitted_at: "2026-09-30T09:00:00Z" },
        {
          id: "R7",
          author: "ana",
          state: "changes-requested",
          commit: OTHER,
          submitted_at: "2026-09-29T09:00:00Z",
          dismissed: true,
        },
      ],
      sign_offs: [
        { author: "ana", role: "ml", commit: HEAD, created_at: "2026-09-30T10:00:00Z" },
        { id: "C1", author: "raj", role: "ops", commit: HEAD, created_at: "2026-09-29T10:00:00Z" },
      ],
      commands: [
        {
          author: "ana",
          created_at: "2026-09-30T09:30:00Z",
          body: "No longer:\n/gate unwaive data\n/gate waive\n> /gate recheck",
          void: true,
        },
      ],
      base_changed_at: "2026-09-29T00:00:00Z",
    };
    expect(await answer({ pull_request }, { kind: "pull-request" })).toEqual({
      state: "known",
      value: {
        number: 482,
        head: HEAD,
        openedAt: Date.parse("2026-09-28T09:12:00Z"),
        authors: ["mira"],
        reviews: [
          {
            id: "R7",
            author: "ana",
            state: "changes-requested",
            commit: OTHER,
            submittedAt: Date.parse("2026-09-29T09:00:00Z"),
            dismissed: true,
          },
          {
            id: "review-1",
            author: "raj",
            state: "approved",
            commit: HEAD,
            submittedAt: Date.parse("2026-09-30T09:00:00Z"),
            dismissed: false,
          },
        ],
        commands: [
          {
            id: "C1",
            author: "raj",
            createdAt: Date.parse("2026-09-29T10:00:00Z"),
            command: { verb: "sign-off", role: "ops", commit: HEAD },
            void: false,
          },
          {
            id: "comment-1",
            author: "ana",
            createdAt: Date.parse("2026-09-30T09:30:00Z"),
            command: { verb: "unwaive", gate: "data", rule: null, service: null },
            void: true,
          },
          {
            id: "sign-off-1",
            author: "ana",
            createdAt: Date.parse("2026-09-30T10:00:00Z"),
            command: { verb: "sign-off", role: "ml", commit: HEAD },
            void: false,
          },
        ],
        baseChangedAt: Date.parse("2026-09-29T00:00:00Z"),
      },
    });
  });

  it.each<{ request: FactRequest; names: string }>([
    { request: { kind: "account", login: "ana" }, names: "accounts.ana" },
    { request: { kind: "account", login: "__proto__" }, names: "accounts.__proto__" },
    { request: { kind: "account", login: "constructor" }, names: "accounts.constructor" },
    { request: { kind: "team", team: "acme/ml" }, names: "teams.acme/ml" },
    { request: { kind: "pull-request" }, names: "pull_request" },
    { request: { kind: "merged-pull", number: 441 }, names: "merged_pulls.441" },
    { request: { kind: "checks", on: "head" }, names: "checks" },
    {
      request: { kind: "checks", on: "branch", workflow: "ci.yml", check: null },
      names: "workflow_runs.ci.yml",
    },
    { request: { kind: "issues", labels: ["x"] }, names: "issues" },
    { request: reference("issue", "12"), names: "references.issues.#12" },
    { request: reference("issue", "12", "a/b"), names: "references.issues.a/b#12" },
    { request: reference("commit", OTHER), names: `references.commits.${OTHER}` },
    { request: reference("run", "9", "a/b"), names: "references.runs.a/b@9" },
  ])("that is not there is missing, with what to add: $names", async ({ request, names }) => {
    const fact = await answer({}, request);
    expect(fact).toMatchObject({ state: "missing", reason: "needs-github" });
    expect(fact.state === "missing" && fact.detail).toContain(`\`${names}\``);
  });

  it("may be the reason why it could not be had", async () => {
    const content = {
      checks: { missing: "forbidden", detail: "the token lacks `checks: read`" },
      accounts: { ana: { missing: "rate-limited" } },
    };
    expect(await answer(content, { kind: "checks", on: "head" })).toEqual({
      state: "missing",
      reason: "forbidden",
      detail: "the token lacks `checks: read`",
    });
    const account = await answer(content, { kind: "account", login: "ana" });
    expect(account).toMatchObject({ state: "missing", reason: "rate-limited" });
  });

  it("about issues is missing where a label was not recorded", async () => {
    const content = { issues: { labels: ["a"], open: [] } };
    const fact = await answer(content, { kind: "issues", labels: ["a", "b"] });
    expect(fact).toMatchObject({ state: "missing", reason: "needs-github" });
  });

  it("about commits is missing where an abbreviation fits two", async () => {
    const commits = [OTHER, OTHER.replace(/0$/, "1")].map((commit) => [
      commit,
      { state: "absent" },
    ]);
    const content = { references: { commits: Object.fromEntries(commits) } };
    const fact = await answer(content, reference("commit", OTHER.slice(0, 9)));
    expect(fact).toMatchObject({ state: "missing", reason: "needs-github" });
  });

  it("is never a file", async () => {
    const requests: FactRequest[] = [
      { kind: "file", path: "READINESS.md", revision: "evidence" },
      { kind: "files", glob: "**", revision: "evidence" },
      { kind: "changes" },
    ];
    const facts = await recordedFacts(recorded({})).read(requests);
    expect(facts.map(({ state }) => state)).toEqual(["missing", "missing", "missing"]);
  });
});
