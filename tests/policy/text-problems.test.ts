import { describe, expect, test } from "vitest";
import { helpIn, problemsIn, VALID } from "./loading.ts";

test("a policy that is well formed has no problems", () => {
  expect(problemsIn(VALID)).toEqual([]);
});

describe("T51 what a file is made of", () => {
  test.each([
    { what: "empty", text: "", told: ["empty-file 1:1"] },
    { what: "only comments", text: "# nothing yet\n\n# here\n", told: ["empty-file 1:1"] },
    { what: "only a document marker", text: "---\n", told: ["empty-file 1:1"] },
    { what: "null", text: "null\n", told: ["empty-file 1:1"] },
    { what: "a byte order mark", text: `\uFEFF${VALID}`, told: [] },
    { what: "CRLF", text: VALID.replaceAll("\n", "\r\n"), told: [] },
    {
      what: "CRLF, places kept",
      text: "version: 1\r\nx: 2\r\nstages: []\r\ngates: []",
      told: ["unknown-key 2:1", "missing-key 3:1", "missing-key 4:1"],
    },
    { what: "no line end at the end", text: VALID.trimEnd(), told: [] },
    { what: "tabs", text: "version: 1\nstages:\n\t- id: production\n", told: ["yaml-syntax 3:1"] },
    { what: "UTF-16 read as UTF-8", text: "\uFFFD\uFFFDv\0e\0r\0", told: ["not-utf-8 1:1"] },
    { what: "Latin-1 read as UTF-8", text: "version: 1\n# caf\uFFFD\n", told: ["not-utf-8 2:6"] },
    { what: "NUL", text: "version: 1\nmode: \0", told: ["yaml-control-character 2:7"] },
    { what: "a list", text: "- version: 1\n", told: ["invalid-type 1:1"] },
    { what: "a text", text: "production\n", told: ["invalid-type 1:1"] },
    { what: "not YAML at all", text: "]]]", told: ["yaml-syntax 1:1"] },
  ])("$what", ({ text, told }) => {
    expect(problemsIn(text)).toEqual(told);
  });

  test("missing: there is no file at all", () => {
    expect(problemsIn({ repository: null })).toEqual(["missing-file 1:1"]);
  });
});

describe("T52 what YAML can do and a policy cannot", () => {
  test.each([
    {
      what: "an alias bomb",
      text: `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join("\n")}`,
      first: "yaml-alias 1:4",
    },
    { what: "a merge key", text: `${VALID}<<: {mode: advisory}\n`, first: "yaml-merge-key 8:1" },
    {
      what: "an anchor",
      text: VALID.replace("id: ownership", "id: &x ownership"),
      first: "yaml-alias 6:9",
    },
    { what: "10,000 levels", text: `x: ${"[".repeat(10_000)}`, first: "yaml-too-deep 1:104" },
    { what: "10,000 levels of dashes", text: "- ".repeat(10_000), first: "yaml-too-deep 1:201" },
    { what: "duplicate keys", text: `${VALID}version: 1\n`, first: "yaml-duplicate-key 8:1" },
    {
      what: "a second document",
      text: `${VALID}---\nmode: advisory\n`,
      first: "yaml-documents 8:1",
    },
    { what: "a function", text: `${VALID}mode: !!js/function 'x'\n`, first: "yaml-tag 8:7" },
    {
      what: "`__proto__`",
      text: `${VALID}__proto__: {mode: advisory}\n`,
      first: "unknown-key 8:1",
    },
    {
      what: "`constructor`",
      text: `${VALID}fields: {constructor: x}\n`,
      first: "unknown-key 8:10",
    },
    {
      what: "`__proto__` as a role",
      text: `${VALID}roles: {__proto__: {users: [ana]}}\n`,
      first: "unknown-key 8:9",
    },
    {
      what: "`prototype` in the settings of a rule",
      text: VALID.replace("roles: [Service]", "roles: [Service], prototype: {x: 1}"),
      first: "unknown-key 7:64",
    },
  ])("$what", ({ text, first }) => {
    expect(problemsIn(text)).toContain(first);
    expect(({} as Record<string, unknown>).mode).toBeUndefined();
  });

  test("what is refused hides no other problem", () => {
    expect(problemsIn("version: 1\nmode: &m enforced\nfreez: []\nstages: []\ngates: []\n")).toEqual(
      [
        "yaml-alias 2:7",
        "invalid-value 2:10",
        "unknown-key 3:1",
        "missing-key 4:1",
        "missing-key 5:1",
      ],
    );
  });
});

describe("T55 the limit of 256 KiB", () => {
  const filled = (bytes: number, letter = "x") => {
    const comment = `${VALID}#`;
    const rest = bytes - new TextEncoder().encode(comment).length;
    return comment + letter.repeat(rest / new TextEncoder().encode(letter).length);
  };

  test.each([
    { what: "at it", text: filled(256 * 1024), told: [] },
    { what: "one byte over", text: filled(256 * 1024 + 1), told: ["too-large 1:1"] },
    {
      what: "over it in bytes though not in characters",
      text: filled(256 * 1024 + 2, "é"),
      told: ["too-large 1:1"],
    },
    { what: "65 KiB", text: filled(65 * 1024), told: [] },
  ])("$what", ({ text, told }) => {
    expect(problemsIn(text)).toEqual(told);
  });
});

describe("T57 what is no policy though it is a file", () => {
  test.each([
    {
      what: "a pointer of LFS",
      text: "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n",
    },
    { what: "the target of a link", text: "../other/stage-gates.yml" },
    { what: "JSON of something else", text: '{"name": "x", "private": true}' },
  ])("$what", ({ text }) => {
    expect(problemsIn(text).length).toBeGreaterThan(0);
  });
});

describe("what people forget to quote", () => {
  test.each([
    {
      what: "a channel",
      line: "issues: {labels: [x]}\ncomment: #claims",
      told: ["null-value 9:10"],
      help: ['put it in quotes: `"#claims"`'],
    },
    {
      what: "a channel in a list",
      line: "policy_owners:\n  - #claims",
      told: ["null-value 9:5"],
      help: ['put it in quotes: `"#claims"`'],
    },
    {
      what: "a mention",
      line: "roles: {owners: {users: [@ana]}}",
      told: ["invalid-format 8:26"],
      help: ["write `ana`"],
    },
    {
      what: "a glob",
      line: "services: {ungoverned: [*.md]}",
      told: ["yaml-alias 8:25"],
      help: ['a text that begins with `*` needs quotes: `"*.md"`'],
    },
    {
      what: "nothing at all",
      line: "mode:\ncomment: never",
      told: ["null-value 8:1"],
      help: ["write one, or drop the line"],
    },
    {
      what: "`~`",
      line: "enforce_from: ~",
      told: ["null-value 8:1"],
      help: ["write one, or drop the line"],
    },
  ])("$what", ({ line, told, help }) => {
    expect(problemsIn(`${VALID}${line}\n`)).toEqual(told);
    expect(helpIn(`${VALID}${line}\n`)).toEqual(help);
  });
});

test("an invisible character cannot make a policy look like another", () => {
  expect(problemsIn(VALID.replace("named-owners", "named\u202E-owners"))).toEqual([
    "invalid-format 7:18",
    "hidden-character 7:23",
  ]);
});
