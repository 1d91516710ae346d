import { describe, expect, test } from "vitest";
import { helpIn, policyOf, problemsIn, VALID, withRules } from "./loading.ts";

/** A policy with these stages and gates, each gate on a line of its own from line 4. */
function policy(stages: string, ...gates: readonly string[]): string {
  return `version: 1\nstages: ${stages}\ngates:\n${gates.map((gate) => `  - ${gate}\n`).join("")}`;
}

const RULES = "rules: [{id: x, type: owners, roles: [a]}]";
const STAGE = "[{id: production, branches: [main]}]";

describe("T54 references", () => {
  test.each([
    {
      what: "a gate no file states, in a stage",
      text: policy(
        "[{id: p, branches: [main], gates: [data, ownerhip]}]",
        `{id: data, ${RULES}}`,
        `{id: ownership, ${RULES}}`,
      ),
      told: ["unused-gate 5:10", "unknown-reference 2:50"],
      help: "did you mean `ownership`?",
    },
    {
      what: "a gate no file states, in `depends_on`",
      text: policy(STAGE, `{id: data, depends_on: [dat], ${RULES}}`),
      told: ["unknown-reference 4:29"],
      help: "did you mean `data`?",
    },
    {
      what: "a gate no file states, for a service",
      text: `${VALID}services: {override: {search: {gates: [owner]}}}\n`,
      told: ["unknown-reference 8:40"],
      help: "did you mean `ownership`?",
    },
    {
      what: "a role nobody declared, in `asks`",
      text: withRules("{id: a, type: owners, roles: [x], asks: managers}"),
      told: ["unknown-reference 6:49"],
      help: "declare it: `roles: {managers: {users: [<login>]}}`",
    },
    {
      what: "a misspelt role of waivers",
      text: `${VALID}roles: {managers: {users: [ana]}}\nwaivers: {approvers: [manager]}\n`,
      told: ["unknown-reference 9:23"],
      help: "did you mean `managers`?",
    },
    {
      what: "a role of the policy's owners",
      text: `${VALID}policy_owners: [x]\n`,
      told: ["unknown-reference 8:17"],
      help: "declare it: `roles: {x: {users: [<login>]}}`",
    },
    {
      what: "a role of break-glass",
      text: `${VALID}break_glass: {roles: [x]}\n`,
      told: ["unknown-reference 8:23"],
      help: "declare it: `roles: {x: {users: [<login>]}}`",
    },
    {
      what: "a role that signs off",
      text: withRules("{id: a, type: sign-off, roles: [x, {role: y}]}"),
      told: ["unknown-reference 6:41", "unknown-reference 6:51"],
      help: "declare it: `roles: {x: {users: [<login>]}}`",
    },
    {
      what: "a role that decides",
      text: withRules("{id: a, type: decision, decider_role: x}"),
      told: ["unknown-reference 6:47"],
      help: "declare it: `roles: {x: {users: [<login>]}}`",
    },
    {
      what: "a name every object has",
      text: withRules(
        "{id: a, type: owners, roles: [x], asks: to-string}",
        "{id: b, type: owners, roles: [x], asks: valueof}",
      ),
      told: ["unknown-reference 6:49", "unknown-reference 7:49"],
      help: "declare it: `roles: {to-string: {users: [<login>]}}`",
    },
    {
      what: "a pack there is none of",
      text: `${VALID}extends: ["pack:scaling"]\n`,
      told: ["unknown-reference 8:11"],
      help: "known: org",
    },
    {
      what: "a path as a pack",
      text: `${VALID}extends: ["../other.yml"]\n`,
      told: ["unknown-reference 8:11"],
      help: "known: org",
    },
    {
      what: "the organization's file, where it was not read",
      text: `${VALID}extends: [org]\n`,
      told: ["missing-organization 8:11"],
      help: "give it with `--org-policy <file>`",
    },
  ])("$what", ({ text, told, help }) => {
    expect(problemsIn(text).toSorted()).toEqual(told.toSorted());
    expect(helpIn(text)).toContain(help);
  });
});

describe("T54 gates and stages that would never say anything", () => {
  test.each([
    {
      what: "no stages",
      text: VALID.replace(/stages:[\s\S]*(?=gates:)/, ""),
      told: ["missing-key 1:1"],
    },
    {
      what: "an empty list of stages",
      text: policy("[]", `{id: a, ${RULES}}`),
      told: ["missing-key 2:1"],
    },
    {
      what: "no gates",
      text: "version: 1\nstages: [{id: p, branches: [main]}]\n",
      told: ["missing-key 1:1"],
    },
    {
      what: "an empty list of gates",
      text: "version: 1\nstages: [{id: p, branches: [main]}]\ngates: []\n",
      told: ["missing-key 3:1"],
    },
    {
      what: "a stage without gates",
      text: policy(
        "[{id: p, branches: [main], gates: []}, {id: q, branches: [x]}]",
        `{id: a, ${RULES}}`,
      ),
      told: ["stage-without-gates 2:43"],
    },
    {
      what: "a stage without branches",
      text: policy("[{id: p}]", `{id: a, ${RULES}}`),
      told: ["missing-key 2:10"],
    },
    {
      what: "a gate without rules",
      text: policy(STAGE, "{id: a, rules: []}", "{id: b}"),
      told: ["gate-without-rules 4:20", "gate-without-rules 5:10"],
    },
    {
      what: "a gate whose rules were all dropped",
      text: policy(STAGE, "{id: a, rules: [{id: x, type: ci, enabled: false}]}"),
      told: ["gate-without-rules 4:20"],
    },
    {
      what: "a gate no stage uses",
      text: policy(
        "[{id: p, branches: [main], gates: [a]}]",
        `{id: a, ${RULES}}`,
        `{id: b, ${RULES}}`,
      ),
      told: ["unused-gate 5:10"],
    },
    {
      what: "a gate that is dropped needs no stage",
      text: policy(
        "[{id: p, branches: [main], gates: [a]}]",
        `{id: a, ${RULES}}`,
        "{id: b, enabled: false}",
      ),
      told: [],
    },
    {
      what: "more rules than there are",
      text: policy(STAGE, `{id: a, require: {at_least: 2}, ${RULES}}`),
      told: ["invalid-value 4:33"],
    },
    {
      what: "as many rules as there are",
      text: policy(STAGE, `{id: a, require: {at_least: 1}, ${RULES}}`),
      told: [],
    },
  ])("$what", ({ text, told }) => {
    expect(problemsIn(text)).toEqual(told);
  });
});

describe("T54 gates that wait for each other", () => {
  const gates = (...waits: readonly [string, string][]) =>
    policy(STAGE, ...waits.map(([id, on]) => `{id: ${id}, depends_on: [${on}], ${RULES}}`));

  test.each([
    { what: "a gate with itself", text: gates(["a", "a"]), told: ["dependency-cycle 4:26"] },
    { what: "two gates", text: gates(["a", "b"], ["b", "a"]), told: ["dependency-cycle 5:26"] },
    {
      what: "three gates, told once",
      text: gates(["a", "b"], ["b", "c"], ["c", "a"]),
      told: ["dependency-cycle 6:26"],
    },
    {
      what: "two cycles",
      text: gates(["a", "b"], ["b", "a"], ["c", "c"]),
      told: ["dependency-cycle 5:26", "dependency-cycle 6:26"],
    },
    {
      what: "a way that meets itself but is no cycle",
      text: gates(["a", "b, c"], ["b", "d"], ["c", "d"], ["d", ""]),
      told: [],
    },
  ])("$what", ({ text, told }) => {
    expect(problemsIn(text)).toEqual(told);
  });

  test("a chain of a thousand gates is no cycle and no burden", () => {
    const chain = Array.from({ length: 1000 }, (_, i): [string, string] => [
      `g${i}`,
      i === 999 ? "" : `g${i + 1}`,
    ]);
    expect(problemsIn(gates(...chain))).toEqual([]);
  });
});

describe("T54 ids", () => {
  test.each([
    {
      what: "two stages",
      text: policy("[{id: p, branches: [a]}, {id: p, branches: [b]}]", `{id: a, ${RULES}}`),
      told: ["duplicate-id 2:39"],
    },
    {
      what: "two rules of a gate",
      text: withRules("{id: a, type: owners, roles: [x]}", "{id: a, type: owners, roles: [y]}"),
      told: ["duplicate-id 7:14"],
    },
    {
      what: "one rule id in two gates",
      text: policy(STAGE, `{id: a, ${RULES}}`, `{id: b, ${RULES}}`),
      told: [],
    },
    {
      what: "two items of a checklist",
      text: withRules("{id: a, type: checklist, items: [{id: x}, {id: x}]}"),
      told: ["duplicate-id 6:56"],
    },
    {
      what: "the reserved stage",
      text: policy("[{id: policy, branches: [a]}]", `{id: a, ${RULES}}`),
      told: ["reserved-id 2:15"],
    },
    {
      what: "the reserved gates",
      text: policy(STAGE, `{id: freeze, ${RULES}}`, `{id: break-glass, ${RULES}}`),
      told: ["reserved-id 4:10", "reserved-id 5:10"],
    },
    {
      what: "capitals and spaces",
      text: policy(
        "[{id: Production, branches: [a]}]",
        `{id: my gate, ${RULES}}`,
        `{id: a_b, ${RULES}}`,
      ),
      told: ["invalid-format 2:15", "invalid-format 4:10", "invalid-format 5:10"],
    },
    {
      what: "letters that look alike",
      text: policy(STAGE, `{id: \u043ewnership, ${RULES}}`),
      told: ["invalid-format 4:10"],
    },
    { what: "no id", text: policy(STAGE, `{title: A, ${RULES}}`), told: ["missing-key 4:5"] },
    { what: "no type", text: withRules("{id: a, roles: [x]}"), told: ["missing-key 6:9"] },
    {
      what: "an unknown type",
      text: withRules("{id: a, type: owner, roles: [x]}"),
      told: ["invalid-value 6:23"],
    },
  ])("$what", ({ text, told }) => {
    expect(problemsIn(text)).toEqual(told);
  });
});

describe("T59 branches", () => {
  const branches = (...lists: readonly string[]) =>
    policy(
      `[${lists.map((list, i) => `{id: s${i}, branches: ${list}}`).join(", ")}]`,
      `{id: a, ${RULES}}`,
    );

  test.each([
    "release/2026",
    'feature/"quoted"',
    "fix-#12",
    "with spaces",
    "🚀/ship it",
    "ünï/cödé",
    "a\\(1\\)",
    "x".repeat(255),
    "release/*",
    "hotfix/**",
    "v[0-9]*",
  ])("%s is one", (branch) => {
    const text = branches(`[${JSON.stringify(branch)}]`);
    expect(problemsIn(text)).toEqual([]);
    expect(policyOf(text).stages[0]?.branches).toEqual([branch]);
  });

  test.each([
    "refs/heads/main",

    "a..b",
    "/main",
    "main/",
    "!main",
    "(a+)+$",
    "x".repeat(513),
  ])("%s is none", (branch) => {
    expect(problemsIn(branches(`[${JSON.stringify(branch)}]`))).toEqual(["invalid-format 2:30"]);
  });

  test.each([
    { what: "by name", lists: ["[a, main]", "[main]"], told: ["branch-claimed-twice 2:61"] },
    {
      what: "by a glob and a name",
      lists: ['["release/*"]', "[release/1]"],
      told: ["branch-claimed-twice 2:65"],
    },
    {
      what: "by a name and a glob",
      lists: ["[release/1]", '["**"]'],
      told: ["branch-claimed-twice 2:63"],
    },
    {
      what: "by two globs",
      lists: ['["release/*"]', '["*/1"]'],
      told: ["branch-claimed-twice 2:65"],
    },
    {
      what: "by two globs with braces",
      lists: ['["{a,b}/*"]', '["{b,c}/x"]'],
      told: ["branch-claimed-twice 2:63"],
    },
    {
      what: "`a/**` takes `a` too",
      lists: ['["a/**"]', "[a]"],
      told: ["branch-claimed-twice 2:60"],
    },
    { what: "not: `*` takes no slash", lists: ['["release-*"]', '["*/x"]'], told: [] },
    { what: "not: different ends", lists: ['["*-a"]', '["*-b"]'], told: [] },
    { what: "not: a class without the letter", lists: ['["v[0-9]"]', "[vx]"], told: [] },
    { what: "not: twice in one stage", lists: ['["release/*", release/1]', "[main]"], told: [] },
  ])("claimed twice $what", ({ lists, told }) => {
    expect(problemsIn(branches(...lists))).toEqual(told);
  });

  test.each([
    {
      what: "by name",
      stages: ["environments: [eu, live]", "environments: [LIVE]"],
      told: ["environment-claimed-twice 2:98"],
    },
    {
      what: "not: twice in one stage",
      stages: ["environments: [live, Live]", "environments: [eu]"],
      told: [],
    },
    {
      what: "by the name of the other stage",
      stages: ["environments: [b]", "paths: [x]"],
      told: ["environment-claimed-twice 2:58"],
    },
  ])("environments claimed twice $what", ({ stages: [first, second], told }) => {
    const stages = `[{id: a, branches: [a], ${first}}, {id: b, branches: [b], ${second}}]`;
    const gates = "gates: [{id: g, rules: [{id: r, type: owners, roles: [x]}]}]";
    expect(problemsIn(`version: 1\nstages: ${stages}\n${gates}\n`)).toEqual(told);
  });

  test("a great many globs end in a problem, not in hours", () => {
    const lists = Array.from({ length: 20 }, (_, i) => {
      const globs = Array.from({ length: 50 }, (_, j) => `"*aaaaaaaaaaaa*aaaaaaaaaaaa-${i}-${j}"`);
      return `[${globs.join(", ")}]`;
    });
    const started = performance.now();
    expect(problemsIn(branches(...lists))[0]).toMatch(/^too-large/);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("T56 globs anywhere in a policy", () => {
  test.each([
    {
      what: "`changed`",
      text: VALID.replace("    rules:", '    changed: ["(a+)+$"]\n    rules:'),
      told: ["invalid-format 7:15"],
    },
    {
      what: "`paths` of a stage",
      text: VALID.replace(
        "[production]",
        '[production]\n    paths: ["{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"]',
      ),
      told: ["invalid-format 5:13"],
    },
    {
      what: "`services.from`",
      text: `${VALID}services: {from: "${"**/".repeat(50)}x"}\n`,
      told: ["invalid-format 8:18"],
    },
    {
      what: "`ungoverned`",
      text: `${VALID}services: {ungoverned: ["!docs/**"]}\n`,
      told: ["invalid-format 8:25"],
    },
    {
      what: "`path` of a decision",
      text: withRules('{id: a, type: decision, path: "*a*a*a*a*a*b"}'),
      told: ["invalid-format 6:39"],
    },
    {
      what: "`covers` of a sign-off",
      text: `${withRules('{id: a, type: sign-off, roles: [x], covers: ["+(a|aa)b"]}')}roles: {x: {users: [ana]}}\n`,
      told: ["invalid-format 6:54"],
    },
    {
      what: "`glob` of a document",
      text: withRules('{id: a, type: document, glob: "(a+)+$"}'),
      told: ["invalid-format 6:39"],
    },
  ])("$what", ({ text, told }) => {
    expect(problemsIn(text)).toEqual(told);
  });
});
