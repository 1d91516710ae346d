import { describe, expect, test } from "vitest";
import type { Outcome, Severity } from "../../src/model/outcome.ts";
import type { Gate } from "../../src/model/policy.ts";
import { decide, outcomeOfFindings, outcomeOfRules } from "../../src/verdict/outcomes.ts";

/** `failed`, or `failed!` for a rule of severity warn. */
const rules = (...texts: string[]) =>
  texts.map((text) => ({
    severity: (text.endsWith("!") ? "warn" : "block") as Severity,
    outcome: text.replace("!", "") as Outcome,
  }));

describe("a gate that requires all of its rules", () => {
  test.each([
    { of: ["passed", "passed"], is: "passed" },
    { of: ["passed", "warned"], is: "warned" },
    { of: ["warned", "waived"], is: "conditional" },
    { of: ["conditional", "passed"], is: "conditional" },
    { of: ["pending", "conditional"], is: "pending" },
    { of: ["pending", "failed"], is: "failed" },
    { of: ["failed", "errored"], is: "errored" },
    { of: ["failed!", "passed"], is: "warned" },
    { of: ["errored!", "passed"], is: "warned" },
    { of: ["pending!"], is: "warned" },
    { of: ["not-applicable", "passed"], is: "passed" },
    { of: ["scheduled", "passed"], is: "passed" },
    { of: ["not-applicable"], is: "not-applicable" },
    { of: ["scheduled", "not-applicable"], is: "scheduled" },
    { of: [], is: "not-applicable" },
  ])("$of → $is", ({ of, is }) => {
    expect(outcomeOfRules(rules(...of), "all")).toBe(is);
  });
});

describe("a gate that requires some of its rules", () => {
  test.each<{ of: string[]; require: Gate["require"]; is: string }>([
    { of: ["failed", "passed", "errored"], require: "any", is: "passed" },
    { of: ["failed", "waived"], require: "any", is: "conditional" },
    { of: ["failed", "errored"], require: "any", is: "failed" },
    { of: ["scheduled", "not-applicable", "failed"], require: "any", is: "failed" },
    { of: ["failed", "passed", "passed"], require: { at_least: 2 }, is: "passed" },
    { of: ["failed", "passed", "pending"], require: { at_least: 2 }, is: "pending" },
    { of: ["passed", "failed"], require: { at_least: 3 }, is: "failed" },
  ])("$require of $of → $is", ({ of, require, is }) => {
    expect(outcomeOfRules(rules(...of), require)).toBe(is);
  });
});

test("a rule takes the worst of its findings, and remarks change nothing", () => {
  const finding = (outcome: "noted" | "failed" | "pending") => ({
    code: "X",
    outcome,
    problem: "",
    remedy: "",
    at: null,
    asks: null,
    item: null,
  });
  expect(outcomeOfFindings([finding("pending"), finding("failed"), finding("noted")])).toBe(
    "failed",
  );
  expect(outcomeOfFindings([finding("noted")])).toBe("passed");
});

describe("the decision", () => {
  /** `passed?` for a gate that rules left out could change. */
  const gates = (...texts: string[]) =>
    texts.map((text) => ({
      outcome: text.replace("?", "") as Outcome,
      undetermined: text.endsWith("?"),
    }));

  test.each([
    { of: ["passed", "warned"], is: "go" },
    { of: ["passed", "conditional"], is: "conditional-go" },
    { of: ["conditional", "pending"], is: "no-go" },
    { of: ["passed", "failed"], is: "no-go" },
    { of: ["errored"], is: "no-go" },
    { of: ["passed", "not-applicable", "scheduled"], is: "go" },
    { of: ["not-applicable"], is: "no-go" },
    { of: ["scheduled"], is: "no-go" },
    { of: [], is: "no-go" },
    { of: ["passed", "passed?"], is: "undetermined" },
    { of: ["conditional", "passed?"], is: "undetermined" },
    { of: ["failed", "passed?"], is: "no-go" },
  ])("$of → $is", ({ of, is }) => {
    expect(decide(gates(...of))).toBe(is);
  });
});
