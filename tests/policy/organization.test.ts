import { describe, expect, test } from "vitest";
import { notesIn, ORGANIZATION, policyOf, problemsIn, VALID } from "./loading.ts";

const GATE = "gates: [{id: security, rules: [{id: reviewed, type: owners, roles: [Security]}]}]";

describe("`select`: which repositories the file is for", () => {
  const governed = (select: string, about: object) =>
    policyOf({
      organization: `version: 1\nselect: ${select}\n${GATE}\n`,
      repository: VALID,
      ...about,
    }).gates.some(({ id }) => id === "security");

  test.each([
    { what: "by name", select: "{repos: [shop]}", about: { name: "acme/shop" }, is: true },
    {
      what: "by a glob",
      select: "{repos: [payments-*, sh*]}",
      about: { name: "acme/shop" },
      is: true,
    },
    {
      what: "not by another name",
      select: "{repos: [payments-*]}",
      about: { name: "acme/shop" },
      is: false,
    },
    {
      what: "whatever its case",
      select: "{repos: [payments-*]}",
      about: { name: "acme/Payments-API" },
      is: true,
    },
    {
      what: "by owner and name",
      select: "{repos: [acme/*]}",
      about: { name: "acme/shop" },
      is: true,
    },
    {
      what: "a name without its owner matches the name alone",
      select: "{repos: [acme]}",
      about: { name: "acme/shop" },
      is: false,
    },
    {
      what: "by property",
      select: "{properties: {tier: [a, b]}}",
      about: { properties: { tier: "b" } },
      is: true,
    },
    {
      what: "by one of several values",
      select: "{properties: {tier: a}}",
      about: { properties: { tier: ["x", "a"] } },
      is: true,
    },
    {
      what: "not by another value",
      select: "{properties: {tier: a}}",
      about: { properties: { tier: "c" } },
      is: false,
    },
    {
      what: "not without the property",
      select: "{properties: {tier: a}}",
      about: { properties: {} },
      is: false,
    },
    {
      what: "by either",
      select: "{repos: [x], properties: {tier: a}}",
      about: { properties: { tier: "a" } },
      is: true,
    },
    { what: "when the name is not known", select: "{repos: [x]}", about: { name: null }, is: true },
    {
      what: "when the properties are not known",
      select: "{properties: {tier: a}}",
      about: {},
      is: true,
    },
  ])("$what", ({ select, about, is }) => {
    expect(governed(select, about)).toBe(is);
  });

  test("what could not be told is a note", () => {
    const organization = `version: 1\nselect: {repos: [x]}\n${GATE}\n`;
    expect(notesIn({ organization, repository: VALID, name: null })).toEqual([
      `unknown-repository 2:9 ${ORGANIZATION}`,
    ]);
  });

  test("a pack that both files extend stays where the organization's is not for the repository", () => {
    const packs = { one: GATE };
    const organization = "version: 1\nselect: {repos: [other]}\nextends: [pack:one]\n";
    const { gates } = policyOf({
      organization,
      packs,
      repository: `${VALID}extends: [pack:one]\n`,
    });
    expect(gates.map(({ id }) => id)).toEqual(["security", "ownership"]);
    expect(policyOf({ organization, packs, repository: VALID }).gates).toHaveLength(1);
  });

  test("a file that is not for the repository locks nothing in it", () => {
    const organization =
      "version: 1\nselect: {repos: [other]}\nlock: [mode]\nextends: [pack:none]\n";
    expect(problemsIn({ organization, repository: `${VALID}mode: advisory\n` })).toEqual([
      `unknown-reference 4:11 ${ORGANIZATION}`,
    ]);
  });
});

describe("`exempt`", () => {
  const exempt = (entries: string) => `version: 1\n${GATE}\nexempt: [${entries}]\n`;
  const one = "{repos: [sh*], gates: [security], reason: new team, until: 2026-11-30}";

  test("is kept for judging, whatever the day, where it names the repository", () => {
    const entries = `${one}, {repos: [other], gates: [security], reason: x, until: 2026-11-30}, {repos: [shop], gates: [security], reason: past, until: 2020-01-01}`;
    const { exemptions } = policyOf({ organization: exempt(entries), repository: VALID });
    expect(exemptions?.map(({ reason, until, gates }) => [reason, until, gates])).toEqual([
      ["new team", "2026-11-30", ["security"]],
      ["past", "2020-01-01", ["security"]],
    ]);
  });

  test("applies to no repository whose name is not known", () => {
    const texts = { organization: exempt(one), repository: VALID, name: null };
    expect(policyOf(texts).exemptions).toEqual([]);
    expect(notesIn(texts)).toEqual([`unknown-repository 3:9 ${ORGANIZATION}`]);
  });

  test.each([
    { what: "no reason", entry: one.replace("reason: new team, ", ""), told: ["missing-key 3:10"] },
    { what: "no end", entry: one.replace(", until: 2026-11-30", ""), told: ["missing-key 3:10"] },
    {
      what: "an end that is no day",
      entry: one.replace("2026-11-30", "soon"),
      told: ["invalid-format 3:69"],
    },
    { what: "no gates", entry: one.replace("[security]", "[]"), told: ["invalid-value 3:32"] },
    {
      what: "a gate the organization does not have",
      entry: one.replace("[security]", "[ownership]"),
      told: ["unknown-reference 3:33"],
    },
    { what: "`true` for all", entry: one.replace("[sh*]", "true"), told: ["invalid-type 3:18"] },
  ])("needs its parts: $what", ({ entry, told }) => {
    const problems = problemsIn({ organization: exempt(entry), repository: VALID });
    expect(problems).toEqual(told.map((one) => `${one} ${ORGANIZATION}`));
  });
});

test("the organization's file cannot build on itself", () => {
  const organization = `version: 1\nextends: [org]\n${GATE}\n`;
  expect(problemsIn({ organization, repository: VALID })).toEqual([
    `unknown-reference 2:11 ${ORGANIZATION}`,
  ]);
});
