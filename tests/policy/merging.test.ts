import { describe, expect, test } from "vitest";
import type { Gate } from "../../src/model/policy.ts";
import { load, notesIn, policyOf, problemsIn, type Texts } from "./loading.ts";

const PACK = `version: 1
title: From one playbook
gates:
  - id: data
    title: Data
    heading: Data
    answers: [S0-01]
    when: {tier: A}
    rules:
      - {id: parity, type: checklist, answers: [S0-02], require: [owner], items: [{id: data.parity, title: Parity}, {id: data.cache}]}
      - {id: fresh, type: ci, check: audit, app: circleci, max_age: 30d}
  - id: rollback
    rules: [{id: drill, type: checklist, items: [{id: rollback.drill}]}]
omitted: [{id: S0-03, why: not about code}]
`;

const STAGES = "version: 1\nstages: [{id: production, branches: [production]}]\n";

function gate(texts: Texts, id: string): Gate | undefined {
  return policyOf(texts).gates.find((one) => one.id === id);
}

describe("a pack", () => {
  const packs = { one: PACK };

  test("brings its gates, without what only its documentation reads", () => {
    const texts = { packs, repository: `${STAGES}extends: [pack:one]\n` };
    expect(policyOf(texts).gates.map(({ id }) => id)).toEqual(["data", "rollback"]);
    const loaded = load(texts);
    const paths = loaded.state === "valid" ? [...loaded.provenance.keys()] : [];
    expect(paths.filter((path) => /answers|omitted|title$/.test(path))).toEqual([
      "gates.data.title",
      'gates.data.rules.parity.items["data.parity"].title',
    ]);
  });

  test("is refined by ids: maps merge, lists replace, rules and items merge, types stay", () => {
    const repository = `${STAGES}extends: [pack:one]
gates:
  - id: data
    when: {risk: high}
    rules:
      - {id: fresh, max_age: 7d}
      - id: parity
        require: [evidence, reviewed]
        items: [{id: data.parity, title: Same quality}, {id: data.cache, enabled: false}, {id: data.new}]
      - {id: extra, type: owners, roles: [Data]}
`;
    const data = gate({ packs, repository }, "data");
    expect(data?.title).toBe("Data");
    expect(data?.when).toEqual({ tier: "A", risk: "high" });
    expect(data?.rules.map(({ id, type }) => `${id} ${type}`)).toEqual([
      "parity checklist",
      "fresh ci",
      "extra owners",
    ]);
    expect(data?.rules[1]?.max_age).toBe(7 * 86_400_000);
    expect(data?.rules[0]?.options).toMatchObject({
      require: ["evidence", "reviewed"],
      items: [{ id: "data.parity", title: "Same quality" }, { id: "data.new" }],
    });
  });

  test("loses gates and rules that are not enabled", () => {
    const repository = `${STAGES}extends: [pack:one]
gates:
  - {id: rollback, enabled: false}
  - {id: data, rules: [{id: fresh, enabled: false}]}
`;
    const { gates } = policyOf({ packs, repository });
    expect(gates.map(({ id, rules }) => [id, rules.map((rule) => rule.id)])).toEqual([
      ["data", ["parity"]],
    ]);
  });

  describe("without one of its gates", () => {
    const chain = PACK.replace("  - id: data\n", "  - id: data\n    depends_on: [rollback]\n");
    const drop = "gates: [{id: rollback, enabled: false}]\n";

    test("has no other gate wait for it", () => {
      const { gates } = policyOf({
        packs: { one: chain },
        repository: `${STAGES}extends: [pack:one]\n${drop}`,
      });
      expect(gates.map(({ id, depends_on }) => [id, depends_on])).toEqual([["data", []]]);
    });

    test("has its stages do without it", () => {
      const staged = `stages: [{id: p, branches: [main], gates: [data, rollback]}]\n${PACK}`;
      const { stages } = policyOf({
        packs: { one: staged },
        repository: `version: 1\nextends: [pack:one]\n${drop}`,
      });
      expect(stages.map(({ gates }) => gates)).toEqual([["data"]]);
    });

    test("does not leave a stage with nothing to judge", () => {
      const staged = `stages: [{id: p, branches: [main], gates: [rollback]}]\n${PACK}`;
      const repository = `version: 1\nextends: [pack:one]\n${drop}`;
      expect(problemsIn({ packs: { one: staged }, repository })).toContain(
        "unknown-reference 2:11",
      );
    });
  });

  test("problems in it are told where it was asked for", () => {
    const broken = PACK.replace("type: ci", "type: cj").replace(
      "items: [{id: rollback",
      "itms: [{id: rollback",
    );
    const repository = `${STAGES}extends: [pack:one]\n`;
    expect(problemsIn({ packs: { one: broken }, repository })).toEqual([
      "invalid-value 3:11",
      "unknown-key 3:11",
    ]);
  });

  test.each([
    {
      what: "a setting its type does not have",
      over: "{id: fresh, max_agee: 7d}",
      told: ["unknown-key 4:40"],
    },
    {
      what: "a value of the wrong kind",
      over: "{id: fresh, allow_skipped: nope}",
      told: ["invalid-type 4:55"],
    },
    {
      what: "another type, which needs settings of its own",
      over: "{id: fresh, type: issues}",
      told: ["missing-key 4:28", "no-effect 3:11", "unknown-key 3:11", "unknown-key 3:11"],
    },
    {
      what: "a rule that nobody states",
      over: "{id: frsh, max_age: 7d}",
      told: ["missing-key 4:28"],
    },
  ])("a refinement is checked: $what", ({ over, told }) => {
    const repository = `${STAGES}extends: [pack:one]\ngates: [{id: data, rules: [${over}]}]\n`;
    expect(problemsIn({ packs, repository }).toSorted()).toEqual(told.toSorted());
  });

  test("a refinement need not say again what several settings must say together", () => {
    const strict =
      "gates: [{id: g, rules: [{id: a, type: ci, app: github-actions, check: x, workflow: .github/workflows/x.yml}, {id: b, type: schedule, duration: {start: pilot.start, end: pilot.end, min: 4w}}]}]\n";
    const repository = `${STAGES}extends: [pack:strict]\ngates: [{id: g, rules: [{id: a, allow_skipped: true}, {id: b, severity: warn}]}]\n`;
    const loaded = load({ packs: { strict }, repository: `${STAGES}extends: [pack:strict]\n` });
    expect(loaded.state === "invalid" && loaded.problems).toBe(false);
    expect(problemsIn({ packs: { strict }, repository })).toEqual([]);
  });

  test("two packs cannot have one gate", () => {
    const repository = `${STAGES}extends: [pack:one, pack:two]\n`;
    expect(problemsIn({ packs: { one: PACK, two: PACK }, repository })).toEqual([
      "duplicate-id 3:21",
      "duplicate-id 3:21",
    ]);
  });

  test("extended twice counts once", () => {
    const repository = `${STAGES}extends: [pack:one, pack:one]\n`;
    expect(policyOf({ packs, repository }).gates).toHaveLength(2);
  });

  test("may bring stages, which the repository completes", () => {
    const repository =
      "version: 1\nextends: [pack:one]\nstages: [{id: limited, branches: [canary]}, {id: production, branches: [main]}]\n";
    const withStages = `${PACK}stages: [{id: limited, gates: [data]}, {id: production}]\n`;
    const { stages } = policyOf({ packs: { one: withStages }, repository });
    expect(stages.map(({ id, branches, gates }) => [id, branches, gates])).toEqual([
      ["limited", ["canary"], ["data"]],
      ["production", ["main"], null],
    ]);
    expect(
      problemsIn({ packs: { one: withStages }, repository: "version: 1\nextends: [pack:one]\n" }),
    ).toEqual(["missing-key 2:11", "missing-key 2:11"]);
  });
});

describe("T60 the organization's file and the repository's disagree", () => {
  const organization = `version: 1
mode: enforce
waivers: {max_days: 14, approvers: [security]}
roles: {security: {teams: [acme/security]}}
issues: {labels: [gates, org]}
gates:
  - id: security
    rules: [{id: reviewed, type: sign-off, roles: [security]}]
`;

  test("the repository wins where nothing is locked; maps merge and lists replace", () => {
    const repository = `${STAGES}mode: advisory
waivers: {max_days: 60}
issues: {labels: [mine]}
`;
    const policy = policyOf({ organization, repository });
    expect(policy.mode).toBe("advisory");
    expect(policy.waivers).toEqual({ approvers: ["security"], max_days: 60 });
    expect(policy.issues).toEqual({
      open: true,
      max_per_run: 5,
      labels: ["stage-gates", "mine"],
      assign: true,
    });
    expect(policy.gates.map(({ id }) => id)).toEqual(["security"]);
  });

  test("each file has its own problems, the repository's first", () => {
    const repository = `${STAGES}mode: advisry\n`;
    expect(
      problemsIn({ organization: organization.replace("version: 1", "version: 3"), repository }),
    ).toEqual(["invalid-value 3:7", "invalid-value 1:10 acme/.github/stage-gates-org.yml"]);
  });

  test("a broken file of the organization leaves no policy", () => {
    expect(problemsIn({ organization: "mode: [", repository: STAGES })).toEqual([
      "yaml-syntax 1:8 acme/.github/stage-gates-org.yml",
    ]);
  });

  test("a value that the repository replaces is checked all the same", () => {
    const broken = organization.replace("max_days: 14", "max_days: many");
    expect(
      problemsIn({ organization: broken, repository: `${STAGES}waivers: {max_days: 3}\n` }),
    ).toEqual(["invalid-type 3:21 acme/.github/stage-gates-org.yml"]);
  });

  test("a gate of the organization that the repository's stages leave out is told in the repository", () => {
    const repository =
      "version: 1\nstages: [{id: p, branches: [main], gates: [own]}]\ngates: [{id: own, rules: [{id: a, type: owners, roles: [x]}]}]\n";
    expect(problemsIn({ organization, repository })).toEqual(["unused-gate 2:1"]);
  });

  test("needs no file in the repository where it states the stages itself", () => {
    const whole = `${organization}stages: [{id: production, branches: [main]}]\n`;
    expect(policyOf({ organization: whole, repository: null }).stages).toHaveLength(1);
  });
});

describe("where each value is from", () => {
  const repository = `${STAGES}extends: [pack:one]
fields: {tier: A}
gates:
  - id: data
    rules:
      - {id: fresh, max_age: 7d}
`;
  const loaded = load({
    packs: { one: PACK },
    organization: "version: 1\nwaivers: {max_days: 9}\n",
    repository,
  });
  const provenance = loaded.state === "valid" ? loaded.provenance : new Map();

  test.each([
    { path: "stages.production.branches", from: ".github/stage-gates.yml:2:37" },
    { path: "fields.tier", from: ".github/stage-gates.yml:4:16" },
    { path: "waivers.max_days", from: "acme/.github/stage-gates-org.yml:2:21" },
    { path: "gates.data.title", from: "pack:one:5:12" },
    { path: "gates.data.rules.fresh.max_age", from: ".github/stage-gates.yml:8:30" },
    { path: "gates.data.rules.fresh.check", from: "pack:one:11:38" },
    { path: "gates.data.rules.fresh", from: ".github/stage-gates.yml:8:9" },
    { path: 'gates.data.rules.parity.items["data.parity"].title', from: "pack:one:10:108" },
  ])("$path", ({ path, from }) => {
    const place = provenance.get(path);
    expect(place && `${place.file}:${place.line}:${place.column}`).toBe(from);
  });

  test("what a file says of itself is no value", () => {
    expect([...provenance.keys()].filter((path) => /^(version|extends|lock)/.test(path))).toEqual(
      [],
    );
  });
});

describe("defaults and titles", () => {
  test("are filled in", () => {
    const policy = policyOf(
      `${STAGES}gates: [{id: on-call, rules: [{id: named-owners, type: owners, roles: [x]}]}]\n`,
    );
    expect(policy).toMatchObject({
      mode: "enforce",
      blocked_as: "failure",
      enforce_from: null,
      services: null,
      comment: "when-gates-apply",
      break_glass: null,
      waivers: { approvers: [], max_days: 30 },
      freeze: [],
      exemptions: [],
    });
    expect(policy.gates[0]).toMatchObject({
      title: "On call",
      require: "all",
      when: null,
      changed: null,
    });
    expect(policy.gates[0]?.rules[0]).toMatchObject({
      title: "Named owners",
      severity: "block",
      issue: "owner",
      waivable: true,
    });
  });

  test("names a person writes find nothing but what was stated", () => {
    const { roles, fields } = policyOf(
      `${STAGES}gates: [{id: a, rules: [{id: b, type: owners, roles: [x]}]}]\n`,
    );
    for (const name of ["toString", "constructor", "__proto__", "hasOwnProperty"]) {
      expect(roles[name]).toBeUndefined();
      expect(fields[name]).toBeUndefined();
    }
  });
});

test("a condition that can never hold is a note", () => {
  const repository = `${STAGES}fields: {pci: true, tier: "1"}
gates:
  - {id: a, when: {pci: "true"}, rules: [{id: b, type: owners, roles: [x], when: {tier: [1, 2]}}]}
  - {id: c, when: {pci: true, unset: x}, rules: [{id: b, type: owners, roles: [x], when: {tier: [1, "2"]}}]}
`;
  expect(notesIn(repository)).toEqual(["never-holds 5:25", "never-holds 5:89", "never-holds 6:31"]);
});

describe("a condition on a field that nobody states", () => {
  const gate = "{id: a, rules: [{id: b, type: checklist, items: [{id: x, when: {risk: high}}]}]}";
  const pack = `version: 1\ngates: [${gate}]\n`;
  const stated = 'services: {from: "s/*", override: {a: {fields: {risk: high}}}}';
  const from = `${STAGES}extends: ["pack:p"]\n`;

  test.each([
    { name: "of an item", text: `${STAGES}gates: [${gate}]\n`, told: ["never-holds 3:73"] },
    {
      name: "of a gate that a pack brings, in the repository's words",
      text: `${from}gates: [{id: a, when: {tier: A}}]\n`,
      told: ["never-holds 4:24"],
    },
    { name: "of a pack is its offer", text: from, told: [] },
    { name: "that one service states", text: `${STAGES}${stated}\ngates: [${gate}]\n`, told: [] },
  ])("$name", ({ text, told }) => {
    expect(notesIn({ repository: text, packs: { p: pack } })).toEqual(told);
  });

  test("says which was meant", () => {
    const loaded = load(`${STAGES}fields: {tier: A}\ngates: [${gate.replace("risk", "tiers")}]\n`);
    expect(loaded.state === "valid" && loaded.notes.map(({ help }) => help)).toEqual([
      "did you mean `tier`?",
    ]);
  });
});
