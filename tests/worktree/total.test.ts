import fc from "fast-check";
import { expect, it } from "vitest";
import type { FactRequest } from "../../src/model/fact.ts";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { offlineSource } from "../../src/worktree/offline-source.ts";
import { GitRepository, sharedFolder } from "../support/git-repository.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "READINESS.md": "# Ready\n",
  "docs/a.md": "a\n",
  ".github/b.yml": "b\n",
};

const outside = GitRepository.create(sharedFolder()).write("secret.md", "secret\n");
const repository = GitRepository.create(sharedFolder());
for (const [path, text] of Object.entries(TEXTS)) repository.write(path, text);
repository.link("link", outside.root).link("link.md", outside.path("secret.md")).pipe("pipe");
repository.commit();

const segment = fc.oneof(
  fc.constantFrom(
    ...["..", ".", "", ".git", ".GIT", "docs", "link", "config", "secret.md", "READINESS.md"],
    ...["a.md", "*", "**", "~", "\\", "\0", "C:", "-x", ":/", "pipe", "%2e%2e"],
  ),
  fc.string({ maxLength: 6, unit: "binary" }),
);
const path = fc.array(segment, { maxLength: 5 }).map((segments) => segments.join("/"));
const revision = fc.oneof(fc.constantFrom("evidence", "base"), path);

const request: fc.Arbitrary<FactRequest> = fc.oneof(
  fc.record({ kind: fc.constant("file"), path, revision }),
  fc.record({ kind: fc.constantFrom("files", "folders"), glob: path, revision }),
) as fc.Arbitrary<FactRequest>;

it("reads no path beyond the repository, and never throws", async () => {
  const source = offlineSource(await openCheckout(repository.root, { base: "main" }), null);
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 3 }), async (requests) => {
      const facts = await source.read(requests);
      expect(facts).toHaveLength(requests.length);
      for (const [index, fact] of facts.entries()) {
        const asked = requests[index];
        if (fact.state === "missing" || asked === undefined) continue;
        if (asked.kind === "file") {
          const text = "file" in fact.value ? fact.value.file : null;
          expect(text).toEqual(asked.path in TEXTS ? expect.anything() : null);
        } else {
          expect(JSON.stringify(fact.value)).not.toMatch(/secret|"\.git["/]|\.\./);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
