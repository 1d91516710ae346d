import { describe, expect, test } from "vitest";
import { helpIn, load, problemsIn, VALID, withRules } from "./loading.ts";

test("every problem of a file is told at once, in order, each once, with what is likely meant", () => {
  const text = `version: 1
stages:
  - id: production
    branches: [production]
gates:
  - id: ownership
    requier: all
    rules:
      - id: named-owners
        type: owners
        roles: [Service]
        severity: warning
  - id: freshness
    rules: [{id: green, type: ci, check: test, app: circleci, max_age: 10 dayz}]
  - id: ownership
    rules: [{id: named-owners, type: owners, roles: [Service]}]
`;
  expect(problemsIn(text)).toEqual([
    "unknown-key 7:5",
    "invalid-value 12:19",
    "invalid-format 14:72",
    "duplicate-id 15:9",
  ]);
  expect(helpIn(text)).toEqual(["did you mean `require`?", "did you mean `warn`?", null, null]);
  const loaded = load(text);
  const duplicate = loaded.state === "invalid" ? loaded.problems.at(-1) : undefined;
  expect(duplicate?.related?.at).toMatchObject({ line: 6, column: 9 });
  expect(duplicate?.length).toBe("ownership".length);
});

describe("T54 keys and kinds", () => {
  test.each([
    { what: "no version", text: VALID.replace("version: 1\n", ""), told: ["missing-key 1:1"] },
    {
      what: "another version",
      text: VALID.replace("version: 1", "version: 2"),
      told: ["invalid-value 1:10"],
    },
    {
      what: "a version in quotes",
      text: VALID.replace("version: 1", 'version: "1"'),
      told: ["invalid-value 1:10"],
    },
    { what: "an unknown key", text: `${VALID}colour: red\n`, told: ["unknown-key 8:1"] },
    {
      what: "a misspelt key, and what is wrong under it",
      text: `${VALID}waiver: {max_days: 0, aprovers: []}\n`,
      told: ["unknown-key 8:1", "invalid-value 8:20", "unknown-key 8:23"],
    },
    {
      what: "a map where a list is due",
      text: "version: 1\nstages: {production: [main]}\ngates: []\n",
      told: ["invalid-type 2:9"],
    },
    {
      what: "a text where a list is due",
      text: VALID.replace("[production]", "production"),
      told: ["invalid-type 4:15"],
    },
    {
      what: "a number where text is due",
      text: VALID.replace("id: ownership", "id: 12"),
      told: ["invalid-type 6:9"],
    },
    {
      what: "a list where a map is due",
      text: `${VALID}waivers: [ana]\n`,
      told: ["invalid-type 8:10"],
    },
    {
      what: "a text where a map is due",
      text: `${VALID}roles: {owners: ana}\n`,
      told: ["invalid-type 8:17"],
    },
    {
      what: "a value out of range",
      text: `${VALID}waivers: {max_days: 0}\n`,
      told: ["invalid-value 8:21"],
    },
    { what: "a fraction", text: `${VALID}waivers: {max_days: 1.5}\n`, told: ["invalid-type 8:21"] },
    {
      what: "an empty list where one is due",
      text: VALID.replace("[production]", "[]"),
      told: ["invalid-value 4:15"],
    },
    {
      what: "an empty text",
      text: VALID.replace("id: ownership", 'id: ownership\n    title: " "'),
      told: ["invalid-format 7:12"],
    },
    {
      what: "a word that is no choice",
      text: `${VALID}comment: sometimes\n`,
      told: ["invalid-value 8:10"],
    },
    {
      what: "`require` that is none of its forms",
      text: VALID.replace("    rules:", "    require: al\n    rules:"),
      told: ["invalid-value 7:14"],
    },
    {
      what: "`require` of another kind",
      text: VALID.replace("    rules:", "    require: 3\n    rules:"),
      told: ["invalid-type 7:14"],
    },
    {
      what: "a misspelt key in one of two forms",
      text: VALID.replace("    rules:", "    require: {at_leest: 1}\n    rules:"),
      told: ["unknown-key 7:15"],
    },
    {
      what: "the organization's keys in a repository",
      text: `${VALID}lock: [mode]\nexempt: []\nselect: {}\n`,
      told: ["unknown-key 8:1", "unknown-key 9:1", "unknown-key 10:1"],
    },
    {
      what: "`locked` in a repository",
      text: VALID.replace("type: owners", "type: owners, locked: true"),
      told: ["unknown-key 7:46"],
    },
  ])("$what", ({ text, told }) => {
    expect(problemsIn(text)).toEqual(told);
  });
});

describe("T53 words and numbers that YAML readers differ on", () => {
  const owners = (setting: string) => withRules(`{id: a, type: owners, roles: [x], ${setting}}`);

  test.each([
    {
      what: "`no` for a boolean",
      text: owners("waivable: no"),
      told: ["invalid-type 6:53"],
      help: "write `false`",
    },
    {
      what: "`on` for a boolean",
      text: owners("individual: on"),
      told: ["invalid-type 6:55"],
      help: "write `true`",
    },
    {
      what: "`yes` as a field",
      text: `${VALID}fields: {pci: yes}\n`,
      told: ["ambiguous-value 8:15"],
      help: "write `true`, or put it in quotes",
    },
    {
      what: "`no` in a condition",
      text: owners("when: {pci: [high, no]}"),
      told: ["ambiguous-value 6:62"],
      help: "write `false`, or put it in quotes",
    },
    { what: "`no` in quotes", text: `${VALID}fields: {pci: "no"}\n`, told: [], help: undefined },
    {
      what: "an octal",
      text: `${VALID}waivers: {max_days: 010}\n`,
      told: ["invalid-type 8:21"],
      help: "a number has no leading zero: YAML readers differ on what it means",
    },
    {
      what: "a new octal",
      text: `${VALID}waivers: {max_days: 0o10}\n`,
      told: ["invalid-type 8:21"],
      help: "write digits, such as `5`",
    },
    {
      what: "hexadecimal",
      text: `${VALID}waivers: {max_days: 0x1E}\n`,
      told: ["invalid-type 8:21"],
      help: "write digits, such as `5`",
    },
    {
      what: "underscores",
      text: `${VALID}waivers: {max_days: 1_0}\n`,
      told: ["invalid-type 8:21"],
      help: "write digits, such as `5`",
    },
    {
      what: "a huge number",
      text: `${VALID}waivers: {max_days: 99999999999999999999}\n`,
      told: ["invalid-type 8:21"],
      help: "the number is too large",
    },
    {
      what: "an infinite number",
      text: `${VALID}waivers: {max_days: 1e999}\n`,
      told: ["invalid-type 8:21"],
      help: "write digits, such as `5`",
    },
    {
      what: "not a number",
      text: `${VALID}waivers: {max_days: .nan}\n`,
      told: ["invalid-type 8:21"],
      help: "write digits, such as `5`",
    },
    {
      what: "a number in quotes",
      text: `${VALID}waivers: {max_days: "10"}\n`,
      told: ["invalid-type 8:21"],
      help: "write the number without quotes",
    },
    {
      what: "a boolean for text",
      text: owners("title: true"),
      told: ["invalid-type 6:50"],
      help: 'put it in quotes: `"true"`',
    },
    {
      what: "a date that is one",
      text: `${VALID}enforce_from: 2026-12-01\n`,
      told: [],
      help: undefined,
    },
    {
      what: "a day that does not exist",
      text: `${VALID}enforce_from: 2026-02-30\n`,
      told: ["invalid-format 8:15"],
      help: null,
    },
    {
      what: "a date of another form",
      text: `${VALID}enforce_from: 01.12.2026\n`,
      told: ["invalid-format 8:15"],
      help: null,
    },
    {
      what: "a time",
      text: `${VALID}enforce_from: 2026-12-01T00:00:00Z\n`,
      told: ["invalid-format 8:15"],
      help: null,
    },
    {
      what: "a year alone",
      text: `${VALID}enforce_from: 2026\n`,
      told: ["invalid-type 8:15"],
      help: 'put it in quotes: `"2026"`',
    },
  ])("$what", ({ text, told, help }) => {
    expect(problemsIn(text)).toEqual(told);
    expect(helpIn(text)[0]).toBe(help);
  });
});

describe("durations", () => {
  const aged = (age: string) =>
    problemsIn(withRules(`{id: a, type: ci, check: x, app: y, max_age: ${age}}`));

  test.each(["12h", "30d", "2w", "0h"])("%s is one", (age) => expect(aged(age)).toEqual([]));
  test.each(["10 dayz", "1.5d", "-1d", "1m", "P1D", '""', "30D", "99999d"])("%s is none", (age) =>
    expect(aged(age)).toEqual(["invalid-format 6:54"]),
  );
  test.each([
    "{id: a, type: ci, check: x, app: y, max_age: 180}",
    "{id: a, type: document, path: x, max_age: 180}",
  ])("in %s the unit is missing", (rule) =>
    expect(helpIn(withRules(rule))).toEqual(["write `180d` for days"]),
  );
  test("30 is a number", () => expect(aged("30")).toEqual(["invalid-type 6:54"]));
});

describe("T61 days on which nothing is promoted", () => {
  test.each([
    {
      what: "whole days",
      freeze: "{from: 2026-12-20, to: 2027-01-03, reason: year end}",
      told: [],
    },
    { what: "one day", freeze: "{from: 2026-12-20, to: 2026-12-20, reason: audit}", told: [] },
    {
      what: "the end before the beginning",
      freeze: "{from: 2026-12-20, to: 2026-12-19, reason: x}",
      told: ["invalid-value 8:33"],
    },
    {
      what: "a time zone, known or not",
      freeze: "{from: 2026-12-20, to: 2026-12-21, reason: x, timezone: Mars/Base}",
      told: ["unknown-key 8:56"],
    },
    {
      what: "hours over midnight",
      freeze: "{from: 22:00, to: 06:00, reason: nights}",
      told: ["invalid-format 8:17", "invalid-format 8:28"],
    },
    {
      what: "a time within a day",
      freeze: "{from: 2026-03-29T01:30:00+01:00, to: 2026-03-30, reason: x}",
      told: ["invalid-format 8:17"],
    },
    { what: "no reason", freeze: "{from: 2026-12-20, to: 2026-12-21}", told: ["missing-key 8:10"] },
  ])("$what", ({ freeze, told }) => {
    expect(problemsIn(`${VALID}freeze: [${freeze}]\n`)).toEqual(told);
  });
});

describe("what is put down in a wrong form is shown in the right one", () => {
  test.each([
    {
      what: "no version",
      text: VALID.replace("version: 1\n", ""),
      help: "add `version: 1`",
    },
    {
      what: "a stage alone",
      text: "version: 1\nstages: production\ngates: []\n",
      help: "write `[{id: production, branches: [production]}]`",
    },
    {
      what: "a map of stages",
      text: "version: 1\nstages: {live: [main]}\ngates: []\n",
      help: "write `[{id: live, branches: [<branch>]}]`",
    },
    {
      what: "a map of gates",
      text: `${VALID.slice(0, VALID.indexOf("gates:"))}gates: {data: {title: Data}}\n`,
      help: "write `[{id: data, rules: [<rules>]}]`",
    },
    {
      what: "a login in quotes with its mark",
      text: `${VALID}roles: {owners: {users: ["@ana"]}}\n`,
      help: "write `ana`",
    },
    {
      what: "a team with its mark",
      text: `${VALID}roles: {owners: {teams: ["@acme/ops"]}}\n`,
      help: "write `acme/ops`",
    },
  ])("$what", ({ text, help }) => {
    expect(helpIn(text)).toEqual([help]);
  });
});

describe("people", () => {
  test.each([
    {
      what: "users and teams",
      role: "{users: [ana, renovate[bot]], teams: [acme/release-managers]}",
      told: ["yaml-syntax 8:39"],
    },
    { what: "a bot in quotes", role: '{users: ["renovate[bot]"]}', told: [] },
    { what: "a login with a mark", role: '{users: ["@ana"]}', told: ["invalid-format 8:26"] },
    { what: "an e-mail", role: "{users: [ana@acme.example]}", told: ["invalid-format 8:26"] },
    {
      what: "a team without its organization",
      role: "{teams: [release-managers]}",
      told: ["invalid-format 8:26"],
    },
    { what: "an unknown permission", role: "{permission: owner}", told: ["invalid-value 8:30"] },
    { what: "nobody", role: "{}", told: ["missing-key 8:9"] },
    { what: "nobody in empty lists", role: "{users: [], teams: []}", told: ["missing-key 8:9"] },
  ])("$what", ({ role, told }) => {
    expect(problemsIn(`${VALID}roles: {owners: ${role}}\n`)).toEqual(told);
  });
});

describe("folders and paths of services", () => {
  test.each([
    { what: "a folder", services: "{override: {a: {path: jobs/batch}}}", told: [] },
    {
      what: "a path with what is filled in",
      services: '{readiness: "{path}/docs/{service}.md"}',
      told: [],
    },
    {
      what: "a path from the root",
      services: "{readiness: /READINESS.md}",
      told: ["invalid-format 8:23"],
    },
    { what: "a way out", services: '{readiness: "{path}/../x.md"}', told: ["invalid-format 8:23"] },
    {
      what: "a slash at the end",
      services: "{override: {a: {path: jobs/}}}",
      told: ["invalid-format 8:33"],
    },
    { what: "a dot", services: "{override: {a: {path: .}}}", told: ["invalid-format 8:33"] },
    {
      what: "a backslash",
      services: "{override: {a: {path: 'jobs\\batch'}}}",
      told: ["invalid-format 8:33"],
    },
    {
      what: "something else that is filled in",
      services: '{readiness: "{name}.md"}',
      told: ["invalid-format 8:23"],
    },
    {
      what: "one folder for two services",
      services: "{override: {a: {path: x}, b: {path: x}}}",
      told: ["duplicate-path 8:47"],
    },
    { what: "a number as a service's name", services: "{override: {1: {path: x}}}", told: [] },
  ])("$what", ({ services, told }) => {
    expect(problemsIn(`${VALID}services: ${services}\n`)).toEqual(told);
  });
});
