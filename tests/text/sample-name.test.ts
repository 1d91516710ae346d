import { describe, expect, test } from "vitest";
import { globMatcher } from "../../src/text/glob-matcher.ts";
import { isGlob, sampleName } from "../../src/text/sample-name.ts";

describe.each([
  { glob: "production", name: "production", is: false },
  { glob: "release/*", name: "release/x", is: true },
  { glob: "release/**", name: "release/x", is: true },
  { glob: "v?", name: "vx", is: true },
  { glob: "v[0-9]", name: "v0", is: true },
  { glob: "v[^0-9]", name: "vx", is: true },
  { glob: "{prod,live}", name: "prod", is: true },
  { glob: "hot{fix,}/**", name: "hotfix/x", is: true },
  { glob: "{a,b{c,d}}/*", name: "a/x", is: true },
  { glob: "odd\\*name", name: "odd*name", is: false },
])("$glob", ({ glob, name, is }) => {
  test(`could be called ${name}`, () => {
    expect(sampleName(glob)).toBe(name);
    expect(globMatcher(glob)(name)).toBe(true);
  });

  test(`is ${is ? "a glob" : "one name"}`, () => {
    expect(isGlob(glob)).toBe(is);
  });
});
