import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planImport } from "../../src/import/plan-import.ts";
import { gatesText } from "../../src/import/policy-text.ts";

const PAGE = readFileSync(new URL("../../docs/importing.md", import.meta.url), "utf8");

function block(info: string): string {
  const found = PAGE.split(`\n\`\`\`${info}\n`)[1]?.split("```\n")[0];
  if (found === undefined) throw new Error(`the page has no block \`${info}\``);
  return found;
}

test("the example of the page becomes what the page shows", () => {
  const planned = planImport(block("markdown file=docs/launch.md"));
  if (planned.state === "refused") throw new Error(planned.refusal.problem);
  const { text, gates, insertions, remarks } = planned.plan;
  expect(insertions).toHaveLength(1);
  expect(remarks).toEqual([]);
  expect(text).toContain(block("markdown edited"));
  expect(gatesText(gates)).toBe(block("yaml gates"));
});
