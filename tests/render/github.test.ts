import { describe, expect, test } from "vitest";
import { renderGithub } from "../../src/render/github.ts";
import { aFinding, aGate, aRule, aVerdict, HOSTILE, theBlockedExample } from "./verdicts.ts";

test("what blocks comes first, and the verdict is the last line", () => {
  expect(renderGithub(theBlockedExample()).split("\n")).toEqual([
    "::error file=READINESS.md,line=18,col=3,title=Ownership gate::payments-api has no on-call owner. Set `on-call: acme/payments` (team that owns this path, CODEOWNERS:7).",
    "::error file=READINESS.md,line=24,col=12,title=Runbook gate::docs/runbooks/payments-api.md does not exist. stage-gates scaffold runbook payments-api.",
    "::warning file=READINESS.md,line=27,col=5,title=Load test gate::Result is 34 days old, limit 30. Measure again. Does not block.",
    "Blocked: 2 fail, 1 warns, 2 pass",
    "",
  ]);
});

test("what is only advice is no error", () => {
  const text = renderGithub({ ...theBlockedExample(), mode: "advisory" });
  expect(text).not.toContain("::error");
  expect(text.match(/^::warning /gm)).toHaveLength(3);
});

test("notes stand before the verdict, and can hold no command", () => {
  const notes = [
    { code: "POLICY-FROM-WORK-TREE", message: "its own\n::error::policy", at: null },
    { code: "OTHER", message: "more", at: null },
  ];
  const lines = renderGithub({ ...theBlockedExample(), notes })
    .trimEnd()
    .split("\n");
  expect(lines.slice(3, 5)).toEqual([
    expect.stringContaining("Note POLICY-FROM-WORK-TREE: its own "),
    "Note OTHER: more",
  ]);
  expect(lines.filter((line) => line.startsWith("::")).length).toBe(3);
});

function withFindings(count: number) {
  const findings = Array.from({ length: count }, (_, index) =>
    aFinding({ problem: `item ${index} is not ticked` }),
  );
  return aVerdict({
    gates: [aGate("Data", "failed", { rules: [aRule("failed", { findings })] })],
  });
}

test.each([
  { findings: 9, commands: 9, last: "::error" },
  { findings: 10, commands: 10, last: "::notice title=stage-gates / production::1 more finding" },
  { findings: 500, commands: 10, last: "::notice title=stage-gates / production::491 more" },
])("$findings findings give $commands annotations", ({ findings, commands, last }) => {
  const lines = renderGithub(withFindings(findings)).trimEnd().split("\n");
  const found = lines.filter((line) => line.startsWith("::"));
  expect(found).toHaveLength(commands);
  expect(found.at(-1)?.startsWith(last)).toBe(true);
});

test("problems of the policy are annotated where they stand", () => {
  const at = { file: ".github/stage-gates.yml", line: 7, column: 5 };
  const problem = {
    code: "unknown-key",
    message: "unknown key `a`",
    at,
    help: "did you mean `b`?",
  };
  expect(renderGithub(aVerdict({ problems: [problem] })).split("\n")[0]).toBe(
    "::error file=.github/stage-gates.yml,line=7,col=5,title=Policy%3A unknown-key::Unknown key `a`. Did you mean `b`?",
  );
});

describe("foreign text gives no command of its own", () => {
  test.each(HOSTILE.map((text) => ({ text })))("$text", ({ text }) => {
    const findings = [
      aFinding({ problem: text, remedy: text, at: { file: text, line: 1, column: 1 } }),
    ];
    const gate = aGate(text, "failed", { service: text, rules: [aRule("failed", { findings })] });
    const lines = renderGithub(aVerdict({ stage: text, gates: [gate] }))
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(2);
    const [, properties = "", message = ""] = /^::error (.*?)::(.*)$/.exec(lines[0] ?? "") ?? [];
    expect(properties.split(",").map((part) => part.split("=")[0])).toEqual([
      "file",
      "line",
      "col",
      "title",
    ]);
    expect(message).not.toMatch(/^\s*::/);
  });
});
