import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { Gate, Rule } from "../../src/model/policy.ts";
import type { Service } from "../../src/model/service.ts";
import type { GateVerdict, RuleVerdict } from "../../src/model/verdict.ts";
import { holdBack, judgeGate } from "../../src/verdict/judge-gate.ts";
import { nextSteps } from "../../src/verdict/next-steps.ts";

const AT = { file: "policy.yml", line: 1, column: 1 };

const service: Service = { id: null, path: "", readiness: [], fields: {}, gates: null };

function gate(id: string, settings: Partial<Gate> = {}): Gate {
  return {
    id,
    title: id,
    heading: null,
    require: "all",
    depends_on: [],
    changed: null,
    when: null,
    enforce_from: null,
    rules: [] as Rule[],
    at: AT,
    ...settings,
  };
}

function rule(id: string, outcome: Outcome, settings: Partial<RuleVerdict> = {}): RuleVerdict {
  const blocking = outcome === "failed" || outcome === "errored" || outcome === "pending";
  const finding = {
    code: "X",
    problem: "p",
    remedy: `mend ${id}`,
    at: null,
    asks: null,
    item: null,
  };
  return {
    id,
    type: "checklist",
    title: id,
    severity: "block",
    outcome,
    judged: true,
    from: "policy.yml:1",
    issue: "none",
    findings: blocking ? [{ ...finding, outcome }] : [],
    waiver: null,
    ...settings,
  };
}

const leftOut = (id: string, settings: Partial<RuleVerdict> = {}) =>
  rule(id, "passed", { judged: false, ...settings });

describe("a gate with rules that were left out", () => {
  test.each([
    { rules: [rule("a", "passed"), leftOut("b")], outcome: "passed", undetermined: true },
    { rules: [leftOut("b")], outcome: "passed", undetermined: true },
    { rules: [rule("a", "failed"), leftOut("b")], outcome: "failed", undetermined: false },
    {
      rules: [rule("a", "passed"), leftOut("b", { severity: "warn" })],
      outcome: "passed",
      undetermined: false,
    },
  ])("$outcome, undetermined $undetermined", ({ rules, outcome, undetermined }) => {
    expect(judgeGate(gate("g"), service, rules)).toMatchObject({ outcome, undetermined });
  });

  test("is certain where any rule is enough and one passes", () => {
    const rules = [rule("a", "passed"), leftOut("b")];
    const verdict = judgeGate(gate("g", { require: "any" }), service, rules);
    expect(verdict).toMatchObject({ outcome: "passed", undetermined: false });
  });

  test("is open where any rule is enough and only those left out could pass", () => {
    const rules = [rule("a", "failed"), leftOut("b")];
    const verdict = judgeGate(gate("g", { require: "any" }), service, rules);
    expect(verdict).toMatchObject({ undetermined: true });
  });
});

/** `a<-b`: the gate a depends on b. */
function held(
  outcomes: Record<string, Outcome>,
  dependencies: Record<string, string[]>,
  lifted: string[] = [],
): Record<string, string> {
  const gates = Object.keys(outcomes).map((id) => gate(id, { depends_on: dependencies[id] ?? [] }));
  const verdicts = gates.map((one) =>
    judgeGate(one, service, [rule("r", outcomes[one.id] ?? "passed")]),
  );
  const free = new Set(verdicts.filter(({ id }) => lifted.includes(id)));
  return Object.fromEntries(
    holdBack(verdicts, gates, free).map((verdict) => [
      verdict.id,
      [verdict.outcome, ...verdict.waitsFor].join(" "),
    ]),
  );
}

describe("a gate that depends on another", () => {
  test("is pending while that one does not pass", () => {
    expect(held({ a: "passed", b: "failed" }, { a: ["b"] })).toEqual({
      a: "pending b",
      b: "failed",
    });
  });

  test("keeps its own worse outcome, and says what it waits for", () => {
    expect(held({ a: "errored", b: "failed" }, { a: ["b"] }).a).toBe("errored b");
  });

  test("waits along a chain, wherever the gates stand", () => {
    expect(held({ a: "passed", b: "passed", c: "failed" }, { a: ["b"], b: ["c"] })).toEqual({
      a: "pending b",
      b: "pending c",
      c: "failed",
    });
  });

  test.each<Outcome>(["passed", "warned", "conditional", "waived", "not-applicable", "scheduled"])(
    "does not wait for one that is %s",
    (outcome) => {
      expect(held({ a: "passed", b: outcome }, { a: ["b"] }).a).toBe("passed");
    },
  );

  test("does not wait where the whole gate is waived", () => {
    expect(held({ a: "waived", b: "failed" }, { a: ["b"] }, ["a"]).a).toBe("conditional");
  });

  test("that does not apply stays so", () => {
    expect(held({ a: "not-applicable", b: "failed" }, { a: ["b"] }).a).toBe("not-applicable");
  });

  test("is open as long as that one is", () => {
    const gates = [gate("a", { depends_on: ["b"] }), gate("b")];
    const verdicts = [
      judgeGate(gates[0] as Gate, service, [rule("r", "passed")]),
      judgeGate(gates[1] as Gate, service, [leftOut("r")]),
    ];
    expect(holdBack(verdicts, gates, new Set())).toMatchObject([
      { id: "a", undetermined: true },
      { id: "b", undetermined: true },
    ]);
  });
});

describe("the shortest path to green", () => {
  const steps = (verdicts: readonly GateVerdict[], gates: readonly Gate[]) =>
    nextSteps(verdicts, gates).map(({ gate: id, step }) => `${id}: ${step}`);

  test("has one step for each finding that blocks, in the order of the policy", () => {
    const gates = [gate("a"), gate("b")];
    const verdicts = [
      judgeGate(gates[0] as Gate, service, [rule("x", "failed"), rule("y", "passed")]),
      judgeGate(gates[1] as Gate, service, [rule("z", "pending")]),
    ];
    expect(steps(verdicts, gates)).toEqual(["a: mend x", "b: mend z"]);
  });

  test("starts with the gates that others wait for", () => {
    const gates = [gate("late", { depends_on: ["early"] }), gate("early")];
    const verdicts = holdBack(
      [
        judgeGate(gates[0] as Gate, service, [rule("x", "failed")]),
        judgeGate(gates[1] as Gate, service, [rule("y", "failed")]),
      ],
      gates,
      new Set(),
    );
    expect(steps(verdicts, gates)).toEqual(["early: mend y", "late: mend x"]);
  });

  test("takes the rule with the fewest findings where any is enough", () => {
    const one = rule("one", "failed");
    const two = rule("two", "failed");
    const many = { ...two, findings: [...two.findings, ...two.findings] };
    const any = gate("a", { require: "any" });
    expect(steps([judgeGate(any, service, [many, one])], [any])).toEqual(["a: mend one"]);
  });

  test("takes as many rules as are still missing of those required", () => {
    const some = gate("a", { require: { at_least: 2 } });
    const rules = [rule("x", "failed"), rule("y", "passed"), rule("z", "failed")];
    expect(steps([judgeGate(some, service, rules)], [some])).toEqual(["a: mend x"]);
  });

  const at = (line: number) => ({ file: "READINESS.md", line, column: 1 });

  test.each<{ of: string; told: Partial<Finding>[]; count: number }>([
    { of: "two boxes that are to be ticked", told: [{ at: at(3) }, { at: at(4) }], count: 2 },
    { of: "one box that two rules ask for", told: [{ at: at(3) }, { at: at(3) }], count: 1 },
    {
      of: "two issues that are to be closed",
      told: [{ problem: "#1" }, { problem: "#2" }],
      count: 2,
    },
    { of: "two roles that are to approve", told: [{ asks: "a" }, { asks: "b" }], count: 2 },
    {
      of: "facts that two rules lack",
      told: [
        { problem: "people are not known", outcome: "errored" },
        { problem: "reviews are not known", outcome: "errored" },
      ],
      count: 1,
    },
  ])("the same remedy for $of is $count of the steps", ({ told, count }) => {
    const rules = told.map((over, index): RuleVerdict => {
      const found = rule(`r${index}`, "failed");
      const findings = found.findings.map((one) => ({ ...one, remedy: "do it", ...over }));
      return { ...found, findings };
    });
    const gates = [gate("a"), gate("b")];
    const verdicts = gates.map((one, index) =>
      judgeGate(
        one,
        service,
        rules.filter((_, of) => of % gates.length === index),
      ),
    );
    expect(nextSteps(verdicts, gates)).toHaveLength(count);
  });

  test("leaves out rules that only warn, and gates that pass", () => {
    const gates = [gate("a"), gate("b")];
    const verdicts = [
      judgeGate(gates[0] as Gate, service, [rule("x", "failed", { severity: "warn" })]),
      judgeGate(gates[1] as Gate, service, [
        rule("y", "failed"),
        rule("w", "failed", { severity: "warn" }),
      ]),
    ];
    expect(steps(verdicts, gates)).toEqual(["b: mend y"]);
  });

  test("says the same thing once", () => {
    const gates = [gate("a"), gate("b")];
    const verdicts = gates.map((one) => judgeGate(one, service, [rule("x", "failed")]));
    expect(steps(verdicts, gates)).toEqual(["a: mend x"]);
  });
});
