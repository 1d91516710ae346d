import { describe, expect, test } from "vitest";
import { load, notesIn, ORGANIZATION, policyOf, problemsIn } from "./loading.ts";

const SECURITY = `  - id: security
    locked: true
    title: Security
    rules:
      - {id: reviewed, type: sign-off, roles: [security], severity: warn, max_age: 90d, enforce_from: 2026-12-01}
      - {id: threats, type: checklist, items: [{id: threats.model}]}
`;

const ORG = `version: 1
roles: {security: {teams: [acme/security]}}
waivers: {approvers: [security], max_days: 14}
break_glass: {roles: [security]}
gates:
${SECURITY}`;

const STAGE = "stages: [{id: production, branches: [production]}]\n";

/** Line 3 is where the repository's own lines begin. */
function repository(lines: string): string {
  return `version: 1\n${STAGE}${lines}`;
}

/** A refinement of the locked gate, at line 4. */
function refined(gate: string): string {
  return repository(`gates:\n  - {id: security, ${gate}}\n`);
}

const told = (text: string, organization = ORG) => problemsIn({ organization, repository: text });

test("a repository that leaves the locked gate alone is fine, and the policy knows what is locked", () => {
  const { gates } = policyOf({ organization: ORG, repository: repository("") });
  expect(gates[0]?.locked).toBe(true);
  expect(gates[0]?.rules.map(({ locked }) => locked)).toEqual([true, true]);
});

describe("T60 a locked gate may be tightened", () => {
  test.each([
    { what: "a rule more", gate: "rules: [{id: more, type: owners, roles: [x]}]" },
    {
      what: "a rule more that warns only",
      gate: "rules: [{id: more, type: owners, roles: [x], severity: warn}]",
    },
    { what: "a rule that blocks", gate: "rules: [{id: reviewed, severity: block}]" },
    { what: "a shorter age", gate: "rules: [{id: reviewed, max_age: 4w}]" },
    { what: "an age where there was none", gate: "rules: [{id: threats, max_age: 30d}]" },
    { what: "an earlier day", gate: "rules: [{id: reviewed, enforce_from: 2026-11-01}]" },
    {
      what: "what holds anyway, restated",
      gate: "title: Security, rules: [{id: reviewed, severity: warn, max_age: 90d}]",
    },
    { what: "`enabled: true`", gate: "enabled: true" },
  ])("$what", ({ gate }) => {
    expect(told(refined(gate))).toEqual([]);
  });
});

describe("T60 a locked gate may not be loosened", () => {
  test.each([
    { what: "dropped", gate: "enabled: false" },
    { what: "another title, which binds it to another heading", gate: "title: Other" },
    { what: "a heading", gate: "heading: Elsewhere" },
    { what: "`require: any`", gate: "require: any" },
    { what: "`require` at least one", gate: "require: {at_least: 1}" },
    { what: "a condition", gate: "when: {tier: a}" },
    { what: "`changed`", gate: "changed: [never/**]" },
    { what: "a day from which it counts", gate: "enforce_from: 2026-11-01" },
    {
      what: "`depends_on`",
      gate: "depends_on: [other]",
      more: "  - {id: other, rules: [{id: a, type: owners, roles: [x]}]}\n",
    },
  ])("$what", ({ gate, more = "" }) => {
    const other = "  - {id: kept, rules: [{id: a, type: owners, roles: [x]}]}\n";
    expect(told(`${refined(gate)}${other}${more}`)).toEqual(["locked 4:20"]);
  });

  test.each([
    { what: "dropped", rule: "{id: reviewed, enabled: false}" },
    { what: "a longer age", rule: "{id: reviewed, max_age: 91d}" },
    { what: "a later day", rule: "{id: reviewed, enforce_from: 2026-12-02}" },
    { what: "a day where it counts already", rule: "{id: threats, enforce_from: 2026-11-01}" },
    { what: "another type", rule: "{id: reviewed, type: owners}" },
    { what: "other settings of its type", rule: "{id: reviewed, roles: [friends]}" },
    { what: "one more setting of its type", rule: "{id: reviewed, via: [comment]}" },
    { what: "a condition", rule: "{id: reviewed, when: {tier: a}}" },
    { what: "somebody else to ask", rule: "{id: reviewed, asks: friends}" },
    { what: "waivable", rule: "{id: reviewed, waivable: true}" },
    { what: "no issue", rule: "{id: reviewed, issue: runbook}" },
    { what: "own words", rule: "{id: reviewed, remedy: ignore it}" },
    {
      what: "an item of a checklist dropped",
      rule: "{id: threats, items: [{id: threats.model, enabled: false}, {id: x}]}",
    },
    {
      what: "an item of a checklist loosened",
      rule: "{id: threats, items: [{id: threats.model, na: free}]}",
    },
  ])("a rule: $what", ({ rule }) => {
    const text = refined(`rules: [${rule}]`);
    const with_roles = `${text}roles: {friends: {users: [ana]}}\n`;
    expect(told(with_roles).filter((one) => one.startsWith("locked"))).toEqual([
      `locked 4:${30 + rule.indexOf(", ")}`,
    ]);
  });

  test("says what a repository may do, and where the lock is", () => {
    const loaded = load({ organization: ORG, repository: refined("require: any") });
    const [problem] = loaded.state === "invalid" ? loaded.problems : [];
    expect(problem?.message).toContain("may only add rules, raise `severity` to `block`, shorten");
    expect(problem?.related?.at).toEqual({ file: ORGANIZATION, line: 7, column: 13 });
  });
});

describe("a gate that a locked one waits for", () => {
  const organization = `${ORG.replace("    title: Security\n", "    title: Security\n    depends_on: [basics, free]\n")}  - {id: basics, rules: [{id: a, type: owners, roles: [x]}]}
  - {id: free, locked: true, rules: [{id: a, type: owners, roles: [x]}]}
  - {id: other, rules: [{id: a, type: owners, roles: [x]}]}
`;

  test.each([
    { what: "cannot be dropped", gate: "{id: basics, enabled: false}", told: ["locked 4:27"] },
    {
      what: "cannot be dropped, and is told twice where it is locked itself",
      gate: "{id: free, enabled: false}",
      told: ["locked 4:16", "locked 4:25"],
    },
    { what: "another one can", gate: "{id: other, enabled: false}", told: [] },
  ])("$what", ({ gate, told: expected }) => {
    expect(told(repository(`gates:\n  - ${gate}\n`), organization)).toEqual(expected);
  });
});

describe("a locked rule in a gate that is not", () => {
  const organization = `version: 1
gates:
  - id: security
    rules:
      - {id: reviewed, type: owners, roles: [Security], locked: true}
      - {id: free, type: owners, roles: [Other]}
`;

  test.each([
    {
      what: "the other rule may be dropped",
      gate: "rules: [{id: free, enabled: false}]",
      told: [],
    },
    {
      what: "the locked one may not",
      gate: "rules: [{id: reviewed, enabled: false}]",
      told: ["locked 4:43"],
    },
    {
      what: "the gate may not be dropped",
      gate: "enabled: false",
      told: ["missing-key 3:1", "locked 4:20"],
    },
    { what: "nor loosened", gate: "require: any", told: ["locked 4:20"] },
    { what: "nor conditioned", gate: "when: {tier: a}", told: ["locked 4:20"] },
    { what: "nor bound to another heading", gate: "heading: Elsewhere", told: ["locked 4:20"] },
  ])("$what", ({ gate, told: expected }) => {
    expect(told(refined(gate), organization)).toEqual(expected);
  });

  test.each([
    {
      what: "an easy rule beside it",
      gate: "rules: [{id: easy, type: owners, roles: [x]}]",
      told: ["locked 4:33"],
    },
    {
      what: "an easier rule beside it",
      gate: "rules: [{id: free, roles: [x]}]",
      told: ["locked 4:39"],
    },
  ])(
    "where not all rules have to hold, $what would stand in for it",
    ({ gate, told: expected }) => {
      const any = organization.replace("    rules:", "    require: any\n    rules:");
      expect(told(refined(gate), any)).toEqual(expected);
    },
  );
});

describe("ways around a locked gate", () => {
  const owned = `${ORG}stages: [{id: limited, branches: [limited]}, {id: production, branches: [production, "release/*"], gates: [security]}]\n`;
  const own = "gates: [{id: own, rules: [{id: a, type: owners, roles: [x]}]}]\n";

  test.each([
    { what: "advisory mode", text: repository("mode: advisory\n"), told: ["locked 3:1"] },
    {
      what: "a date from which it counts",
      text: repository("enforce_from: 2099-01-01\n"),
      told: ["locked 3:1"],
    },
    {
      what: "a stage that leaves it out",
      text: `version: 1\nstages: [{id: p, branches: [main], gates: [own]}]\n${own}`,
      told: ["unused-gate 2:1", "locked 2:36"],
    },
    {
      what: "a second stage that leaves it out",
      text: `version: 1\nstages: [{id: decoy, branches: [decoy]}, {id: p, branches: [main], gates: [own], cumulative: false}]\n${own}`,
      told: ["locked 2:68"],
    },
    {
      what: "a second stage that leaves it out, after one that has it",
      text: `version: 1\nstages: [{id: decoy, branches: [decoy]}, {id: p, branches: [main], gates: [own]}]\n${own}`,
      told: [],
    },
    {
      what: "a stage for paths that never change",
      text: "version: 1\nstages: [{id: p, branches: [main], paths: [never/**]}]\n",
      told: ["locked 2:36"],
    },
    {
      what: "a stage for all paths",
      text: 'version: 1\nstages: [{id: p, branches: [main], paths: ["**"]}]\n',
      told: [],
    },
    {
      what: "a service limited to other gates",
      text: repository(`services: {override: {shop: {path: x, gates: [own]}}}\n${own}`),
      told: ["locked 3:39"],
    },
    {
      what: "a service limited to gates with it",
      text: repository(`services: {override: {shop: {path: x, gates: [own, security]}}}\n${own}`),
      told: [],
    },
    {
      what: "paths that no gate governs",
      text: repository('services: {from: "s/*", ungoverned: ["**"]}\n'),
      told: ["locked 3:38"],
    },
    {
      what: "the role that signs off",
      text: repository("roles: {security: {users: [me]}}\n"),
      told: ["locked 3:9"],
    },
    {
      what: "one more holder of the role that signs off",
      text: repository("roles: {security: {permission: write}}\n"),
      told: ["locked 3:9"],
    },
    { what: "a role of its own", text: repository("roles: {mine: {users: [me]}}\n"), told: [] },
    {
      what: "who may waive",
      text: repository("roles: {mine: {users: [me]}}\nwaivers: {approvers: [mine]}\n"),
      told: ["locked 4:11"],
    },
    {
      what: "how long waivers last",
      text: repository("waivers: {max_days: 15}\n"),
      told: ["locked 3:11"],
    },
    { what: "shorter waivers", text: repository("waivers: {max_days: 7}\n"), told: [] },
    {
      what: "who may break the glass",
      text: repository("roles: {mine: {users: [me]}}\nbreak_glass: {roles: [mine]}\n"),
      told: ["locked 4:1"],
    },
    { what: "`locked: false`", text: refined("locked: false"), told: ["unknown-key 4:20"] },
    {
      what: "a tag of its own",
      text: repository("lock: []\nexempt: []\n"),
      told: ["unknown-key 3:1", "unknown-key 4:1"],
    },
  ])("$what", ({ text, told: expected }) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    {
      what: "a stage loses the gate",
      stage: "{id: production, gates: [own], cumulative: false}",
      told: ["locked 2:27"],
    },
    {
      what: "a stage loses a branch",
      stage: '{id: production, branches: ["release/*"]}',
      told: ["locked 2:27"],
    },
    {
      what: "a stage has one branch more",
      stage: '{id: production, branches: [production, "release/*", hotfix]}',
      told: [],
    },
    {
      what: "a stage is narrowed",
      stage: "{id: production, paths: [never/**]}",
      told: ["locked 2:27"],
    },
    {
      what: "a stage of its own for another branch",
      stage: "{id: mine, branches: [mine], gates: [own], cumulative: false}",
      told: [],
    },
    {
      what: "a stage of its own for the same branch",
      stage: '{id: mine, branches: ["release/1"], gates: [own], cumulative: false}',
      told: ["branch-claimed-twice 2:32"],
    },
    {
      what: "a stage of its own that takes the branch by a glob",
      stage: '{id: mine, branches: ["*"], gates: [own], cumulative: false}',
      told: ["branch-claimed-twice 2:32"],
    },
  ])("where the organization states the stages: $what", ({ stage, told: expected }) => {
    expect(told(`version: 1\nstages: [${stage}]\n${own}`, owned)).toEqual(expected);
  });

  test.each([
    { what: "away from its stage", environments: "[other]", told: ["locked 2:27"] },
    { what: "to it as well", environments: "[production, other]", told: [] },
  ])("environments: $what", ({ environments, told: expected }) => {
    const stage = `{id: production, environments: ${environments}}`;
    expect(told(`version: 1\nstages: [${stage}]\n`, owned)).toEqual(expected);
  });

  test("`cumulative: false` on a stage that has the gate from the one before", () => {
    const before = `${ORG}  - {id: other, rules: [{id: a, type: owners, roles: [x]}]}\nstages: [{id: limited, branches: [limited], gates: [security]}, {id: production, branches: [production], gates: [other]}]\n`;
    expect(told("version: 1\nstages: [{id: production, cumulative: false}]\n", before)).toEqual([
      "locked 2:27",
    ]);
  });

  test("a pack that states the same gate", () => {
    const pack =
      "gates: [{id: security, require: any, rules: [{id: easy, type: owners, roles: [x]}]}]\n";
    const text = repository("extends: [pack:easy]\n");
    expect(problemsIn({ organization: ORG, repository: text, packs: { easy: pack } })).toEqual([
      "locked 3:11",
    ]);
  });

  test("a pack whose stage leaves the gate out", () => {
    const pack =
      "gates: [{id: own, rules: [{id: a, type: owners, roles: [x]}]}]\nstages: [{id: production, branches: [production], gates: [own]}]\n";
    const text = "version: 1\nextends: [pack:easy]\n";
    expect(problemsIn({ organization: ORG, repository: text, packs: { easy: pack } })).toEqual([
      "locked 2:11",
      "unused-gate 2:11",
    ]);
  });

  test("a gate of a pack that the organization locks", () => {
    const organization = "version: 1\nextends: [pack:strict]\ngates: [{id: data, locked: true}]\n";
    const packs = {
      strict:
        "gates: [{id: data, rules: [{id: fresh, type: owners, roles: [x]}, {id: kept, type: owners, roles: [y]}]}]\n",
    };
    const texts = { organization, packs };
    expect(problemsIn({ ...texts, repository: repository("extends: [pack:strict]\n") })).toEqual(
      [],
    );
    expect(
      problemsIn({
        ...texts,
        repository: repository("gates: [{id: data, rules: [{id: fresh, enabled: false}]}]\n"),
      }),
    ).toEqual(["locked 3:40"]);
  });

  describe("fields that a locked `when` asks for", () => {
    const organization = `version: 1
fields: {tier: A, colour: red}
gates:
  - {id: security, locked: true, when: {tier: [A, B]}, rules: [{id: a, type: checklist, items: [{id: x, when: {risk: high}}]}]}
`;
    test.each([
      { what: "another value", text: "fields: {tier: C}", told: ["locked 3:10"] },
      {
        what: "another value for one service",
        text: "services: {override: {shop: {path: x, fields: {tier: C}}}}",
        told: ["locked 3:48"],
      },
      { what: "the same value", text: "fields: {tier: A}", told: [] },
      { what: "a field nothing locked asks for", text: "fields: {colour: blue}", told: [] },
      {
        what: "a field the organization leaves to the repository",
        text: "fields: {risk: low}",
        told: [],
      },
    ])("$what", ({ text, told: expected }) => {
      expect(told(repository(`${text}\n`), organization)).toEqual(expected);
    });

    test("what is left open is a note", () => {
      expect(notesIn({ organization, repository: repository("") })).toEqual([
        `open-lock 4:3 ${ORGANIZATION}`,
        `open-lock 4:3 ${ORGANIZATION}`,
        `open-lock 4:3 ${ORGANIZATION}`,
      ]);
    });
  });
});

describe("`lock`", () => {
  const lock = (keys: string, more = "") =>
    `version: 1\nlock: [${keys}]\n${more}gates: [{id: a, rules: [{id: b, type: owners, roles: [x]}]}]\n`;

  test.each([
    {
      what: "a mode the organization states",
      keys: "mode",
      more: "mode: enforce\n",
      text: "mode: advisory",
      told: ["locked 3:1"],
    },
    {
      what: "the mode it leaves at its default",
      keys: "mode",
      more: "",
      text: "mode: advisory",
      told: ["locked 3:1"],
    },
    {
      what: "a mode, also against a stricter one",
      keys: "mode",
      more: "mode: advisory\n",
      text: "mode: enforce",
      told: ["locked 3:1"],
    },
    {
      what: "a mode, and with it the day that decides instead",
      keys: "mode",
      more: "",
      text: "enforce_from: 2099-01-01",
      told: ["locked 3:1"],
    },
    {
      what: "a day, and with it the mode",
      keys: "enforce_from",
      more: "",
      text: "mode: advisory",
      told: ["locked 3:1"],
    },
    {
      what: "the same value",
      keys: "mode",
      more: "mode: enforce\n",
      text: "mode: enforce",
      told: [],
    },
    {
      what: "stages",
      keys: "stages",
      more: "stages: [{id: production, branches: [production]}]\n",
      text: "comment: never",
      told: [],
    },
    {
      what: "roles it does not state",
      keys: "roles",
      more: "",
      text: "roles: {mine: {users: [me]}}",
      told: ["locked 3:1"],
    },
    {
      what: "waivers it does not state",
      keys: "waivers",
      more: "",
      text: "waivers: {max_days: 3}",
      told: ["locked 3:1"],
    },
    {
      what: "a freeze it states",
      keys: "freeze",
      more: "freeze: [{from: 2026-12-20, to: 2027-01-03, reason: year end}]\n",
      text: "freeze: []",
      told: ["locked 3:1"],
    },
    {
      what: "a break-glass it does not allow",
      keys: "break_glass",
      more: "",
      text: "roles: {m: {users: [me]}}\nbreak_glass: {roles: [m]}",
      told: ["locked 4:1"],
    },
    {
      what: "fields and services",
      keys: "fields, services",
      more: "",
      text: "fields: {a: b}\nservices: {}",
      told: ["locked 3:1", "locked 4:1"],
    },
    { what: "nothing else", keys: "mode", more: "", text: "waivers: {max_days: 300}", told: [] },
  ])("$what", ({ keys, more, text, told: expected }) => {
    expect(told(repository(`${text}\n`), lock(keys, more))).toEqual(expected);
  });

  test("stages of one's own", () => {
    const organization = lock("stages", "stages: [{id: production, branches: [main]}]\n");
    expect(told(repository(""), organization)).toEqual(["locked 2:1"]);
    expect(told("version: 1\n", organization)).toEqual([]);
  });

  test("gates are locked one by one", () => {
    expect(told(repository(""), lock("gates"))).toEqual([`invalid-value 2:8 ${ORGANIZATION}`]);
  });

  test("where nothing is locked, nothing is", () => {
    expect(told(repository("mode: advisory\nwaivers: {max_days: 300}\n"), lock(""))).toEqual([]);
  });
});
