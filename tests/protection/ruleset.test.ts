import { describe, expect, test } from "vitest";
import type { Stage } from "../../src/model/policy.ts";
import { extendRuleset, sameRuleset } from "../../src/protection/extend-ruleset.ts";
import { refPatterns } from "../../src/protection/ref-patterns.ts";
import { type Ruleset, rulesetForPolicy, rulesetForStage } from "../../src/protection/ruleset.ts";

const STAGE: Stage = {
  id: "production",
  branches: ["production"],
  paths: null,
  gates: null,
  cumulative: true,
  at: { file: "x", line: 1, column: 1 },
};
const WANTED = rulesetForStage(STAGE, 15368);

const ruleOf = ({ rules }: Ruleset, type: string) => rules.find((rule) => rule.type === type);

function withRule(type: string, parameters: Readonly<Record<string, unknown>>): Ruleset {
  const rules = WANTED.rules.map((rule) =>
    rule.type === type ? { type, parameters: { ...rule.parameters, ...parameters } } : rule,
  );
  return { ...WANTED, rules };
}

test.each([
  { globs: ["production"], patterns: ["refs/heads/production"] },
  { globs: ["release/*"], patterns: ["refs/heads/release/*"] },
  { globs: ["release/**"], patterns: ["refs/heads/release/**/*"] },
  { globs: ["**"], patterns: ["~ALL"] },
  { globs: ["{prod,live}"], patterns: ["refs/heads/prod", "refs/heads/live"] },
  { globs: ["a/{b,c{d,e}}"], patterns: ["refs/heads/a/b", "refs/heads/a/cd", "refs/heads/a/ce"] },
  { globs: ["prod", "{prod,live}"], patterns: ["refs/heads/prod", "refs/heads/live"] },
])("the branches $globs are $patterns to GitHub", ({ globs, patterns }) => {
  expect([...refPatterns(globs)].toSorted()).toEqual([...patterns].toSorted());
});

describe("a ruleset that is there already", () => {
  test("stays as it is where it says all that is wanted", () => {
    expect(sameRuleset(extendRuleset(WANTED, WANTED), WANTED)).toBe(true);
  });

  test("stays as it is where it only leaves out what is off", () => {
    const there = {
      ...WANTED,
      rules: WANTED.rules.map((rule) => {
        const { do_not_enforce_on_create: _, ...parameters } = rule.parameters ?? {};
        return rule.parameters === undefined ? rule : { ...rule, parameters };
      }),
    };
    expect(sameRuleset(extendRuleset(there, WANTED), there)).toBe(true);
  });

  test("is turned on, and no longer excludes what is wanted", () => {
    const there: Ruleset = {
      ...WANTED,
      enforcement: "disabled",
      conditions: {
        ref_name: {
          include: ["refs/heads/release/*"],
          exclude: ["refs/heads/production", "refs/heads/x"],
        },
      },
    };
    expect(extendRuleset(there, WANTED)).toMatchObject({
      enforcement: "active",
      conditions: {
        ref_name: {
          include: ["refs/heads/release/*", "refs/heads/production"],
          exclude: ["refs/heads/x"],
        },
      },
    });
  });

  const rows: readonly {
    what: string;
    there: Ruleset;
    type: string;
    becomes: Readonly<Record<string, unknown>>;
  }[] = [
    {
      what: "keeps the approvals it asks for",
      there: withRule("pull_request", { required_approving_review_count: 2 }),
      type: "pull_request",
      becomes: { required_approving_review_count: 2 },
    },
    {
      what: "keeps what it is stricter in",
      there: withRule("pull_request", { require_last_push_approval: true, other: "kept" }),
      type: "pull_request",
      becomes: { require_last_push_approval: true, other: "kept" },
    },
    {
      what: "goes on wanting heads up to date",
      there: withRule("required_status_checks", { strict_required_status_checks_policy: true }),
      type: "required_status_checks",
      becomes: { strict_required_status_checks_policy: true },
    },
    {
      what: "no longer lets a new branch start anywhere",
      there: withRule("required_status_checks", { do_not_enforce_on_create: true }),
      type: "required_status_checks",
      becomes: { do_not_enforce_on_create: false },
    },
    {
      what: "keeps other checks, and binds ours",
      there: withRule("required_status_checks", {
        required_status_checks: [
          { context: "build" },
          { context: "stage-gates / production" },
          { context: "stage-gates / production", integration_id: 9 },
        ],
      }),
      type: "required_status_checks",
      becomes: {
        required_status_checks: [
          { context: "build" },
          { context: "stage-gates / production", integration_id: 15368 },
        ],
      },
    },
  ];

  test.for(rows)("$what", ({ there, type, becomes }) => {
    const extended = extendRuleset(there, WANTED);
    expect(ruleOf(extended, type)?.parameters).toMatchObject(becomes);
    expect(sameRuleset(extendRuleset(extended, WANTED), extended)).toBe(true);
  });

  test("gets the rules it lacks, keeps others, and who may bypass it", () => {
    const there: Ruleset = {
      ...WANTED,
      name: "mine",
      bypass_actors: [{ actor_id: 5, actor_type: "RepositoryRole", bypass_mode: "always" }],
      rules: [{ type: "required_signatures" }],
    };
    const extended = extendRuleset(there, WANTED);
    expect(extended.name).toBe("mine");
    expect(extended.bypass_actors).toEqual(there.bypass_actors);
    expect(extended.rules).toEqual([{ type: "required_signatures" }, ...WANTED.rules]);
  });

  test("says nothing of whom it lets by where GitHub does not show it", () => {
    const { bypass_actors: _, ...hidden } = WANTED;
    expect(extendRuleset(hidden, WANTED)).not.toHaveProperty("bypass_actors");
  });

  test("that is for all branches is not made longer", () => {
    const all = { ...WANTED, conditions: { ref_name: { include: ["~ALL"], exclude: [] } } };
    expect(extendRuleset(all, WANTED).conditions.ref_name.include).toEqual(["~ALL"]);
  });
});

test("the policy's own branch takes a review by code owners", () => {
  const ruleset = rulesetForPolicy();
  expect(ruleset.conditions.ref_name.include).toEqual(["~DEFAULT_BRANCH"]);
  expect(ruleOf(ruleset, "pull_request")?.parameters).toMatchObject({
    required_approving_review_count: 1,
    require_code_owner_review: true,
  });
  expect(ruleOf(ruleset, "required_status_checks")).toBeUndefined();
});
