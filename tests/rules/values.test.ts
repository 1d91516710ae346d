import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { values } from "../../src/rules/values.ts";
import { askRule, told } from "../support/ask-rule.ts";
import { type Content, MemorySource } from "../support/memory-source.ts";

interface Question {
  readonly assert: Readonly<Record<string, unknown>>;
  /** `data.yml`, unless `json` or `front` is given. */
  readonly yaml?: Content;
  readonly json?: string;
  /** Front matter of the readiness document. */
  readonly front?: string;
}

const LANES: Readonly<Record<string, unknown>> = { yaml: "data.yml", json: "data.json" };

function ask({ assert, yaml, json, front }: Question) {
  const files: Record<string, Content> = {};
  if (yaml !== undefined) files["data.yml"] = yaml;
  if (json !== undefined) files["data.json"] = json;
  if (front !== undefined) files["READINESS.md"] = `---\n${front}\n---\n# Readiness\n`;
  const where =
    front === undefined
      ? { file: json === undefined ? LANES.yaml : LANES.json }
      : { front_matter: true };
  return askRule(values, {
    options: { ...where, assert: [assert] },
    source: new MemorySource({ evidence: files }),
  });
}

interface Case extends Question {
  readonly name: string;
  readonly found: readonly string[];
}

function specify(rows: readonly Case[]): void {
  test.each(rows)("$name", async ({ name: _, found, ...question }) => {
    expect(told(await ask(question))).toEqual(found);
  });
}

describe("exists", () => {
  const assert = { path: "a.b", exists: true };
  specify([
    { name: "a value", assert, yaml: "a: {b: 1}", found: [] },
    { name: "zero and false are values", assert, yaml: "a: {b: false}", found: [] },
    { name: "no such key", assert, yaml: "a: {c: 1}", found: ["failed VALUES-MISSING a.b"] },
    { name: "no such map", assert, yaml: "x: 1", found: ["failed VALUES-MISSING a.b"] },
    {
      name: "a key without a value",
      assert,
      yaml: "a:\n  b:",
      found: ["failed VALUES-MISSING a.b"],
    },
    { name: "empty text", assert, yaml: 'a: {b: ""}', found: ["failed VALUES-MISSING a.b"] },
    {
      name: "a placeholder",
      assert,
      yaml: "a: {b: <level>}",
      found: ["failed VALUES-MISSING a.b"],
    },
    { name: "TODO", assert, yaml: "a: {b: TODO}", found: ["failed VALUES-MISSING a.b"] },
    { name: "an empty list", assert, yaml: "a: {b: []}", found: ["failed VALUES-EMPTY a.b"] },
    {
      name: "a map of placeholders",
      assert,
      yaml: "a: {b: {c: TBD, d: [<x>, null]}}",
      found: ["failed VALUES-EMPTY a.b"],
    },
    { name: "a list of one false", assert, yaml: "a: {b: [false]}", found: [] },
    { name: "the whole file", assert: { exists: true }, yaml: "- 1", found: [] },
    {
      name: "a quoted key with dots",
      assert: { path: 'a["x.y/z"].c', exists: true },
      yaml: 'a: {"x.y/z": {c: 1}}',
      found: [],
    },
    {
      name: "names that every object has are no keys",
      assert: { path: "constructor", exists: true },
      yaml: "a: 1",
      found: ["failed VALUES-MISSING constructor"],
    },
  ]);
});

describe("exists: false", () => {
  const assert = { path: "auto_deploy", exists: false };
  specify([
    { name: "no such key", assert, yaml: "a: 1", found: [] },
    { name: "a key without a value", assert, yaml: "auto_deploy: null", found: [] },
    {
      name: "any value, also an empty one",
      assert,
      yaml: 'auto_deploy: ""',
      found: ["failed VALUES-PRESENT auto_deploy"],
    },
    {
      name: "false is a value",
      assert,
      yaml: "auto_deploy: false",
      found: ["failed VALUES-PRESENT auto_deploy"],
    },
  ]);
});

describe("equals and one_of", () => {
  const live = { path: "source", equals: "live" };
  specify([
    { name: "the text", assert: live, front: "source: live", found: [] },
    {
      name: "another text",
      assert: live,
      front: "source: extract",
      found: ["failed VALUES-DIFFERENT source"],
    },
    {
      name: "another case",
      assert: live,
      front: "source: Live",
      found: ["failed VALUES-DIFFERENT source"],
    },
    {
      name: "a list of it",
      assert: live,
      front: "source: [live]",
      found: ["failed VALUES-TYPE source"],
    },
    {
      name: "composed and decomposed letters are the same",
      assert: { path: "a", equals: "caf\u00E9" },
      yaml: 'a: "cafe\u0301"',
      found: [],
    },
    {
      name: "a number is no text",
      assert: { path: "a", equals: "1" },
      yaml: "a: 1",
      found: ["failed VALUES-TYPE a"],
    },
    {
      name: "and text no number",
      assert: { path: "a", equals: 1 },
      yaml: 'a: "1"',
      found: ["failed VALUES-TYPE a"],
    },
    {
      name: "`yes` is text, not true",
      assert: { path: "a", equals: true },
      yaml: "a: yes",
      found: ["failed VALUES-TYPE a"],
    },
    { name: "true", assert: { path: "a", equals: true }, json: '{"a": true}', found: [] },
    {
      name: "a dash, where a dash is asked for",
      assert: { path: "a", equals: "-" },
      yaml: 'a: "-"',
      found: [],
    },
    {
      name: "one of several",
      assert: { path: "a", one_of: ["x", 2] },
      yaml: "a: 2",
      found: [],
    },
    {
      name: "none of several",
      assert: { path: "a", one_of: ["x", 2] },
      yaml: "a: 3",
      found: ["failed VALUES-DIFFERENT a"],
    },
  ]);
});

describe("not_in", () => {
  const assert = { path: "source", not_in: ["cleaned-extract", "static-export"] };
  specify([
    { name: "another value", assert, front: "source: live", found: [] },
    {
      name: "one of them",
      assert,
      front: "source: static-export",
      found: ["failed VALUES-FORBIDDEN source"],
    },
    {
      name: "in another case",
      assert,
      front: "source: Cleaned-Extract",
      found: ["failed VALUES-FORBIDDEN source"],
    },
    {
      name: "in full width",
      assert,
      front: "source: ｃleaned-extract",
      found: ["failed VALUES-FORBIDDEN source"],
    },
    {
      name: "in a list",
      assert,
      front: "source: [cleaned-extract]",
      found: ["failed VALUES-TYPE source"],
    },
    { name: "left out", assert, front: "other: 1", found: ["failed VALUES-MISSING source"] },
    { name: "left empty", assert, front: "source:", found: ["failed VALUES-MISSING source"] },
    {
      name: "a placeholder",
      assert,
      front: "source: <live or extract>",
      found: ["failed VALUES-MISSING source"],
    },
    {
      name: "with a character nobody sees",
      assert,
      front: "source: cleaned\u200B-extract",
      found: ["failed HIDDEN-CHARACTER cleaned\u200B-extract"],
    },
  ]);
});

describe("min, max and between", () => {
  const between = { path: "rate", between: [0.01, 0.05] };
  specify([
    { name: "the lower end", assert: between, yaml: "rate: 0.01", found: [] },
    { name: "the upper end", assert: between, yaml: "rate: 0.05", found: [] },
    { name: "under it", assert: between, yaml: "rate: 0.009", found: ["failed VALUES-RANGE rate"] },
    { name: "over it", assert: between, yaml: "rate: 0.051", found: ["failed VALUES-RANGE rate"] },
    {
      name: "a percentage is text",
      assert: between,
      yaml: "rate: 3 %",
      found: ["failed VALUES-TYPE rate"],
    },
    {
      name: "text is no number",
      assert: between,
      yaml: 'rate: "0.03"',
      found: ["failed VALUES-TYPE rate"],
    },
    {
      name: "a list is no number",
      assert: between,
      yaml: "rate: [0.03]",
      found: ["failed VALUES-TYPE rate"],
    },
    {
      name: "infinity is none",
      assert: { path: "a", min: 1 },
      yaml: "a: .inf",
      found: ["failed VALUES-TYPE a"],
    },
    {
      name: "nor is what overflows",
      assert: { path: "a", min: 1 },
      json: '{"a": 1e999}',
      found: ["failed VALUES-TYPE a"],
    },
    {
      name: "not a number",
      assert: { path: "a", min: 1 },
      yaml: "a: .nan",
      found: ["failed VALUES-TYPE a"],
    },
    { name: "at least", assert: { path: "a", min: 1 }, yaml: "a: 1", found: [] },
    {
      name: "at most",
      assert: { path: "a", max: 1 },
      yaml: "a: 1.5",
      found: ["failed VALUES-RANGE a"],
    },
    { name: "both", assert: { path: "a", min: 1, max: 2 }, yaml: "a: 1.5", found: [] },
  ]);
});

describe("contains_all", () => {
  const assert = { path: "alerts", contains_all: [70, 90] };
  specify([
    { name: "just those", assert, yaml: "alerts: [70, 90]", found: [] },
    { name: "in another order, with others", assert, yaml: "alerts: [100, 90, 70, 70]", found: [] },
    {
      name: "one is missing",
      assert,
      yaml: "alerts: [70, 80]",
      found: ["failed VALUES-LACKS alerts"],
    },
    {
      name: "as text",
      assert,
      yaml: 'alerts: ["70", "90"]',
      found: ["failed VALUES-LACKS alerts"],
    },
    { name: "no list", assert, yaml: "alerts: 70", found: ["failed VALUES-TYPE alerts"] },
    { name: "an empty list", assert, yaml: "alerts: []", found: ["failed VALUES-EMPTY alerts"] },
    {
      name: "a list in the list",
      assert,
      yaml: "alerts: [[70, 90]]",
      found: ["failed VALUES-LACKS alerts"],
    },
  ]);
});

describe("for_each", () => {
  const assert = {
    path: "versions",
    for_each: [
      { path: "data", exists: true },
      { path: "rollback", one_of: ["v1", "v2"] },
    ],
  };
  specify([
    {
      name: "every entry of a list",
      assert,
      yaml: "versions:\n  - {data: s3, rollback: v1}\n  - {data: s3, rollback: v2}",
      found: [],
    },
    {
      name: "every entry of a map",
      assert,
      yaml: "versions: {v3: {data: s3, rollback: v1}, v 4: {rollback: v3}}",
      found: [
        'failed VALUES-MISSING versions["v 4"].data',
        'failed VALUES-DIFFERENT versions["v 4"].rollback',
      ],
    },
    {
      name: "an entry that is no map",
      assert,
      yaml: "versions: [1]",
      found: [
        "failed VALUES-MISSING versions[0].data",
        "failed VALUES-MISSING versions[0].rollback",
      ],
    },
    { name: "no entries", assert, yaml: "versions: []", found: ["failed VALUES-EMPTY versions"] },
    { name: "no list", assert, yaml: "versions: 3", found: ["failed VALUES-TYPE versions"] },
    { name: "nothing", assert, yaml: "a: 1", found: ["failed VALUES-MISSING versions"] },
    {
      name: "the entry itself",
      assert: { path: "shares", for_each: [{ between: [0, 1] }] },
      json: '{"shares": [0, 1, 2]}',
      found: ["failed VALUES-RANGE shares[2]"],
    },
    {
      name: "lists in lists, from the root",
      assert: { for_each: [{ path: "v", for_each: [{ path: "id", exists: true }] }] },
      json: '[{"v": [{"id": 1}, {}]}]',
      found: ["failed VALUES-MISSING [0].v[1].id"],
    },
    {
      name: "a hidden character in a key",
      assert: { path: "caps", for_each: [{ min: 1 }] },
      yaml: '"caps": {"a\u200Bb": 3}',
      found: ["failed HIDDEN-CHARACTER a\u200Bb"],
    },
  ]);
});

describe("several conditions and assertions must all hold", () => {
  specify([
    {
      name: "each that does not is told",
      assert: { path: "a", min: 5, one_of: [1, 2], not_in: [3] },
      yaml: "a: 3",
      found: ["failed VALUES-DIFFERENT a", "failed VALUES-FORBIDDEN a", "failed VALUES-RANGE a"],
    },
  ]);
});

describe("what is there to read", () => {
  const assert = { path: "a", exists: true };
  specify([
    { name: "no file", assert, found: ["failed FILE-MISSING data.yml"] },
    { name: "a folder", assert, yaml: "directory", found: ["failed FILE-MISSING data.yml"] },
    { name: "an empty file", assert, yaml: "", found: ["failed FILE-MISSING data.yml"] },
    { name: "a pointer", assert, yaml: "lfs-pointer", found: ["failed FILE-MISSING data.yml"] },
    {
      name: "YAML that does not parse",
      assert,
      yaml: "a: [",
      found: ["errored FILE-MALFORMED data.yml"],
    },
    { name: "a key twice", assert, yaml: "a: 1\na: 2", found: ["errored FILE-MALFORMED data.yml"] },
    {
      name: "a key twice in JSON",
      assert,
      json: '{"a": 1, "a": 2}',
      found: ["errored FILE-MALFORMED data.json"],
    },
    {
      name: "an alias",
      assert,
      yaml: "x: &x 1\na: *x",
      found: ["errored FILE-MALFORMED data.yml"],
    },
    { name: "only a comment", assert, yaml: "# later", found: ["errored FILE-MALFORMED data.yml"] },
    {
      name: "malformed front matter",
      assert,
      front: "a: [",
      found: ["errored FRONT-MATTER-MALFORMED READINESS.md"],
    },
    {
      name: "a key twice in front matter",
      assert,
      front: "a: 1\na: 2",
      found: ["errored FRONT-MATTER-MALFORMED READINESS.md"],
    },
  ]);

  test("no front matter", async () => {
    const answer = await askRule(values, {
      options: { front_matter: true, assert: [assert] },
      source: new MemorySource({ evidence: { "READINESS.md": "# R\n" } }),
    });
    expect(told(answer)).toEqual(["failed VALUES-NO-FRONT-MATTER READINESS.md"]);
  });

  test("the front matter of another document, in the service's folder", async () => {
    const answer = await askRule(values, {
      options: { file: "{path}/brief.md", assert: [{ path: "a", equals: 1 }] },
      source: new MemorySource({ evidence: { "services/x/brief.md": "---\na: 2\n---\n" } }),
      service: { id: "x", path: "services/x" },
    });
    expect(told(answer)).toEqual(["failed VALUES-DIFFERENT a"]);
    expect(answer.findings[0]?.at).toEqual({ file: "services/x/brief.md", line: 2, column: 4 });
  });
});

describe("places and remedies", () => {
  const yaml = "caps:\n  per_user: 5\n  per_day: 0\nalerts: [70]\n";

  const places = [
    { name: "a value", assert: { path: "caps.per_day", min: 1 }, at: { line: 3, column: 12 } },
    {
      name: "the map a value is missing from",
      assert: { path: "caps.per_feature", min: 1 },
      at: { line: 2, column: 3 },
    },
    {
      name: "the file a map is missing from",
      assert: { path: "x.y.z", exists: true },
      at: { line: 1, column: 1 },
    },
  ];
  test.each(places)("points at $name", async ({ assert, at }) => {
    const { findings } = await ask({ assert, yaml });
    expect(findings[0]?.at).toEqual({ file: "data.yml", ...at });
  });

  const asserts = [
    { path: "a", exists: true },
    { path: "a", equals: "live" },
    { path: "a", one_of: ["live", "raw"] },
    { path: "a", not_in: ["x"] },
    { path: "a", min: 1 },
    { path: "a", between: [1, 2] },
    { path: "a", contains_all: [70] },
    { path: "a", for_each: [{ exists: true }] },
  ];
  test.each(asserts)("what to paste does not pass as it is printed: %j", async (assert) => {
    const { findings } = await ask({ assert, yaml: "b: 1" });
    const pasted = /`(a: .*)`/.exec(findings[0]?.remedy ?? "")?.[1] ?? "";
    expect(pasted).toMatch(/^a: <.*>$/);
    expect((await ask({ assert, yaml: pasted })).findings).not.toEqual([]);
  });
});

describe("what to write", () => {
  const rows = [
    { path: "a", yaml: "b: 1", write: "once it is so, write `a: <at least 1>`" },
    { path: "a.b.c", yaml: "b: 1", write: "once it is so, write `c: <at least 1>` under `a.b`" },
    { path: "a[0].c", yaml: "b: 1", write: "once it is so, write `c: <at least 1>` under `a[0]`" },
    { path: "a[0]", yaml: "b: 1", write: "once it is so, write `<at least 1>`" },
  ];
  test.each(rows)("at $path", async ({ path, yaml, write }) => {
    const { findings } = await ask({ assert: { path, min: 1 }, yaml });
    expect(findings[0]?.remedy).toBe(write);
  });
});

describe("what a policy may not say", () => {
  const rows = [
    { name: "neither file nor front matter", options: { assert: [{ path: "a", exists: true }] } },
    {
      name: "both",
      options: { file: "a.yml", front_matter: true, assert: [{ path: "a", exists: true }] },
    },
    { name: "nothing to assert", options: { file: "a.yml", assert: [] } },
    {
      name: "an assertion without a condition",
      options: { file: "a.yml", assert: [{ path: "a" }] },
    },
    {
      name: "a condition on nothing",
      options: { file: "a.yml", assert: [{ path: "a", exists: false, min: 1 }] },
    },
    {
      name: "a path that is none",
      options: { file: "a.yml", assert: [{ path: "a..b", exists: true }] },
    },
    {
      name: "a range the wrong way round",
      options: { file: "a.yml", assert: [{ path: "a", between: [2, 1] }] },
    },
    { name: "min over max", options: { file: "a.yml", assert: [{ path: "a", min: 2, max: 1 }] } },
    { name: "an empty choice", options: { file: "a.yml", assert: [{ path: "a", one_of: [] }] } },
    {
      name: "an unknown condition",
      options: { file: "a.yml", assert: [{ path: "a", matches: ".*" }] },
    },
    {
      name: "a file of another kind",
      options: { file: "a.toml", assert: [{ path: "a", exists: true }] },
    },
  ];
  test.each(rows)("$name", ({ options }) => {
    expect(values.options.safeParse(options).success).toBe(false);
  });
});

test("no input makes it throw", async () => {
  const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      scalar,
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b", "__proto__", "constructor", "x y"), tie("tree")),
    ),
  }));
  const assert = fc.constantFrom(
    { path: "a", exists: true },
    { path: "a.b", exists: false },
    { path: "a[0]", one_of: ["x", 1], not_in: ["y"] },
    { path: "__proto__", between: [0, 1] },
    { for_each: [{ path: "a", contains_all: [1] }, { for_each: [{ min: 0 }] }] },
  );
  await fc.assert(
    fc.asyncProperty(tree, assert, async (data, condition) => {
      const answer = await ask({ assert: condition, json: JSON.stringify(data) });
      expect(answer.findings.map(({ code }) => code)).not.toContain("RULE-DEFECT");
    }),
    { numRuns: 500 },
  );
});
