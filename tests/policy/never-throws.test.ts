import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadWaivers } from "../../src/policy/load-waivers.ts";
import { gatesOfStage } from "../../src/verdict/select-gates.ts";
import { load, type Texts, VALID } from "./loading.ts";

const PACK = readFileSync(
  new URL("../../templates/packs/scaling-readiness/pack.yml", import.meta.url),
  "utf8",
);

const WHOLE = `${VALID.replace("production]", 'production, "release/*"]\n    paths: ["src/**"]\n    cumulative: false')}extends: [pack:p]
mode: advisory
enforce_from: 2026-12-01
fields: {tier: B, risk: high, n: 3}
services:
  from: "services/*"
  readiness: "{path}/READINESS.md"
  override: {search: {path: x, fields: {tier: A}, gates: [ownership]}}
  ungoverned: ["docs/**", "*.md"]
roles: {release-managers: {users: [ana], teams: [acme/rm], permission: admin}}
waivers: {approvers: [release-managers], max_days: 30}
policy_owners: [release-managers]
issues: {open: true, max_per_run: 5, labels: [x], assign: true}
comment: never
freeze: [{from: 2026-12-20, to: 2027-01-03, reason: year end}]
break_glass: {roles: [release-managers], approvals: 1, review_within: 3d}
`;

const ORG = `version: 1
extends: [pack:p]
lock: [stages, freeze]
select: {repos: ["sh*"], properties: {tier: [a]}}
exempt: [{repos: [x], gates: [security], reason: y, until: 2026-12-01}]
stages: [{id: production, branches: [production]}]
gates:
  - id: security
    locked: true
    require: {at_least: 1}
    when: {tier: A}
    rules: [{id: a, type: checklist, items: [{id: x}], locked: true, max_age: 3d}]
`;

const SNIPPETS = [
  "gates",
  "rules:",
  "id",
  "- ",
  "{",
  "}",
  "[",
  "]",
  ": ",
  "#",
  "\n",
  "\n  ",
  "&a",
  "*a",
  "!!",
  "|",
  ">",
  "'",
  '"',
  "?",
  "~",
  "null",
  "no",
  "017",
  "1e999",
  ".nan",
  "2026-02-30",
  "__proto__",
  "constructor",
  "toString",
  "enabled: false",
  "locked: true",
  "type: values",
  "<<",
  "---",
  "\t",
  "\0",
  "\uFEFF",
  "\u202E",
  "\ud800",
  "{a,b}",
  "**/",
  "pack:p",
  "org",
  "any",
  "at_least: 9",
];

/** A text with pieces cut out, doubled, moved or put in: what editing by hand and merging make of it. */
function mutated(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(text.length),
    remove: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(200)),
    insert: fc.oneof(
      fc.constantFrom(...SNIPPETS),
      fc.string({ maxLength: 6 }),
      fc.nat(text.length).map((from) => text.slice(from, from + 30)),
    ),
  });
  return fc
    .array(edit, { minLength: 1, maxLength: 6 })
    .map((edits) =>
      edits.reduce(
        (now, { at, remove, insert }) => now.slice(0, at) + insert + now.slice(at + remove),
        text,
      ),
    );
}

const anyYaml = fc.oneof(
  fc.string({ maxLength: 200, unit: "binary" }),
  fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.json({ maxDepth: 5 }),
);

/** The same answer twice; problems lie within their files, in order, each once. */
function check(texts: Texts): void {
  const loaded = load(texts);
  expect(load(texts)).toEqual(loaded);
  if (loaded.state === "valid") return;
  expect(loaded.problems.length).toBeGreaterThan(0);
  const sources: Record<string, string | null | undefined> = {
    ".github/stage-gates.yml": texts.repository,
    "acme/.github/stage-gates-org.yml": texts.organization,
  };
  const seen = new Set<string>();
  for (const { code, at, message, related } of loaded.problems) {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    const source = sources[at.file] ?? "";
    expect(at.line).toBeLessThanOrEqual(source.split(/\r\n|\n|\r/).length);
    expect(at.column).toBeGreaterThanOrEqual(1);
    const key = JSON.stringify([code, at, message, related]);
    expect(seen.has(key)).toBe(false);
    seen.add(key);
  }
}

const settings = { numRuns: 1200 };
const packs = {
  p: "gates: [{id: data, answers: [x], rules: [{id: a, type: owners, roles: [x], answers: [y]}]}]\n",
};

describe("no text makes loading throw, and the same text gives the same answer", () => {
  test("T52 anything that may be YAML", () => {
    fc.assert(
      fc.property(anyYaml, (repository) => check({ repository, packs })),
      settings,
    );
  });

  test("a policy with pieces cut out, doubled or put in", () => {
    fc.assert(
      fc.property(mutated(WHOLE), (repository) => check({ repository, packs })),
      settings,
    );
  });

  test("an organization's file with pieces cut out, doubled or put in", () => {
    fc.assert(
      fc.property(mutated(ORG), mutated(WHOLE), (organization, repository) =>
        check({ organization, repository, packs }),
      ),
      settings,
    );
  });

  test("a pack with pieces cut out, doubled or put in", () => {
    fc.assert(
      fc.property(mutated(PACK), (pack) => check({ repository: WHOLE, packs: { p: pack } })),
      { numRuns: 300 },
    );
  });

  test("waivers", () => {
    const entry = "- gate: data\n  rule: x\n  reason: y\n  until: 2026-10-26\n  approved_in: 4\n";
    fc.assert(
      fc.property(fc.oneof(anyYaml, mutated(entry)), (text) => {
        const file = { name: "waivers.yml", text };
        expect(loadWaivers(file)).toEqual(loadWaivers(file));
      }),
      settings,
    );
  });
});

test("nothing is left behind in what all objects share", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe("more of a policy never loosens what is locked", () => {
  const organization = `version: 1
roles: {security: {teams: [acme/security]}}
waivers: {approvers: [security], max_days: 14}
gates:
  - id: security
    locked: true
    rules: [{id: reviewed, type: sign-off, roles: [security]}, {id: listed, type: checklist, items: [{id: x}]}]
`;

  /** Pieces that are each well formed, by where they go: harmless ones, and ways around the lock. */
  const pieces = [
    ["limited", "gates: [own, security]"],
    ["limited", "gates: [own]"],
    ["limited", "cumulative: false"],
    ["limited", 'paths: ["**"]'],
    ["limited", "paths: [x/**]"],
    ["production", "gates: [own]"],
    ["production", "gates: [security]"],
    ["production", "cumulative: false"],
    ["keys", "mode: enforce"],
    ["keys", "mode: advisory"],
    ["keys", "enforce_from: 2099-01-01"],
    ["keys", "fields: {tier: B}"],
    ["keys", "waivers: {max_days: 7}"],
    ["keys", "waivers: {approvers: [mine]}"],
    ["keys", "break_glass: {roles: [mine]}"],
    ["keys", "services: {override: {search: {path: x, gates: [own, security]}}}"],
    ["keys", "services: {override: {search: {path: x, gates: [own]}}}"],
    ["keys", 'services: {ungoverned: ["**"]}'],
    ["roles", "security: {users: [ana]}"],
    ["roles", "other: {users: [ana]}"],
    ["gate", "enabled: false"],
    ["gate", "title: Security"],
    ["gate", "require: any"],
    ["gate", "when: {tier: A}"],
    ["rules", "{id: reviewed, severity: block}"],
    ["rules", "{id: reviewed, severity: warn}"],
    ["rules", "{id: listed, enabled: false}"],
    ["rules", "{id: more, type: owners, roles: [x]}"],
  ] as const;

  const repositories = fc.subarray([...pieces], { maxLength: 4 }).map((chosen) => {
    const at = (slot: string) => chosen.flatMap(([where, text]) => (where === slot ? [text] : []));
    const map = (...entries: readonly string[]) => `{${entries.join(", ")}}`;
    const limited = map("id: limited", "branches: [limited]", ...at("limited"));
    const production = map("id: production", "branches: [main]", ...at("production"));
    return [
      "version: 1",
      `stages: [${limited}, ${production}]`,
      ...at("keys"),
      `roles: ${map("mine: {users: [me]}", ...at("roles"))}`,
      "gates:",
      "  - {id: own, rules: [{id: a, type: owners, roles: [x]}]}",
      `  - ${map("id: security", ...at("gate"), `rules: [${at("rules").join(", ")}]`)}`,
    ].join("\n");
  });

  test("whatever a repository writes, a valid policy holds the locked gate in every stage", () => {
    let valid = 0;
    fc.assert(
      fc.property(repositories, (text) => {
        const loaded = load({ organization, repository: text });
        if (loaded.state === "invalid") return;
        valid += 1;
        const { gates, stages, mode, enforce_from, waivers, roles } = loaded.policy;
        const gate = gates.find(({ id }) => id === "security");
        expect(gate?.rules.map(({ id, severity }) => [id, severity]).slice(0, 2)).toEqual([
          ["reviewed", "block"],
          ["listed", "block"],
        ]);
        expect(gate).toMatchObject({
          require: "all",
          when: null,
          changed: null,
          enforce_from: null,
        });
        expect([mode, enforce_from]).toEqual(["enforce", null]);
        expect(waivers.approvers).toEqual(["security"]);
        expect(roles.security?.teams).toEqual(["acme/security"]);
        for (const stage of stages) {
          expect(gatesOfStage(loaded.policy, stage).map(({ id }) => id)).toContain("security");
          expect(stage.paths === null || stage.paths.includes("**")).toBe(true);
        }
        for (const { gates: limited } of Object.values(loaded.policy.services?.override ?? {})) {
          expect(limited === null || limited.includes("security")).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(valid).toBeGreaterThan(100);
  });
});
