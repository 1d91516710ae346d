import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { ruleType } from "../../../src/rules/index.ts";
import { docExamples } from "../../support/doc-examples.ts";

const FOLDER = new URL("../../../docs/rules/", import.meta.url);

const pages = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => ({
    type: name.slice(0, -".md".length),
    given: docExamples(readFileSync(new URL(name, FOLDER), "utf8")).map(({ settings }) => {
      const { max_age, asks, ...own } = settings;
      return own;
    }),
  }));

describe.each(pages)("$type keeps its settings as they are written, for `explain`", (page) => {
  it.each(page.given.map((given) => ({ given })))("$given", ({ given }) => {
    expect(ruleType(page.type)?.options.parse(given)).toMatchObject(given);
  });
});

test.each([
  { min: "3x", max: "1d" },
  { min: "2d", max: "" },
])("a length that is no duration is told, whatever it is compared with: $min to $max", (range) => {
  const read = ruleType("schedule")?.options.safeParse({ duration: { start: "Start", ...range } });
  expect(read?.error?.issues.map(({ path }) => path.join("."))).toContain(
    range.max === "" ? "duration.max" : "duration.min",
  );
});
