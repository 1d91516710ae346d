import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocatedValue } from "../../src/model/document.ts";
import { parseLocatedJson } from "../../src/text/located-json.ts";

function plain({ value }: LocatedValue): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, { node }]) => [key, plain(node)]));
  }
  return Array.isArray(value) ? value.map(plain) : value;
}

function parsed(text: string): unknown {
  const json = parseLocatedJson(text);
  return json.state === "parsed" ? plain(json.root) : json.state;
}

describe("located JSON", () => {
  it("has the place of every value and key", () => {
    const json = parseLocatedJson('{\n  "a": [1,\n    {"b": null}],\r\n\t"é": "x"\n}');
    if (json.state !== "parsed" || !(json.root.value instanceof Map)) throw new Error("no map");
    const a = json.root.value.get("a");
    expect(a).toMatchObject({
      keyAt: { line: 2, column: 3 },
      node: { at: { line: 2, column: 8 } },
    });
    expect(a?.node.value).toMatchObject([
      { at: { line: 2, column: 9 }, value: 1 },
      { at: { line: 3, column: 5 } },
    ]);
    expect(json.root.value.get("é")).toMatchObject({ keyAt: { line: 4, column: 2 } });
  });

  it.each([
    { text: "", at: [1, 1] },
    { text: "   \n  ", at: [2, 3] },
    { text: '{"a": 1,}', at: [1, 9] },
    { text: "[1,]", at: [1, 4] },
    { text: "[1 2]", at: [1, 4] },
    { text: '{"a" 1}', at: [1, 6] },
    { text: "{a: 1}", at: [1, 2] },
    { text: "{'a': 1}", at: [1, 2] },
    { text: "// note\n{}", at: [1, 1] },
    { text: '{"a": tru}', at: [1, 7] },
    { text: "01", at: [1, 2] },
    { text: "+1", at: [1, 1] },
    { text: "NaN", at: [1, 1] },
    { text: "1.", at: [1, 2] },
    { text: '"open', at: [1, 1] },
    { text: '"ends in \\', at: [1, 1] },
    { text: '["line\nbreak"]', at: [1, 2] },
    { text: '["\\x41"]', at: [1, 2] },
    { text: '["tab\t"]', at: [1, 2] },
    { text: "{} {}", at: [1, 4] },
    { text: "[\n\n  nul]", at: [3, 3] },
    { text: "[1]\0", at: [1, 4] },
  ])("refuses $text at $at", ({ text, at: [line, column] }) => {
    const json = parseLocatedJson(text);
    expect(json).toMatchObject({
      state: "malformed",
      problems: [{ code: "json-syntax", at: { line, column } }],
    });
  });

  it("names every key that stands twice, and where it stood first", () => {
    const json = parseLocatedJson('{"a": 1,\n "b": {"c": 1, "\\u0063": 2},\n "a": 3}');
    expect(json).toMatchObject({
      state: "malformed",
      problems: [
        { code: "json-duplicate-key", at: { line: 2, column: 16 } },
        { code: "json-duplicate-key", at: { line: 3, column: 2 }, related: { at: { line: 1 } } },
      ],
    });
  });

  it("skips a byte order mark, which takes no column", () => {
    const json = parseLocatedJson("\uFEFF[1]");
    expect(json).toMatchObject({ state: "parsed", root: { at: { line: 1, column: 1 } } });
  });

  it.each([
    { what: "deep nesting", text: "[".repeat(200_000), code: "json-too-deep" },
    { what: "deep objects", text: '{"a":'.repeat(200_000), code: "json-too-deep" },
    { what: "a text without an end", text: `"${"x".repeat(5_000_000)}`, code: "json-syntax" },
    { what: "many quotes", text: `${'"\\"'.repeat(200_000)}`, code: "json-syntax" },
  ])("answers $what at once", ({ text, code }) => {
    expect(parseLocatedJson(text)).toMatchObject({ state: "malformed", problems: [{ code }] });
  });

  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(2), (value, indent) => {
        expect(parsed(JSON.stringify(value, null, indent))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const mutated = fc
      .tuple(fc.jsonValue({ maxDepth: 3 }), fc.nat(), fc.string({ maxLength: 3 }))
      .map(([value, at, junk]) => {
        const text = JSON.stringify(value);
        return text.slice(0, at % (text.length + 1)) + junk + text.slice((at + 1) % text.length);
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string()), (text) => {
        const json = parseLocatedJson(text);
        const isDuplicate = json.state === "malformed" && json.problems[0]?.code !== "json-syntax";
        expect(json.state === "parsed" || isDuplicate).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
