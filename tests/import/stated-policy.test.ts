import { expect, test } from "vitest";
import { leadTo, readStatedPolicy } from "../../src/import/stated-policy.ts";

test.each([
  { services: "{readiness: docs/launch.md}", path: "docs/launch.md", leads: true },
  { services: "{readiness: docs/launch.md}", path: "docs/launchXmd", leads: false },
  { services: "{readiness: docs/launch.md}", path: "a/docs/launch.md", leads: false },
  { services: '{from: s/*, readiness: "{path}/L.md"}', path: "s/a/L.md", leads: true },
  { services: '{from: s/*, readiness: "ready/{service}.md"}', path: "ready/a.md", leads: true },
  { services: '{from: s/*, readiness: "ready/{service}.md"}', path: "ready/a/b.md", leads: false },
  { services: "{from: s/*}", path: "s/a/READINESS.md", leads: true },
  { services: "{from: s/*}", path: "s/a/LAUNCH.md", leads: false },
  { services: "{override: {a: {path: s/a}}}", path: "s/a/READINESS.md", leads: true },
  { services: "{override: {a: {path: s/a, readiness: a.md}}}", path: "a.md", leads: true },
  { services: '{readiness: "{path}/{path}.md"}', path: "a/a.md", leads: true },
  { services: '{readiness: "{path}/{path}.md"}', path: "a/b.md", leads: false },
  { services: `{readiness: "${"{path}".repeat(30)}x"}`, path: "a".repeat(300), leads: false },
  { services: '{readiness: "(a+)+.md"}', path: `${"a".repeat(40)}.md`, leads: false },
  { services: '{readiness: "[.md"}', path: "[.md", leads: true },
  { services: "{override: [x], from: [y], readiness: {}}", path: "READINESS.md", leads: false },
])("$services leads to $path: $leads", ({ services, path, leads }) => {
  const { documents } = readStatedPolicy(`version: 1\nservices: ${services}\n`);
  expect(leadTo(documents, path)).toBe(leads);
});

test.each(["", "services: x\n", "- a\n", "services: {}\n"])("%j names no document", (text) => {
  expect(readStatedPolicy(text).documents).toEqual([]);
});
