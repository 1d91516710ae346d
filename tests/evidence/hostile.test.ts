import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/evidence/parse-document.ts";
import { parsed, refused } from "./parsing.ts";

const KIB = 1024;
const LIMIT = 512 * KIB;

describe("too large", () => {
  test.each([
    { name: "a byte over the limit", text: "a".repeat(LIMIT + 1) },
    { name: "bytes count, not characters", text: "é".repeat(LIMIT / 2 + 1) },
    { name: "one line of a megabyte", text: "a".repeat(1024 * KIB) },
    { name: "ten megabytes of items", text: "- [x] a\n".repeat(1_250_000) },
  ])("$name", ({ text }) => {
    expect(refused(text)).toMatchObject({
      code: "READINESS-TOO-LARGE",
      at: { line: 1, column: 1 },
    });
  });

  test.each([
    { name: "exactly the limit", text: "a".repeat(LIMIT) },
    { name: "exactly the limit in bytes", text: "é".repeat(LIMIT / 2) },
  ])("is not $name", ({ text }) => expect(parsed(text).blocks).toHaveLength(1));
});

describe("too deep", () => {
  const nested = Array.from({ length: 120 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n");
  test.each([
    { name: "quotes", text: "> ".repeat(101), line: 1 },
    { name: "quotes without spaces", text: `a\n${">".repeat(101)}`, line: 2 },
    { name: "50,000 quotes", text: ">".repeat(50_000), line: 1 },
    { name: "50,000 lists", text: `${"- ".repeat(50_000)}a`, line: 1 },
    { name: "ordered lists", text: `${"1. ".repeat(101)}a`, line: 1 },
    { name: "footnotes", text: `${"[^a]: ".repeat(101)}a`, line: 1 },
    { name: "quotes and lists in turn", text: "> - ".repeat(51), line: 1 },
    { name: "lists a level a line", text: nested, line: 101 },
    { name: "behind a carriage return", text: `a\r${">".repeat(101)}`, line: 2 },
    { name: "in a fence, where nobody could tell", text: `\`\`\`\n${">".repeat(101)}`, line: 2 },
  ])("$name", ({ text, line }) => {
    expect(refused(text)).toMatchObject({ code: "READINESS-TOO-DEEP", at: { line } });
  });

  test.each([
    { name: "a hundred quotes", text: `${"> ".repeat(100)}- [x] a`.replace("> ", "") },
    { name: "a hundred levels of lists", text: nested.split("\n").slice(0, 100).join("\n") },
    { name: "far to the right", text: `\`\`\`\n${" ".repeat(5_000)}- a\n\`\`\`` },
    { name: "a long rule", text: "-".repeat(5_000) },
    { name: "arrows", text: "a -> b -> c\n\n--> d" },
  ])("is not $name", ({ text }) => expect(parseDocument({ text, blob: "" }).state).toBe("parsed"));
});

const of = (unit: string, bytes = 256 * KIB) => unit.repeat(Math.ceil(bytes / unit.length));

/** Each of these keeps the bare parser busy for minutes. */
describe("what would keep the parser busy is refused", () => {
  test.each([
    { name: "closing brackets", text: of("]") },
    { name: "brackets", text: of("[a]") },
    { name: "brackets that match", text: of("[", 64 * KIB) + of("]", 64 * KIB) },
    { name: "references", text: of("[a][b]") },
    { name: "links never closed", text: of("[a](") },
    { name: "links with titles never closed", text: of("[a](b (") },
    { name: "images in images", text: of("![", 64 * KIB) + of("](a)", 64 * KIB) },
    { name: "asterisks", text: of("a*") },
    { name: "asterisks of two kinds", text: of("*a**") },
    { name: "emphasis in emphasis", text: of("*a ", 64 * KIB) + of(" a*", 64 * KIB) },
    { name: "underscores in asterisks", text: of("*a _b* c_ ") },
    { name: "tildes", text: of("a~ ") },
    { name: "comments never closed", text: `a ${of("<!--")}` },
    { name: "instructions never closed", text: `a ${of("<?")}` },
    { name: "declarations never closed", text: `a ${of("<!A ")}` },
    { name: "CDATA never closed", text: `a ${of("<![CDATA[")}` },
    {
      name: "backticks of every length",
      text: Array.from({ length: 700 }, (_, n) => `${"`".repeat(n + 1)}a`).join(""),
    },
    { name: "an address of references", text: `http://a.b${of("&a;")}` },
    { name: "an address of dots", text: `http://a.b/${of(".")}x` },
    { name: "an address of addresses", text: of("_www._") },
    { name: "lists left on every other line", text: of("- a\n  - b\n") },
    { name: "a list and a paragraph in turn", text: of("- a\n\nb\n\n") },
    { name: "a quote and a paragraph in turn", text: of("> a\n\nb\n\n") },
    { name: "a list and a heading in turn", text: of("- a\n# b\n") },
    { name: "a quote continued lazily", text: `> a\n${of("a\n")}` },
    { name: "a list continued lazily", text: `- a\n${of("a\n")}` },
    { name: "heads of tables that never come", text: of("a|b\n") },
    { name: "underlined headings", text: of("a\n=\n") },
    { name: "lines of many lists", text: of("- - - - - - - x\n") },
    { name: "blank lines in deep lists", text: `${"- ".repeat(100)}a\n${of("\n")}` },
    { name: "400,000 lines", text: of("a\n", LIMIT) },
  ])("$name", ({ text }) => {
    const error = refused(text);
    expect(error.code).toBe("READINESS-TOO-DEEP");
    expect(error.at.line).toBeGreaterThanOrEqual(1);
    expect(error.at.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
  });
});

/** What only looks hostile, or is cheap, is read. */
describe("what the parser bears is read", () => {
  test.each([
    { name: "50,000 opening brackets", text: "[".repeat(50_000) },
    { name: "50,000 asterisks", text: "*".repeat(50_000) },
    { name: "50,000 backticks", text: "`".repeat(50_000) },
    { name: "50,000 less-than signs", text: "<".repeat(50_000) },
    { name: "half a megabyte on one line", text: of("word", LIMIT) },
    {
      name: "a table of 10,000 columns",
      text: `${"|a".repeat(10_000)}|\n${"|-".repeat(10_000)}|\n|b`,
    },
    { name: "100,000 lines", text: `a${"\n".repeat(99_999)}b` },
    {
      name: "a checklist of 1,000 items",
      text: "- [x] `a.b` Some words · [e](docs/e.md)\n  - Owner: @ana\n".repeat(1_000),
    },
    {
      name: "sections of 32 KiB",
      text: of(
        "## Data\n\nSome *text* and [a](b).\n\n- [x] `a` Done\n  - Owner: @ana\n\n",
        32 * KIB,
      ),
    },
    {
      name: "prose of 64 KiB",
      text: of("Some *text*, [a](b), `c` and **more** of it, on and on.\n\n", 64 * KIB),
    },
    {
      name: "a table of 2,000 rows",
      text: `| a | b |\n|---|---|\n${"| [x](y) | @ana |\n".repeat(2_000)}`,
    },
    { name: "a paragraph with 500 links", text: "[a](b) *c* `d` ".repeat(500) },
    { name: "code of 128 KiB", text: `\`\`\`\n${of("  - a: [b](c) *d* > e\n", 128 * KIB)}\`\`\`` },
  ])("$name", ({ text }) => {
    expect(parseDocument({ text, blob: "" })).toMatchObject({ state: "parsed" });
  });
});

test("emphasis that nests deeper than any walk is refused, not a crash", () => {
  const depth = 400;
  const text = `${"**a *b ".repeat(depth)}x${" b* a**".repeat(depth)}`;
  expect(refused(text).code).toBe("READINESS-TOO-DEEP");
});

test("a document is parsed once for each file", () => {
  const file = { text: "# A", blob: "" };
  expect(parseDocument(file)).toBe(parseDocument(file));
  expect(parseDocument({ ...file })).not.toBe(parseDocument(file));
});
