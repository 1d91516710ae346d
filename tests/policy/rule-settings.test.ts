import { describe, expect, test } from "vitest";
import { OPTION_SETTINGS } from "../../src/policy/checking/option-settings.ts";
import { keysAt } from "../../src/policy/schema/keys-at.ts";
import { ruleSettings } from "../../src/policy/schema/rule-schema.ts";
import { RULE_TYPES, ruleType } from "../../src/rules/index.ts";
import { helpIn, policyOf, problemsIn, withRules } from "./loading.ts";

test("rule types are sorted, and each is found by its name", () => {
  const types = RULE_TYPES.map(({ type }) => type);
  expect(types).toEqual([...types].sort());
  for (const type of types) expect(ruleType(type)?.type).toBe(type);
  expect(ruleType("constructor")).toBeUndefined();
});

test.each(RULE_TYPES)("$type names no setting that all rules have", ({ options }) => {
  const taken = [...Object.keys(ruleSettings), "locked", "answers"];
  expect(keysAt(options, []).filter((key) => taken.includes(key))).toEqual([]);
  expect(keysAt(options, []).length).toBeGreaterThan(0);
});

describe("settings that mean something to the policy as a whole are settings of their types", () => {
  const rows = Object.entries(OPTION_SETTINGS).flatMap(([kind, types]) =>
    Object.entries(types).flatMap(([type, paths]) => paths.map((path) => ({ kind, type, path }))),
  );

  test.each(rows)("$kind: $type $path", ({ type, path }) => {
    const options = ruleType(type)?.options;
    expect(options).toBeDefined();
    if (options === undefined) return;
    const steps = path.map((step) => (step === "[]" ? 0 : step));
    steps.forEach((step, index) => {
      if (step !== 0) expect(keysAt(options, steps.slice(0, index))).toContain(step);
    });
  });
});

describe("settings of a type are told at their own places", () => {
  test.each([
    {
      what: "a misspelt one",
      rule: "{id: a, type: owners, rols: [x]}",
      told: ["unknown-key 6:31"],
      help: "did you mean `roles`?",
    },
    {
      what: "a misspelt one that all rules have",
      rule: "{id: a, type: owners, roles: [x], severty: warn}",
      told: ["unknown-key 6:43"],
      help: "did you mean `severity`?",
    },
    {
      what: "one of another type",
      rule: "{id: a, type: owners, roles: [x], assert: []}",
      told: ["unknown-key 6:43"],
      help: null,
    },
    {
      what: "a mode of its own",
      rule: "{id: a, type: owners, roles: [x], mode: advisory}",
      told: ["unknown-key 6:43"],
      help: "only the whole policy has it; `severity: warn` keeps a rule from blocking, `enforce_from: <day>` lets a gate or rule count from that day on",
    },
    {
      what: "one that is missing",
      rule: "{id: a, type: owners}",
      told: ["missing-key 6:9"],
      help: null,
    },
    {
      what: "a value of the wrong kind",
      rule: "{id: a, type: owners, roles: Service}",
      told: ["invalid-type 6:38"],
      help: "write it as a list: `[Service]`",
    },
    {
      what: "an empty list",
      rule: "{id: a, type: owners, roles: []}",
      told: ["invalid-value 6:38"],
      help: null,
    },
    {
      what: "an entry of a list",
      rule: "{id: a, type: owners, roles: [x, 5]}",
      told: ["invalid-type 6:42"],
      help: null,
    },
    {
      what: "a key of an entry",
      rule: "{id: a, type: owners, roles: [x, {role: y, alias: [z]}]}",
      told: ["unknown-key 6:52"],
      help: "did you mean `aliases`?",
    },
    {
      what: "what is missing from an entry",
      rule: "{id: a, type: owners, roles: [{aliases: [z]}]}",
      told: ["missing-key 6:39"],
      help: null,
    },
    {
      what: "a choice",
      rule: "{id: a, type: owners, roles: [x], kind: persons}",
      told: ["invalid-value 6:49"],
      help: "did you mean `person`?",
    },
    {
      what: "a field of an item",
      rule: "{id: a, type: checklist, items: [{id: x, require: [owners]}]}",
      told: ["invalid-value 6:60"],
      help: "did you mean `owner`?",
    },
    {
      what: "a number out of range",
      rule: "{id: a, type: issues, labels: [x], max_open: -1}",
      told: ["invalid-value 6:54"],
      help: null,
    },
    {
      what: "what two settings say together",
      rule: "{id: a, type: ci, app: github-actions, check: x}",
      told: ["missing-key 6:9"],
      help: null,
    },
    {
      what: "an age that means nothing to the type",
      rule: "{id: a, type: owners, roles: [x], max_age: 3d}",
      told: ["no-effect 6:43"],
      help: "drop the line",
    },
    {
      what: "nothing where a value is due",
      rule: "{id: a, type: owners, roles: [x], heading: }",
      told: ["null-value 6:43"],
      help: "write one, or drop the line",
    },
  ])("$what", ({ rule, told, help }) => {
    expect(problemsIn(withRules(rule))).toEqual(told);
    expect(helpIn(withRules(rule))[0]).toBe(help);
  });
});

test("what a type's schema makes of its settings is what the rule gets", () => {
  const { gates } = policyOf(withRules("{id: a, type: issues, labels: [bug], severity: warn}"));
  expect(gates[0]?.rules[0]).toMatchObject({
    severity: "warn",
    options: { labels: ["bug"], max_open: 0 },
  });
});

describe("a checklist's items", () => {
  test("without what only merging reads", () => {
    const { gates } = policyOf(
      withRules(
        "{id: a, type: checklist, items: [{id: x, enabled: true}, {id: y, enabled: false}]}",
      ),
    );
    expect(gates[0]?.rules[0]?.options).toMatchObject({ items: [{ id: "x" }] });
  });

  test("all dropped leave none", () => {
    expect(
      problemsIn(withRules("{id: a, type: checklist, items: [{id: y, enabled: false}]}")),
    ).toHaveLength(1);
  });
});
