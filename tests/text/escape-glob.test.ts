import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { escapeGlob } from "../../src/text/escape-glob.ts";
import { fillInGlob } from "../../src/text/fill-in-glob.ts";

const character = fc.constantFrom(..."ab-_.é *?[]{}()!+@|^$'\"`\\,;:#%&=<>~");
const segment = fc.string({ unit: character, minLength: 1, maxLength: 6 });
const path = fc
  .array(segment, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("/"))
  .filter((text) => !/(^|\/)\.{1,2}(\/|$)/.test(text));

describe("a path as a glob", () => {
  it("matches the path, and no other", () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        const matches = picomatch(escapeGlob(one), { dot: true });
        expect(matches(one)).toBe(true);
        if (!one.includes("\\")) expect(matches(other)).toBe(one === other);
      }),
      { numRuns: 1500 },
    );
  });

  it("matches what lies in such a folder", () => {
    fc.assert(
      fc.property(path, path, (folder, file) => {
        const matches = picomatch(`${escapeGlob(folder)}/**`, { dot: true });
        expect(matches(`${folder}/${file}`)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

it("a service's folder in a glob of the policy matches only itself", () => {
  const service = { id: "a*", path: "services/a*", readiness: [], fields: {}, gates: null };
  const matches = picomatch(fillInGlob("{path}/decisions/{service}-*.md", service));
  expect(matches("services/a*/decisions/a*-1.md")).toBe(true);
  expect(matches("services/ab/decisions/a*-1.md")).toBe(false);
  expect(fillInGlob("{path}/x.md", { ...service, id: null, path: "" })).toBe("x.md");
});
