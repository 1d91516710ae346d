import { findTable } from "../../evidence/columns.ts";
import { parseDocument } from "../../evidence/parse-document.ts";
import type { FileText } from "../../model/fact.ts";
import type { FactReader } from "../../model/ports.ts";
import { fillIn } from "../../model/service.ts";
import type { RuleContext } from "../define-rule.ts";
import { gateTable } from "./gate-table.ts";
import { isRefused } from "./readiness.ts";
import {
  type EvidenceRecord,
  type RecordsQuestion,
  recordsOfFile,
  recordsOfTable,
} from "./records.ts";

/**
 * The same rows on the base branch, for telling what the head has loosened. Nothing there (no
 * base named, no file, no such table) is nothing to compare with. The document is looked for
 * anew: moving it must not hide what it said.
 */
export function baseRecords(
  facts: FactReader<"file">,
  context: RuleContext,
  question: RecordsQuestion,
): readonly EvidenceRecord[] {
  const lenient = { ...question, required: [question.naming] };
  if (question.file !== null) {
    const path = fillIn(question.file, context.service);
    const read = recordsOfFile(facts, path, lenient, "base");
    return read === null || isRefused(read) ? [] : read.records;
  }
  const found = baseReadiness(facts, context);
  if (found === null) return [];
  const parsed = parseDocument(found.file);
  if (parsed.state === "error") return [];
  const { document } = parsed;
  for (const asked of [question, lenient]) {
    const table = gateTable(document, found.path, context, asked);
    if (!isRefused(table)) return recordsOfTable(found.path, table.table, table.index).records;
  }
  // The heading may have come with a later policy: any one such table of the old document will do.
  for (const { columns, required } of [question, lenient]) {
    const table = findTable(document, null, columns, required);
    if (table.state === "found") {
      return recordsOfTable(found.path, table.table, table.index).records;
    }
  }
  return [];
}

function baseReadiness(
  facts: FactReader<"file">,
  { service }: RuleContext,
): { readonly file: FileText; readonly path: string } | null {
  // All are asked before any answer is used, so that they come in one round.
  const answers = service.readiness.map((path) => ({
    path,
    fact: facts.read("file", { path, revision: "base" }),
  }));
  for (const { path, fact } of answers) {
    if (fact?.state === "file") return { file: fact.file, path };
  }
  return null;
}
