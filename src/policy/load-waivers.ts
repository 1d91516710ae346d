import { z } from "zod";
import type { Problem } from "../model/finding.ts";
import type { Waiver } from "../model/policy.ts";
import type { PolicyFile } from "../model/ports.ts";
import { day, kebabId, text } from "./schema/value-schemas.ts";
import { checkShape } from "./shape/check-shape.ts";
import { describeValue } from "./shape/describe-value.ts";
import { ProblemList } from "./source/problem-list.ts";
import { readSource } from "./source/read-source.ts";
import { isList, placeOf, type SourceNode } from "./source/source-tree.ts";

export const waiverSchema = z
  .strictObject({
    gate: kebabId.describe("The gate it covers."),
    rule: kebabId.optional().describe("The one rule of the gate it covers."),
    service: z.string().min(1).max(255).optional().describe("The one service it covers."),
    codes: z
      .array(z.string().regex(/^[A-Z][A-Z0-9-]*$/, { error: "not a code, such as `CI-MISSING`" }))
      .min(1)
      .optional()
      .describe("The findings it covers; others that appear later are not covered."),
    reason: text.describe("Why it may pass all the same."),
    until: day.describe("Last day (UTC) on which it holds."),
    approved_in: z
      .int()
      .min(1)
      .describe("Number of the merged pull request in which an approver approved it."),
  })
  .describe("Recorded, expiring permission to pass in spite of a finding.");

/**
 * The entries of `waivers.yml` that are well formed, and what is wrong with the others. An empty
 * file has none. Whether an entry's limits hold and who approved it is judged elsewhere.
 */
export function loadWaivers(file: PolicyFile): {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
} {
  const problems = new ProblemList();
  const root = readSource({ ...file, kind: "waivers" }, problems);
  if (root === null || !problems.isEmpty) return { waivers: [], problems: problems.sorted() };
  if (!isList(root)) {
    problems.add(root, {
      code: "invalid-type",
      message: `expected a list, found ${describeValue(root)}`,
      help: "begin each waiver with `- `",
    });
    return { waivers: [], problems: problems.sorted() };
  }
  const waivers = root.value.flatMap((entry) => readWaiver(entry, problems));
  return { waivers, problems: problems.sorted() };
}

function readWaiver(entry: SourceNode, problems: ProblemList): Waiver[] {
  const { output } = checkShape(entry, waiverSchema, problems, { partial: false });
  if (output === null) return [];
  // Sound: it is what the schema returned.
  const { rule, service, codes, ...rest } = output as z.output<typeof waiverSchema>;
  return [
    {
      ...rest,
      rule: rule ?? null,
      service: service ?? null,
      codes: codes ?? null,
      at: placeOf(entry),
    },
  ];
}
