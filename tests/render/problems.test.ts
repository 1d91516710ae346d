import { expect, test } from "vitest";
import type { Problem } from "../../src/model/finding.ts";
import { renderNotes, renderProblems, renderRefusal } from "../../src/render/problems.ts";

const FILE = ".github/stage-gates.yml";
const TEXT = `version: 1
stages: []
gates:
  - id: runbook
    title: Runbook
    heading: Runbook
    requier: all
    rules:
      - id: a
    severity: warning
    x:
      max: 10 dayz
  - id: runbook
`;

function problem(parts: Partial<Problem> & { line: number; column: number }): Problem {
  const { line, column, ...rest } = parts;
  return { code: "x", message: "m", help: null, at: { file: FILE, line, column }, ...rest };
}

function shown(...problems: Problem[]): string {
  return renderProblems(problems, new Map([[FILE, TEXT]]), (_, text) => text);
}

test("each problem is framed with its line, and the last line counts them", () => {
  const text = shown(
    problem({
      code: "unknown-key",
      message: "unknown key `requier`",
      line: 7,
      column: 5,
      length: 7,
      help: "did you mean `require`?",
    }),
    problem({ code: "invalid-format", message: "not a duration", line: 12, column: 12, length: 7 }),
    problem({
      code: "duplicate-id",
      message: "gate id `runbook` is used twice",
      line: 13,
      column: 9,
      length: 7,
      related: { message: "first used at line 4", at: { file: FILE, line: 4, column: 9 } },
    }),
  );
  expect(text).toBe(`\
error[unknown-key]: unknown key \`requier\`
  --> .github/stage-gates.yml:7:5
   |
 7 |     requier: all
   |     ^^^^^^^
   = help: did you mean \`require\`?

error[invalid-format]: not a duration
  --> .github/stage-gates.yml:12:12
   |
12 |       max: 10 dayz
   |            ^^^^^^^

error[duplicate-id]: gate id \`runbook\` is used twice
  --> .github/stage-gates.yml:13:9
   |
13 |   - id: runbook
   |         ^^^^^^^
   = note: first used at line 4

3 errors in .github/stage-gates.yml. Nothing was evaluated.
`);
});

test.each([
  { name: "one", count: 1, last: `1 error in ${FILE}. Nothing was evaluated.` },
  { name: "very many", count: 1200, last: `1,200 errors in ${FILE}. Nothing was evaluated.` },
])("$name", ({ count, last }) => {
  const lines = shown(...Array.from({ length: count }, () => problem({ line: 1, column: 1 })));
  expect(lines.trimEnd().split("\n").at(-1)).toBe(last);
});

test.each([
  { name: "behind the end of its line", line: 1, column: 400 },
  { name: "behind the end of the file", line: 99, column: 1 },
  { name: "before its beginning", line: 0, column: 0 },
])("a place $name is framed all the same", ({ line, column }) => {
  expect(shown(problem({ line, column }))).toContain("error[x]: m");
});

test("a file whose text is not at hand gives the place alone", () => {
  const text = renderProblems([problem({ line: 1, column: 1 })], new Map(), (_, word) => word);
  expect(text).toContain(`--> ${FILE}:1:1`);
  expect(text).not.toContain(" | ");
});

test("a document that cannot be imported was not to be evaluated", () => {
  const refused = renderRefusal([problem({ line: 1, column: 1 })], new Map(), (_, word) => word);
  expect(refused.trimEnd().split("\n").at(-1)).toBe(`1 error in ${FILE}. Nothing was imported.`);
});

test("a note is told with its place and what to do, and is one line whatever it quotes", () => {
  const at = { file: FILE, line: 7, column: 5 };
  const message = "the field `a\u202E\nerror[x]: forged` is text";
  expect(renderNotes([{ code: "never-holds", message, at, help: "write both alike" }])).toBe(`\
note: the field \`a error[x]: forged\` is text
  --> .github/stage-gates.yml:7:5
   = help: write both alike
`);
  expect(renderNotes([])).toBe("");
});
