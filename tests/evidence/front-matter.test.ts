import { describe, expect, test } from "vitest";
import { plain, valueAt } from "../../src/evidence/walk-data.ts";
import { parsed, spot } from "./parsing.ts";

function frontMatter(...lines: readonly string[]) {
  return parsed(...lines).frontMatter;
}

test("is data with places that count from the top of the file", () => {
  const found = frontMatter("---", "service: claims", "phases: {start: 2026-05-04}", "---", "# A");
  if (found.state !== "present") throw new Error(found.state);
  expect(plain(found.root)).toEqual({ service: "claims", phases: { start: "2026-05-04" } });
  const start = valueAt(found.root, "phases.start");
  expect(start && spot(start.at)).toBe("3:17");
  expect(spot(found.at)).toBe("1:1");
});

describe("whether there is any", () => {
  test.each([
    { lines: ["# A"], state: "absent" },
    { lines: [""], state: "absent" },
    { lines: ["", "---", "a: b", "---"], state: "absent" },
    { lines: ["----", "a: b", "---"], state: "absent" },
    { lines: ["- --"], state: "absent" },
    { lines: ["---", "---"], state: "present" },
    { lines: ["---", "# only a comment", "---"], state: "present" },
    { lines: ["\ufeff---", "a: b", "---"], state: "present" },
    { lines: ["---\r", "a: b\r", "---\r"], state: "present" },
    { lines: ["---  ", "a: b", "---"], state: "present" },
    { lines: ["---"], state: "malformed" },
    { lines: ["---", "a: b"], state: "malformed" },
    { lines: ["---", "a: b", "..."], state: "malformed" },
    { lines: ["---", "a: b", " ---", "# A"], state: "malformed" },
    { lines: ["---", "a: [", "---"], state: "malformed" },
    { lines: ["---", "a: b", "a: c", "---"], state: "malformed" },
    { lines: ["---", "a: &b c", "d: *b", "---"], state: "malformed" },
    { lines: ["---", "just text", "---"], state: "malformed" },
    { lines: ["---", "- a", "---"], state: "malformed" },
    { lines: ["---", "a: \0", "---"], state: "malformed" },
  ])("$lines: $state", ({ lines, state }) => expect(frontMatter(...lines).state).toBe(state));
});

test("a problem has the line of the file", () => {
  const found = frontMatter("---", "a: b", "a: c", "---");
  expect(found.state === "malformed" && found.at.line).toBe(3);
});

test("keys reach no prototype", () => {
  const found = frontMatter("---", "__proto__: {polluted: yes}", "constructor: 1", "---");
  if (found.state !== "present") throw new Error(found.state);
  expect(Object.keys(plain(found.root) as object)).toEqual(["__proto__", "constructor"]);
  expect("polluted" in {}).toBe(false);
});
