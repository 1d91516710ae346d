import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { AppliedWaiver, Verdict } from "../../src/model/verdict.ts";
import { renderPretty, renderQuiet } from "../../src/render/pretty.ts";
import type { Look } from "../../src/render/terminal-text.ts";
import { widthOf } from "../../src/render/wrap-text.ts";
import { aFinding, aGate, aRule, aVerdict, HOSTILE, theBlockedExample } from "./verdicts.ts";

const PLAIN: Look = { width: 80, paint: (_, text) => text };

function lastLine(verdict: Verdict): string {
  return renderPretty(verdict, null, PLAIN).trimEnd().split("\n").at(-1) ?? "";
}

function failing(...findings: Partial<Finding>[]): Verdict {
  return aVerdict({
    gates: [
      aGate("Data", "failed", {
        rules: [aRule("failed", { findings: findings.map((parts) => aFinding(parts)) })],
      }),
    ],
  });
}

test("a gate that does not count yet says from when it will, which is when its first rule does", () => {
  const rules = ["2027-02-01", "2026-12-15"].map((countsFrom) =>
    aRule("scheduled", { countsFrom }),
  );
  const gates = [aGate("Data", "passed"), aGate("Cost", "scheduled", { rules })];
  const text = renderPretty(aVerdict({ decision: "go", gates }), null, PLAIN);
  expect(text).toContain("Cost (scheduled from 2026-12-15)");
});

test("a blocked promotion reads as it was designed", () => {
  expect(renderPretty(theBlockedExample(), "shop", PLAIN)).toBe(`\
production: shop at 4f2c9ab, policy production@91d03e7

FAIL  Ownership  payments-api has no on-call owner
      READINESS.md:18:3
      fix: set \`on-call: acme/payments\` (team that owns this path,
           CODEOWNERS:7)

FAIL  Runbook    docs/runbooks/payments-api.md does not exist
      READINESS.md:24:12
      fix by release-managers: stage-gates scaffold runbook payments-api

WARN  Load test  result is 34 days old, limit 30
      READINESS.md:27:5
      fix: measure again

PASS  Rollback plan, Security review

Next  2 steps to green, 1 for you, 1 for release-managers
      all of them: stage-gates next
      why it is asked: stage-gates explain ownership

Blocked: 2 fail, 1 warns, 2 pass
`);
});

describe("the last line", () => {
  const passed = aGate("A", "passed");
  test.each([
    { verdict: aVerdict({ decision: "go", gates: [passed] }), line: "Ready: 1 passes" },
    { verdict: aVerdict({ decision: "go" }), line: "Ready: no gates apply" },
    {
      verdict: aVerdict({ gates: [aGate("A", "scheduled")] }),
      line: "Blocked: no gate counts, and nothing passes on nothing",
    },
    {
      verdict: aVerdict({ mode: "advisory", gates: [aGate("A", "failed"), passed] }),
      line: "Would block (advisory): 1 fails, 1 passes",
    },
    {
      verdict: aVerdict({ gates: [aGate("A", "errored"), aGate("B", "pending")] }),
      line: "Blocked: 1 cannot be judged, 1 waits",
    },
    {
      verdict: aVerdict({ decision: "conditional-go", gates: [aGate("A", "conditional"), passed] }),
      line: "Ready on conditions: 1 passes on conditions, 1 passes",
    },
    {
      verdict: aVerdict({
        decision: "conditional-go",
        gates: [aGate("A", "conditional", { rules: [aRule("waived", { waiver: WAIVER })] })],
      }),
      line: "Ready on a waiver: 1 passes on conditions",
    },
    {
      verdict: aVerdict({
        decision: "undetermined",
        gates: [aGate("A", "passed", { undetermined: true }), passed],
      }),
      line: "Undetermined: 1 needs GitHub, 1 passes",
    },
  ])("$line", ({ verdict, line }) => {
    expect(lastLine(verdict)).toBe(line);
    expect(renderQuiet(verdict, PLAIN)).toBe(`${line}\n`);
  });
});

const WAIVER: AppliedWaiver = {
  kind: "waiver",
  reason: "CRM",
  until: "2026-10-26",
  approvedBy: ["@ana"],
  approvedIn: 441,
};

test("a waiver is shown with who granted it and until when", () => {
  const gate = aGate("Data", "conditional", {
    rules: [aRule("waived", { title: "No manual step", waiver: WAIVER, findings: [aFinding()] })],
  });
  const text = renderPretty(aVerdict({ decision: "conditional-go", gates: [gate] }), null, PLAIN);
  expect(text).toContain("“No manual step” is waived until 2026-10-26 by @ana in #441: CRM");
  expect(text).not.toContain("is not ticked");
});

test("what one remedy mends stands together, and the remedy once", () => {
  const text = renderPretty(
    failing(...["a", "b", "c"].map((item) => ({ problem: `${item} is not ticked` }))),
    null,
    PLAIN,
  );
  expect(text.match(/is not ticked/g)).toHaveLength(3);
  expect(text.match(/fix:/g)).toHaveLength(1);
});

describe("many findings", () => {
  const findings = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      problem: `problem ${index}`,
      remedy: `remedy ${index}`,
    }));

  test.each([
    { name: "few are told in full", count: 5, full: 5, brief: 0, hidden: null },
    { name: "more in short", count: 12, full: 5, brief: 7, hidden: null },
    { name: "more than that are counted", count: 40, full: 5, brief: 20, hidden: "15 findings" },
    { name: "of very many only the first", count: 41, full: 2, brief: 0, hidden: "39 findings" },
    { name: "of thousands too", count: 5000, full: 2, brief: 0, hidden: "4,998 findings" },
  ])("$name", ({ count, full, brief, hidden }) => {
    const verdict = failing(...findings(count));
    const step = {
      step: "s",
      problem: "s",
      at: null,
      who: null,
      service: null,
      paste: null,
      gate: "data",
      rule: "rule",
    };
    const text = renderPretty({ ...verdict, next: [step] }, null, PLAIN);
    expect(text.match(/fix: remedy/g)).toHaveLength(full);
    expect(text.match(/problem \d/g)).toHaveLength(full + brief);
    expect(/(.*) not shown here/.exec(text)?.[1]?.trim() ?? null).toBe(hidden);
  });

  test("of one remedy are counted where they are cut", () => {
    const one = Array.from({ length: 30 }, (_, index) => ({ problem: `problem ${index}` }));
    expect(renderPretty(failing(...one), null, PLAIN)).toContain("and 10 findings more");
  });

  test("gates are counted as well", () => {
    const gates = Array.from({ length: 60 }, (_, index) =>
      aGate(`Gate ${index}`, "failed", {
        rules: [aRule("failed", { findings: [aFinding({ problem: `p ${index}` })] })],
      }),
    );
    const text = renderPretty(aVerdict({ gates }), null, PLAIN);
    expect(text.match(/^FAIL/gm)).toHaveLength(40);
    expect(text).toContain("20 gates more with something to tell: Gate 40, ");
    expect(text).toContain("Blocked: 60 fail");
  });
});

test("what two rules found alike is told once", () => {
  const rule = aRule("failed", { findings: [aFinding()] });
  const gate = aGate("Data", "failed", { rules: [rule, { ...rule, id: "other" }] });
  const text = renderPretty(aVerdict({ gates: [gate] }), null, PLAIN);
  expect(text.match(/is not ticked/g)).toHaveLength(1);
});

test("a finding of another standing than its gate's carries its word", () => {
  const text = renderPretty(
    failing({ problem: "p1" }, { problem: "p2", outcome: "warned", remedy: "r" }),
    null,
    PLAIN,
  );
  expect(text).toContain("      p1\n");
  expect(text).toContain("      WARN p2\n");
});

test("names of gates on one line with their findings make a column", () => {
  const gate = (title: string, length: number) =>
    aGate(title, "failed", {
      rules: [aRule("failed", { findings: [aFinding({ problem: "x".repeat(length) })] })],
    });
  const gates = [gate("A", 10), gate("A longer name", 10), gate("One that does not fit", 60)];
  const lines = renderPretty(aVerdict({ gates }), null, PLAIN).split("\n");
  expect(lines.filter((line) => line.startsWith("FAIL"))).toEqual([
    "FAIL  A              xxxxxxxxxx",
    "FAIL  A longer name  xxxxxxxxxx",
    "FAIL  One that does not fit",
  ]);
});

test("a gate that passes on some of its rules does not show what the others lack", () => {
  const gate = aGate("Any", "warned", {
    rules: [
      aRule("warned", { findings: [aFinding({ outcome: "warned", problem: "old" })] }),
      aRule("failed", { findings: [aFinding({ problem: "missing" })] }),
    ],
  });
  const text = renderPretty(aVerdict({ decision: "go", gates: [gate] }), null, PLAIN);
  expect(text).toContain("old");
  expect(text).not.toContain("missing");
});

test("several services stand in a table, and are told of where something is wrong", () => {
  const text = renderPretty(
    aVerdict({
      services: ["billing", "search"],
      gates: [
        aGate("Data", "failed", {
          service: "billing",
          rules: [aRule("failed", { findings: [aFinding()] })],
        }),
        aGate("Cost", "passed", { service: "billing" }),
        aGate("Data", "passed", { service: "search" }),
        aGate("Cost", "passed", { service: "search" }),
      ],
    }),
    null,
    PLAIN,
  );
  expect(text).toContain("  billing  FAIL  ok\n  search   ok    ok\n");
  expect(text).toContain("FAIL  billing · Data");
  expect(text).not.toContain("PASS");
});

describe("foreign text", () => {
  const verdicts = HOSTILE.map((text) => ({
    text,
    verdict: aVerdict({
      stage: text,
      policy: { ref: text, sha: null, files: [] },
      services: [text, "b"],
      gates: [
        aGate(text, "failed", {
          service: text,
          waitsFor: [text],
          rules: [
            aRule("failed", {
              title: text,
              findings: [
                aFinding({ problem: text, remedy: text, asks: text, at: null }),
                aFinding({ problem: text, at: { file: text, line: 1, column: 1 } }),
              ],
            }),
            aRule("waived", { title: text, waiver: { ...WAIVER, reason: text, until: text } }),
          ],
        }),
        aGate(text, "passed"),
      ],
      notes: [{ code: "X", message: text, at: { file: text, line: 1, column: 1 } }],
      next: [
        {
          step: text,
          problem: text,
          paste: text,
          at: null,
          who: text,
          service: text,
          gate: text,
          rule: text,
        },
      ],
    }),
  }));

  test.each(verdicts)("forges no line and moves no cursor: $text", ({ verdict }) => {
    const text = renderPretty(verdict, verdict.stage, PLAIN);
    expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    const lines = text.split("\n");
    expect(lines.filter((line) => /^PASS/.test(line))).toEqual([]);
    expect(lines.filter((line) => /^(Ready|Blocked)/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });
});

test.each([60, 80, 100])("fits into %i columns but for words that are longer", (width) => {
  const text = renderPretty(theBlockedExample(), "shop", { ...PLAIN, width });
  for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(width);
});

test("colour only repeats the words", () => {
  const painted = renderPretty(theBlockedExample(), "shop", {
    width: 80,
    paint: (tone, text) => `<${tone}>${text}</${tone}>`,
  });
  expect(painted.replace(/<\/?(fail|warn|pass|strong|quiet)>/g, "")).toBe(
    renderPretty(theBlockedExample(), "shop", PLAIN),
  );
});
