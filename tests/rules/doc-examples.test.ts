import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleType } from "../../src/rules/index.ts";
import { askRule } from "../support/ask-rule.ts";
import { type DocExample, docExamples, sourceOf } from "../support/doc-examples.ts";

const FOLDER = new URL("../../docs/rules/", import.meta.url);

const pages = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => ({
    type: name.slice(0, -".md".length),
    examples: docExamples(readFileSync(new URL(name, FOLDER), "utf8")),
  }));

describe.each(pages)("$type: the examples of its page", ({ type, examples }) => {
  it("show at least one that passes and one that does not", () => {
    const outcomes = new Set(examples.map(({ expected }) => expected.outcome));
    expect(outcomes).toContain("passed");
    expect(outcomes.size).toBeGreaterThan(1);
  });

  it.each(examples)("end as they say: line $line", async (example) => {
    expect(await answerTo(type, example)).toEqual(example.expected);
  });
});

/** The worst of the findings, and the codes that made it so. */
const ORDER = ["errored", "failed", "pending", "conditional", "warned"] as const;

async function answerTo(type: string, example: DocExample) {
  const rule = ruleType(type);
  if (rule === undefined) throw new Error(`there is no rule type \`${type}\``);
  const { max_age, asks, ...options } = example.settings;
  const { findings } = await askRule(rule, {
    ...example.context,
    options,
    source: sourceOf(example),
    ...(typeof max_age === "string" ? { maxAge: max_age } : {}),
    ...(typeof asks === "string" ? { asks } : {}),
  });
  const outcome = ORDER.find((worst) => findings.some((finding) => finding.outcome === worst));
  const codes = findings.filter((finding) => finding.outcome === outcome).map(({ code }) => code);
  return { outcome: outcome ?? "passed", codes: [...new Set(codes)].sort() };
}
