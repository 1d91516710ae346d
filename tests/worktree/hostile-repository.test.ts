import { appendFileSync, existsSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FactRequest } from "../../src/model/fact.ts";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { offlineSource } from "../../src/worktree/offline-source.ts";
import { readPolicyFiles } from "../../src/worktree/policy-files.ts";
import { GitRepository, temporaryFolder } from "../support/git-repository.ts";

/** Settings that make one git command or another start a program. */
const SETTINGS = (run: string) => `
[core]
	fsmonitor = "${run}"
	hooksPath = .hooks
	pager = "${run}"
	editor = "${run}"
	sshCommand = "${run}"
	askPass = "${run}"
	gitProxy = "${run}"
	alternateRefsCommand = "${run}"
	attributesFile = .gitattributes
[pager]
	log = "${run}"
	diff = "${run}"
[gpg]
	program = "${run}"
[gpg "ssh"]
	program = "${run}"
[log]
	showSignature = true
	follow = true
[diff]
	external = "${run}"
[diff "evil"]
	command = "${run}"
	textconv = "${run}"
[filter "evil"]
	clean = "${run}"
	smudge = "${run}"
	process = "${run}"
	required = true
[filter "Other One"]
	clean = "${run}"
	required = true
[merge "evil"]
	driver = "${run}"
[credential]
	helper = "!${run}"
[alias]
	ls-files = "!${run}"
	log = "!${run}"
[submodule]
	recurse = true
[status]
	submoduleSummary = true
[extensions]
	partialClone = origin
[remote "origin"]
	url = "ext::${run}"
	promisor = true
	partialCloneFilter = blob:none
	uploadpack = "${run}"
	vcs = evil
[protocol "ext"]
	allow = always
[uploadpack]
	packObjectsHook = "${run}"
[trace2]
	eventTarget = "${run}"
`;

/** @param young files that the index cannot vouch for by their time. */
function hostile(young: readonly string[] = []) {
  const marker = join(temporaryFolder(), "ran");
  const script = join(temporaryFolder(), "run.sh");
  const repository = GitRepository.create()
    .write("READINESS.md", "# Ready\n")
    .write("other.md", "other\n")
    .write(".gitattributes", "*.md filter=evil diff=evil merge=evil\n*.txt filter=Other\\ One\n")
    .write("a.txt");
  repository.commit();
  repository.branch("side").write("READINESS.md", "# Readier\n");
  const inner = GitRepository.create().write("inner.md");
  inner.commit();
  repository.git("submodule", "--quiet", "add", `file://${inner.root}`, "module");
  const soon = new Date(Date.now() + 3_600_000);
  for (const path of young) utimesSync(repository.path(path), soon, soon);
  const head = repository.commit();
  new GitRepository(join(script, "..")).write("run.sh", `#!/bin/sh\ntouch ${marker}\n`, 0o755);
  for (const hook of ["post-index-change", "post-checkout", "reference-transaction"]) {
    repository.write(`.hooks/${hook}`, `#!/bin/sh\ntouch ${marker}\n`, 0o755);
    repository.write(`.git/hooks/${hook}`, `#!/bin/sh\ntouch ${marker}\n`, 0o755);
  }
  appendFileSync(repository.path(".git/config"), SETTINGS(script));
  appendFileSync(repository.path(".git/modules/module/config"), SETTINGS(script));
  new GitRepository(repository.path("module")).write("dirty.md");
  return { repository, marker, head };
}

async function readEverything(repository: GitRepository, head: string) {
  const checkout = await openCheckout(repository.root, { base: "main" });
  const source = offlineSource(checkout, null);
  const missingBlob = "1".repeat(40);
  const requests: FactRequest[] = [
    ...["evidence", "base", head, missingBlob].flatMap((revision): FactRequest[] => [
      { kind: "file", path: "READINESS.md", revision },
      { kind: "file", path: "other.md", revision },
      { kind: "files", glob: "**", revision },
      { kind: "folders", glob: "**", revision },
    ]),
    { kind: "history", path: "READINESS.md", revision: "base" },
    { kind: "history", path: "READINESS.md", revision: "evidence" },
    { kind: "changes" },
    { kind: "reference", what: "commit", repository: null, id: head.slice(0, 8) },
    { kind: "reference", what: "commit", repository: null, id: missingBlob },
  ];
  const facts = await source.read(requests);
  const policy = await readPolicyFiles(checkout, source, {
    policy: null,
    organization: null,
    cwd: repository.root,
  });
  return { facts, policy };
}

describe("a hostile repository", () => {
  it("cannot run a program by its settings, hooks or attributes", async () => {
    const { repository, marker, head } = hostile();
    const { facts } = await readEverything(repository, head);
    expect(existsSync(marker)).toBe(false);
    const known = facts.filter(({ state }) => state === "known");
    expect(known.length).toBeGreaterThan(12);
  });

  it("nor when files are younger than the index, and git compares their content", async () => {
    const { repository, marker, head } = hostile(["other.md", "a.txt"]);
    const { facts } = await readEverything(repository, head);
    expect(existsSync(marker)).toBe(false);
    expect(facts.filter(({ state }) => state === "known").length).toBeGreaterThan(12);
  });

  it("nor when an object is missing that its remote should bring", async () => {
    const { repository, marker, head } = hostile();
    const blob = repository.git("rev-parse", "main:READINESS.md");
    repository.unlink(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`);
    const { facts } = await readEverything(repository, head);
    expect(existsSync(marker)).toBe(false);
    expect(facts.some(({ state }) => state === "missing")).toBe(true);
  });

  it("would have run them, had git been asked plainly", () => {
    const { repository, marker } = hostile();
    expect(existsSync(marker)).toBe(false);
    try {
      repository.git("status");
    } catch {
      // The programs it starts give no sensible answers.
    }
    expect(existsSync(marker)).toBe(true);
  });

  it("makes changes missing where a filter's name cannot be overruled", async () => {
    const { repository } = hostile();
    appendFileSync(repository.path(".git/config"), '[filter "a=b"]\n\tclean = touch x\n');
    const checkout = await openCheckout(repository.root, { base: "main" });
    const [changes] = await offlineSource(checkout, null).read([{ kind: "changes" }]);
    expect(changes).toMatchObject({ state: "missing", reason: "unreadable" });
  });
});
