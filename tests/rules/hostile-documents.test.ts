import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checklist } from "../../src/rules/checklist.ts";
import { document } from "../../src/rules/document.ts";
import { owners } from "../../src/rules/owners.ts";
import { table } from "../../src/rules/table.ts";
import { askRule } from "../support/ask-rule.ts";
import { MemorySource } from "../support/memory-source.ts";

const PIECES = [
  "## Gate",
  "### Gate",
  "- [x] `a` It · @ana · [e](docs/a.md) · 2026-09-01",
  "- [ ] `a` It",
  "  - [ ] `b` Nested",
  "  - Owner: @ana",
  "  - Evidence: #12",
  "  - Evidence: https://user:pw@host.example/%zz",
  "  - Reviewed: 31.12.2026",
  "  - N/A: one two three four",
  "-[x] `a`",
  "| Role | Owner | Backup |",
  "|---|---|---|",
  "| a | @ana | @ana |",
  "| __proto__ | constructor |",
  "| a\u202e | @\u200b | \0 |",
  "---",
  "last_reviewed: 2026-09-01",
  "last_reviewed: {a: [",
  "```",
  "````mermaid",
  "<!-- gate: gate -->",
  "<!-- id: a",
  "> > > - [x] `a`",
  "[link](../../x.md#\ud800)",
  "[ref]: docs/a.md",
  "<details>",
  "\tTODO <x>",
  "",
];

const RULES = [
  {
    rule: checklist,
    options: {
      items: [{ id: "a", require: ["owner", "evidence", "done_when", "reviewed"] }],
      extra: "require",
      individual: true,
    },
  },
  { rule: owners, options: { roles: ["a"], individual: true, backup: "required" } },
  {
    rule: document,
    options: { sections: ["Gate", "Nowhere"], links_resolve: true, diagram: true, forbid: ["x"] },
  },
  {
    rule: table,
    options: {
      columns: { Role: {}, Owner: { type: "owner" }, Backup: { type: "link", required: false } },
      rows: ["a"],
      unique: ["Role"],
    },
  },
];

describe("whatever the document says", () => {
  test.each(RULES)("$rule.type judges it", async ({ rule, options }) => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 12 })), {
        maxLength: 24,
      })
      .map((lines) => lines.join("\n"));
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const source = new MemorySource({
          evidence: { "READINESS.md": written, "docs/a.md": "# A\n" },
          base: { "READINESS.md": written.toUpperCase() },
        });
        const { findings } = await askRule(rule, { options, source, maxAge: "30d" });
        expect(findings.filter(({ code }) => code === "RULE-DEFECT")).toEqual([]);
        // Nothing that is made up here fulfils any of these rules.
        expect(findings.some(({ outcome }) => outcome === "failed" || outcome === "errored")).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  const LONG = [
    { name: "brackets", value: `${")".repeat(100_000)}x` },
    { name: "dots", value: `a${".".repeat(100_000)}` },
    { name: "slashes", value: "/".repeat(100_000) },
    { name: "mentions", value: "@a ".repeat(30_000) },
    { name: "hashes", value: "#1 ".repeat(30_000) },
  ];
  test.each(LONG)("a field full of $name is judged in time", async ({ value }) => {
    const written = `## Gate\n\n- [x] \`a\` It\n  - Owner: ${value}\n  - Evidence: ${value}\n`;
    const started = performance.now();
    await askRule(checklist, {
      options: { items: [{ id: "a", require: ["owner", "evidence"] }] },
      source: new MemorySource({ evidence: { "READINESS.md": written } }),
    });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
