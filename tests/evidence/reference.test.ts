import { describe, expect, test } from "vitest";
import { parseReference, resolvePath } from "../../src/evidence/reference.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";

describe("what a link points at", () => {
  test.each([
    { target: "docs/a.md", is: { kind: "path", path: "docs/a.md", fragment: null } },
    { target: "/docs/a.md", is: { kind: "path", path: "/docs/a.md", fragment: null } },
    { target: "../a.md#part", is: { kind: "path", path: "../a.md", fragment: "part" } },
    {
      target: "docs/a%20b.md?plain=1#L3",
      is: { kind: "path", path: "docs/a b.md", fragment: "L3" },
    },
    {
      target: "..%2f..%2fetc/passwd",
      is: { kind: "path", path: "../../etc/passwd", fragment: null },
    },
    { target: "1234567", is: { kind: "path", path: "1234567", fragment: null } },
    { target: "acme/shop#12", is: { kind: "path", path: "acme/shop", fragment: "12" } },
    {
      target: "https://github.com/acme/shop/issues/12",
      is: { kind: "issue", repository: "acme/shop", number: 12 },
    },
    {
      target: "https://github.com/acme/shop/pull/12/files#diff",
      is: { kind: "issue", repository: "acme/shop", number: 12 },
    },
    {
      target: "HTTPS://GitHub.com/acme/shop/pull/12",
      is: { kind: "issue", repository: "acme/shop", number: 12 },
    },
    {
      target: "https://www.github.com/acme/shop/pull/12",
      is: { kind: "issue", repository: "acme/shop", number: 12 },
    },
    {
      target: `https://github.com/acme/shop/commit/${SHA.toUpperCase()}`,
      is: { kind: "commit", repository: "acme/shop", sha: SHA },
    },
    {
      target: "https://github.com/acme/shop/actions/runs/99/job/1",
      is: { kind: "run", repository: "acme/shop", id: "99" },
    },
    {
      target: "//github.com/acme/shop/issues/1",
      is: { kind: "issue", repository: "acme/shop", number: 1 },
    },
    {
      target: "https://github.com/acme/shop/issues/0",
      is: { kind: "url", repository: "acme/shop" },
    },
    { target: "https://github.com/orgs/acme/teams", is: { kind: "url", repository: null } },
    { target: "https://github.com/acme", is: { kind: "url", repository: null } },
    {
      target: "https://github.com/acme/shop/issues/12abc",
      is: { kind: "url", host: "github.com" },
    },
    {
      target: "https://github.com.evil.example/acme/shop/issues/12",
      is: { kind: "url", host: "github.com.evil.example" },
    },
    {
      target: "https://github.com:8443/acme/shop/issues/12",
      is: { kind: "url", host: "github.com:8443" },
    },
    { target: "http://169.254.169.254/", is: { kind: "url", host: "169.254.169.254" } },
    { target: "https://host.example/a/b", is: { kind: "url", repository: null } },
  ])("$target", ({ target, is }) => expect(parseReference(target, "text")).toMatchObject(is));

  test("another host has its own issues", () => {
    const found = parseReference("https://git.acme.example/a/b/issues/3", "", "git.acme.example");
    expect(found).toEqual({ kind: "issue", repository: "a/b", number: 3 });
  });
});

describe("what plain text points at", () => {
  test.each([
    { text: "#12", is: { kind: "issue", repository: null, number: 12 } },
    { text: "acme/shop#12", is: { kind: "issue", repository: "acme/shop", number: 12 } },
    { text: SHA, is: { kind: "commit", repository: null, sha: SHA } },
    { text: "0ABCDE1", is: { kind: "commit", repository: null, sha: "0abcde1" } },
    { text: "acme/shop@0abcde1", is: { kind: "commit", repository: "acme/shop", sha: "0abcde1" } },
    { text: "docs/a.md", is: { kind: "path", path: "docs/a.md" } },
    { text: "https://host.example/a", is: { kind: "url", host: "host.example" } },
    { text: "20260912", is: { kind: "path", path: "20260912" } },
    { text: "defaced", is: { kind: "path", path: "defaced" } },
  ])("$text", ({ text, is }) => expect(parseReference("", text)).toMatchObject(is));
});

describe("what is no evidence", () => {
  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,a",
    "file:///etc/passwd",
    "mailto:ana@acme.example",
    "ftp://host.example/a",
    "vbscript:a",
    "https://user:pw@host.example/a",
    "https://ana@github.com/acme/shop/issues/1",
    "https://",
    "http://[",
    "#part",
    "docs/%zz.md",
    "docs/%00.md",
    "docs\\a.md",
    "C:\\a.md",
    "a\u0000.md",
  ])("%j", (target) => expect(parseReference(target, "text").kind).toBe("refused"));

  test("nothing at all", () => expect(parseReference("", " ").kind).toBe("refused"));
});

describe("paths from the root", () => {
  test.each([
    { from: "READINESS.md", path: "docs/a.md", resolved: "docs/a.md" },
    { from: "services/x/READINESS.md", path: "docs/a.md", resolved: "services/x/docs/a.md" },
    { from: "services/x/READINESS.md", path: "/docs/a.md", resolved: "docs/a.md" },
    { from: "services/x/READINESS.md", path: "../y/./a.md", resolved: "services/y/a.md" },
    { from: "services/x/READINESS.md", path: "../../a.md", resolved: "a.md" },
    { from: "READINESS.md", path: "../a.md", resolved: null },
    { from: "a/b.md", path: "../../../a.md", resolved: null },
    { from: "a/b.md", path: "/../a.md", resolved: null },
    { from: "READINESS.md", path: "docs//a.md", resolved: "docs/a.md" },
    { from: "READINESS.md", path: "docs/", resolved: "docs" },
    { from: "a/b.md", path: "x/../../c/../../d", resolved: null },
  ])("$path from $from", ({ from, path, resolved }) => {
    expect(resolvePath(from, path)).toBe(resolved);
  });
});
