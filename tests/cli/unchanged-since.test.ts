import { describe, expect, test } from "vitest";
import { unchangedSince } from "../../src/cli/unchanged-since.ts";
import type { FactRequest } from "../../src/model/fact.ts";
import type { FactSource } from "../../src/model/ports.ts";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { checkoutSource } from "../../src/worktree/checkout-source.ts";
import { GitRepository, TestFolder, temporaryFolder } from "../support/git-repository.ts";

const NOW = Date.parse("2026-10-01T12:00:00Z");

async function sinceOf(root: string, ...files: readonly string[]) {
  const batches: (readonly FactRequest[])[] = [];
  const checkout = checkoutSource(await openCheckout(root, { base: null }));
  const source: FactSource = {
    read(requests) {
      batches.push(requests);
      return checkout.read(requests);
    },
  };
  const since = await unchangedSince(files, source, NOW);
  const days = [...since].map(([path, at]) => `${path} ${new Date(at).toISOString().slice(0, 10)}`);
  return { days, batches };
}

/** A readiness document of March and a runbook mended thirteen days ago. */
function aRepository(): GitRepository {
  const repository = GitRepository.create();
  repository.write("READINESS.md", "# Ready\n");
  repository.write("docs/runbook.md", "# Runbook\n");
  repository.commit("first", "2026-03-02T08:00:00Z");
  repository.write("docs/runbook.md", "# Runbook, better\n");
  repository.commit("second", "2026-09-18T08:00:00Z");
  return repository;
}

describe("of files that block", () => {
  test("those unchanged for long say since when, in one batch", async () => {
    const { days, batches } = await sinceOf(
      aRepository().root,
      "READINESS.md",
      "docs/runbook.md",
      "READINESS.md",
      "docs/none.md",
    );
    expect(days).toEqual(["READINESS.md 2026-03-02"]);
    expect(batches).toHaveLength(1);
    expect(batches[0]).toHaveLength(6);
  });

  test("what is being edited is not told as unchanged", async () => {
    const clone = GitRepository.clone(aRepository());
    clone.write("READINESS.md", "# Ready soon\n");
    expect((await sinceOf(clone.root, "READINESS.md")).days).toEqual([]);
  });

  test("nothing is told, and nothing fails, where the history cannot be read", async () => {
    const shallow = GitRepository.clone(aRepository(), "--depth", "1");
    expect((await sinceOf(shallow.root, "READINESS.md")).days).toEqual([]);
    const folder = new TestFolder(temporaryFolder());
    folder.write("READINESS.md", "# Ready\n");
    expect((await sinceOf(folder.root, "READINESS.md")).days).toEqual([]);
  });

  test.each(["../secret.md", "-n", "a\nb.md", ""])("a path as %j tells nothing", async (path) => {
    expect((await sinceOf(aRepository().root, path)).days).toEqual([]);
  });
});
