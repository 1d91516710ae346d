import { expect, test } from "vitest";
import { renderChange, renderEdits, renderNewFile } from "../../src/render/diff.ts";

const look = { width: 80, paint: (_: unknown, text: string) => text };
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}\n`).join("");

test("a change stands between the lines around it", () => {
  const before = numbered(9);
  expect(renderEdits("docs/a.md", before, before.replace("line 5", "line V"), look)).toBe(`\
--- a/docs/a.md
+++ b/docs/a.md
@@ -2,7 +2,7 @@
 line 2
 line 3
 line 4
-line 5
+line V
 line 6
 line 7
 line 8
`);
});

test("changes near each other share a hunk, those far apart have their own", () => {
  const before = numbered(30);
  const after = before.replace("line 1\n", "one\n").replace("line 8\n", "eight\n");
  const hunks = (text: string) => renderEdits("a", before, text, look).match(/^@@.*/gm);
  expect(hunks(after)).toEqual(["@@ -1,11 +1,11 @@"]);
  expect(hunks(after.replace("line 30", "thirty"))).toEqual([
    "@@ -1,11 +1,11 @@",
    "@@ -27,4 +27,4 @@",
  ]);
});

test("neighbouring changes are removed together, then added together", () => {
  expect(renderEdits("a", "x\ny\n", "X\nY\n", look)).toContain("-x\n-y\n+X\n+Y\n");
});

test("two texts that are the same have no diff", () => {
  expect(renderEdits("a", "x\n", "x\n", look)).toBe("");
});

test("a new file is all added", () => {
  expect(renderNewFile("a/b.yml", "x: 1\ny: 2\n", look)).toBe(`\
--- /dev/null
+++ b/a/b.yml
@@ -0,0 +1,2 @@
+x: 1
+y: 2
`);
});

test("no line of it commands a runner, whatever the texts and their path", () => {
  const hostile = "::error::a\n ##[error]b\nsame\n";
  const diff = renderEdits("##[error]c", hostile, hostile.replace("same", "\u202e::d"), look);
  expect(diff).not.toMatch(/^\s*::|##\[|\u202e/m);
});

test.each([
  { before: "a\nb\nc\n", after: "a\nx\nc\n", lines: [" a", "-b", "+x", " c"] },
  { before: "a\nc\n", after: "a\nb\nc\nd\n", lines: [" a", "+b", " c", "+d"] },
  { before: "a\nb\n", after: "b\n", lines: ["-a", " b"] },
  { before: "", after: "a\n", lines: ["+a"] },
])("a text that grows or shrinks is lined up: $lines", ({ before, after, lines }) => {
  const [, , , ...rest] = renderChange("a", before, after, look).trimEnd().split("\n");
  expect(rest).toEqual(lines);
});
