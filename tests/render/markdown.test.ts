import { describe, expect, test } from "vitest";
import type { Verdict } from "../../src/model/verdict.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { expectInert, read } from "./reading.ts";
import {
  aFinding,
  aGate,
  aRule,
  aVerdict,
  foreign,
  HOSTILE,
  theBlockedExample,
} from "./verdicts.ts";

function heading(verdict: Verdict): string {
  return renderMarkdown(verdict).split("\n")[0] ?? "";
}

test("the verdict comes first, then what blocks and who mends it", () => {
  const lines = renderMarkdown(theBlockedExample()).split("\n");
  expect(lines.slice(0, 10)).toEqual([
    "### ❌ Blocked: 2 of 5 gates fail for `production`",
    "",
    "**1. Ownership:** payments-api has no on-call owner",
    "",
    "- **Fix:** set `on-call: acme/payments` (team that owns this path, CODEOWNERS:7) (`READINESS.md:18`)",
    "",
    "**2. Runbook:** docs/runbooks/payments-api.md does not exist",
    "",
    "- **Who can fix it:** `release-managers`",
    "- **Fix:** stage-gates scaffold runbook payments-api (`READINESS.md:24`)",
  ]);
  expect(lines).toContain("<summary>✅ 2 gates passed: Rollback plan, Security review</summary>");
});

describe("the heading", () => {
  const passed = aGate("A", "passed");
  const failed = aGate("A", "failed");
  test.each([
    { verdict: aVerdict({ decision: "go", gates: [passed] }), text: "✅ Ready: 1 gate passes" },
    { verdict: aVerdict({ decision: "go" }), text: "✅ Ready: no gates apply" },
    { verdict: aVerdict(), text: "❌ Blocked: no gate counts" },
    {
      verdict: aVerdict({ gates: [failed, passed, aGate("B", "pending")] }),
      text: "❌ Blocked: 1 of 3 gates fails, 1 is pending",
    },
    {
      verdict: aVerdict({ mode: "advisory", gates: [failed] }),
      text: "⚠️ Would block: 1 of 1 gate fails",
    },
    {
      verdict: aVerdict({ decision: "conditional-go", gates: [passed, aGate("B", "conditional")] }),
      text: "✅ Ready on conditions: 1 gate passes, 1 on conditions",
    },
    {
      verdict: aVerdict({
        decision: "undetermined",
        gates: [aGate("A", "passed", { undetermined: true })],
      }),
      text: "⚠️ Undetermined: 1 of 1 gate needs GitHub",
    },
  ])("$text", ({ verdict, text }) => {
    expect(heading(verdict).startsWith(`### ${text} for \`production\``)).toBe(true);
  });

  test("says what is wrong with the policy instead of a verdict", () => {
    const at = { file: "p.yml", line: 1, column: 1 };
    const problems = [{ code: "x", message: "unknown key", at, help: "drop it" }];
    const text = renderMarkdown(aVerdict({ problems }));
    expect(text.startsWith("### ❌ No verdict: the policy has 1 problem\n")).toBe(true);
    expect(text).toContain("unknown key (`p.yml:1:1`)");
  });
});

describe("foreign text stays text", () => {
  const rows = HOSTILE.flatMap((text) => [
    { text, of: "one service", services: [] },
    { text, of: "many services", services: [text, "billing"] },
  ]);
  test.each(rows)("$text, of $of", ({ text, services }) => {
    const markdown = renderMarkdown({ ...foreign(text), services });
    const seen = expectInert(markdown, /^$/);
    expect(seen.headings).toBe(1);
  });

  test("plain foreign text leaves the same tree behind", () => {
    const tame = read(renderMarkdown(foreign("tame")));
    expect(tame.html).toContain("</details>");
  });
});

describe("a report over the limit", () => {
  const long = "x ".repeat(280);
  const blocked = Array.from({ length: 200 }, (_, gate) =>
    aGate(`Gate ${gate}`, "failed", {
      rules: [
        aRule("failed", {
          findings: Array.from({ length: 50 }, (_, index) =>
            aFinding({ problem: `${long}${index}`, remedy: `${long}${index}` }),
          ),
        }),
      ],
    }),
  );

  test("is cut from its least important end, with counts", () => {
    const passed = Array.from({ length: 500 }, (_, index) => aGate(`Passing ${index}`, "passed"));
    const text = renderMarkdown(aVerdict({ gates: [...blocked, ...passed] }));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.startsWith("### ❌ Blocked: 200 of 700 gates fail")).toBe(true);
    expect(text).toContain("**1. Gate 0:**");
    expect(text).toMatch(
      /Too long to show: 1\d\d more blocking gates, 200 more lists of findings, 1 more table of gates\./,
    );
  });

  test("keeps what blocks and drops what passes", () => {
    const some = Array.from({ length: 60 }, (_, index) =>
      aGate(`Passing ${index}`, "passed", {
        rules: Array.from({ length: 40 }, () => aRule("passed", { title: long })),
      }),
    );
    const text = renderMarkdown(aVerdict({ gates: [...some, ...blocked.slice(0, 2)] }));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain("**2. Gate 1:**");
  });
});
