import { describe, expect, it } from "vitest";
import type { FactRequest } from "../../src/model/fact.ts";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { parseFactsFile } from "../../src/worktree/facts/facts-file.ts";
import type { RecordedFacts } from "../../src/worktree/facts-schema.ts";
import { offlineSource, recordingNotes } from "../../src/worktree/offline-source.ts";
import { GitRepository, TestFolder } from "../support/git-repository.ts";
import { ask } from "../support/worktree-facts.ts";

const ELSEWHERE = "0123456789012345678901234567890123456789";

function recorded(content: object): RecordedFacts {
  const text = JSON.stringify({ schemaVersion: 1, repository: "acme/shop", ...content });
  const parsed = parseFactsFile("facts.json", text);
  if (parsed.state === "invalid") throw new Error(JSON.stringify(parsed.problems));
  return parsed.facts;
}

const commitRequest = (id: string, repository: string | null = null) =>
  ({ kind: "reference", what: "commit", repository, id }) as const;

function forked() {
  const repository = GitRepository.create();
  const first = repository.commit("first");
  const aside = (() => {
    repository.branch("aside");
    return repository.commit("aside");
  })();
  repository.git("checkout", "--quiet", "-b", "side", first);
  const head = repository.commit("head");
  repository.git("remote", "add", "origin", "git@github.com:acme/shop.git");
  return { repository, first, aside, head };
}

describe("offline", () => {
  it.each<{ request: FactRequest }>([
    { request: { kind: "account", login: "ana" } },
    { request: { kind: "team", team: "acme/ml" } },
    { request: { kind: "pull-request" } },
    { request: { kind: "merged-pull", number: 1 } },
    { request: { kind: "checks", on: "head" } },
    { request: { kind: "issues", labels: ["a"] } },
    { request: { kind: "reference", what: "issue", repository: null, id: "1" } },
    { request: { kind: "reference", what: "run", repository: null, id: "1" } },
    { request: commitRequest(ELSEWHERE) },
  ])("$request.kind needs GitHub or a recording", async ({ request }) => {
    const checkout = await openCheckout(new TestFolder().root, { base: null });
    expect(await ask(offlineSource(checkout, null), request)).toEqual({
      state: "missing",
      reason: "needs-github",
      detail: "no connection to GitHub and no recorded facts",
    });
  });

  it("answers every request in its place", async () => {
    const { repository, head } = forked();
    repository.write("a.md", "a\n");
    const checkout = await openCheckout(repository.root, { base: null });
    const facts = recorded({ accounts: { ana: { state: "user", access: "write" } } });
    const answers = await offlineSource(checkout, facts).read([
      { kind: "account", login: "ana" },
      { kind: "file", path: "a.md", revision: "evidence" },
      commitRequest(head),
      { kind: "account", login: "raj" },
      { kind: "changes" },
      { kind: "account", login: "ana" },
    ]);
    expect(
      answers.map((fact) => (fact.state === "known" ? fact.value : fact.reason)),
    ).toMatchObject([
      { state: "user" },
      { state: "file" },
      { state: "commit", ancestor: true },
      "needs-github",
      "needs-history",
      { state: "user" },
    ]);
  });

  it("answers nothing where nothing is asked", async () => {
    const checkout = await openCheckout(new TestFolder().root, { base: null });
    expect(await offlineSource(checkout, null).read([])).toEqual([]);
  });
});

describe("a commit of this repository", () => {
  it("is known to git: head, ancestors, and what is neither", async () => {
    const { repository, first, aside, head } = forked();
    const source = offlineSource(await openCheckout(repository.root, { base: null }), null);
    const facts = await source.read([
      commitRequest(head),
      commitRequest(first.slice(0, 8)),
      commitRequest(aside),
      commitRequest(first, "Acme/Shop"),
    ]);
    expect(facts).toEqual(
      [true, true, false, true].map((ancestor) => ({
        state: "known",
        value: { state: "commit", ancestor },
      })),
    );
  });

  it("is what git says, whatever was recorded", async () => {
    const { repository, aside } = forked();
    const facts = recorded({
      references: { commits: { [aside]: { state: "commit", ancestor: true } } },
    });
    const source = offlineSource(await openCheckout(repository.root, { base: null }), facts);
    expect(await ask(source, commitRequest(aside))).toMatchObject({ value: { ancestor: false } });
  });

  it("is what was recorded where git does not know it", async () => {
    const { repository } = forked();
    const commits = { [ELSEWHERE]: { state: "commit", ancestor: false } };
    const facts = recorded({ references: { commits } });
    const source = offlineSource(await openCheckout(repository.root, { base: null }), facts);
    expect(await ask(source, commitRequest(ELSEWHERE))).toMatchObject({ state: "known" });
  });

  it("of another repository is not looked for here", async () => {
    const { repository, head } = forked();
    const source = offlineSource(await openCheckout(repository.root, { base: null }), null);
    const fact = await ask(source, commitRequest(head, "acme/other"));
    expect(fact).toMatchObject({ state: "missing", reason: "needs-github" });
  });

  it("is no branch that is called like one, and no file", async () => {
    const { repository, head, aside } = forked();
    repository.git("branch", "deadbeef", aside);
    const blob = repository.write("a.md").git("hash-object", "-w", "a.md");
    const source = offlineSource(await openCheckout(repository.root, { base: null }), null);
    for (const id of ["deadbeef", blob, "HEAD", "side", `^${head}`, "--all", `${head}\n`, "abc"]) {
      const fact = await ask(source, commitRequest(id));
      expect(fact).toMatchObject({ state: "missing", reason: "needs-github" });
    }
  });

  it("may be out of reach in a shallow clone", async () => {
    const { repository, first, head } = forked();
    const clone = GitRepository.clone(repository, "--depth=1", "--branch=side");
    clone.git("fetch", "--quiet", "--depth=1", "origin", "aside");
    const other = clone.git("rev-parse", "FETCH_HEAD");
    const source = offlineSource(await openCheckout(clone.root, { base: null }), null);
    const facts = await source.read([head, first, other].map((id) => commitRequest(id)));
    expect(facts.map((fact) => (fact.state === "known" ? "known" : fact.reason))).toEqual([
      "known",
      "needs-github",
      "needs-history",
    ]);
  });
});

describe("notes about a recording", () => {
  it.each([
    { what: "none for what was recorded", content: () => ({}), codes: [] },
    {
      what: "none for this commit",
      content: (head: string) => ({ commit: head, repository: "Acme/shop" }),
      codes: [],
    },
    {
      what: "another commit",
      content: () => ({ commit: ELSEWHERE }),
      codes: ["FACTS-OTHER-COMMIT"],
    },
    {
      what: "another repository",
      content: () => ({ repository: "acme/other" }),
      codes: ["FACTS-OTHER-REPOSITORY"],
    },
  ])("$what", async ({ content, codes }) => {
    const { repository, head } = forked();
    const checkout = await openCheckout(repository.root, { base: null });
    const notes = recordingNotes(checkout, recorded(content(head)));
    expect(notes.map(({ code }) => code)).toEqual(codes);
  });
});
