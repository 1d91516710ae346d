import { parseCsv } from "../../evidence/parse-csv.ts";
import { findSection } from "../../evidence/sections.ts";
import { valueAt } from "../../evidence/walk-data.ts";
import type { MarkdownDocument, Section } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { fillIn } from "../../model/service.ts";
import { failed } from "../findings.ts";
import { nearestPlace } from "../reading/data-path.ts";
import {
  fileMalformed,
  gateSection,
  isRefused,
  type Refused,
  readFile,
  readMarkdown,
  readReadiness,
  refuse,
  sectionMissing,
  topOf,
} from "../reading/readiness.ts";
import { readStructuredData } from "../reading/structured-data.ts";
import { entriesInData } from "./entries-in-data.ts";
import { entriesInDocument, entriesInTable } from "./entries-in-document.ts";
import type { Log } from "./log.ts";
import { type LogReference, readLogReference } from "./references.ts";
import type { Lookup, Scope } from "./scope.ts";

const ITEM = "- <YYYY-MM-DD>: <what was found and decided>";

/** The dated entries a setting stands for; without one, those of the gate's section. */
export function findLog(scope: Scope, setting: string | undefined): Lookup<Log> {
  const read =
    setting === undefined
      ? ({ state: "reference", reference: { kind: "section", file: null, heading: null } } as const)
      : readLogReference(setting);
  // The schema has refused every other reference.
  if (read.state === "invalid") return { findings: [] };
  switch (read.reference.kind) {
    case "section":
      return inSection(scope, read.reference);
    case "data":
      return inData(scope, read.reference);
    case "csv":
      return inCsv(scope, read.reference.file);
  }
}

function inSection(
  { facts, context, heading }: Scope,
  reference: Extract<LogReference, { kind: "section" }>,
): Lookup<Log> {
  const read =
    reference.file === null
      ? readReadiness(facts, context)
      : readMarkdown(facts, fillIn(reference.file, context.service));
  if (read === null || isRefused(read)) return read;
  const { document, path } = read;
  const bound =
    reference.file === null
      ? gateSection(document, path, context, reference.heading ?? heading)
      : fileSection(document, path, reference.heading);
  if (isRefused(bound)) return bound;
  const section = bound.section ?? document.sections[0];
  if (section === undefined) return refuse();
  const isWhole = section.depth === 0;
  return {
    ...entriesInDocument(document, path, section),
    name: isWhole ? `\`${path}\`` : `the section \`${section.heading}\` of \`${path}\``,
    at: isWhole ? topOf(path) : placeIn(path, section.at),
    form: ITEM,
  };
}

/** The gate's own names mean nothing in another file. */
function fileSection(
  document: MarkdownDocument,
  path: string,
  heading: string | null,
): Refused | { readonly section: Section | null } {
  if (heading === null) return { section: null };
  const found = findSection(document, { heading, id: "", title: "" });
  if (found.state === "found") return { section: found.section };
  if (found.state === "missing") return refuse(sectionMissing(path, heading, found.seen));
  const lines = found.sections.map((section) => `line ${section.at.line}`).join(", ");
  const [, second] = found.sections;
  return refuse(
    failed({
      code: "SECTION-AMBIGUOUS",
      problem: `${found.sections.length} headings fit \`${heading}\`: ${lines}`,
      remedy: "rename all but one, or name the one meant as `<Parent> > <Child>`",
      at: second === undefined ? topOf(path) : placeIn(path, second.at),
      item: heading,
    }),
  );
}

function inData(
  { facts, context }: Scope,
  { file, path }: Extract<LogReference, { kind: "data" }>,
): Lookup<Log> {
  const read = readStructuredData(facts, context, file);
  if (read === null || isRefused(read)) return read;
  const { root } = read;
  const name = path === null ? `\`${read.path}\`` : `\`${path}\` in \`${read.path}\``;
  const form = "- {date: <YYYY-MM-DD>, result: <what was found and decided>}";
  const node = root === null || path === null ? root : valueAt(root, path);
  if (root === null || node === null || node.value === null) {
    const at =
      root === null ? topOf(read.path) : placeIn(read.path, nearestPlace(root, path ?? ""));
    return { entries: [], wrong: [], name, at, form };
  }
  const at = placeIn(read.path, node.at);
  const found = entriesInData(node, read.path);
  return found === null
    ? refuse(fileMalformed(read.path, `${name} is no list of entries`, at))
    : { ...found, name, at, form };
}

function inCsv({ facts, context }: Scope, file: string): Lookup<Log> {
  const path = fillIn(file, context.service);
  const read = readFile(facts, path);
  if (read === null || isRefused(read)) return read;
  const csv = parseCsv(read.file);
  return csv.state === "malformed"
    ? refuse(fileMalformed(path, csv.problem, placeIn(path, csv.at)))
    : {
        ...entriesInTable(csv.table, path),
        name: `\`${path}\``,
        at: topOf(path),
        form: "<YYYY-MM-DD>,<what was found and decided>",
      };
}
