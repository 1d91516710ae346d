import { describe, expect, test } from "vitest";
import type { NextStep } from "../../src/model/verdict.ts";
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

describe("foreign text", () => {
  test.each(HOSTILE)("begins no line and moves no cursor: %j", (text) => {
    const at = { file: text, line: 1, column: 1 };
    const next = [step({ step: text, problem: text, who: text, service: text, at })];
    const out = renderNext(aVerdict({ next }), PLAIN);
    expect(out).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    const own = out.split("\n").filter((line) => line !== "" && !line.startsWith("  "));
    expect(own).toHaveLength(2);
  });
});
