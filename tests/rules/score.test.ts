import { describe, expect, test } from "vitest";
import { score } from "../../src/rules/score.ts";
import { askRule, told } from "../support/ask-rule.ts";
import { type Content, MemorySource } from "../support/memory-source.ts";

const CRITERIA = ["Business impact", "Data availability"];

interface Question {
  readonly options?: Readonly<Record<string, unknown>>;
  /** Rows of the table, or the whole document. */
  readonly head: string | readonly string[];
  readonly files?: Readonly<Record<string, Content>>;
}

function ask({ options, head, files }: Question) {
  const table =
    typeof head === "string"
      ? head
      : `| Criterion | Score | Why |\n|---|---|---|\n${head.join("\n")}\n`;
  const text = typeof head === "string" ? head : `# R\n\n## Choice\n\n${table}`;
  return askRule(score, {
    options: { criteria: CRITERIA, ...options },
    source: new MemorySource({ evidence: { "READINESS.md": text, ...files } }),
    gate: { heading: "Choice" },
  });
}

const good = ["| Business impact | 4 | x |", "| Data availability | 3 | x |"];
const one = (text: string) => [
  "| Business impact | 4 | x |",
  `| Data availability | ${text} | x |`,
];

interface Case extends Question {
  readonly name: string;
  readonly found: readonly string[];
}

const rows: readonly Case[] = [
  { name: "all scored, none under the floor", head: good, found: [] },
  {
    name: "one under the floor",
    head: one("2"),
    found: ["failed SCORE-BELOW-FLOOR Data availability"],
  },
  { name: "another floor", options: { floor: 2 }, head: one("2"), found: [] },
  { name: "no row", head: good.slice(0, 1), found: ["failed SCORE-MISSING Data availability"] },
  { name: "no score", head: one("-"), found: ["failed SCORE-EMPTY Data availability"] },
  {
    name: "a placeholder",
    head: one("\\<1 to 5>"),
    found: ["failed SCORE-EMPTY Data availability"],
  },
  { name: "half a point", head: one("3.5"), found: ["failed SCORE-NOT-WHOLE Data availability"] },
  { name: "words", head: one("high"), found: ["failed SCORE-NOT-WHOLE Data availability"] },
  { name: "a fraction", head: one("4/5"), found: ["failed SCORE-NOT-WHOLE Data availability"] },
  { name: "a percentage", head: one("4 %"), found: ["failed SCORE-NOT-WHOLE Data availability"] },
  { name: "a comparator", head: one(">= 4"), found: ["failed SCORE-NOT-WHOLE Data availability"] },
  {
    name: "a digit of another width",
    head: one("４"),
    found: ["failed SCORE-NOT-WHOLE Data availability"],
  },
  {
    name: "over the scale",
    head: one("6"),
    found: ["failed SCORE-OUT-OF-SCALE Data availability"],
  },
  {
    name: "under the scale",
    head: one("0"),
    found: ["failed SCORE-OUT-OF-SCALE Data availability"],
  },
  {
    name: "the ends of the scale",
    options: { floor: 1 },
    head: [...one("1").slice(1), "| Business impact | 5 | |"],
    found: [],
  },
  {
    name: "scored twice",
    head: [...good, "| BUSINESS IMPACT | 5 | x |"],
    found: ["failed SCORE-DUPLICATE Business impact"],
  },
  {
    name: "by name and by alias",
    options: { criteria: [{ criterion: "Business impact", aliases: ["Impact"] }] },
    head: [...good, "| Impact | 5 | x |"],
    found: ["failed SCORE-DUPLICATE Business impact"],
  },
  { name: "other criteria are not judged", head: [...good, "| Fun | 1 | x |"], found: [] },
  {
    name: "enough good ones",
    options: { at_least: { count: 1, value: 4 } },
    head: good,
    found: [],
  },
  {
    name: "too few good ones warn",
    options: { at_least: { count: 2, value: 4 } },
    head: good,
    found: ["warned SCORE-TOO-FEW 2 of 4"],
  },
  {
    name: "a score that is none is no good one",
    options: { at_least: { count: 2, value: 4 } },
    head: one("99"),
    found: ["failed SCORE-OUT-OF-SCALE Data availability", "warned SCORE-TOO-FEW 2 of 4"],
  },
  {
    name: "a hidden character",
    head: one("4\u200B"),
    found: ["failed HIDDEN-CHARACTER 4\u200B", "failed SCORE-NOT-WHOLE Data availability"],
  },
  {
    name: "two columns of scores",
    head: "# R\n\n## Choice\n\n| Criterion | Score | Rating |\n|---|---|---|\n| Business impact | 1 | 5 |\n",
    found: ["failed COLUMN-AMBIGUOUS Score"],
  },
  {
    name: "no such column",
    head: "# R\n\n## Choice\n\n| Criterion | Verdict |\n|---|---|\n| Business impact | 5 |\n",
    found: ["errored COLUMN-MISSING Score"],
  },
  { name: "no section", head: "# R\n", found: ["failed SECTION-MISSING Choice"] },
  {
    name: "a data file",
    options: { file: "scores.yml" },
    head: "",
    files: { "scores.yml": "scores: {Business impact: 4, Data availability: 2}" },
    found: ["failed SCORE-BELOW-FLOOR Data availability"],
  },
  {
    name: "a data file as a list",
    options: { file: "scores.json" },
    head: "",
    files: { "scores.json": '[{"criterion": "business impact", "score": 4}]' },
    found: ["failed SCORE-MISSING Data availability"],
  },
  {
    name: "a CSV file",
    options: { file: "scores.csv" },
    head: "",
    files: { "scores.csv": "Area,Rating\nBusiness impact,4\nData availability,3\n" },
    found: [],
  },
  {
    name: "a data file that is no list",
    options: { file: "scores.yml" },
    head: "",
    files: { "scores.yml": "scores: 4" },
    found: ["errored FILE-MALFORMED scores.yml"],
  },
  {
    name: "a score that is a list",
    options: { file: "scores.yml" },
    head: "",
    files: {
      "scores.yml":
        "- {criterion: Business impact, score: [4]}\n- {criterion: Data availability, score: true}",
    },
    found: ["failed SCORE-NOT-WHOLE Business impact", "failed SCORE-NOT-WHOLE Data availability"],
  },
];

describe("score", () => {
  test.each(rows)("$name", async ({ name: _, found, ...question }) => {
    expect(told(await ask(question))).toEqual(found);
  });

  test("points at the score, and at the table where there is none", async () => {
    const low = await ask({ head: one("2") });
    expect(low.findings[0]?.at).toMatchObject({ file: "READINESS.md", line: 8 });
    const none = await ask({ head: good.slice(0, 1) });
    expect(none.findings[0]?.at).toMatchObject({ line: 5 });
  });

  test("the row to paste does not pass as it is printed", async () => {
    const { findings } = await ask({ head: good.slice(0, 1) });
    const row = findings[0]?.remedy.split("\n").at(-1) ?? "";
    expect(told(await ask({ head: [...good.slice(0, 1), row] }))).toEqual([
      "failed SCORE-EMPTY Data availability",
    ]);
  });

  const refused = [
    { name: "no criteria", options: { criteria: [] } },
    { name: "a criterion twice", options: { criteria: ["a", "A"] } },
    { name: "a scale the wrong way round", options: { criteria: ["a"], scale: [5, 1] } },
    { name: "a floor off the scale", options: { criteria: ["a"], scale: [1, 3], floor: 4 } },
    {
      name: "a value off the scale",
      options: { criteria: ["a"], at_least: { count: 1, value: 6 } },
    },
    { name: "more than there are", options: { criteria: ["a"], at_least: { count: 2, value: 4 } } },
    { name: "a file and a heading", options: { criteria: ["a"], file: "a.yml", heading: "B" } },
  ];
  test.each(refused)("the policy may not say: $name", ({ options }) => {
    expect(score.options.safeParse(options).success).toBe(false);
  });
});
