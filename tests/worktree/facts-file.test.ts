import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseFactsFile } from "../../src/worktree/facts/facts-file.ts";
import { factsSchema } from "../../src/worktree/facts-schema.ts";

const HEAD = "4f2c9ab000000000000000000000000000000000";
const MINIMUM = { schemaVersion: 1, repository: "acme/shop" };

function problems(content: unknown): string[] {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  const parsed = parseFactsFile("facts.json", text);
  if (parsed.state === "valid") return [];
  return parsed.problems.map(({ code, at }) => `${code} ${at.file}:${at.line}:${at.column}`);
}

describe("a facts file", () => {
  it("needs no more than a version and a repository", () => {
    expect(problems(MINIMUM)).toEqual([]);
  });

  it.each([
    { what: "nothing", content: "", expected: ["json-syntax facts.json:1:1"] },
    { what: "YAML", content: "schemaVersion: 1\n", expected: ["json-syntax facts.json:1:1"] },
    { what: "a list", content: "[]", expected: ["wrong-type facts.json:1:1"] },
    { what: "null", content: "null", expected: ["wrong-type facts.json:1:1"] },
    {
      what: "no keys",
      content: "{}",
      expected: ["missing-key facts.json:1:1", "missing-key facts.json:1:1"],
    },
    {
      what: "a key twice",
      content: '{"schemaVersion": 1,\n"repository": "a/b",\n"schemaVersion": 1}',
      expected: ["json-duplicate-key facts.json:3:1"],
    },
    {
      what: "an unknown key",
      content: { ...MINIMUM, acounts: {} },
      expected: ["unknown-key facts.json:4:3"],
    },
    {
      what: "another version",
      content: { ...MINIMUM, schemaVersion: 2 },
      expected: ["invalid-value facts.json:2:20"],
    },
    {
      what: "no repository's name",
      content: { ...MINIMUM, repository: "shop" },
      expected: ["invalid-format facts.json:3:17"],
    },
    {
      what: "a day where a moment is due",
      content: { ...MINIMUM, recorded_at: "2026-10-01" },
      expected: ["invalid-format facts.json:4:18"],
    },
    {
      what: "a day that does not exist",
      content: { ...MINIMUM, recorded_at: "2026-02-30T00:00:00Z" },
      expected: ["invalid-format facts.json:4:18"],
    },
    {
      what: "a short commit",
      content: { ...MINIMUM, commit: "4f2c9ab" },
      expected: ["invalid-format facts.json:4:13"],
    },
    {
      what: "a login with @",
      content: { ...MINIMUM, accounts: { "@ana": { state: "absent" } } },
      expected: ["invalid-format facts.json:5:5"],
    },
    {
      what: "one login in two cases",
      content: { ...MINIMUM, accounts: { ana: { state: "absent" }, Ana: { state: "absent" } } },
      expected: ["duplicate-key facts.json:8:5"],
    },
    {
      what: "one number in two forms",
      content: {
        ...MINIMUM,
        merged_pulls: { "441": { state: "open" }, "#441": { state: "open" } },
      },
      expected: ["duplicate-key facts.json:8:5"],
    },
    {
      what: "one issue twice",
      content: `{"schemaVersion": 1, "repository": "a/b", "references": {"issues": {
        "c/d#1": {"state": "issue"},
        "C/d#1": {"state": "issue"}}}}`,
      expected: ["duplicate-key facts.json:3:9"],
    },
    {
      what: "no access of that name",
      content: { ...MINIMUM, accounts: { ana: { state: "user", access: "wrte" } } },
      expected: ["invalid-value facts.json:7:17"],
    },
    {
      what: "no access",
      content: { ...MINIMUM, accounts: { ana: { state: "user" } } },
      expected: ["missing-key facts.json:5:12"],
    },
    {
      what: "a state there is not",
      content: { ...MINIMUM, accounts: { ana: { state: "usr", access: "write" } } },
      expected: ["invalid-value facts.json:6:16"],
    },
    {
      what: "no state",
      content: { ...MINIMUM, accounts: { ana: { access: "write" } } },
      expected: ["missing-key facts.json:5:12"],
    },
    {
      what: "a reason there is not",
      content: { ...MINIMUM, accounts: { ana: { missing: "forbiden" } } },
      expected: ["invalid-value facts.json:6:18"],
    },
    {
      what: "text where an entry is due",
      content: { ...MINIMUM, accounts: { ana: "write" } },
      expected: ["wrong-type facts.json:5:12"],
    },
    {
      what: "a key too many in an entry",
      content: { ...MINIMUM, accounts: { ana: { state: "user", access: "write", admin: true } } },
      expected: ["unknown-key facts.json:8:7"],
    },
    {
      what: "numbers out of range",
      content: { ...MINIMUM, issues: { labels: [], open: [{ number: 0, title: "", labels: [] }] } },
      expected: ["invalid-value facts.json:8:19"],
    },
    {
      what: "several things wrong in a list",
      content: {
        ...MINIMUM,
        checks: [{ name: "ci" }, { name: 3, conclusion: "ok", commit: HEAD }],
      },
      expected: [
        "missing-key facts.json:5:5",
        "missing-key facts.json:5:5",
        "wrong-type facts.json:9:15",
        "invalid-value facts.json:10:21",
      ],
    },
    {
      what: "`__proto__` as a key",
      content: `{"schemaVersion": 1, "repository": "a/b",
        "__proto__": {"accounts": {}},
        "accounts": {"__proto__": {"state": "user", "access": "admin"}},
        "workflow_runs": {"__proto__": []}}`,
      expected: [
        "unknown-key facts.json:2:9",
        "unknown-key facts.json:3:22",
        "unknown-key facts.json:4:27",
      ],
    },
  ])("with $what is refused", ({ content, expected }) => {
    expect(problems(content)).toEqual(expected);
  });

  it("suggests what was meant", () => {
    const text = JSON.stringify({ ...MINIMUM, acounts: {}, issues: { missing: "forbiden" } });
    const parsed = parseFactsFile("facts.json", text);
    const help = parsed.state === "invalid" ? parsed.problems.map((problem) => problem.help) : [];
    expect(help).toEqual(["did you mean `accounts`?", "did you mean `forbidden`?"]);
  });

  it("never makes it throw, and changes no prototype", () => {
    const key = fc.oneof(
      fc.constantFrom("__proto__", "constructor", "ana", "state", "missing", "#1", "acme/shop#1"),
      fc.string({ maxLength: 12 }),
    );
    const leaf = fc.oneof(
      fc.constantFrom(
        "user",
        "absent",
        "merged",
        "2026-01-01T00:00:00Z",
        HEAD,
        "write",
        "toString",
      ),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.array(tie("any"), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie("any")), { maxLength: 4 }).map(objectOf),
      ),
    }));
    const sections = Object.keys(factsSchema.shape);
    const file = fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...sections), key), any), { maxLength: 6 })
      .map((entries) => JSON.stringify(objectOf([...Object.entries(MINIMUM), ...entries])));
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: file }, fc.string()), (text) => {
        const parsed = parseFactsFile("facts.json", text);
        if (parsed.state === "valid") expect(parsed.facts.repository).toContain("/");
        else expect(parsed.problems.length).toBeGreaterThan(0);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Also with `__proto__` as a key of its own. */
function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  const object = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

describe("the schema", () => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    z.toJSONSchema(factsSchema, { target: "draft-7", io: "input" }),
  );

  it.each<{ content: object; valid: boolean }>([
    { content: MINIMUM, valid: true },
    { content: {}, valid: false },
    { content: { ...MINIMUM, extra: 1 }, valid: false },
    { content: { ...MINIMUM, commit: HEAD }, valid: true },
    { content: { ...MINIMUM, commit: "main" }, valid: false },
    { content: { ...MINIMUM, recorded_at: "2026-10-01T12:00:00+02:00" }, valid: true },
    { content: { ...MINIMUM, recorded_at: "2026-10-01T12:00" }, valid: false },
    { content: { ...MINIMUM, accounts: { ana: { state: "user", access: "write" } } }, valid: true },
    { content: { ...MINIMUM, accounts: { ana: { missing: "forbidden" } } }, valid: true },
    { content: { ...MINIMUM, accounts: { ana: { state: "user" } } }, valid: false },
    { content: { ...MINIMUM, accounts: { "@ana": { state: "absent" } } }, valid: false },
    {
      content: { ...MINIMUM, checks: [{ name: "ci", conclusion: null, commit: HEAD }] },
      valid: true,
    },
    { content: { ...MINIMUM, checks: [{ name: "ci", commit: HEAD }] }, valid: false },
    { content: { ...MINIMUM, references: { issues: { "#1": { state: "issue" } } } }, valid: true },
    { content: { ...MINIMUM, references: { issues: { "1": { state: "issue" } } } }, valid: false },
  ])("says of $content what the program says", ({ content, valid }) => {
    expect(validate(content)).toBe(valid);
    expect(problems(content).length === 0).toBe(valid);
  });

  it("says what each section of the file is for", () => {
    const { properties = {} } = z.toJSONSchema(factsSchema, { target: "draft-7", io: "input" });
    const silent = Object.entries(properties).filter(
      ([, section]) => typeof section !== "object" || section.description === undefined,
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});
