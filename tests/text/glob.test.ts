import picomatch from "picomatch";
import { expect, test } from "vitest";
import { globProblem } from "../../src/text/glob.ts";

test.each([
  "**",
  "**/*.md",
  "docs/**",
  "services/*",
  "release/v*.*.*",
  "**/docs/**/*.md",
  "{a,b}/*.{yml,yaml}",
  "{path}/docs/{service}.md",
  "[a-z]*",
  ".github/**",
  'feature/"quoted" # and spaces',
  "🚀/*",
  "a\\(1\\)",
  "x".repeat(512),
])("takes %s", (glob) => {
  expect(globProblem(glob)).toBeNull();
});

test.each([
  { what: "a negation", glob: "!main" },
  { what: "a group", glob: "(a|b)" },
  { what: "T56 a regular expression", glob: "(a+)+$" },
  { what: "an extended glob", glob: "+(a|aa)b" },
  { what: "T56 fifty `**`", glob: `${"**/".repeat(50)}b` },
  { what: "T56 fifty stars", glob: "*a".repeat(50) },
  { what: "T56 a brace bomb", glob: "{a,b}".repeat(20) },
  { what: "nested braces", glob: "{a,{b,{c,{d,{e,{f,g}}}}}}" },
  { what: "a range", glob: "{1..1000000}" },
  { what: "an open brace", glob: "x{a,b" },
  { what: "an open bracket", glob: "x[a" },
  { what: "a backslash at the end", glob: "a\\" },
  { what: "a path from the root", glob: "/docs/**" },
  { what: "a folder", glob: "docs/" },
  { what: "a way out", glob: "../x" },
  { what: "two slashes", glob: "a//b" },
  { what: "too long a text", glob: "x".repeat(513) },
])("refuses $what", ({ glob }) => {
  expect(globProblem(glob)).not.toBeNull();
});

test("the worst that is taken is matched in reasonable time", () => {
  const globs = ["**/*a*/**/b", "**/*a*a*/b", "*a*a*b", `${"{a,b}".repeat(5)}**`];
  const texts = ["a/".repeat(2000), `${"a".repeat(250)}/`.repeat(16), "a".repeat(250)];
  for (const glob of globs) {
    expect(globProblem(glob)).toBeNull();
    const started = performance.now();
    for (const text of texts) picomatch(glob, { dot: true })(text);
    expect(performance.now() - started, glob).toBeLessThan(1000);
  }
});
