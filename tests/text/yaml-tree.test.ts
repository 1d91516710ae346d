import { expect, test } from "vitest";
import { parseYaml, type YamlNode } from "../../src/text/yaml-tree.ts";

/** The value with `@line:column` behind each scalar. */
function shown(node: YamlNode | null): unknown {
  if (node === null) return null;
  const { value, at } = node;
  if (value instanceof Map) {
    const entries = value as ReadonlyMap<string, { node: YamlNode }>;
    return Object.fromEntries([...entries].map(([name, entry]) => [name, shown(entry.node)]));
  }
  if (Array.isArray(value)) return (value as readonly YamlNode[]).map(shown);
  return `${JSON.stringify(value)}@${at.line}:${at.column}`;
}

function problems(text: string): string[] {
  const parsed = parseYaml(text);
  if (parsed.state === "parsed") return [];
  return parsed.problems.map(({ code, at, length }) => `${code} ${at.line}:${at.column}+${length}`);
}

test.each([
  { what: "a map", text: "a: x\nb: {c: 1}", tree: { a: '"x"@1:4', b: { c: "1@2:8" } } },
  { what: "lists", text: "a:\n  - x\n  - [y]", tree: { a: ['"x"@2:5', ['"y"@3:6']] } },
  { what: "CRLF", text: "a: 1\r\nb: 2\r\n", tree: { a: "1@1:4", b: "2@2:4" } },
  { what: "a byte order mark, which takes no column", text: "\uFEFFa: 1", tree: { a: "1@1:4" } },
  {
    what: "quotes keep text text",
    text: "a: \"1\"\nb: 'no'",
    tree: { a: '"1"@1:4', b: '"no"@2:4' },
  },
  { what: "block text", text: "a: |\n  x\n  y\n", tree: { a: '"x\\ny\\n"@1:4' } },
  { what: "a value behind a comment", text: "a: # c\n  b: 1", tree: { a: { b: "1@2:6" } } },
  {
    what: "keys that look like other things",
    text: "1: a\ntrue: b\non: c",
    tree: { 1: '"a"@1:4', true: '"b"@2:7', on: '"c"@3:5' },
  },
  {
    what: "the directive of this very version",
    text: "%YAML 1.2\n---\na: no",
    tree: { a: '"no"@3:4' },
  },
  {
    what: "a comment where a value is due",
    text: "a: #x\nb: 1",
    tree: { a: "null@1:4", b: "1@2:4" },
  },
])("reads $what", ({ text, tree }) => {
  const parsed = parseYaml(text);
  expect(parsed.state).toBe("parsed");
  expect(shown(parsed.root)).toEqual(tree);
});

test.each(["", "# only a comment", "---\n", "\n\n\t\n", "\uFEFF"])("%j is empty", (text) => {
  expect(parseYaml(text)).toEqual({ state: "parsed", root: null });
});

test.each([
  { text: "true", value: true },
  { text: "False", value: false },
  { text: "~", value: null },
  { text: "no", value: "no" },
  { text: "on", value: "on" },
  { text: "17", value: 17 },
  { text: "-1.50", value: -1.5 },
  { text: "1e3", value: 1000 },
  { text: "-0", value: 0 },
  { text: "017", value: "017" },
  { text: "0o17", value: "0o17" },
  { text: "0x1F", value: "0x1F" },
  { text: "1_000", value: "1_000" },
  { text: "12:30", value: "12:30" },
  { text: ".nan", value: ".nan" },
  { text: ".inf", value: ".inf" },
  { text: "1e999", value: "1e999" },
  { text: "9007199254740991", value: 9007199254740991 },
  { text: "9007199254740993", value: "9007199254740993" },
  { text: "2026-10-01", value: "2026-10-01" },
  { text: "2026-10-01T12:00:00Z", value: "2026-10-01T12:00:00Z" },
])("$text stands for $value", ({ text, value }) => {
  const parsed = parseYaml(`- ${text}`);
  const items = parsed.root?.value as readonly YamlNode[];
  expect(items[0]?.value).toBe(value);
});

test.each([
  {
    what: "anchor and alias",
    text: "a: &x 1\nb: *x",
    told: ["yaml-alias 1:4+2", "yaml-alias 2:4+2"],
  },
  { what: "an unquoted glob", text: "a: [docs/**, *.md]", told: ["yaml-alias 1:14+4"] },
  { what: "a merge key", text: "<<: {a: 1}\nb: 2", told: ["yaml-merge-key 1:1+2"] },
  { what: "a tag", text: "a: !!js/function x", told: ["yaml-tag 1:4+13"] },
  { what: "a harmless tag", text: "a: !!str 5", told: ["yaml-tag 1:4+5"] },
  {
    what: "duplicate keys",
    text: "a: 1\nb: {c: 1, c: 2}\na: 3",
    told: ["yaml-duplicate-key 2:11+1", "yaml-duplicate-key 3:1+1"],
  },
  { what: "a second document", text: "a: 1\n---\nb: 2", told: ["yaml-documents 2:1+1"] },
  { what: "a directive", text: "%YAML 1.1\n---\na: no", told: ["yaml-directive 1:1+9"] },
  {
    what: "mentions without quotes",
    text: "o: @ana\np: [@ana, @raj]",
    told: ["yaml-syntax 1:4+4", "yaml-syntax 2:5+4", "yaml-syntax 2:11+4"],
  },
  { what: "a tab", text: "a:\n\tb: 1", told: ["yaml-syntax 2:1+1"] },
  { what: "NUL", text: "a: \0b", told: ["yaml-control-character 1:4+1"] },
  { what: "half a surrogate pair", text: "a: \ud800", told: ["yaml-control-character 1:4+1"] },
  { what: "a list as key", text: "? [a]\n: 1", told: ["yaml-key 1:3+3"] },
  { what: "no key", text: ": d", told: ["yaml-key 1:1+1"] },
  { what: "an open bracket", text: "a: [1, 2\nb: 3", told: ["yaml-syntax 2:1+1"] },
  { what: "an open quote", text: 'a: "x', told: ["yaml-syntax 1:6+1"] },
  { what: "a comment in a list", text: "a: [#claims]", told: ["yaml-syntax 1:5+7"] },
  {
    what: "a comment in a map, and what follows from it",
    text: "a: {b: [x, #claims, y]}\nc: {d: 1}",
    told: ["yaml-syntax 1:12+7"],
  },
  { what: "two keys on a line", text: "a: b: c", told: ["yaml-syntax 1:4+1"] },
])("refuses $what", ({ text, told }) => {
  expect(problems(text)).toEqual(told);
});

test("one broken line is told once, and at most a hundred lines", () => {
  expect(problems("- a\nb: c\n")).toHaveLength(1);
  expect(problems("&a\n".repeat(500))).toHaveLength(100);
});

test("what stands there is known in spite of what is refused", () => {
  const parsed = parseYaml("a: &x 1\no: @ana\na: 2\ng: *.md");
  expect(shown(parsed.root)).toEqual({ a: "1@1:7", o: '"@ana"@2:4', g: '"*.md"@4:4' });
});

test("keys never reach a prototype", () => {
  const parsed = parseYaml(
    "__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}",
  );
  expect(parsed.root?.value).toBeInstanceOf(Map);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

const MANY = 20_000;

test.each([
  { what: "open brackets", text: "[".repeat(MANY), code: "yaml-too-deep" },
  { what: "closed brackets", text: "[".repeat(MANY) + "]".repeat(MANY), code: "yaml-too-deep" },
  { what: "dashes", text: "- ".repeat(MANY), code: "yaml-too-deep" },
  { what: "maps in maps", text: "{a: ".repeat(MANY), code: "yaml-too-deep" },
  { what: "complex keys", text: "? ".repeat(MANY), code: "yaml-too-deep" },
  {
    what: "indentation",
    text: Array.from({ length: 300 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    code: "yaml-too-deep",
  },
  { what: "one key", text: "a:\n".repeat(MANY), code: "yaml-duplicate-key" },
  { what: "documents", text: "---\n".repeat(MANY), code: "yaml-documents" },
  { what: "anchors", text: "&a ".repeat(MANY), code: "yaml-alias" },
  { what: "colons", text: ": ".repeat(MANY), code: "yaml-too-deep" },
  {
    what: "an alias bomb",
    text: `a: &a [x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join("\n")}`,
    code: "yaml-alias",
  },
])("is not harmed by a great many: $what", ({ text, code }) => {
  const started = performance.now();
  const parsed = parseYaml(text);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(parsed.state === "malformed" && parsed.problems[0]?.code).toBe(code);
});

test("a hundred levels are fine, one more is not", () => {
  const nested = (levels: number) => `${"[".repeat(levels)}x${"]".repeat(levels)}`;
  expect(problems(nested(100))).toEqual([]);
  expect(problems(nested(101))).toEqual(["yaml-too-deep 1:102+1"]);
});
