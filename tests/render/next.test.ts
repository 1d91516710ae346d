import { describe, expect, test } from "vitest";
import type { Expiry, NextStep } from "../../src/model/verdict.ts";
import { renderNext } from "../../src/render/next.ts";
import type { Look } from "../../src/render/terminal-text.ts";
import { aFinding, aGate, aRule, aVerdict, HOSTILE } from "./verdicts.ts";

const PLAIN: Look = { width: 80, paint: (_, text) => text };

function step(over: Partial<NextStep>): NextStep {
  const at = { file: "READINESS.md", line: 18, column: 3 };
  const said = {
    step: "tick it",
    problem: "`a` is not ticked",
    who: null,
    service: null,
    paste: null,
  };
  return { ...said, at, gate: "data", rule: "items", ...over };
}

const lines = (next: readonly NextStep[]) =>
  renderNext(aVerdict({ next }), PLAIN).trimEnd().split("\n");

test("steps stand with whoever takes them, the most first", () => {
  const next = [
    step({ who: "@ana" }),
    step({ problem: "`b` is not ticked" }),
    step({ who: "@ana", at: null, service: "billing", step: "approve it" }),
  ];
  expect(lines(next)).toEqual([
    "@ana: 2 steps",
    "",
    "  READINESS.md:18  `a` is not ticked",
    "    fix: tick it",
    "",
    "  billing data/items  `a` is not ticked",
    "    fix: approve it",
    "",
    "whoever opened the pull request: 1 step",
    "",
    "  READINESS.md:18  `b` is not ticked",
    "    fix: tick it",
    "",
    "3 steps remain, for 2 people",
  ]);
});

test("one step remains, for whoever it is", () => {
  expect(lines([step({})]).at(-1)).toBe("1 step remains");
});

test("with nothing left it says how it ended", () => {
  expect(lines([])).toHaveLength(1);
});

test.each([
  { count: 1, says: "1 finding warns and blocks nothing: `stage-gates check` shows which" },
  { count: 2, says: "2 findings warn and block nothing: `stage-gates check` shows which" },
])("$count that warn are counted, with steps or without", ({ count, says }) => {
  const warned = aFinding({ outcome: "warned" });
  const rules = [aRule("warned", { findings: Array.from({ length: count }, () => warned) })];
  const verdict = aVerdict({ gates: [aGate("Data", "warned", { rules })] });
  const out = renderNext(verdict, PLAIN).split("\n");
  expect(out.slice(0, 2)).toEqual([says, ""]);
  expect(renderNext({ ...verdict, next: [step({})] }, PLAIN)).toContain(`\n${says}\n`);
});

test("five hundred steps are all there", () => {
  const next = Array.from({ length: 500 }, (_, index) => step({ problem: `item ${index}` }));
  expect(lines(next).filter((line) => line.startsWith("    fix:"))).toHaveLength(500);
});

describe("what can be pasted", () => {
  const shown = (over: Partial<NextStep>) => lines([step(over)]).slice(3, -2);

  test.each([
    {
      name: "a line that the remedy ends with",
      over: { step: "name one: `Owner: @<login>`", paste: "Owner: @<login>" },
      out: ["    fix: name one:", "      Owner: @<login>"],
    },
    {
      name: "a line in the middle of the remedy",
      over: { step: "add `of: <x>` to its front matter", paste: "of: <x>" },
      out: ["    fix: add `of: <x>` to its front matter", "      of: <x>"],
    },
    {
      name: "several lines, indented as they are",
      over: {
        step: "add:\n- [ ] `a`\n  - Owner: @<login>",
        paste: "- [ ] `a`\n  - Owner: @<login>",
      },
      out: ["    fix: add:", "      - [ ] `a`", "        - Owner: @<login>"],
    },
    {
      name: "a row longer than the line, unbroken",
      over: { step: `add \`${"| cell ".repeat(30)}|\``, paste: `${"| cell ".repeat(30)}|` },
      out: ["    fix: add:", `      ${"| cell ".repeat(30)}|`],
    },
    {
      name: "nothing",
      over: { step: "wait for it to end", paste: null },
      out: ["    fix: wait for it to end"],
    },
  ])("is on lines of its own: $name", ({ over, out }) => {
    expect(shown(over)).toEqual(out);
  });
});

test("evidence that nobody touched for long says since when, once for each file", () => {
  const since = new Map([["READINESS.md", Date.UTC(2026, 3, 2, 9)]]);
  const other = { file: "docs/runbook.md", line: 1, column: 1 };
  const verdict = aVerdict({ next: [step({}), step({ at: other }), step({ at: null }), step({})] });
  const told = renderNext(verdict, PLAIN, since)
    .split("\n")
    .filter((line) => line.includes("is not ticked"));
  expect(told).toEqual([
    "  READINESS.md:18  `a` is not ticked (unchanged since 2026-04-02)",
    "  docs/runbook.md:1  `a` is not ticked",
    "  data/items  `a` is not ticked",
    "  READINESS.md:18  `a` is not ticked",
  ]);
});

describe("what expires first", () => {
  const expiry: Expiry = {
    when: Date.UTC(2026, 9, 26),
    problem: "`Usage` was measured 31 days ago",
    at: { file: "READINESS.md", line: 128, column: 1 },
    who: "@raj",
    service: null,
    gate: "people",
    rule: "usage",
  };
  const told = (over: Partial<Expiry>) =>
    renderNext(aVerdict({ decision: "go", expiry: { ...expiry, ...over } }), {
      ...PLAIN,
      width: 200,
    }).split("\n")[0];

  test("is told with its moment, place and owner, also when nothing is left to do", () => {
    expect(told({})).toBe(
      "First to expire, on 2026-10-26 00:00 UTC: `Usage` was measured 31 days ago (READINESS.md:128, @raj)",
    );
  });

  test("says so where nobody is named", () => {
    expect(told({ who: null, at: null, service: "billing" })).toMatch(
      /\(billing, people\/usage, no owner is named\)$/,
    );
  });
});

describe("foreign text", () => {
  test.each(HOSTILE)("begins no line and moves no cursor: %j", (text) => {
    const at = { file: text, line: 1, column: 1 };
    const named = { problem: text, who: text, service: text, at };
    const next = [step({ ...named, step: text, paste: text })];
    const expiry = { ...named, when: 0, gate: text, rule: text };
    const out = renderNext(aVerdict({ next, expiry }), PLAIN);
    expect(out).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    const own = out.split("\n").filter((line) => line !== "" && !line.startsWith("  "));
    expect(own).toHaveLength(3);
  });
});
