import { describe, expect, test } from "vitest";
import { type DataFormat, formatOf, parseData } from "../../src/evidence/parse-data.ts";
import { plain, valueAt } from "../../src/evidence/walk-data.ts";
import { spot } from "./parsing.ts";

function told(text: string, format: DataFormat): unknown {
  const data = parseData({ text, blob: "" }, format);
  return data.state === "parsed" ? plain(data.root) : spot(data.at);
}

describe("data", () => {
  test.each([
    { format: "yaml", text: "a: [1, {b: c}]\n", is: { a: [1, { b: "c" }] } },
    {
      format: "yaml",
      text: "a: 2026-09-12\nb: no\nc: 1.5\n",
      is: { a: "2026-09-12", b: "no", c: 1.5 },
    },
    { format: "yaml", text: "\ufeffa: b\r\n", is: { a: "b" } },
    {
      format: "json",
      text: '{"a": [1, {"b": "c"}], "d": null}',
      is: { a: [1, { b: "c" }], d: null },
    },
    { format: "json", text: '\ufeff{\r\n\t"a": "2026-09-12"\r\n}', is: { a: "2026-09-12" } },
    { format: "json", text: '{"__proto__": 1}', is: JSON.parse('{"__proto__": 1}') },
    { format: "json", text: '"\\u00e9\\n"', is: "é\n" },
  ] as const)("$format $text", ({ format, text, is }) => expect(told(text, format)).toEqual(is));
});

describe("malformed, with the place", () => {
  test.each([
    { format: "yaml", text: "", at: "1:1" },
    { format: "yaml", text: "# only a comment\n", at: "1:1" },
    { format: "yaml", text: "a: b\na: c\n", at: "2:1" },
    { format: "yaml", text: "a: &b c\nd: *b\n", at: "1:4" },
    { format: "json", text: "", at: "1:1" },
    { format: "json", text: '{"a": 1,\n "a": 2}', at: "2:2" },
    { format: "json", text: '{"a": {"b": 1,\n "b": 2}}', at: "2:2" },
    { format: "json", text: '{"a": 1,}', at: "1:9" },
    { format: "json", text: '{\n// no\n"a": 1}', at: "2:1" },
    { format: "json", text: "{a: 1}", at: "1:2" },
    { format: "json", text: "{'a': 1}", at: "1:2" },
    { format: "json", text: "a: b", at: "1:1" },
    { format: "json", text: "{} {}", at: "1:4" },
    { format: "json", text: '{"a": 01}', at: "1:8" },
    { format: "json", text: '{"a": NaN}', at: "1:7" },
    { format: "json", text: '{"a": "b', at: "1:7" },
    { format: "json", text: "[".repeat(100_000), at: "1:101" },
  ] as const)("$format $text", ({ format, text, at }) => expect(told(text, format)).toBe(at));
});

test("a file is parsed once for each format", () => {
  const file = { text: '{"a": 1}', blob: "" };
  expect(parseData(file, "json")).toBe(parseData(file, "json"));
  expect(parseData(file, "yaml")).not.toBe(parseData(file, "json"));
});

test.each([
  { path: "a.yml", format: "yaml" },
  { path: "a/b.YAML", format: "yaml" },
  { path: "a.json", format: "json" },
  { path: "a.csv", format: "csv" },
  { path: "README.md", format: "markdown" },
  { path: "a.markdown", format: "markdown" },
  { path: "a.json5", format: null },
  { path: "json", format: null },
  { path: "a.yml/b", format: null },
])("$path is $format", ({ path, format }) => expect(formatOf(path)).toBe(format));

describe("values by path", () => {
  const data = parseData(
    { text: 'a:\n  b:\n    - c: 1\n    - c: 2\n  "x.y": 3\n  p95 latency: 4\n', blob: "" },
    "yaml",
  );
  const root = data.state === "parsed" ? data.root : null;
  test.each([
    { path: "a.b[0].c", value: 1 },
    { path: "a.b[1].c", value: 2 },
    { path: 'a["x.y"]', value: 3 },
    { path: 'a["b"][1].c', value: 2 },
    { path: "a.p95 latency", value: 4 },
    { path: "a.b[2].c", value: undefined },
    { path: "a.b.c", value: undefined },
    { path: "a[0]", value: undefined },
    { path: "a.b[x]", value: undefined },
    { path: "a..b", value: undefined },
    { path: "a.", value: undefined },
    { path: "constructor", value: undefined },
    { path: "a.b.length", value: undefined },
  ])("$path", ({ path, value }) => {
    const found = root === null ? null : valueAt(root, path);
    expect(found === null ? undefined : found.value).toBe(value);
  });

  test("no path is the root itself", () => expect(root && valueAt(root, "")).toBe(root));
});
