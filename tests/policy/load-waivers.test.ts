import { describe, expect, test } from "vitest";
import { loadWaivers } from "../../src/policy/load-waivers.ts";

const FILE = ".github/stage-gates/waivers.yml";

function load(text: string) {
  const { waivers, problems } = loadWaivers({ name: FILE, text });
  return {
    waivers,
    told: problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`),
    help: problems.map(({ help }) => help),
  };
}

const ONE = `- gate: data
  rule: no-manual-step
  reason: CRM cache, fixed by 440
  until: 2026-10-26
  approved_in: 441
`;

test("reads an entry, with nothing where nothing is said", () => {
  expect(load(ONE).waivers).toEqual([
    {
      gate: "data",
      rule: "no-manual-step",
      service: null,
      codes: null,
      reason: "CRM cache, fixed by 440",
      until: "2026-10-26",
      approved_in: 441,
      at: { file: FILE, line: 1, column: 3 },
    },
  ]);
});

test("reads service and codes", () => {
  const { waivers, told } = load(`${ONE}  service: search\n  codes: [CI-MISSING, CI-STALE]\n`);
  expect(told).toEqual([]);
  expect(waivers[0]).toMatchObject({ service: "search", codes: ["CI-MISSING", "CI-STALE"] });
});

test.each(["", "[]", "# none\n", "---\n", "\uFEFF"])("%j has no waivers", (text) => {
  expect(load(text)).toEqual({ waivers: [], told: [], help: [] });
});

describe("an entry with a problem waives nothing, and the others stand", () => {
  test.each([
    { what: "no end", from: "  until: 2026-10-26\n", to: "", told: "missing-key 6:3" },
    {
      what: "no reason",
      from: "  reason: CRM cache, fixed by 440\n",
      to: "",
      told: "missing-key 6:3",
    },
    { what: "no approval", from: "  approved_in: 441\n", to: "", told: "missing-key 6:3" },
    {
      what: "a day that does not exist",
      from: "2026-10-26",
      to: "2026-02-30",
      told: "invalid-format 9:10",
    },
    {
      what: "the template's own words",
      from: "2026-10-26",
      to: "YYYY-MM-DD",
      told: "invalid-format 9:10",
    },
    {
      what: "a time",
      from: "2026-10-26",
      to: "2026-10-26T12:00:00+02:00",
      told: "invalid-format 9:10",
    },
    { what: "a number with a mark", from: "441", to: '"#441"', told: "invalid-type 10:16" },
    { what: "a mark without quotes", from: "441", to: "#441", told: "null-value 10:16" },
    { what: "zero", from: "441", to: "0", told: "invalid-value 10:16" },
    { what: "a misspelt key", from: "rule:", to: "rules:", told: "unknown-key 7:3" },
    {
      what: "an unknown key",
      from: "  rule: no-manual-step",
      to: "  severity: warn",
      told: "unknown-key 7:3",
    },
    { what: "all gates", from: "gate: data", to: 'gate: "*"', told: "invalid-format 6:9" },
    {
      what: "an empty reason",
      from: "CRM cache, fixed by 440",
      to: '" "',
      told: "invalid-format 8:11",
    },
    { what: "no codes", from: "  rule:", to: "  codes: []\n  rule:", told: "invalid-value 7:10" },
  ])("$what", ({ from, to, told }) => {
    const { waivers, told: problems } = load(`${ONE}${ONE.replace(from, to)}`);
    expect(problems).toEqual([told]);
    expect(waivers).toHaveLength(1);
  });

  test("an entry that is no map", () => {
    expect(load(`${ONE}- data\n`)).toMatchObject({
      told: ["invalid-type 6:3"],
      waivers: [{ gate: "data" }],
    });
  });
});

test.each([
  { what: "a map", text: "gate: data\nreason: x\n", told: ["invalid-type 1:1"] },
  { what: "a text", text: "none", told: ["invalid-type 1:1"] },
  { what: "an open bracket", text: "- {gate: data", told: ["yaml-syntax 1:14"] },
  {
    what: "an alias, which may mean anything",
    text: `${ONE}  service: *all\n`,
    told: ["yaml-alias 6:12"],
  },
  { what: "two documents", text: `${ONE}---\n${ONE}`, told: ["yaml-documents 6:1"] },
  {
    what: "a duplicate key",
    text: `${ONE}  until: 2030-01-01\n`,
    told: ["yaml-duplicate-key 6:3"],
  },
  { what: "too much", text: `${ONE}#${"x".repeat(256 * 1024)}`, told: ["too-large 1:1"] },
])("nothing is waived by a file that is $what", ({ text, told }) => {
  expect(load(text)).toMatchObject({ told, waivers: [] });
});
