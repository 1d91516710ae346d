import { describe, expect, test } from "vitest";
import { lineFor, parseCodeowners } from "../../../src/rules/owners/codeowners.ts";

/** The examples of GitHub's page "About code owners". */
const EXAMPLE = `# This is a comment.
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/ @octocat
/apps/github
`;

describe("the owner of a path", () => {
  const rows = [
    { path: "README.md", pattern: "*" },
    { path: "src/deep/index.js", pattern: "*.js" },
    { path: "build/logs/today", pattern: "**/logs" },
    { path: "build/other", pattern: "*" },
    { path: "docs/guide.md", pattern: "/docs/" },
    { path: "src/docs/guide.md", pattern: "*" },
    { path: "src/apps/x", pattern: "apps/" },
    { path: "apps/x", pattern: "/apps/" },
    { path: "apps/github/x", pattern: "/apps/github" },
    { path: "deep/logs/x", pattern: "**/logs" },
  ];
  test.each(rows)("$path", ({ path, pattern }) => {
    expect(lineFor(parseCodeowners(EXAMPLE), path)?.pattern).toBe(pattern);
  });

  const single = [
    { pattern: "docs/*", path: "docs/a.md", fits: true },
    { pattern: "docs/*", path: "docs/deep/a.md", fits: false },
    { pattern: "/*", path: "a.md", fits: true },
    { pattern: "/*", path: "docs/a.md", fits: false },
    { pattern: "/docs/**/*", path: "docs/deep/a.md", fits: true },
    { pattern: "docs", path: "src/docs/a.md", fits: true },
    { pattern: "/docs", path: "docs/a.md", fits: true },
    { pattern: "*.md", path: "docs/.hidden.md", fits: true },
    { pattern: "docs/*", path: "docs/.hidden", fits: true },
    { pattern: "/Docs/", path: "docs/a.md", fits: false },
    { pattern: "a\\ b.md", path: "a b.md", fits: true },
    { pattern: "{a,b}.md", path: "a.md", fits: false },
    { pattern: "docs/{a,b}/*", path: "docs/a/x", fits: false },
  ];
  test.each(single)("`$pattern` and $path: $fits", ({ pattern, path, fits }) => {
    expect(lineFor(parseCodeowners(`${pattern} @ana`), path) !== null).toBe(fits);
  });

  test("a line without owners takes them away", () => {
    const line = lineFor(parseCodeowners("* @ana\n/apps/\n"), "apps/x");
    expect(line).toEqual({ pattern: "/apps/", owners: [], line: 2 });
  });

  test("a path outside the repository has none", () => {
    expect(lineFor(parseCodeowners("* @ana"), "../x")).toBeNull();
  });
});

describe("lines GitHub ignores", () => {
  const rows = [
    { line: "!docs/ @ana" },
    { line: "[ab].md @ana" },
    { line: "\\#notes @ana" },
    { line: "docs/ ana" },
    { line: "docs/ @ana @" },
  ];
  test.each(rows)("$line", ({ line }) => {
    const { lines, ignored } = parseCodeowners(`* @ana\r\n${line}`);
    expect(lines).toHaveLength(1);
    expect(ignored.map((one) => one.line)).toEqual([2]);
  });

  test("blank lines, comments and a byte order mark are none", () => {
    expect(parseCodeowners("\uFEFF# top\n\n   \n  # indented\n* @ana # all\n")).toEqual({
      lines: [{ pattern: "*", owners: ["@ana"], line: 5 }],
      ignored: [],
    });
  });
});
