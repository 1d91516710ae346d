import type { Section } from "../../model/document.ts";
import type { FactReader } from "../../model/ports.ts";
import { fillIn } from "../../model/service.ts";
import { fillInGlob } from "../../text/fill-in-glob.ts";
import type { RuleContext } from "../define-rule.ts";
import { failed } from "../findings.ts";
import {
  gateSection,
  isRefused,
  type ReadDocument,
  readMarkdown,
  readReadiness,
  topOf,
} from "../reading/readiness.ts";
import type { DocumentFinding } from "./codes.ts";
import type { DocumentOptions } from "./options.ts";

export interface Target extends ReadDocument {
  /** What of it is judged: the gate's section, or all of it. */
  readonly scope: Section;
  /** Whether sections may also stand elsewhere in the document. */
  readonly isLoose: boolean;
  readonly isReadiness: boolean;
}

export interface Targets {
  readonly targets: readonly Target[];
  /** Of documents that are not there. */
  readonly findings: readonly DocumentFinding[];
}

/** The documents the rule is about, as far as they are known. */
export function targetsOf(
  facts: FactReader<"file" | "files">,
  options: DocumentOptions,
  context: RuleContext,
): Targets {
  const { path, glob } = options;
  if (path === undefined && glob === undefined) return readinessTarget(facts, options, context);
  const named = path === undefined ? [] : [fileTarget(facts, fillIn(path, context.service))];
  const matched = glob === undefined ? [] : globTargets(facts, fillInGlob(glob, context.service));
  return join([...named, ...matched]);
}

function readinessTarget(
  facts: FactReader<"file">,
  { heading }: DocumentOptions,
  context: RuleContext,
): Targets {
  const read = readReadiness(facts, context);
  if (read === null) return NONE;
  if (isRefused(read)) return { targets: [], findings: read.findings };
  const bound = gateSection(read.document, read.path, context, heading ?? null);
  if (isRefused(bound)) return { targets: [], findings: bound.findings };
  const scope = bound.section ?? read.document.sections[0];
  if (scope === undefined) return NONE;
  const isLoose = (heading ?? context.gate.heading) === null;
  return { targets: [{ ...read, scope, isLoose, isReadiness: true }], findings: [] };
}

function fileTarget(facts: FactReader<"file">, path: string): Targets {
  const read = readMarkdown(facts, path);
  if (read === null) return NONE;
  if (isRefused(read)) return { targets: [], findings: read.findings };
  const scope = read.document.sections[0];
  if (scope === undefined) return NONE;
  return { targets: [{ ...read, scope, isLoose: false, isReadiness: false }], findings: [] };
}

function globTargets(facts: FactReader<"file" | "files">, glob: string): Targets[] {
  const entries = facts.read("files", { glob, revision: "evidence" });
  if (entries === null) return [];
  if (entries.length > 0) return entries.map(({ path }) => fileTarget(facts, path));
  const none = failed({
    code: "DOCUMENT-NONE",
    problem: `no file matches \`${glob}\``,
    remedy: `create one, such as \`${glob.replaceAll(/\*+/g, "<name>")}\`, and fill it in`,
    at: topOf(glob),
    item: glob,
  });
  return [{ targets: [], findings: [none] }];
}

const NONE: Targets = { targets: [], findings: [] };

function join(all: readonly Targets[]): Targets {
  return {
    targets: all.flatMap(({ targets }) => targets),
    findings: all.flatMap(({ findings }) => findings),
  };
}
