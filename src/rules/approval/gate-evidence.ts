import { fieldsOf } from "../../evidence/item-fields.ts";
import { parseReference, resolvePath } from "../../evidence/reference.ts";
import { itemsIn, linksIn } from "../../evidence/sections.ts";
import type { MarkdownDocument, Section } from "../../model/document.ts";
import type { FileText } from "../../model/fact.ts";
import type { FactReader } from "../../model/ports.ts";
import type { RuleContext } from "../define-rule.ts";
import {
  gateSection,
  isRefused,
  type ReadDocument,
  type Refused,
  readReadiness,
} from "../reading/readiness.ts";

/** What a gate says and rests on, for comparing it with what it said when it was signed. */
export interface GateEvidence {
  readonly path: string;
  readonly blob: string;
  /** The section's lines and where its links lead; `null` where the gate has no section. */
  readonly said: string | null;
  /** Files and folders of the repository that the section links or names as evidence, sorted. */
  readonly linked: readonly string[];
}

export function readGateEvidence(
  facts: FactReader<"file">,
  context: RuleContext,
): null | Refused | GateEvidence {
  const read = readReadiness(facts, context);
  return read === null || isRefused(read) ? read : gateEvidenceOf(read, context);
}

/** The same of any version of the document. */
export function gateEvidenceOf(
  { document, path, file }: ReadDocument,
  context: RuleContext,
): Refused | GateEvidence {
  const bound = gateSection(document, path, context);
  if (isRefused(bound)) return bound;
  const { section } = bound;
  const { blob } = file;
  if (section === null) return { path, blob, said: null, linked: [] };
  const targets = targetsIn(document, section);
  // A link can lead elsewhere although its line is the same: `[audit][1]` is defined outside.
  const said = JSON.stringify([linesOf(file, section), targets, inherited(document, section)]);
  return { path, blob, said, linked: pathsOf(targets, path) };
}

type Target = readonly [target: string, text: string];

function targetsIn(document: MarkdownDocument, section: Section): readonly Target[] {
  const linked = linksIn(document, section).map(({ target, text }): Target => [target, text]);
  // Evidence that an item takes from a section around this one is not among the links in it.
  const evidence = new Set(
    itemsIn(document, section).flatMap((item) => fieldsOf(document, item, "evidence")),
  );
  const named = [...evidence].flatMap(({ value, links }): Target[] =>
    links.length === 0 ? [["", value]] : links.map(({ target, text }) => [target, text]),
  );
  return [...linked, ...named];
}

const FIELDS = ["owner", "evidence", "done_when", "reviewed"] as const;

/** What items of the section take from sections around it, which its own lines do not show. */
function inherited(document: MarkdownDocument, section: Section): readonly string[] {
  const fields = itemsIn(document, section).flatMap((item) =>
    FIELDS.flatMap((name) => fieldsOf(document, item, name)),
  );
  const outside = fields.filter(({ at }) => at.line < section.at.line);
  return [...new Set(outside.map(({ name, value }) => `${name}: ${value}`))];
}

function pathsOf(targets: readonly Target[], path: string): readonly string[] {
  const paths = new Set<string>();
  for (const [target, text] of targets) {
    const reference = parseReference(target, text);
    if (reference.kind !== "path") continue;
    const file = resolvePath(path, reference.path);
    // The document itself is no evidence: its section is covered already.
    if (file !== null && file !== "" && file !== path) paths.add(file);
  }
  return [...paths].sort();
}

function linesOf(file: FileText, section: Section): readonly string[] {
  return file.text.split(/\r\n|\n|\r/).slice(section.at.line - 1, section.endLine - 1);
}
