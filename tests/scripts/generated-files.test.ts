import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generatedFiles } from "../../scripts/generate/generated-files.ts";
import { policyJsonSchemas } from "../../scripts/generate/json-schemas.ts";
import { renewBlock } from "../../scripts/generate/renew-block.ts";
import { settingRows, table } from "../../scripts/generate/settings-table.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";
import { loadWaivers } from "../../src/policy/load-waivers.ts";
import { RULE_TYPES } from "../../src/rules/index.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const files = await generatedFiles();

test("there is a schema, a reference and a page for each rule type", () => {
  const paths = [...files.keys()];
  expect(paths).toEqual(
    expect.arrayContaining([
      "schema/policy.schema.json",
      "schema/organization.schema.json",
      "schema/baseline.schema.json",
      "schema/report.schema.json",
      "schema/facts.schema.json",
      "docs/policy.md",
      ...RULE_TYPES.map(({ type }) => `docs/rules/${type}.md`),
    ]),
  );
});

describe("what is committed is what the code generates (`npm run generate`)", () => {
  test.each([...files])("%s", (path, text) => {
    expect(read(path) === text, `${path} is out of date: npm run generate`).toBe(true);
  });
});

test("generating twice gives the same", async () => {
  expect([...(await generatedFiles())]).toEqual([...files]);
});

const PACK = {
  name: "pack:scaling-readiness",
  text: read("templates/packs/scaling-readiness/pack.yml"),
};
const packs = { ids: ["scaling-readiness"], read: () => PACK };

const examples = [
  ...`${read("docs/policy.md")}\n${read("docs/adopting.md")}`.matchAll(
    /^```yaml (\w+)\n([\s\S]*?)^```$/gm,
  ),
].map(([, kind = "", text = ""]) => ({
  kind,
  text,
  first: text.split("\n").slice(0, 3).join(" / "),
}));

/** Codes of the problems of a policy or of an organization's file by itself. */
function problemsOf(kind: string, text: string): readonly string[] {
  const file = { name: kind, text };
  if (kind === "waivers") return loadWaivers(file).problems.map(({ code }) => code);
  const stages = "version: 1\nstages: [{id: production, branches: [production]}]\n";
  const loaded = loadPolicy({
    repository: kind === "organization" ? { name: "policy", text: stages } : file,
    organization: kind === "organization" ? file : null,
    packs,
    repositoryName: "acme/payments-api",
  });
  return loaded.state === "valid"
    ? []
    : loaded.problems.map(({ code, message }) => `${code} ${message}`);
}

const ajv = new Ajv({ strict: false, allErrors: true });
const schemas = policyJsonSchemas();
const validators = {
  policy: ajv.compile(schemas.policy),
  organization: ajv.compile(schemas.organization),
  pack: ajv.compile(schemas.pack),
};

describe("examples of the reference", () => {
  test("there are some of each kind", () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(
      new Set(["policy", "organization", "waivers"]),
    );
  });

  test.each(examples)("load without problems: $kind, $first", ({ kind, text }) => {
    expect(problemsOf(kind, text)).toEqual([]);
  });

  test.each(examples.filter(({ kind }) => kind !== "waivers"))(
    "fit the schema: $kind, $first",
    ({ kind, text }) => {
      const validate = validators[kind as "policy" | "organization"];
      validate(parse(text));
      expect(validate.errors).toBeNull();
    },
  );
});

test("shipped packs fit the schema of packs", () => {
  validators.pack(parse(PACK.text));
  expect(validators.pack.errors).toBeNull();
});

describe("editors see the problems that loading sees", () => {
  const policy = (rule: string) =>
    `version: 1\nstages: [{id: p, branches: [main]}]\ngates: [{id: a, rules: [${rule}]}]\n`;

  test.each([
    { what: "an unknown key", text: "version: 1\ngatez: []\n" },
    { what: "no version", text: "gates: []\n" },
    { what: "an unknown rule type", text: policy("{id: a, type: ownerz}") },
    {
      what: "a setting of another type",
      text: policy("{id: a, type: owners, roles: [x], labels: [y]}"),
    },
    { what: "a missing setting", text: policy("{id: a, type: issues}") },
    {
      what: "a word that is no choice",
      text: policy("{id: a, type: owners, roles: [x], severity: warning}"),
    },
    {
      what: "a duration that is none",
      text: policy("{id: a, type: ci, check: x, app: y, max_age: 10 dayz}"),
    },
    {
      what: "an age without a meaning",
      text: policy("{id: a, type: owners, roles: [x], max_age: 3d}"),
    },
    { what: "a reserved id", text: "version: 1\nstages: [{id: policy, branches: [main]}]\n" },
    { what: "the organization's keys", text: "version: 1\nlock: [mode]\n" },
  ])("$what", ({ text }) => {
    expect(validators.policy(parse(text))).toBe(false);
    expect(problemsOf("policy", text).length).toBeGreaterThan(0);
  });

  test("a refinement needs no type", () => {
    expect(validators.policy(parse(policy("{id: a, max_age: 3d, roles: [x]}")))).toBe(true);
  });

  test.each(RULE_TYPES)("$type: its settings are described", ({ type }) => {
    const rule = schemas.policy.definitions?.rule;
    const form = rule?.anyOf?.find(({ title }) => title === type);
    const undescribed = Object.entries(form?.properties ?? {}).filter(
      ([, { description, $ref }]) => description === undefined && $ref === undefined,
    );
    expect(undescribed.map(([name]) => name)).toEqual([]);
  });

  test("keys of a policy are described", () => {
    for (const { setting, meaning } of settingRows(schemas.organization, { deep: false })) {
      expect(meaning, setting).not.toBe("");
    }
  });
});

describe("tables", () => {
  test("a bar in a cell stays in it", () => {
    expect(table(["A", "B"], [["a|b", "c\nd"]])).toBe("| A | B |\n|---|---|\n| a\\|b | c d |");
  });

  test("settings inside settings are rows of their own", () => {
    const rows = settingRows({
      properties: {
        a: {
          type: "array",
          items: {
            anyOf: [
              { type: "string" },
              {
                type: "object",
                properties: { b: { type: "integer", default: 3 } },
                required: ["b"],
              },
            ],
          },
        },
        c: {
          type: "object",
          additionalProperties: {
            type: "object",
            properties: { d: { type: ["string", "number", "boolean"] } },
          },
        },
      },
    });
    expect(rows.map(({ setting, type, fallback }) => [setting, type, fallback])).toEqual([
      ["a", "list of text or map", ""],
      ["a[].b", "whole number", "required"],
      ["c", "map: name → map", ""],
      ["c.<name>.d", "value", ""],
    ]);
  });

  test("a page without its marks is told", () => {
    const path = "docs/rules/x.md";
    expect(() => renewBlock("# page", "x", { path })).toThrow(path);
  });
});
