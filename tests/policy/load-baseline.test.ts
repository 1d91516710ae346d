import { describe, expect, test } from "vitest";
import { loadBaseline } from "../../src/policy/load-baseline.ts";

const HEAD = 'version: 1\nowner: "@ana"\nuntil: 2026-12-31\n';

const load = (text: string) => loadBaseline({ name: ".github/stage-gates/baseline.yml", text });

test("an entry knows what it is about and where it stands", () => {
  const { baseline, problems } = load(
    `${HEAD}findings:\n  - {gate: data, rule: parity, code: CHECKLIST-UNTICKED, item: data.parity}\n`,
  );
  expect(problems).toEqual([]);
  expect(baseline).toMatchObject({
    owner: "@ana",
    until: "2026-12-31",
    findings: [
      { gate: "data", rule: "parity", service: null, item: "data.parity", at: { line: 5 } },
    ],
  });
});

describe("softens nothing at all, and says why, with", () => {
  test.each([
    { what: "nothing in it", text: "", told: ["empty-file 1:1"] },
    { what: "a list", text: "- a\n", told: ["invalid-type 1:1"] },
    {
      what: "a key nobody knows",
      text: `${HEAD}findings: []\nreason: x\n`,
      told: ["unknown-key 5:1"],
    },
    {
      what: "no owner",
      text: "version: 1\nuntil: 2026-12-31\nfindings: []\n",
      told: ["missing-key 1:1"],
    },
    {
      what: "a team for an owner",
      text: HEAD.replace("@ana", "@acme/data").concat("findings: []\n"),
      told: ["invalid-format 2:8"],
    },
    {
      what: "a day there is not",
      text: HEAD.replace("12-31", "02-30").concat("findings: []\n"),
      told: ["invalid-format 3:8"],
    },
    {
      what: "a wildcard for a rule",
      text: `${HEAD}findings:\n  - {gate: data, rule: "*", code: CHECKLIST-UNTICKED}\n`,
      told: ["invalid-format 5:24"],
    },
    {
      what: "an invisible character",
      text: `${HEAD}findings:\n  - {gate: data, rule: a, code: X, item: "a\u200Bb"}\n`,
      told: ["hidden-character 5:44"],
    },
    {
      what: "a version to come",
      text: HEAD.replace("1", "2").concat("findings: []\n"),
      told: ["invalid-value 1:10"],
    },
  ])("$what", ({ text, told }) => {
    const { baseline, problems } = load(text);
    expect(baseline).toBeNull();
    expect(problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`)).toEqual(told);
  });
});
