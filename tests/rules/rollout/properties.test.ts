import fc from "fast-check";
import { expect, it } from "vitest";
import type { FileVersion } from "../../../src/model/fact.ts";
import { rollout } from "../../../src/rules/rollout.ts";
import { askRule } from "../../support/ask-rule.ts";
import { MemorySource } from "../../support/memory-source.ts";

const STAGES = [
  { id: "canary", percent: [1, 5], min_soak: "48h" },
  { id: "wider", percent: [5, 50], min_soak: "3d" },
  { id: "all", kind: "full" },
];

const MERGED = Date.parse("2026-09-30T10:00:00Z");

async function judge(base: string, head: string) {
  const source = new MemorySource({
    base: { "rollout.yml": base },
    evidence: { "rollout.yml": head },
  });
  const version: FileVersion = {
    commit: "c".repeat(40),
    at: MERGED,
    content: { state: "file", file: { text: base, blob: base } },
  };
  source.with<"history">({ kind: "history", path: "rollout.yml", revision: "base" }, [version]);
  const { findings } = await askRule(rollout, { options: { stages: STAGES }, source });
  return findings;
}

const value = fc.oneof(
  fc.constantFrom(
    "canary",
    "wider",
    "all",
    "true",
    "no",
    "5",
    "20",
    "100",
    "2026-08-01",
    "2026-09-30T00:00:00Z",
    "<why>",
  ),
  fc.string({ maxLength: 12 }),
  fc.json({ maxDepth: 2 }),
);
const text = fc
  .array(fc.tuple(fc.constantFrom("stage", "percent", "rollback", "started_at", "x"), value), {
    maxLength: 5,
  })
  .map((lines) => lines.map(([key, what]) => `${key}: ${what}\n`).join(""));

it("more is never exposed before the soak is over, whatever the files say", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("", "started_at: 2026-01-01\n", "rollback: true\n"),
      text,
      async (typed, more) => {
        const findings = await judge(
          `stage: canary\npercent: 5\n${typed}`,
          `stage: wider\npercent: 20\n${more}`,
        );
        expect(findings).not.toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

it("never throws, whatever the files hold", async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (base, head) => {
      const codes = (await judge(base || "x", head || "x")).map(({ code }) => code);
      expect(codes).not.toContain("RULE-DEFECT");
    }),
    { numRuns: 2000 },
  );
});
