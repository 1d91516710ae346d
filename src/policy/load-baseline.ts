import { z } from "zod";
import type { Baseline } from "../model/baseline.ts";
import type { Problem } from "../model/finding.ts";
import type { PolicyFile } from "../model/ports.ts";
import { day, kebabId } from "./schema/value-schemas.ts";
import { checkShape } from "./shape/check-shape.ts";
import { ProblemList } from "./source/problem-list.ts";
import { readSource } from "./source/read-source.ts";
import { child, itemsOf, placeOf } from "./source/source-tree.ts";

const entrySchema = z
  .strictObject({
    gate: kebabId.describe("The gate of the finding."),
    rule: kebabId.describe("The rule of the gate."),
    service: z.string().min(1).max(255).optional().describe("The service it is about."),
    code: z
      .string()
      .regex(/^[A-Z][A-Z0-9-]*$/, { error: "not a code, such as `CHECKLIST-UNTICKED`" })
      .describe("What is wrong."),
    item: z.string().max(4096).optional().describe("What of the rule it is about."),
  })
  .describe("One finding, known again wherever it stands.");

export const baselineSchema = z
  .strictObject({
    version: z.literal(1).describe("Version of this format."),
    owner: z
      .string()
      .regex(/^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, { error: "not a login, such as `@ana`" })
      .describe("Who sees to it that the findings go."),
    until: day.describe("Last day (UTC) on which they only warn."),
    findings: z.array(entrySchema).describe("Findings that warn until then."),
  })
  .describe("Findings of the day a team began.");

/** The baseline, or everything that is wrong with its file: then nothing is softened. */
export function loadBaseline(file: PolicyFile): {
  readonly baseline: Baseline | null;
  readonly problems: readonly Problem[];
} {
  const problems = new ProblemList();
  const root = readSource({ ...file, kind: "baseline" }, problems);
  const { output } =
    root === null
      ? { output: null }
      : checkShape(root, baselineSchema, problems, { partial: false });
  if (root === null || output === null || !problems.isEmpty) {
    return { baseline: null, problems: problems.sorted() };
  }
  // Sound: it is what the schema returned.
  const { owner, until, findings } = output as z.output<typeof baselineSchema>;
  const nodes = itemsOf(child(root, "findings"));
  const at = placeOf(root);
  const entries = findings.map(({ service, item, ...entry }, index) => {
    const node = nodes[index];
    const place = node === undefined ? at : placeOf(node);
    return { ...entry, service: service ?? null, item: item ?? null, at: place };
  });
  return { baseline: { owner, until, findings: entries, at }, problems: [] };
}
