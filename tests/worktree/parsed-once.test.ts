import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openPolicy } from "../../src/cli/open-policy.ts";
import { readFactsFile } from "../../src/cli/read-facts.ts";
import { judge } from "../../src/guard.ts";
import type { Fact, FactAnswer, FileFact, FileText } from "../../src/model/fact.ts";
import type { FactSource } from "../../src/model/ports.ts";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { offlineSource } from "../../src/worktree/offline-source.ts";
import { GitRepository } from "../support/git-repository.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/monorepo/", import.meta.url));

/** Hands out what a source answers, and counts how often the text of each blob is taken to be parsed. */
class CountingSource implements FactSource {
  readonly parses = new Map<string, number>();
  readonly paths = new Map<string, string>();
  readonly #source: FactSource;
  /** One object of the source stays one object. */
  readonly #counted = new Map<FileText, FileText>();

  constructor(source: FactSource) {
    this.#source = source;
  }

  async read(...[requests]: Parameters<FactSource["read"]>) {
    const facts = await this.#source.read(requests);
    return facts.map((fact, index): Fact<FactAnswer> => {
      const request = requests[index];
      if (fact.state !== "known" || request?.kind !== "file") return fact;
      const content = fact.value as FileFact;
      if (content.state !== "file") return fact;
      this.paths.set(`${request.revision} ${request.path}`, content.file.blob);
      return { ...fact, value: { state: "file", file: this.#count(content.file) } };
    });
  }

  #count(file: FileText): FileText {
    const known = this.#counted.get(file);
    if (known !== undefined) return known;
    const { parses } = this;
    const counted: FileText = {
      blob: file.blob,
      get text() {
        parses.set(file.blob, (parses.get(file.blob) ?? 0) + 1);
        return file.text;
      },
    };
    this.#counted.set(file, counted);
    return counted;
  }
}

test("each blob of thirty services is parsed once, for all rules, services and revisions", async () => {
  const repository = GitRepository.create();
  cpSync(EXAMPLE, repository.root, { recursive: true });
  const document = (service: string) => join(repository.root, "services", service, "READINESS.md");
  cpSync(document("sitemap"), document("wishlist"));
  repository.commit("Shop");
  repository.git("branch", "production");

  const checkout = await openCheckout(repository.root, { base: "production" });
  const recorded = readFactsFile("facts.json", repository.root);
  if (recorded.state === "invalid") throw new Error("the example's facts do not fit");
  const source = new CountingSource(offlineSource(checkout, recorded.facts));
  const none = { policy: null, organization: null, cwd: repository.root };
  const opened = await openPolicy(checkout, source, none);
  if (opened.state === "invalid") throw new Error("the example's policy does not fit");
  const verdict = await judge({
    ...opened,
    notes: [],
    source,
    repository: recorded.facts?.repository ?? null,
    now: Date.parse("2026-10-01T12:00:00Z"),
    stage: "production",
    services: readdirSync(join(repository.root, "services")),
    local: false,
    commit: checkout.head,
  });

  expect(verdict.services).toHaveLength(30);
  const documents = verdict.services.map((id) =>
    source.paths.get(`evidence services/${id}/READINESS.md`),
  );
  expect(documents.filter((blob) => blob !== undefined)).toHaveLength(30);
  expect(new Set(documents)).toHaveLength(29);
  const often = [...source.parses].filter(([, count]) => count !== 1);
  expect(often).toEqual([]);
  expect(source.parses.size).toBe(new Set(source.paths.values()).size);
});
